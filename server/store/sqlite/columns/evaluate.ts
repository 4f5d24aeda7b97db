import type { ResolvedQuery, ResolvedTerm } from '../../../contract/index.ts';
import { actorsOfAgreements, boundsOf, matchOf, namesStatus } from '../compile.ts';
import type { Connection } from '../database.ts';
import { keysOf } from '../keys.ts';
import { BitSet } from './bit-set.ts';
import type { Column, Lists } from './column.ts';
import type { Kept } from './kept.ts';
import { Match } from './match.ts';
import { keysByPart, keysByText } from './postings.ts';
import type { Part } from './postings.ts';
import { codeOf, NO_DAY } from './statement-columns.ts';
import type { StatementColumns } from './statement-columns.ts';

type IdTerm = Extract<ResolvedTerm, { ids: readonly string[] }>;
type DateTerm = Extract<ResolvedTerm, { from: string | null }>;
type UndatedTerm = Extract<ResolvedTerm, { undated: true }>;
type Test = (key: number) => boolean;

/** Where columns and postings are to be had. */
export interface Sources {
  readonly connection: Connection;
  readonly columns: StatementColumns;
  /** Keys found for a term before. */
  readonly kept: Kept<BitSet>;
}

/** Share of the record up to which a term's postings are tried one by one. */
const FEW = 0.04;

/**
 * Statements that match; rejected ones only when the query names `status`. When one part of a
 * conjunction has few statements, these are tried against the rest of it; otherwise sets of bits
 * are intersected.
 */
export function evaluateQuery(sources: Sources, query: ResolvedQuery): Match {
  const { live, all } = sources.columns;
  const within = namesStatus(query) ? all : live;
  const few = fewestOf(sources, query);
  if (few === null) return Match.ofBits(evaluate(sources, query).intersect(within));
  const test = testOf(sources, query, few.part);
  return Match.ofKeys(few.keys.filter((key) => within.has(key) && test(key)));
}

interface Few {
  readonly part: ResolvedQuery;
  readonly keys: Int32Array;
}

/** The part of a conjunction with the fewest statements, when those are few; else null. */
function fewestOf(sources: Sources, query: ResolvedQuery): Few | null {
  const parts = query.type === 'and' ? query.of : [query];
  const found = parts
    .map((part) => ({ part, keys: postings(sources, part) }))
    .filter((each): each is Few => each.keys !== null);
  const [fewest] = found.sort((a, b) => a.keys.length - b.keys.length);
  return fewest ?? null;
}

/** The keys of a term that an index gives; null when it gives none, or more than a few. */
function postings({ connection, columns, kept }: Sources, part: ResolvedQuery): Int32Array | null {
  if (part.type !== 'term') return null;
  const { term } = part;
  const most = FEW * columns.size;
  if (term.key === 'text') {
    const bits = textBits({ connection, columns, kept }, term);
    return bits.size <= most ? bits.members() : null;
  }
  if (!('ids' in term) || term.key === 'agreement' || term.key === 'actor') return null;
  const isDocument = term.key === 'document';
  const keys = keysOf(connection, isDocument ? 'documents' : 'actors', term.ids);
  return keysByPart(connection, term.key, keys, most);
}

/** Under what the statements that match a full-text expression are kept. */
export function textQuestion(expression: string): string {
  return `text ${expression}`;
}

function textBits(
  { connection, kept }: Sources,
  term: Extract<ResolvedTerm, { key: 'text' }>,
): BitSet {
  const expression = matchOf(term);
  return expression === null
    ? new BitSet(0)
    : kept.get(textQuestion(expression), () => keysByText(connection, expression));
}

/** Whether one statement matches, apart from `known`, which is known to hold. */
function testOf(sources: Sources, query: ResolvedQuery, known: ResolvedQuery): Test {
  if (query === known) return () => true;
  switch (query.type) {
    case 'all':
      return () => true;
    case 'not': {
      const test = testOf(sources, query.of, known);
      return (key) => !test(key);
    }
    case 'and': {
      const tests = query.of
        .filter((part) => part !== known)
        .map((part) => testOf(sources, part, known));
      return (key) => tests.every((test) => test(key));
    }
    case 'or': {
      const tests = query.of.map((part) => testOf(sources, part, known));
      return (key) => tests.some((test) => test(key));
    }
    case 'term':
      return termTest(sources, query.term);
  }
}

function termTest(sources: Sources, term: ResolvedTerm): Test {
  const { columns, connection } = sources;
  switch (term.key) {
    case 'mode':
    case 'act':
    case 'status':
    case 'method': {
      const [code, { numbers }] = [codeOf(term.key, term.value), columns[term.key]];
      return (key) => numbers[key] === code;
    }
    case 'said': {
      return within(term, columns.saidFrom, columns.saidTo);
    }
    case 'speaker': {
      const [wanted, { numbers }] = [
        among(keysOf(connection, 'actors', term.ids)),
        columns.speaker,
      ];
      return (key) => wanted(numbers[key] ?? 0);
    }
    default: {
      const test = listTest(sources, term);
      if (test) return test;
      const bits = termBits(sources, term);
      return (key) => bits.has(key);
    }
  }
}

/** A test that looks through the statement's own list; null for terms without one. */
function listTest({ connection, columns }: Sources, term: ResolvedTerm): Test | null {
  switch (term.key) {
    case 'about':
    case 'addressee':
    case 'via':
      return holds(columns[term.key], among(keysOf(connection, 'actors', term.ids)));
    case 'document':
      return holds(columns.document, among(keysOf(connection, 'documents', term.ids)));
    case 'outlet':
    case 'published':
      return holds(columns.document, documentTest(connection, columns, term));
    default:
      return null;
  }
}

/** Whether a document is of an outlet, or of a time. */
function documentTest(
  connection: Connection,
  columns: StatementColumns,
  term: IdTerm | DateTerm | UndatedTerm,
): Test {
  if ('ids' in term) {
    const [wanted, outlets] = [
      among(keysOf(connection, 'actors', term.ids)),
      columns.outlet.numbers,
    ];
    return (document) => wanted(outlets[document] ?? 0);
  }
  return within(term, columns.publishedFrom, columns.publishedTo);
}

/** Whether what has this key is of the time that is asked for, or of no known time. */
function within(
  term: DateTerm | UndatedTerm,
  { numbers: from }: Column,
  { numbers: to }: Column,
): Test {
  if ('undated' in term) return (key) => from[key] === NO_DAY;
  const { first, last } = boundsOf(term);
  return (key) => (from[key] ?? 0) <= last && (to[key] ?? 0) >= first;
}

function holds(lists: Lists, wanted: (value: number) => boolean): Test {
  const [starts, lengths, values] = [lists.starts.numbers, lists.lengths.numbers, lists.values];
  return (key) => {
    const start = starts[key] ?? 0;
    for (let i = start; i < start + (lengths[key] ?? 0); i++)
      if (wanted(values[i] ?? 0)) return true;
    return false;
  };
}

/** A new set, the caller's own. */
function evaluate(sources: Sources, query: ResolvedQuery): BitSet {
  const { all } = sources.columns;
  switch (query.type) {
    case 'all':
      return all.copy();
    case 'not':
      return all.copy().subtract(evaluate(sources, query.of));
    case 'and':
      return query.of.reduce((found, part) => found.intersect(evaluate(sources, part)), all.copy());
    case 'or':
      return query.of.reduce((found, part) => found.unite(evaluate(sources, part)), new BitSet(0));
    case 'term':
      return termBits(sources, query.term).copy().intersect(all);
  }
}

/** Kept: the same terms come again in other queries. Not the caller's own; may hold dead keys. */
function termBits(sources: Sources, term: ResolvedTerm): BitSet {
  if (term.key === 'text') return textBits(sources, term);
  return sources.kept.get(JSON.stringify(term), () => columnBits(sources, term));
}

function columnBits(sources: Sources, term: Exclude<ResolvedTerm, { key: 'text' }>): BitSet {
  const { columns, connection } = sources;
  switch (term.key) {
    case 'mode':
    case 'act':
    case 'status':
    case 'method':
      return BitSet.equal(columns[term.key].numbers, codeOf(term.key, term.value));
    case 'said': {
      if ('undated' in term) return passing(columns, termTest(sources, term));
      const { first, last } = boundsOf(term);
      return BitSet.overlapping(columns.saidFrom.numbers, columns.saidTo.numbers, first, last);
    }
    case 'kind': {
      const [code, kinds] = [codeOf('kind', term.value), columns.actorKind.numbers];
      return where(columns.speaker, (speaker) => kinds[speaker] === code);
    }
    case 'recorded': {
      const from = term.from === null ? -Infinity : instantOf(term.from, '00:00:00.000');
      const to = term.to === null ? Infinity : instantOf(term.to, '23:59:59.999');
      return where(columns.recorded, (instant) => instant >= from && instant <= to);
    }
    case 'agreement':
      return withPart(sources, AGREED, actorsOfAgreements(connection, term.ids));
    case 'actor':
      return withPart(sources, [...AGREED, 'via'], keysOf(connection, 'actors', term.ids));
    default:
      return passing(columns, termTest(sources, term));
  }
}

/** Milliseconds since 1970 of an instant, or of that time on a day. */
function instantOf(at: string, time: string): number {
  return Date.parse(at.includes('T') ? at : `${at}T${time}Z`);
}

const AGREED: readonly Exclude<Part, 'outlet' | 'document'>[] = ['speaker', 'addressee', 'about'];

/** Key 0 is no statement's, so whatever stands there is dropped with the dead keys. */
function passing(columns: StatementColumns, test: Test): BitSet {
  return BitSet.where(columns.speaker.numbers.length, test);
}

function where({ numbers }: Column | Column<Float64Array>, test: Test): BitSet {
  return BitSet.where(numbers.length, (key) => test(numbers[key] ?? 0));
}

function among(keys: readonly number[]): (value: number) => boolean {
  const [only] = keys;
  if (keys.length === 1) return (value) => value === only;
  const set = new Set(keys);
  return (value) => set.has(value);
}

function withPart(
  { connection }: Sources,
  parts: readonly Part[],
  actors: readonly number[],
): BitSet {
  const found = new BitSet(0);
  for (const part of parts)
    for (const key of keysByPart(connection, part, actors, Infinity) ?? []) found.add(key);
  return found;
}
