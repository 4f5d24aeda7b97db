import type { Cast } from './cast.ts';
import { genderOfName } from '../names/gender.ts';
import type { Naming, Referent } from './referent.ts';
import { isRole } from './roles.ts';
import type { ParsedDocument } from '../nlp/index.ts';
import { isQuoted } from '../text/quoted.ts';
import type { Tree } from '../text/tree.ts';

/** Somebody that a phrase may mean, how likely, and why. */
export interface Possible {
  readonly referent: Referent;
  /** 0..1; those of one phrase sum to at most 1. Set by hand, but for names (bearers.ts), to tell surer ways of reading from less sure ones. */
  readonly score: number;
  readonly reasons: readonly string[];
}

/** Sentences back in which a pronoun's or nominal's bearer may stand. This and the weights after it were set by hand, not fitted. */
const PRONOUN_WINDOW = 5;
/** How much less likely each sentence back. */
const FADING = 0.55;
const SUBJECT_BONUS = 1.6;
const SPEAKER_BONUS = 1.5;
const POSSESSOR_PENALTY = 0.5;
/** Of those named in words just quoted, for a phrase outside of them: "..., he said" is none of these. */
const QUOTED_PENALTY = 0.3;

/** What the resolver knows of the discourse when it meets a phrase. */
export interface Discourse {
  readonly parsed: ParsedDocument;
  readonly trees: readonly Tree[];
  readonly namings: readonly Naming[];
  readonly cast: Cast;
  /** Who was last said to have said something; null before the first. */
  readonly lastSpeaker: Referent | null;
  /** The sentence in which that was; null before the first. */
  readonly lastSpoke: number | null;
}

const PERSONAL = new Set('he she him her his hers himself herself'.split(' '));
const NEUTER = new Set('it its itself'.split(' '));
const PLURAL = new Set('they them their theirs themselves'.split(' '));
export function isPronoun(word: string): boolean {
  const key = word.toLowerCase();
  return PERSONAL.has(key) || NEUTER.has(key) || PLURAL.has(key);
}

/** Whom a pronoun may mean, best first. */
export function pronounBearers(
  word: string,
  sentence: number,
  at: number,
  discourse: Discourse,
): Possible[] {
  const key = word.toLowerCase();
  const fits = (referent: Referent) => fitsPronoun(key, referent);
  const found = ranked(sentence, at, discourse, fits, `nearest that “${word}” can mean`);
  const { lastSpeaker } = discourse;
  if (found.length === 0 && lastSpeaker && isUnnamedBearer(key, lastSpeaker))
    return [
      { referent: lastSpeaker, score: 0.6, reasons: [`“${word}” goes on from who spoke last`] },
    ];
  learnGender(key, found[0]);
  return found;
}

/** "They" after "analysts say", "she" after "a mother said": whom the text does not name. */
function isUnnamedBearer(pronoun: string, { kind, key }: Referent): boolean {
  if (!key.startsWith('unnamed:')) return false;
  return kind === 'person' ? PERSONAL.has(pronoun) : PLURAL.has(pronoun);
}

/** Somebody called "he" is not "she" later on. */
function learnGender(key: string, best: Possible | undefined): void {
  if (best && PERSONAL.has(key) && best.score >= SURE) best.referent.gender ??= genderOf(key);
}

/** From this share of the weight on a pronoun tells something of its bearer. */
const SURE = 0.6;

function genderOf(key: string): 'female' | 'male' {
  return FEMALE.has(key) ? 'female' : 'male';
}

/** Where words are published by others: "it" is never the platform. */
const PLATFORMS =
  /^organisation:(?:telegram|twitter|facebook|instagram|youtube|tiktok|vkontakte|truth-social|weibo|whatsapp|linkedin)$/;

/** Whether a referent's key is that of a platform, which carries words and says none. */
export function isPlatform(key: string): boolean {
  return PLATFORMS.test(key);
}

function fitsPronoun(key: string, { kind, key: identity, name, gender }: Referent): boolean {
  if (isPlatform(identity)) return false;
  if (PERSONAL.has(key)) {
    const told = gender ?? genderOfName(name);
    return kind === 'person' && (told === null || told === genderOf(key));
  }
  if (NEUTER.has(key)) return kind !== 'person' && !/^(?:people|unnamed):/.test(identity);
  return kind !== 'person';
}

const FEMALE = new Set('she her hers herself'.split(' '));

/** A person of that state, who may be a man or a woman; null where the words do not tell. */
export interface Personal {
  readonly country: string | null;
  readonly pronoun: 'he' | 'she' | null;
}

/** Whom "the Spaniard" or "the 69-year-old" may mean: persons of that state or of none told. */
export function personBearers(
  { country, pronoun }: Personal,
  sentence: number,
  at: number,
  discourse: Discourse,
): Possible[] {
  const fits = (referent: Referent) =>
    referent.kind === 'person' &&
    !referent.key.startsWith('unnamed:') &&
    (pronoun === null || fitsPronoun(pronoun, referent));
  const may = (referent: Referent) =>
    fits(referent) && (country === null || [country, null].includes(referent.country));
  return ranked(sentence, at, discourse, may, 'the person spoken of last whom the words fit');
}

/** Referents named before a place, weighed by distance, standing and whether they spoke last. */
export function ranked(
  sentence: number,
  at: number,
  discourse: Discourse,
  fits: (referent: Referent) => boolean,
  reason: string,
  window = PRONOUN_WINDOW,
): Possible[] {
  const weights = new Map<Referent, number>();
  const { namings, lastSpeaker } = discourse;
  const within = isQuoted(discourse.parsed, discourse.trees[sentence]!.tokens[at]?.start ?? 0);
  for (let i = lastBefore(namings, sentence, at); i >= 0; i--) {
    const naming = namings[i]!;
    if (sentence - naming.sentence > window) break;
    if (!fits(naming.referent)) continue;
    const spoke = naming.referent === lastSpeaker ? SPEAKER_BONUS : 1;
    const quoted = !within && isQuoted(discourse.parsed, naming.start) ? QUOTED_PENALTY : 1;
    const weight = weightOf(naming, sentence, discourse) * spoke * quoted;
    weights.set(naming.referent, Math.max(weights.get(naming.referent) ?? 0, weight));
  }
  const spoke = spokenWeight(sentence, discourse, window);
  if (lastSpeaker && spoke > 0 && fits(lastSpeaker) && weights.size > 0)
    weights.set(lastSpeaker, Math.max(weights.get(lastSpeaker) ?? 0, spoke));
  return normalised(weights, reason);
}

/** Whoever spoke is on one's mind, by whatever word the text called them there. */
function spokenWeight(sentence: number, { lastSpoke }: Discourse, window: number): number {
  const back = lastSpoke === undefined || lastSpoke === null ? -1 : sentence - lastSpoke;
  return back < 0 || back > Math.min(window, PRONOUN_WINDOW)
    ? 0
    : FADING ** back * SUBJECT_BONUS * SPEAKER_BONUS;
}

function lastBefore(namings: readonly Naming[], sentence: number, at: number): number {
  let [low, high] = [0, namings.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const naming = namings[middle]!;
    if (naming.sentence < sentence || (naming.sentence === sentence && naming.from < at))
      low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function weightOf(naming: Naming, sentence: number, { trees }: Discourse): number {
  const tree = trees[naming.sentence]!;
  const head = tree.headOf(naming.from, naming.to);
  const relation = standingOf(tree, head, naming);
  const back = Math.max(0, sentence - naming.sentence);
  const standing = relation.startsWith('nsubj')
    ? SUBJECT_BONUS
    : relation === 'nmod:poss'
      ? POSSESSOR_PENALTY
      : 1;
  return Math.max(FADING ** back * standing, 1e-6);
}

/** The relation of a name: in "Azerbaijan's president, Ilham Aliyev, said" that of the president. */
function standingOf({ tokens }: Tree, head: number, { from, to, referent }: Naming): string {
  const { relation, head: governor } = tokens[head]!;
  const between = tokens[from - 1]?.word === ',' && tokens[to]?.word === ',';
  const apposed = relation === 'appos' && governor >= 0 && between && referent.kind === 'person';
  if (!apposed) return relation;
  const above = tokens[governor]!;
  // "The staff's man for press, Ann Lee, would": of which the parser saw no verb.
  if (above.relation === 'root' && above.tag.startsWith('NN')) return 'nsubj';
  return isRole(above.lemma) ? above.relation : relation;
}

/** Shares of the whole weight, so that one clear bearer scores high and two rivals score half. */
function normalised(weights: ReadonlyMap<Referent, number>, reason: string): Possible[] {
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  return [...weights]
    .map(([referent, weight]) => ({ referent, score: (0.95 * weight) / total, reasons: [reason] }))
    .sort((a, b) => b.score - a.score)
    .slice(0, 5);
}
