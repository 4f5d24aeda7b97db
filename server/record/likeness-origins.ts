import type { Document } from '../../graph-data/schema/index.ts';
import { compareStrings } from '../contract/index.ts';
import type { StoredStatement } from '../store/store.ts';
import type { Copies } from './likeness-copies.ts';
import { linked, type Group, type Pair } from './likeness-groups.ts';
import { percent, type Told } from './likeness-sources.ts';

/**
 * Documents that copy one another and do not say so yet, each group once with all the statements
 * that it shares: one dispatch is one question, however much it tells.
 */
export function origins(
  statements: readonly StoredStatement[],
  copies: Copies,
  documents: ReadonlyMap<string, Document>,
): Told[] {
  const several = statements.filter(({ reports }) => reports.length > 1);
  const groups = linked(pairsApart(several, copies));
  const told = sharedBy(several, groups);
  return groups.map(({ members, score }, group): Told => {
    const shared = told[group] ?? [];
    const those = members.flatMap((id) => documents.get(id) ?? []).sort(byDay);
    return {
      type: 'same-origin',
      records: [...shared.map(({ id }) => id), ...those.map(({ id }) => id)],
      labels: [...shared.map(({ text }) => text), ...those.map(({ title }) => title)],
      score,
      reason: `${percent(score)} of the shorter document's sentences stand in the other`,
    };
  });
}

/** Copies that some statement has for sources of their own. */
function pairsApart(statements: readonly StoredStatement[], copies: Copies): Pair[] {
  const pairs = new Map<string, Pair>();
  for (const statement of statements) {
    const originOf = originsOf(statement);
    for (const [a, origin] of originOf)
      for (const [b, score] of copies.get(a) ?? []) {
        const other = originOf.get(b);
        if (a < b && other !== undefined && other !== origin)
          pairs.set(`${a} ${b}`, { a, b, score });
      }
  }
  return [...pairs.values()];
}

const originsOf = ({ reports }: StoredStatement) =>
  new Map<string, string>(reports.map(({ document, origin }) => [document, origin]));

/** The statements that each group of copies has for sources of their own, most reported first. */
function sharedBy(
  statements: readonly StoredStatement[],
  groups: readonly Group[],
): StoredStatement[][] {
  const groupOf = new Map(
    groups.flatMap(({ members }, i) => members.map((id) => [id, i] as const)),
  );
  const shared = groups.map((): StoredStatement[] => []);
  for (const statement of [...statements].sort(byReports)) {
    const found = new Map<number, Set<string>>();
    for (const { document, origin } of statement.reports) {
      const group = groupOf.get(document);
      if (group !== undefined) found.set(group, (found.get(group) ?? new Set()).add(origin));
    }
    for (const [group, { size }] of found) if (size > 1) shared[group]?.push(statement);
  }
  return shared;
}

function byReports(a: StoredStatement, b: StoredStatement): number {
  return b.reports.length - a.reports.length || compareStrings(a.id, b.id);
}

function byDay(a: Document, b: Document): number {
  return compareStrings(a.published ?? '~', b.published ?? '~') || compareStrings(a.id, b.id);
}
