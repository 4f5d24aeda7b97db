import type { Statement } from '../../../graph-data/schema/index.ts';
import { dayRange, overlaps } from '../../../graph-data/schema/index.ts';
import { commonSubsequence } from './align.ts';
import { candidatePairs, shingles, signature } from './minhash.ts';
import { stems } from './stems.ts';

type Utterance = Pick<Statement, 'id' | 'speaker' | 'text' | 'said' | 'mode'>;

/** Two statements that seem to carry one utterance: a proposal for a link decision. */
export interface SameUtterance {
  /** The statement whose reports would move. */
  readonly from: Statement['id'];
  /** The fuller telling, which would stay. */
  readonly into: Statement['id'];
  /** Share of the shorter telling's content words that the fuller has in the same order, 0..1. */
  readonly similarity: number;
}

/** Fewer content words are a phrase that a speaker may well say twice. */
const LEAST_WORDS = 4;
/** Paraphrase keeps fewer words than quotation, so indirect tellings may differ more. */
const LEAST_SIMILARITY = { direct: 0.8, other: 0.6 };
/** Tellings of one utterance that are all compared with one another. */
const MOST_ALIKE = 500;
/** Above this many statements of one speaker, pairs are looked for by MinHash. */
const ALL_PAIRS = 120;

/** Pairs of statements of one speaker that carry one utterance, most alike first. */
export function sameUtterance(statements: readonly Utterance[]): SameUtterance[] {
  const bySpeaker = new Map<string, Told[]>();
  for (const statement of statements) {
    const told = { statement, stems: stems(statement.text) };
    const list = bySpeaker.get(statement.speaker);
    if (list) list.push(told);
    else bySpeaker.set(statement.speaker, [told]);
  }
  return [...bySpeaker.values()]
    .flatMap((told) => pairsOf(told).flatMap(([a, b]) => proposal(a, b) ?? []))
    .sort((a, b) => b.similarity - a.similarity || (a.from < b.from ? -1 : 1));
}

interface Told {
  readonly statement: Utterance;
  readonly stems: readonly string[];
}

function pairsOf(told: readonly Told[]): [Told, Told][] {
  if (told.length <= ALL_PAIRS)
    return told.flatMap((a, i) => told.slice(i + 1).map((b): [Told, Told] => [a, b]));
  const signatures = told.map(({ stems: words }) => signature(shingles(words, 2)));
  return candidatePairs(signatures, MOST_ALIKE).map(([i, j]) => [told[i]!, told[j]!]);
}

function proposal(a: Told, b: Told): SameUtterance | null {
  const [short, long] = a.stems.length <= b.stems.length ? [a, b] : [b, a];
  if (short.stems.length < LEAST_WORDS || !couldBeOneDay(a.statement, b.statement)) return null;
  const similarity = commonSubsequence(short.stems, long.stems) / short.stems.length;
  const direct = a.statement.mode === 'direct' && b.statement.mode === 'direct';
  if (similarity < LEAST_SIMILARITY[direct ? 'direct' : 'other']) return null;
  return { from: short.statement.id, into: long.statement.id, similarity };
}

/** Dates that cannot be one day tell two utterances apart; an unknown date tells nothing. */
function couldBeOneDay(a: Utterance, b: Utterance): boolean {
  const [x, y] = [a.said, b.said].map((date) => (date === null ? null : dayRange(date)));
  return !x || !y || overlaps(x, y);
}
