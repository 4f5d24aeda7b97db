import type { Attribution } from '../attribution/index.ts';
import type { Discourse } from '../actors/coreference.ts';
import { isWholeNaming } from '../actors/naming-index.ts';
import type { ParsedDocument, Span } from '../nlp/index.ts';
import { lastStarting, placeOf, type Place } from '../text/place.ts';
import type { Tree } from '../text/tree.ts';
import { isLabel } from '../actors/roles.ts';
import { isNamed, isOnlyPossible, isOnlySpeaker, isOtherDeed } from './unreal.ts';
import { isByNobody, isOfNothing, isOfThemselves, wasAddressed } from './unspoken.ts';

/**
 * Cues that say that nothing was said, or not by whom: "without disclosing", "pressured it to
 * declare", "it was reported".
 */
export function isUnsaid(attribution: Attribution, { parsed, trees, namings }: Discourse): boolean {
  const { cue, source, content, mode } = attribution;
  if (mode === 'direct' && content.every((span) => isWholeNaming(namings, span))) return true;
  const place = cue[0] && placeOf(parsed, cue[0]);
  if (!place) return isOfLabel(source[0], parsed.text);
  if (isHeading(place.sentence, parsed)) return true;
  const tree = trees[place.sentence]!;
  if (isBareAccording(tree, place) || isRelative(tree, place) || isOfLabel(source[0], parsed.text))
    return true;
  const verb = lastVerb(tree, place.from, place.to) ?? tree.headOf(place.from, place.to);
  const speaker = source[0] ? placeOf(parsed, source[0]) : null;
  const told = content[0] && placeOf(parsed, content[0]);
  const words = (spans: readonly Span[]) =>
    spans.map(({ start, end }) => parsed.text.slice(start, end));
  return (
    (speaker !== null && isOthers(tree, verb, speaker, place, mode)) ||
    isOtherDeed(tree, verb, place.to) ||
    (told?.sentence === place.sentence && isOnlySpeaker(tree, told, verb)) ||
    (mode === 'indirect' && (isOfNothing(tree, verb) || isOfThemselves(tree, verb))) ||
    isNoTelling(tree, verb, place, words(content)) ||
    (mode !== 'direct' && (isOnlyPossible(tree, verb) || isOnlyIf(tree, verb))) ||
    isQuestion(tree, verb) ||
    isSettledWith(tree, verb) ||
    isSettledOn(tree, verb) ||
    isByArms(tree, verb) ||
    (mode === 'indirect' &&
      isSiding(tree, verb) &&
      content.every((span) => isWholeNaming(namings, beforeTime(span, parsed.text)))) ||
    isSaidByNobody(tree, verb, words(source).join(' '))
  );
}

/** Whether who is named is addressed, is a thing, names something or is only supposed to say it. */
function isOthers(
  tree: Tree,
  verb: number,
  speaker: Place,
  cue: Place,
  mode: Attribution['mode'],
): boolean {
  if (mode !== 'direct' && speaker.sentence === cue.sentence) {
    if (wasAddressed(tree, verb, speaker) || isByNobody(tree, verb, speaker)) return true;
  }
  return (
    isThings(tree, verb, speaker) ||
    isNaming(tree, verb, speaker) ||
    isSupposed(tree, verb, speaker)
  );
}

/** Whether the cue's own words tell of no saying: "neither confirmed", "without saying", "Asked about it,". */
function isNoTelling(tree: Tree, verb: number, place: Place, content: readonly string[]): boolean {
  // "Neither confirmed nor denied the report".
  if (place.from > 1 && /^(?:neither|nor)$/i.test(tree.tokens[place.from - 1]!.word)) return true;
  if (isAttribute(tree, verb, place) || isNamed(tree, verb)) return true;
  if (marksOf(tree, verb).includes('without') || isShortOf(tree, place.from)) return true;
  if (isInSupport(tree, place) || isMeasure(tree, verb)) return true;
  if (place.from > 0) return false;
  const short = content.every((words) => !/\s\S+\s/u.test(words));
  return /^VB[ND]$/.test(tree.tokens[0]!.tag) || (tree.tokens[0]!.tag === 'VBG' && short);
}

/** "Agreed with the government to end it" is done, not said. */
function isSettledWith(tree: Tree, verb: number): boolean {
  const { tokens } = tree;
  if (tokens[verb]!.lemma !== 'agree' || tokens[verb + 1]?.word !== 'with') return false;
  const settled = tokens.slice(verb + 2, verb + 2 + LONGEST_PARTNER);
  const topic = settled.some(({ word }) => /^(?:on|about)$/.test(word));
  return topic || tree.childrenBy(verb, 'xcomp').length > 0;
}

/** "Agreed on a fund | that the UN would run": what was agreed on is described, nothing is said. */
function isSettledOn({ tokens }: Tree, verb: number): boolean {
  if (tokens[verb]!.lemma !== 'agree' || !/^(?:on|upon)$/.test(tokens[verb + 1]?.word ?? ''))
    return false;
  const that = tokens.findIndex(({ word }, i) => i > verb && word === 'that');
  return that > 0 && tokens[that - 1]!.tag.startsWith('NN');
}

/** "Attacked the station with explosives". */
function isByArms({ tokens }: Tree, verb: number): boolean {
  if (!/^(?:attack|hit|strike|assault)$/.test(tokens[verb]!.lemma)) return false;
  return tokens.some(
    ({ word }, i) => i > verb && word === 'with' && ARMS.test(tokens[i + 1]?.lemma ?? ''),
  );
}

const ARMS =
  /^(?:explosive|rocket|drone|missile|grenade|rifle|gunfire|machete|knife|bomb|mortar|artillery|gun|shell|axe|stone)$/;

/** "Has opposed Petro since his first day": a tie between two, and no words. */
const isSiding = ({ tokens }: Tree, verb: number) =>
  /^(?:oppose|support|back)$/.test(tokens[verb]!.lemma);

/** "Petro | since his first day". */
function beforeTime({ start, end }: Span, text: string): Span {
  const time = /\s(?:since|from|throughout|during|in|at|for)\s.*$/su.exec(text.slice(start, end));
  return time ? { start, end: start + time.index } : { start, end };
}

/** "It was reported", "a chance to say". */
function isSaidByNobody(tree: Tree, verb: number, source: string): boolean {
  if (tree.childrenBy(verb, 'auxpass').length > 0 && /^it$/i.test(source)) return true;
  const governor = tree.tokens[tree.tokens[verb]!.head]?.lemma ?? '';
  const infinitive = tree.tokens[verb]!.tag === 'VB' && marksOf(tree, verb).includes('to');
  return infinitive && !GOING_ON.test(governor);
}

const marksOf = (tree: Tree, verb: number) =>
  tree.childrenBy(verb, 'mark').map((i) => tree.tokens[i]!.word.toLowerCase());

/** "The focus on what worked in | Ukraine | suggests that": a thing shows it, wherever it is. */
function isThings({ tokens }: Tree, verb: number, { from, to }: Place): boolean {
  const { lemma } = tokens[verb]!;
  const shows = /^(?:suggest|show|indicate|mean|reveal|demonstrate|imply|reflect)$/.test(lemma);
  return (
    shows && to === verb && /^(?:in|at|from|on|of|over|near)$/.test(tokens[from - 1]?.word ?? '')
  );
}

/** "What | Moscow | calls its special operation": one's own name for one's doing, and nothing said of it. */
function isNaming({ tokens }: Tree, verb: number, { from }: Place): boolean {
  const names = /^(?:call|term|dub|label)$/.test(tokens[verb]!.lemma);
  return names && tokens[verb + 1]?.tag === 'PRP$' && /^what$/i.test(tokens[from - 1]?.word ?? '');
}

/** "Should | Moscow | demand it, Minsk would", "had he said so": what is only supposed. */
function isSupposed({ tokens }: Tree, verb: number, { from, to }: Place): boolean {
  const supposed = /^(?:should|had|were)$/i.test(tokens[from - 1]?.word ?? '');
  const begins = from === 1 || tokens[from - 2]?.word === ',';
  return supposed && begins && verb >= to && verb - to < 2 && tokens.at(-1)!.word !== '?';
}

/** `Source: the ministry`: a label speaks no more than its colon. */
const isOfLabel = (source: Span | undefined, text: string) =>
  source !== undefined &&
  text[source.end] === ':' &&
  isLabel(text.slice(source.start, source.end).trim());

/** "According | to satellite imagery, the Russians": whoever comes next is not who says it. */
function isBareAccording({ tokens }: Tree, { from, to }: Place): boolean {
  return to - from === 1 && /^according$/i.test(tokens[from]!.word) && tokens[to]?.word === 'to';
}

/** "Keeps to the line | according to | which ties are cut": a rule that is told of, and nobody. */
function isRelative({ tokens }: Tree, { from, to }: Place): boolean {
  const according = /^according$/i.test(tokens[from]!.word);
  return according && /^(?:which|whom)$/.test(tokens[to]?.word ?? '');
}

/** "WASHINGTON URGES CALM": a line of few words that ends in no stop stands over what it tells. */
function isHeading(sentence: number, { text, sentences, paragraphs }: ParsedDocument): boolean {
  const { start, end, tokens } = sentences[sentence]!;
  if (tokens.length > LONGEST_HEADING || /[.!?:"”»]$/u.test(text.slice(start, end))) return false;
  const paragraph = paragraphs[lastStarting(paragraphs, start)];
  if (paragraph?.end !== end) return false;
  return /^(?:[\dIVX]{1,4}[.)]?\s*)?$/u.test(text.slice(paragraph.start, start));
}

const LONGEST_HEADING = 8;
/** Most tokens of whom something is agreed with. */
const LONGEST_PARTNER = 6;

/** "Her alleged helpers", "called off a march": words of saying that tell of no saying. */
function isAttribute({ tokens }: Tree, verb: number, { from, to }: Place): boolean {
  const { lemma, relation } = tokens[verb]!;
  const next = tokens[verb + 1];
  if (lemma === 'call' && next?.word === 'off') return true;
  if (to - from !== 1) return false;
  // "Twenty alleged helpers": the parser takes the participle for a verb now and then.
  if (DOUBTING.test(tokens[from]!.word) && next?.tag.startsWith('NN')) return true;
  return relation === 'amod' && next?.tag.startsWith('NN') === true;
}

const DOUBTING = /^(?:alleged|suspected|purported|supposed|reputed|so-called)$/i;

/** "But if Minsk | is suggesting | that A, it is absurd": supposed. */
const isOnlyIf = (tree: Tree, verb: number) => marksOf(tree, verb).includes('if');

/** "Launched missiles | in support of | their campaign": for what a thing is done, and nothing said of it. */
function isInSupport({ tokens }: Tree, { from, to }: Place): boolean {
  return tokens
    .slice(from, to)
    .some(
      ({ tag }, i) =>
        tag === 'NN' && tokens[from + i - 1]?.word === 'in' && tokens[from + i + 1]?.word === 'of',
    );
}

/** "Criteria | for assessing | the state of roads": what a thing is for. */
const isMeasure = ({ tokens }: Tree, verb: number) =>
  tokens[verb - 1]?.word === 'for' &&
  /^(?:assessing|evaluating|estimating|judging|determining|predicting|calculating)$/.test(
    tokens[verb]!.word,
  );

/** "Stopped short of threatening", "refrained from calling", "avoided blaming". */
function isShortOf({ tokens }: Tree, from: number): boolean {
  const before = tokens.slice(Math.max(0, from - 2), from).map(({ lemma }) => lemma);
  if (before.at(-1) === 'avoid') return true;
  return /^(?:short of|(?:refrain|abstain) from|instead of|rather than)$/.test(before.join(' '));
}

/** "So whom does he fear more?": asked by the text itself. */
function isQuestion(tree: Tree, verb: number): boolean {
  if (tree.tokens.at(-1)!.word !== '?') return false;
  return tree.childrenBy(verb, 'aux').some((i) => tree.tokens[i]!.lemma === 'do');
}

/** "Went on to say", "continued to insist": the infinitive is what was done. */
const GOING_ON =
  /^(?:go|continue|come|appear|seem|proceed|rush|quick|first|last|force|forced|compell|compel|oblige|oblig|keen|careful|swift|move|take|use)$/;

function lastVerb(tree: Tree, from: number, to: number): number | null {
  for (let i = to - 1; i >= from; i--) if (tree.tokens[i]!.tag.startsWith('VB')) return i;
  return null;
}
