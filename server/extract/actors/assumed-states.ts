import type { Token } from '../nlp/index.ts';
import type { Cast } from './cast.ts';
import { stateEndingAt } from './country.ts';
import { isCounterpart, isEnvoy } from './offices.ts';
import type { Naming } from './referent.ts';
import type { Description } from './description.ts';
import { titleBefore } from './titles.ts';
import { stateOfTitle } from './told-state.ts';

/**
 * "Germany has not decided, Defence Minister X said", "Poland closed a road. Interior Minister X
 * said": the state whose deed is told of at the beginning of this sentence or of the one before it.
 * A guess. Of a president only after a few words; null where the state does something to others,
 * of which their ministers tell.
 */
export function stateToldOf(
  tokens: readonly Token[],
  { from, to }: Naming,
  title: Description,
  before: readonly Token[],
): string | null {
  const { lemma } = tokens[title.noun]!;
  // "Azerbaijan is not amused. President X"
  const opens = lemma === 'president' && title.from === 0 && before.length <= FEW;
  if (lemma !== 'minister' && !opens) return null;
  const here = firstState(tokens, from);
  const state = here ?? (isElsewhere(tokens, from) ? null : firstState(before, before.length));
  if (state === null || actsOnOthers(here ? tokens : before, state.to)) return null;
  return judges(tokens, to) === state.code ? null : state.code;
}

/**
 * "Peru's President X and | Defence Minister Y": of the same state, unless both are of one rank, who
 * meet. A guess.
 */
export function stateOfCompanion(
  tokens: readonly Token[],
  { from, noun }: Description,
  all: readonly Naming[],
): string | null {
  const { lemma } = tokens[noun]!;
  const chief = /^prime$/i.test(tokens[noun - 1]?.word ?? '');
  const deputy = tokens.slice(from, noun).some(({ word }) => /^(?:deputy|vice)$/i.test(word));
  if (lemma !== 'minister' || tokens[from - 1]?.word !== 'and' || (chief && !deputy)) return null;
  const first = all.find(({ to, referent: { kind } }) => to === from - 1 && kind === 'person');
  const title = first && titleBefore(tokens, first);
  const state = title ? stateOfTitle(tokens, title) : null;
  if (!title || state === null) return null;
  const foreign = (words: readonly Token[]) =>
    words.some(({ word }) => /^(?:foreign|state)$/i.test(word));
  const same = fieldOf(tokens, title) === fieldOf(tokens, { from, noun });
  const envoys =
    foreign(tokens.slice(title.from, title.end + 2)) && foreign(tokens.slice(from, noun));
  return same || envoys ? null : state;
}

const fieldOf = (tokens: readonly Token[], { from, noun }: Pick<Description, 'from' | 'noun'>) =>
  tokens
    .slice(Math.max(from, noun - 1), noun + 1)
    .map(({ word }) => word.toLowerCase())
    .join(' ');

/** "X accused | Ankara of": the state, or the capital, that somebody judges, which is another's; null for none. */
function judges(tokens: readonly Token[], to: number): string | null {
  if (!JUDGES.test(tokens[to]?.lemma ?? '')) return null;
  const first = tokens[to + 1]?.word === 'the' ? to + 2 : to + 1;
  const state = stateEndingAt(tokens, first) ?? stateEndingAt(tokens, first + 1);
  return state?.from === first ? state.state : null;
}

const JUDGES =
  /^(?:accuse|blame|critici[sz]e?|condemn|denounce|slam|blast|rebuke|urge|warn|thank|praise|congratulate|tell|told|ask)$/;

/** "In Kyiv, Prime Minister X": neither the town's nor the state's told of before. */
function isElsewhere(tokens: readonly Token[], before: number): boolean {
  return tokens
    .slice(0, before)
    .some(({ word }, i) => /^(?:in|at)$/i.test(word) && stateEndingAt(tokens, i + 1) !== null);
}

/** In tokens, the stop included. */
const FEW = 6;

/** The state, by name or adjective, with which a sentence begins: "Poland, a member,", "The German cabinet". */
function firstState(
  tokens: readonly Token[],
  before: number,
): { readonly code: string; readonly to: number } | null {
  const article = /^the$/i.test(tokens[0]?.word ?? '') ? 1 : 0;
  for (let i = article; i < Math.min(before, article + LONGEST_STATE); i++) {
    const state = stateEndingAt(tokens, i);
    if (state?.from !== article) continue;
    // "Saudi Arabia and Iran": not one of them.
    const next = stateEndingAt(tokens, i + 2) ?? stateEndingAt(tokens, i + 3);
    const joined = /^(?:and|,)$/.test(tokens[i + 1]?.word ?? '') && next?.from === i + 2;
    const owner = /^['’]s?$/.test(tokens[i + 1]?.word ?? '');
    const several = joined && next.form === 'name';
    return owner || several || isTitle(tokens, i + 1) ? null : { code: state.state, to: i + 1 };
  }
  return null;
}

/** "French | President X met Prime Minister Y": one person's deed, and the other may be anybody's. */
function isTitle(tokens: readonly Token[], from: number): boolean {
  const verb = tokens.findIndex(({ tag }, i) => i >= from && /^(?:VB|MD)/.test(tag));
  return tokens.slice(from, verb < 0 ? from : verb).some(({ entity }) => entity === 'PERSON');
}

/** Words of a state's name: "United States". */
const LONGEST_STATE = 2;

/** "Russia fired missiles", "China sent ships round the island": a deed of which the other side tells. */
function actsOnOthers(tokens: readonly Token[], from: number): boolean {
  const verb = tokens.findIndex(
    ({ tag, lemma }, i) => i >= from && tag.startsWith('VB') && !/^(?:be|have|do)$/.test(lemma),
  );
  const words = verb < 0 ? [] : tokens.slice(verb, verb + REACH);
  return (
    FORCE.test(words[0]?.lemma ?? '') ||
    words.some(({ word, tag }) => tag === 'IN' && /^(?:against|around|round|near|off)$/.test(word))
  );
}

const FORCE =
  /^(?:accuse|attack|blame|bomb|bombard|capture|fire|hit|invade|kill|launch|occupy|pound|raid|seize|shell|shoot|storm|strike|target|threaten|violate)$/;
/** In tokens, from a verb to the preposition that tells against whom. */
const REACH = 8;

/** "Foreign Ministry spokeswoman X": of no American body, for theirs are called otherwise. */
export const isNoAmericanOffice = (title: string) =>
  /^(?:(?:deputy|acting|first) )*(?:(?:foreign|defen[cs]e|interior) (?:ministry|minister)|prime minister)\b/i.test(
    title,
  );

/** "Exiled opposition leader X": of a state where the text is not at home. */
export const isExiled = (tokens: readonly Token[], { from, noun }: Description) =>
  tokens.slice(Math.max(0, from - 1), noun).some(({ word }) => /^exiled$/i.test(word));

/** Whether neither this sentence nor the one before names another state than the document's own. */
export function isAtHome(
  tokens: readonly Token[],
  { from, to }: Naming,
  previous: readonly Naming[],
  { setting: { home, homeTold } }: Cast,
): boolean {
  if (home === null || comesFromAbroad(tokens, to) || stateReceived(tokens, to) === home)
    return false;
  // Under a dateline only what stands before the name can make the office another state's.
  const near = homeTold ? tokens.slice(0, from) : tokens;
  const foreign =
    !homeTold &&
    previous.some(({ referent: { key, country, kind } }) => {
      const code = /^state:(.+)$/.exec(key)?.[1] ?? (kind === 'person' ? null : country);
      return code !== null && code !== home;
    });
  return (
    !foreign &&
    near.every((_, i) => {
      const state = stateEndingAt(tokens, i)?.state ?? home;
      return state === home || isCounterpart(tokens[i + 1]?.lemma ?? '');
    })
  );
}

/**
 * "Foreign Minister X summoned the Polish ambassador": the state whose envoy somebody has before him,
 * so that the office is another's; null where nobody's envoy is.
 */
function stateReceived(tokens: readonly Token[], to: number): string | null {
  const verb = tokens.findIndex(
    ({ lemma }, i) => i >= to && i < to + RECEIVES_WITHIN && RECEIVES.test(lemma),
  );
  if (verb < 0 || tokens.slice(to, verb).some(({ word, lemma }) => word === ',' || lemma === 'be'))
    return null;
  const envoy = tokens.findIndex(({ lemma }, i) => i > verb && i <= verb + 5 && isSent(lemma));
  const states = tokens.slice(verb + 1, Math.max(verb + 1, envoy));
  const state = states.map((_, i) => stateEndingAt(tokens, verb + 1 + i)).find((one) => one);
  return state?.state ?? null;
}

const RECEIVES = /^(?:summon|receive|expel|recall|convoke|call)$/;
const isSent = (lemma: string) =>
  isEnvoy(lemma) || /^(?:charg[eé]|attach[eé]|diplomat)$/.test(lemma);
/** In tokens, from a name to the verb. */
const RECEIVES_WITHIN = 4;

/**
 * "Lukashenko denied it. Foreign Minister X summoned the Polish ambassador": the state named last
 * before that is not the envoy's. A guess; null where nobody's envoy is received.
 */
export function stateOfReceiver(
  tokens: readonly Token[],
  { to }: Naming,
  earlier: readonly Naming[],
): string | null {
  const received = stateReceived(tokens, to);
  if (received === null) return null;
  const codes = earlier.flatMap(
    ({ referent: { key, country } }) => /^state:(.+)$/.exec(key)?.[1] ?? country ?? [],
  );
  return codes.findLast((code) => code !== received) ?? null;
}

/** "President X visited Minsk": where one comes to is not where one is in office. */
function comesFromAbroad(tokens: readonly Token[], to: number): boolean {
  const verb = tokens[to]?.tag === 'RB' ? to + 1 : to;
  const goes = /^(?:visit|arrive|fly|flew|travel)$/.test(tokens[verb]?.lemma ?? '');
  return (
    goes && tokens.slice(verb + 1, verb + 5).some((_, i) => stateEndingAt(tokens, verb + 1 + i))
  );
}
