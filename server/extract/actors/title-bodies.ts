import type { Token } from '../nlp/index.ts';
import type { Cast } from './cast.ts';
import { stateEndingAt } from './country.ts';
import type { Naming, Referent } from './referent.ts';
import { bodyKind, TRADES } from './roles.ts';
import type { Description } from './description.ts';

/** "The Foreign Ministry spokesman", "the OSCE's mission chief", "Civic Platform leader". */
export function bodyWithin(
  { from, noun }: Description,
  naming: Naming,
  all: readonly Naming[],
): Referent | null {
  const found = all.find(
    ({ from: start, to, referent }) =>
      start >= from &&
      to <= noun &&
      referent !== naming.referent &&
      !/^(?:person|state)$/.test(referent.kind) &&
      !/^government:/.test(referent.key),
  );
  return found?.referent ?? null;
}

/** "Reagan campaign | spokeswoman", "Reagan's campaign | manager": the campaign, named after its candidate. */
export function campaignOf(
  tokens: readonly Token[],
  { from, noun }: Description,
  all: readonly Naming[],
  cast: Cast,
): Referent | null {
  // "A spokesman for the Reagan | campaign"
  const forIt = /^(?:for|of|with)$/.test(tokens[noun + 1]?.word ?? '') ? noun + 7 : noun;
  const at = tokens.findIndex(({ word }, i) => i > from && i < forIt && word === 'campaign');
  if (at < 0) return null;
  const candidate = all.find(
    ({ to, referent }) =>
      referent.kind === 'person' &&
      to <= at &&
      (to === at ||
        (tokens[to]!.tag === 'POS' &&
          tokens.slice(to + 1, at).every(({ tag }) => /^(?:JJ|CD|NN)/.test(tag)))),
  );
  return candidate ? cast.body(`${tokens[candidate.to - 1]!.word} campaign`, null, 'group') : null;
}

/** The body that the role is at or of: the first naming after the role noun. */
export function bodyAfter(
  tokens: readonly Token[],
  { noun, end }: Description,
  naming: Naming,
  all: readonly Naming[],
): Referent | null {
  const found = all.find(
    ({ from, to, referent }) =>
      from > noun &&
      from < end &&
      referent !== naming.referent &&
      referent.kind !== 'person' &&
      !isTopic(tokens, noun, from) &&
      !(referent.kind === 'state' && isField(tokens, to)),
  );
  // "Of the United States | Pacific Command", "of the air force's | Western Command"
  const owned = found && tokens[found.to]?.tag === 'POS';
  const next =
    (owned || found?.referent.kind === 'state') &&
    all.find(({ from }) => from === (owned ? pastRuling(tokens, found!.to + 1) : found!.to));
  if (next && !/^(?:person|state)$/.test(next.referent.kind)) return next.referent;
  // "Head of Minsk | Dialogue"
  const named =
    found?.referent.key.startsWith('government:') &&
    stateEndingAt(tokens, found.to - 1)?.form === 'capital' &&
    /^NNP/.test(tokens[found.to]?.tag ?? '');
  if (named) return null;
  // "Leader of Peru's | fishing industry", "envoy | to Peru": neither is the state's.
  if (found?.referent.kind === 'state' && (owned || !isOf(tokens, found.from))) return null;
  // "Special representative | for Peru": on what somebody works, and not for whom.
  if (found?.referent.kind === 'state' && isSentTo(tokens, noun)) return null;
  if (found && (isFieldOfMinister(tokens, noun, found) || isWhereOneLearned(tokens, noun, found)))
    return null;
  return (found ?? apposedBody(tokens, end, all))?.referent ?? null;
}

const isSentTo = (tokens: readonly Token[], noun: number) =>
  /^(?:representative|envoy|rapporteur|coordinator)$/.test(tokens[noun]!.lemma) &&
  tokens[noun + 1]?.word === 'for';

/** "Minister for | Internal Security": what a minister is for, taken for a body. */
const isFieldOfMinister = (
  tokens: readonly Token[],
  noun: number,
  { from, to, referent }: Naming,
) =>
  /(?:minister|advis[eo]r|representative|envoy)$/i.test(tokens[noun]!.lemma) &&
  from - noun <= 3 &&
  referent.key.startsWith('body:') &&
  referent.country === null &&
  bodyKind(tokens[to - 1]!.lemma) === null;

/** "A doctor of physics and a graduate of the | Academy": whose somebody was once. */
const isWhereOneLearned = (tokens: readonly Token[], noun: number, { from }: Naming) =>
  tokens.slice(noun, from).some(({ lemma }) => /^(?:graduate|alumnus|alumna)$/.test(lemma));

/** "Director of the Russia | studies programme | at": what a state is only the field of. */
const isField = (tokens: readonly Token[], to: number) =>
  tokens
    .slice(to, to + 4)
    .some(
      ({ lemma }, i, words) =>
        /^(?:program|programme|project|desk|team|study|studies|section|research)$/i.test(lemma) &&
        words.slice(0, i).every(({ tag }) => /^(?:NN|JJ|CC)/.test(tag)),
    );

/** "Georgia's | ruling | Georgian Dream": past what a party is in its state. */
function pastRuling(tokens: readonly Token[], from: number): number {
  let at = from;
  while (
    at - from < 3 &&
    /^(?:ruling|governing|main|largest|biggest|opposition|far-right|far-left|centre-right|centre-left|conservative|liberal|nationalist|populist|pro-\p{L}+)$/u.test(
      tokens[at]?.word ?? '',
    )
  )
    at++;
  return at;
}

/** "President | of Peru", "spokesman | for the Philippines". */
const isOf = (tokens: readonly Token[], name: number) =>
  /^(?:of|for)$/.test(tokens[tokens[name - 1]?.word === 'the' ? name - 2 : name - 1]?.word ?? '');

/** "President of football's governing body, | FIFA": named after what it is. */
function apposedBody(
  tokens: readonly Token[],
  end: number,
  all: readonly Naming[],
): Naming | undefined {
  const { lemma } = tokens[end - 1]!;
  if (tokens[end]?.word !== ',' || (lemma !== 'body' && bodyKind(lemma) === null)) return undefined;
  return all.find(
    ({ from, referent: { kind } }) => from === end + 1 && !/^(?:person|state)$/.test(kind),
  );
}

/** "An expert on Belarus at the institute": what an expert is on is not where the expert works. */
function isTopic(tokens: readonly Token[], noun: number, from: number): boolean {
  const before = tokens[from - 1]?.lemma === 'the' ? from - 2 : from - 1;
  return /^(?:on|about|in)$/.test(tokens[before]?.word ?? '') && TRADES.has(tokens[noun]!.lemma);
}

/**
 * "The Chinese Foreign Ministry called this a smear. ..., spokeswoman Mao Ning said": the body that the
 * sentence before begins with, of a spokesman whose body nothing beside the name tells.
 */
export function bodySpokenFor(
  tokens: readonly Token[],
  { from, noun }: Description,
  before: readonly Naming[],
  here: readonly Naming[] = [],
): Referent | null {
  const bare = from === noun && !/^(?:of|for|at)$/.test(tokens[noun + 1]?.word ?? '');
  // "U.N, | spokesman X": a body that the words before name, though none was found.
  const told = tokens[from - 1]?.word === ',' && /^\p{Lu}$/u.test(tokens[from - 2]?.word ?? '');
  if (told || !bare || !/^spokes(?:man|woman|person)$/.test(tokens[noun]!.lemma)) return null;
  // "The Kremlin is concerned, | spokesman X said"
  const own = here.find(({ from: at, to }) => at <= 2 && to < from);
  const body = (own ?? before.find(({ from: at }) => at <= 2))?.referent;
  return body &&
    /^(?:government-body|armed-force|company|international-organisation)$/.test(body.kind)
    ? body
    : null;
}

/** Characters of a title that name the body that gives it: "NATO | Secretary-General". */
export function bodyLength(
  tokens: readonly Token[],
  naming: Naming,
  { from, noun }: Description,
  all: readonly Naming[],
  text: string,
  title: string,
): number {
  const body = all.findLast(
    (one) => one.from >= from && one.to <= noun && one !== naming && one.referent.kind !== 'person',
  );
  if (!body || !title.startsWith(text.slice(body.start, body.end))) return 0;
  const next = /^['’]s?$/.test(tokens[body.to]!.word) ? body.to + 1 : body.to;
  return next > noun ? 0 : tokens[next]!.start - body.start;
}

/**
 * "Its spokesperson, X": the body named last in this sentence, else first in the one before.
 * @param before namings of the sentence before
 */
export function possessingBody(
  tokens: readonly Token[],
  { from, noun }: Description,
  naming: Naming,
  all: readonly Naming[],
  before: readonly Naming[],
): Referent | null {
  const pronoun = tokens
    .slice(Math.max(0, from - 1), noun)
    .some(({ word }) => /^(?:its|whose)$/i.test(word));
  if (!pronoun) return null;
  const bodies = (namings: readonly Naming[]) =>
    namings.filter(({ referent: { kind } }) => kind !== 'person' && kind !== 'media');
  const here = bodies(all).filter(({ to }) => to <= Math.min(from, naming.from));
  if (here.length > 0) return here.at(-1)!.referent;
  // "Lebanon's | Hezbollah": the body, and not whose it is.
  const [first, second] = bodies(before);
  const owned = first?.referent.kind === 'state' && second?.from === first.to + 1;
  return (owned ? second : first)?.referent ?? null;
}

/**
 * "A spokesman for the agency, X": the body whose name ends so, else the one named last, here or in
 * the sentence before.
 * @param before namings of the sentence before
 * @param earlier all namings of the text so far
 */
export function agencyBefore(
  tokens: readonly Token[],
  { noun, end }: Description,
  all: readonly Naming[],
  before: readonly Naming[],
  earlier: readonly Naming[],
): Referent | null {
  const at = tokens[noun + 1];
  if (
    !at ||
    !/^(?:for|of|at)$/.test(at.word) ||
    !/^(?:the|this)$/.test(tokens[noun + 2]?.word ?? '')
  )
    return null;
  const word = tokens[noun + 3];
  // "For the opposition | Christian Democrats"
  if (/^NNP/.test(tokens[noun + 4]?.tag ?? '')) return null;
  if (!word || noun + 3 >= end || !/^\p{Ll}/u.test(word.word) || bodyKind(word.lemma) === null)
    return null;
  const isBody = ({ referent: { kind } }: Naming) => !/^(?:person|media|state)$/.test(kind);
  const called = earlier.findLast(
    ({ referent }) => referent.kind !== 'person' && isCalled(referent, word.lemma),
  );
  const bodies = [...before, ...all.filter(({ to }) => to <= noun)].filter(isBody);
  return (called ?? bodies.at(-1))?.referent ?? null;
}

/** Whether a body's own name ends in a noun: "the commission" of the European Commission. */
function isCalled({ surfaces }: Referent, noun: string): boolean {
  return [...surfaces].some((name) => name.toLowerCase().split(/\s+/u).at(-1) === noun);
}
