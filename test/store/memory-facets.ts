import { dayRange } from '../../graph-data/schema/index.ts';
import type { Actor, Document } from '../../graph-data/schema/index.ts';
import type { Facet, FacetName } from '../../server/contract/index.ts';
import type { StoredStatement } from '../../server/store/store.ts';
import { compare } from './memory-paging.ts';

/**
 * How many statements count under each value, most first.
 *
 * @param values of each statement
 */
export function facetOf(
  values: readonly (readonly string[])[],
  labelOf: (value: string) => string,
  limit: number,
): Facet {
  const all = [...new Set(values.flat())]
    .map((value) => ({
      value,
      label: labelOf(value),
      count: values.filter((those) => those.includes(value)).length,
    }))
    .sort((a, b) => b.count - a.count || compare(a.value, b.value));
  return { values: all.slice(0, limit), omitted: Math.max(0, all.length - limit) };
}

/**
 * What a statement counts under in a facet.
 *
 * @param documents those that it is reported in
 * @param speakers its speaker, none when the record does not hold one
 */
export function facetValues(
  name: FacetName,
  statement: StoredStatement,
  documents: readonly Document[],
  speakers: readonly Actor[],
): string[] {
  switch (name) {
    case 'speaker':
      return [statement.speaker];
    case 'about':
      return statement.about;
    case 'addressee':
      return statement.addressees;
    case 'via':
      return statement.reports.flatMap(({ via }) => via);
    case 'outlet':
      return documents.map(({ outlet }) => outlet).filter((outlet) => outlet !== null);
    case 'document':
      return documents.map(({ id }) => id);
    case 'kind':
      return speakers.map(({ kind }) => kind);
    case 'said': {
      const range = statement.said === null ? null : dayRange(statement.said);
      return [(range?.from ?? range?.to)?.slice(0, 7) ?? 'unknown'];
    }
    default:
      return [statement[name]];
  }
}
