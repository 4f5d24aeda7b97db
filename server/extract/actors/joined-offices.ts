import type { Token } from '../nlp/index.ts';
import { stateEndingAt } from './country.ts';
import type { Naming } from './referent.ts';
import { isRole, roleOf } from './roles.ts';
import { lastRole } from './role-words.ts';
import type { Description } from './description.ts';

/**
 * The offices of a description that holds two: "Norway's premier | and leader of the Labour Party",
 * "deputy premier | and defence minister of Poland". The first goes on to the end where it has no
 * state or body of its own: "president and CEO of the firm".
 */
export function offices(
  tokens: readonly Token[],
  found: Description,
  all: readonly Naming[],
): Description[] {
  const and = tokens.findIndex(
    ({ word }, i) =>
      i > found.noun && i < found.end && i <= found.noun + FARTHEST && word === 'and',
  );
  const next = and < 0 ? null : roleFrom(tokens, and + 1, found.end);
  if (next === null || isOfAnother(tokens, next, all)) return [found];
  const from = /^(?:the|an?)$/.test(tokens[and + 1]!.word) ? and + 2 : and + 1;
  const second = { ...found, from, noun: next };
  const own = and > found.noun + 1 || ownsState(tokens, found);
  return own ? [{ ...found, to: and, end: and }, second] : [found, second];
}

/** From an office to the "and" after it, in tokens. */
const FARTHEST = 9;

/** "And | a former defence | minister": the role in which a phrase of nouns and adjectives ends. */
function roleFrom(tokens: readonly Token[], from: number, end: number): number | null {
  for (let i = from; i < end && i - from <= LONGEST; i++) {
    const { lemma, tag } = tokens[i]!;
    if (/^(?:author|writer|host)$/.test(lemma)) return null;
    if (isRole(lemma) && tag.startsWith('NN'))
      return tag.endsWith('S') ? null : lastRole(tokens, i);
    if (!/^(?:DT|JJ|NN|POS|VBG|RB)/.test(tag)) return null;
  }
  return null;
}

/** Before a role, in tokens. */
const LONGEST = 6;

/** "The head of the agency and its spokesman | X": a title that goes on in another's name. */
const isOfAnother = (tokens: readonly Token[], noun: number, all: readonly Naming[]) =>
  /^(?:POS|NNP)$/.test(tokens[noun + 1]?.tag ?? '') ||
  all.some(({ from, referent }) => from === noun + 1 && referent.kind === 'person');

function ownsState(tokens: readonly Token[], { from, noun }: Description): boolean {
  for (let i = from; i < noun; i++) if (stateEndingAt(tokens, i)) return true;
  return false;
}

/**
 * "Polish Deputy Premier and | Defence Minister X", "Qatar's premier and | foreign minister, X": the
 * office that is joined to the one right before a name. Null where another's may be meant: "the
 * minister and President X", "the minister and Mayor X were".
 */
export function officeBefore(
  tokens: readonly Token[],
  name: Pick<Naming, 'from' | 'to'>,
  { from, noun: second }: Pick<Description, 'from' | 'noun'>,
  start: (noun: number) => number,
): Description | null {
  const noun = from - 2;
  if (tokens[from - 1]?.word !== 'and' || !isRole(tokens[noun]?.lemma ?? '')) return null;
  const [one, other] = [tokens[noun]!, tokens[second]!];
  if (one.tag.endsWith('S') || HEAD.test(roleOf(other.lemma))) return null;
  if (/^\p{Lu}/u.test(one.word) !== /^\p{Lu}/u.test(other.word)) return null;
  const begin = start(noun);
  const set = tokens[name.from - 1]?.word === ',';
  if (!set && /^(?:the|an?)$/i.test(tokens[begin - 1]?.word ?? '')) return null;
  if (isSeveral(tokens, name.to)) return null;
  return { from: begin, to: from - 1, noun, end: from - 1 };
}

const HEAD = /^(?:president|king|queen|emperor|emir|sultan|pope)$/;

/** "X | were", "X | have said": not one alone. */
function isSeveral(tokens: readonly Token[], to: number): boolean {
  const verb = tokens.slice(to).find(({ tag }) => /^(?:VB|MD)/.test(tag));
  return /^(?:are|were|have)$/.test(verb?.word ?? '');
}
