import { UNDATED, type Facet, type FacetName, type Facets } from '../../../contract/index.ts';
import type { Connection } from '../database.ts';
import { LAST_DAY } from '../days.ts';
import { LABELS, topValues } from '../facets.ts';
import { CODES } from './statement-columns.ts';
import type { StatementColumns } from './statement-columns.ts';
import type { Column, Lists } from './column.ts';
import type { Match } from './match.ts';
import { smallest } from './smallest.ts';

/** Months are counted at year * 12 + month - 1; the last place counts the undated. */
const MONTHS = 120_000;

/** Facets of a match by counting, most frequent first, then by value. */
export function countColumns(
  connection: Connection,
  columns: StatementColumns,
  { keys }: Match,
  names: readonly FacetName[],
  limit: number,
): Facets {
  const counted = names.map((name) => [name, facetOf(connection, columns, keys, name, limit)]);
  return Object.fromEntries(counted) as Facets;
}

function facetOf(
  connection: Connection,
  columns: StatementColumns,
  keys: Int32Array,
  name: FacetName,
  limit: number,
): Facet {
  const counts = countsOf(columns, keys, name);
  const present: number[] = [];
  for (let value = 0; value < counts.length; value++)
    if ((counts[value] ?? 0) > 0) present.push(value);
  const least = -(smallest(limit, present, (value) => -(counts[value] ?? 0)).at(-1) ?? 0);
  const candidates = present
    .filter((value) => (counts[value] ?? 0) >= least)
    .map((value) => ({ value: wordFor(name, value), count: counts[value] ?? 0 }));
  return {
    values: limit === 0 ? [] : topValues(connection, candidates, LABELS[name], limit),
    omitted: Math.max(0, present.length - limit),
  };
}

function wordFor(name: FacetName, value: number): string | number {
  if (name in CODES) return CODES[name as keyof typeof CODES][value] ?? '';
  if (name !== 'said') return value;
  if (value === MONTHS) return UNDATED;
  const [year, month] = [Math.floor(value / 12), (value % 12) + 1];
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
}

function countsOf(columns: StatementColumns, keys: Int32Array, name: FacetName): Int32Array {
  const actors = columns.actorKind.numbers.length;
  switch (name) {
    case 'about':
    case 'addressee':
    case 'via':
      return countLists(columns[name], keys, actors);
    case 'document':
      return countLists(columns.document, keys, columns.outlet.numbers.length);
    case 'outlet':
      return countOutlets(columns, keys);
    case 'speaker':
      return countValues(columns.speaker, keys, actors);
    case 'kind':
      return countKinds(columns, keys);
    case 'said':
      return countMonths(columns, keys);
    default:
      return countValues(columns[name], keys, CODES[name].length);
  }
}

function countValues({ numbers }: Column, keys: Int32Array, size: number): Int32Array {
  const counts = new Int32Array(size);
  for (let i = 0; i < keys.length; i++) counts[numbers[keys[i] ?? 0] ?? 0]!++;
  return counts;
}

function countKinds({ speaker, actorKind }: StatementColumns, keys: Int32Array): Int32Array {
  const counts = new Int32Array(CODES.kind.length);
  const [speakers, kinds] = [speaker.numbers, actorKind.numbers];
  for (let i = 0; i < keys.length; i++) counts[kinds[speakers[keys[i] ?? 0] ?? 0] ?? 0]!++;
  return counts;
}

function countLists(lists: Lists, keys: Int32Array, size: number): Int32Array {
  const counts = new Int32Array(size);
  const [starts, lengths, values] = [lists.starts.numbers, lists.lengths.numbers, lists.values];
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] ?? 0;
    const start = starts[key] ?? 0;
    const end = start + (lengths[key] ?? 0);
    for (let at = start; at < end; at++) counts[values[at] ?? 0]!++;
  }
  return counts;
}

/** A statement counts once for an outlet, in however many of its documents it stands. */
function countOutlets(columns: StatementColumns, keys: Int32Array): Int32Array {
  const counts = new Int32Array(columns.actorKind.numbers.length);
  const countedFor = new Int32Array(counts.length);
  const { document, outlet } = columns;
  const [starts, lengths] = [document.starts.numbers, document.lengths.numbers];
  const [values, outlets] = [document.values, outlet.numbers];
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] ?? 0;
    const start = starts[key] ?? 0;
    const end = start + (lengths[key] ?? 0);
    for (let at = start; at < end; at++) {
      const publisher = outlets[values[at] ?? 0] ?? 0;
      if (publisher === 0 || countedFor[publisher] === key) continue;
      countedFor[publisher] = key;
      counts[publisher]!++;
    }
  }
  return counts;
}

function countMonths({ saidAsc }: StatementColumns, keys: Int32Array): Int32Array {
  const [counts, days] = [new Int32Array(MONTHS + 1), saidAsc.numbers];
  for (let i = 0; i < keys.length; i++) {
    const day = days[keys[i] ?? 0] ?? 0;
    const month = Math.floor(day / 10_000) * 12 + (Math.floor(day / 100) % 100) - 1;
    counts[day > LAST_DAY ? MONTHS : month]!++;
  }
  return counts;
}
