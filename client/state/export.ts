import {
  EXPORT_TYPES,
  type ExportFormat,
  type ExportType,
} from '../../server/contract/vocabulary.ts';
import { params } from './filters.ts';
import type { Layer, ScreenState, TableName } from './url.ts';
import { count, listed } from './words.ts';

/** What the export of a screen holds: the records that it shows, whole. */
export interface Exported {
  readonly types: readonly ExportType[];
  /** Parameters of /api/export besides the format. */
  readonly params: readonly [string, string][];
}

const TYPE_OF_LAYER: Readonly<Record<Layer, ExportType>> = {
  says: 'statement',
  agreement: 'agreement',
  event: 'event',
  relation: 'relation',
};

/** Tables of one type of record; actors, ties and documents are those of all of them. */
const TYPE_OF_TABLE: Readonly<Partial<Record<TableName, ExportType>>> = {
  statements: 'statement',
  agreements: 'agreement',
  events: 'event',
  relations: 'relation',
};

function typesShown({ view, table, hidden }: ScreenState): readonly ExportType[] {
  const ofTable = view === 'table' ? TYPE_OF_TABLE[table] : undefined;
  if (ofTable !== undefined) return [ofTable];
  if (view === 'matrix') return ['statement'];
  if (view !== 'graph') return EXPORT_TYPES;
  const left = hidden.map((layer) => TYPE_OF_LAYER[layer]);
  return EXPORT_TYPES.filter((type) => !left.includes(type));
}

/** What the export button gives: filters, neighbourhood and layers are those of the screen. */
export function exportOf(state: ScreenState): Exported {
  const { filters, ego, level } = state;
  const types = typesShown(state);
  const all = types.length === EXPORT_TYPES.length;
  return {
    types,
    params: [
      ...params(filters, ego),
      ...(all ? [] : [['types', types.join(',')] as [string, string]]),
      ...(level === 'actors' ? [] : [['level', level] as [string, string]]),
    ],
  };
}

/** Parameters of one file: a CSV has the columns of one type, of statements where there are any. */
export function fileParams(
  { types, params: given }: Exported,
  format: ExportFormat,
): [string, string][] {
  const [first = 'statement'] = types;
  const asked = format === 'csv' ? given.filter(([key]) => key !== 'types') : given;
  const one: [string, string][] = format === 'csv' ? [['types', first]] : [];
  return [...asked, ...one, ['format', format]];
}

const WORDS: Readonly<Record<ExportType, string>> = {
  statement: 'statements',
  agreement: 'agreements',
  event: 'events',
  relation: 'ties',
};

/**
 * What an export holds, in words for people.
 *
 * @param around name of the actor in the middle; null without a neighbourhood
 */
export function exportWords(state: ScreenState, around: string | null): string {
  const { types } = exportOf(state);
  if (types.length === 0) return 'Nothing: every layer of the graph is hidden';
  const narrowed = [
    ...(state.filters.length > 0 ? [`under ${count(state.filters.length, 'filter')}`] : []),
    ...(state.ego === null
      ? []
      : [`within ${count(state.ego.hops, 'step')} of ${around ?? state.ego.of}`]),
  ];
  const where = narrowed.length === 0 ? 'of the whole record' : narrowed.join(', ');
  return `All ${listed(types.map((type) => WORDS[type]))} ${where}`;
}

/** What a CSV of this export is a table of, and why it may have more rows than there are records. */
export function csvWords({ types }: Exported): string {
  const [first = 'statement'] = types;
  const only = types.length > 1 ? `${WORDS[first]} only, ` : '';
  return `${only}a row for each ${first === 'statement' ? 'report' : 'document'}`;
}
