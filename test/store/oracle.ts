import type { Records } from '../../graph-data/schema/index.ts';
import { dayRange, overlaps } from '../../graph-data/schema/index.ts';
import { words } from '../../server/contract/index.ts';
import type { ResolvedQuery, ResolvedTerm } from '../../server/contract/index.ts';
import type { StoredStatement } from '../../server/store/store.ts';

type Follow = (id: string) => string;

/** Whether a statement matches, by the words of server/contract/query.ts and nothing clever. */
export function isMatch(
  query: ResolvedQuery,
  statement: StoredStatement,
  records: Records,
  follow: Follow,
): boolean {
  if (statement.status === 'rejected' && !JSON.stringify(query).includes('"key":"status"'))
    return false;
  return holds(query, statement, records, follow);
}

function holds(
  query: ResolvedQuery,
  statement: StoredStatement,
  records: Records,
  follow: Follow,
): boolean {
  switch (query.type) {
    case 'all':
      return true;
    case 'and':
      return query.of.every((part) => holds(part, statement, records, follow));
    case 'or':
      return query.of.some((part) => holds(part, statement, records, follow));
    case 'not':
      return !holds(query.of, statement, records, follow);
    case 'term':
      return termHolds(query.term, statement, records, follow);
  }
}

function termHolds(
  term: ResolvedTerm,
  statement: StoredStatement,
  records: Records,
  follow: Follow,
): boolean {
  const { speaker, about, addressees, reports } = statement;
  const via = reports.flatMap((report) => report.via);
  const documents = records.documents.filter(({ id }) =>
    reports.some(({ document }) => document === id),
  );
  const within = (edtf: string | null) => {
    const range = edtf === null ? null : dayRange(edtf);
    if ('undated' in term) return range === null;
    return range !== null && 'from' in term && overlaps(range, term);
  };
  const names = (ids: readonly (string | null)[]) =>
    'ids' in term && term.ids.some((id) => ids.includes(follow(id)));
  switch (term.key) {
    case 'speaker':
      return names([speaker]);
    case 'about':
      return names(about);
    case 'addressee':
      return names(addressees);
    case 'via':
      return names(via);
    case 'outlet':
      return names(documents.map(({ outlet }) => outlet));
    case 'document':
      return names(documents.map(({ id }) => id));
    case 'actor':
      return names([speaker, ...about, ...addressees, ...via]);
    case 'agreement':
      return records.agreements
        .filter(({ id }) => names([id]))
        .flatMap(({ parties, signatories }) => [...parties, ...signatories])
        .some((id) => [speaker, ...about, ...addressees].includes(id));
    case 'kind':
      return records.actors.some(({ id, kind }) => id === speaker && kind === term.value);
    case 'mode':
    case 'act':
    case 'status':
    case 'method':
      return statement[term.key] === term.value;
    case 'said':
      return within(statement.said);
    case 'published':
      return documents.some(({ published }) => within(published));
    case 'recorded':
      return within(statement.recorded.slice(0, 10));
    case 'text':
      return textHolds(term.value, term.form, statement);
  }
}

function textHolds(value: string, form: string, statement: StoredStatement): boolean {
  const wanted = words(value);
  const passages = [
    statement.text,
    ...statement.reports.flatMap(({ content }) => content.map(({ exact }) => exact)),
  ];
  return wanted.length > 0 && passages.some((passage) => runs(words(passage), wanted, form));
}

/** The wanted words stand side by side; as a prefix, the last may go on. */
function runs(found: readonly string[], wanted: readonly string[], form: string): boolean {
  return found.some((_, start) =>
    wanted.every((word, i) => {
      const other = found[start + i];
      const open = form === 'prefix' && i === wanted.length - 1;
      return other === word || (open && other !== undefined && other.startsWith(word));
    }),
  );
}
