import { dayRange } from '../../graph-data/schema/index.ts';
import type { Actor, Document } from '../../graph-data/schema/index.ts';
import type { FacetName } from '../../server/contract/index.ts';
import type { StoredStatement } from '../../server/store/store.ts';

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
