import type { ReadonlySignal } from '@preact/signals';
import * as api from '../api/calls.ts';
import type { FacetName, StatementPage } from '../../server/contract/replies.ts';
import { STATEMENT_SORTS } from '../../server/contract/vocabulary.ts';
import { keyed, read } from './data-key.ts';
import { statementParams, valuesOf, without, type Narrowing } from './filters.ts';
import { resource } from './resource.ts';
import type { Screen } from './screen.ts';

/** Facets of the rail, in its order. */
export const RAIL_FACETS = [
  'act',
  'speaker',
  'about',
  'kind',
  'via',
  'outlet',
  'document',
  'addressee',
  'mode',
  'status',
  'method',
] as const satisfies readonly FacetName[];

/** Statements on one page of the table. */
const PAGE_SIZE = 100;
/** Most statements whose own dates the timeline counts; beyond, it counts by month. */
const TIMELINE_LIMIT = 1000;

interface ListKey extends Narrowing {
  readonly sort: string | null;
}

const SORTS: ReadonlySet<string> = new Set(STATEMENT_SORTS);

export function listParams({ sort, ...narrowing }: ListKey): [string, string][] {
  const list = statementParams(narrowing);
  if (sort !== null && SORTS.has(sort)) list.push(['sort', sort]);
  return [...list, ['limit', String(PAGE_SIZE)]];
}

/** The first page of statements, with the counts of the rail. */
export function createList({ state }: Screen, narrowing: ReadonlySignal<Narrowing>) {
  return resource(
    keyed<ListKey>(() => ({
      ...narrowing.value,
      sort: state.value.table === 'statements' ? state.value.order : null,
    })),
    (key, signal) =>
      api.statements(
        [...listParams(read<ListKey>(key)), ['facets', RAIL_FACETS.join(',')]],
        signal,
      ),
  );
}

type Counted = Partial<Record<FacetName, NonNullable<StatementPage['facets']>[FacetName]>>;

interface SiblingsKey extends Narrowing {
  readonly names: readonly FacetName[];
}

/**
 * Counts of a facet whose key is filtered on, as if it were not: so that a second value can be
 * added to the first.
 */
async function loadSiblings(key: string, signal: AbortSignal): Promise<Counted> {
  const { names, ...narrowing } = read<SiblingsKey>(key);
  const pages = await Promise.all(
    names.map((name) => {
      const filters = without(narrowing.filters, name);
      const rest = statementParams({ ...narrowing, filters });
      return api.statements([...rest, ['facets', name], ['limit', '1']], signal);
    }),
  );
  return Object.fromEntries(names.map((name, i) => [name, pages[i]?.facets?.[name]]));
}

export function createSiblings(narrowing: ReadonlySignal<Narrowing>) {
  return resource(
    keyed<SiblingsKey>(() => {
      const { filters } = narrowing.value;
      const names = RAIL_FACETS.filter((name) => valuesOf(filters, name).length > 0);
      return names.length === 0 ? null : { ...narrowing.value, names };
    }),
    loadSiblings,
  );
}

/** Statements whatever day they were said on: what the timeline counts. */
export function createTimeline(narrowing: ReadonlySignal<Narrowing>) {
  return resource(
    keyed<Narrowing>(() => ({
      ...narrowing.value,
      filters: without(narrowing.value.filters, 'said'),
    })),
    (key, signal) =>
      api.statements(
        [
          ...statementParams(read<Narrowing>(key)),
          ['sort', 'said'],
          ['limit', String(TIMELINE_LIMIT)],
          ['facets', 'said'],
          ['facetLimit', '1000'],
        ],
        signal,
      ),
  );
}
