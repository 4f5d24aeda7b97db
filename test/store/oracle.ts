import type { Evidence, Records } from '../../graph-data/schema/index.ts';
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
  if (statement.status === 'rejected' && !namesStatus(query)) return false;
  return holds(query, (term) => termHolds(term, statement, records, follow));
}

/** Whether a query for statements lets a claim through, whatever its status. */
export function claimIsMatch(
  query: ResolvedQuery,
  claim: AskedClaim,
  records: Records,
  follow: Follow,
): boolean {
  return holds(query, (term) => claimTermHolds(term, claim, records, follow));
}

export const namesStatus = (query: ResolvedQuery) =>
  JSON.stringify(query).includes('"key":"status"');

/** An agreement, event or relation, as a query for statements sees it. */
export interface AskedClaim {
  readonly id: string;
  readonly actors: readonly string[];
  readonly date: string | null;
  /** What describes it: its own passages are read from the evidence. */
  readonly described: string;
  readonly evidence: readonly Evidence[];
  readonly status: string;
  readonly method: string;
}

function claimTermHolds(
  term: ResolvedTerm,
  { id, actors, date, described, evidence, ...claim }: AskedClaim,
  records: Records,
  follow: Follow,
): boolean {
  const names = (among: readonly (string | null)[]) =>
    'ids' in term && term.ids.some((wanted) => among.includes(follow(wanted)));
  const documents = records.documents.filter((each) =>
    evidence.some(({ document }) => document === each.id),
  );
  switch (term.key) {
    case 'actor':
      return names(actors);
    case 'document':
      return names(documents.map((document) => document.id));
    case 'agreement':
      return names([id]);
    case 'outlet':
      return names(documents.map(({ outlet }) => outlet));
    case 'said':
      return within(date, term);
    case 'published':
      return documents.some(({ published }) => within(published, term));
    case 'status':
    case 'method':
      return claim[term.key] === term.value;
    case 'text': {
      const passages = evidence.flatMap(({ selectors }) => selectors.map(({ exact }) => exact));
      return textHolds(term.value, term.form, [described, ...passages]);
    }
    default:
      return false;
  }
}

function holds(query: ResolvedQuery, leaf: (term: ResolvedTerm) => boolean): boolean {
  switch (query.type) {
    case 'all':
      return true;
    case 'and':
      return query.of.every((part) => holds(part, leaf));
    case 'or':
      return query.of.some((part) => holds(part, leaf));
    case 'not':
      return !holds(query.of, leaf);
    case 'term':
      return leaf(query.term);
  }
}

function within(edtf: string | null, term: ResolvedTerm): boolean {
  const range = edtf === null ? null : dayRange(edtf);
  if ('undated' in term) return range === null;
  return range !== null && 'from' in term && overlaps(range, term);
}

/** Bounds are days or instants; each is compared as far as it is written. */
function recordedWithin(
  recorded: string,
  { from, to }: { from: string | null; to: string | null },
) {
  const early = from !== null && recorded.slice(0, from.length) < from;
  const late = to !== null && recorded.slice(0, to.length) > to;
  return !early && !late;
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
      return within(statement.said, term);
    case 'published':
      return documents.some(({ published }) => within(published, term));
    case 'recorded':
      return recordedWithin(statement.recorded, term);
    case 'text':
      return textHolds(term.value, term.form, [
        statement.text,
        ...reports.flatMap(({ content }) => content.map(({ exact }) => exact)),
      ]);
  }
}

function textHolds(value: string, form: string, passages: readonly string[]): boolean {
  const wanted = words(value);
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
