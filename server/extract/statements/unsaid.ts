import type { Attribution } from '../attribution/index.ts';
import type { Discourse } from '../actors/coreference.ts';
import { isWholeNaming } from '../actors/naming-index.ts';
import type { ParsedDocument } from '../nlp/index.ts';
import { lastStarting, placeOf, type Place } from '../text/place.ts';
import type { Tree } from '../text/tree.ts';
import { isNamed, isOnlyPossible, isOnlySpeaker, isOtherDeed } from './unreal.ts';
import { isByNobody, isOfNothing, isOfThemselves, wasAddressed } from './unspoken.ts';

/**
 * Cues that say that nothing was said, or not by whom: "without disclosing", "pressured it to
 * declare", "it was reported".
 */
export function isUnsaid(
  { cue, source, content, mode }: Attribution,
  { parsed, trees, namings }: Discourse,
): boolean {
  if (mode === 'direct' && content.every((span) => isWholeNaming(namings, span))) return true;
  const place = cue[0] && placeOf(parsed, cue[0]);
  if (!place) return false;
  if (isHeading(place.sentence, parsed)) return true;
  const tree = trees[place.sentence]!;
  if (isBareAccording(tree, place)) return true;
  const verb = lastVerb(tree, place.from, place.to) ?? tree.headOf(place.from, place.to);
  const speaker = source[0] ? placeOf(parsed, source[0]) : null;
  if (speaker && mode !== 'direct' && speaker.sentence === place.sentence) {
    if (wasAddressed(tree, verb, speaker) || isByNobody(tree, verb, speaker)) return true;
  }
  if (isOtherDeed(tree, verb, place.to)) return true;
  const told = content[0] && placeOf(parsed, content[0]);
  if (told?.sentence === place.sentence && isOnlySpeaker(tree, told, verb)) return true;
  if (speaker && isThings(tree, verb, speaker)) return true;
  if (speaker && isNaming(tree, verb, speaker)) return true;
  if (mode === 'indirect' && (isOfNothing(tree, verb) || isOfThemselves(tree, verb))) return true;
  // "Neither confirmed nor denied the report".
  if (/^(?:neither|nor)$/i.test(tree.tokens[place.from - 1]?.word ?? '') && place.from > 1)
    return true;
  if (isAttribute(tree, verb, place) || isNamed(tree, verb)) return true;
  if (mode !== 'direct' && isOnlyPossible(tree, verb)) return true;
  if (speaker && isSupposed(tree, verb, speaker)) return true;
  const marks = tree.childrenBy(verb, 'mark').map((i) => tree.tokens[i]!.word.toLowerCase());
  if (marks.includes('without') || isShortOf(tree, place.from)) return true;
  if (place.from === 0 && /^VB[ND]$/.test(tree.tokens[0]!.tag)) return true;
  const short = content.every(({ start, end }) => !/\s\S+\s/u.test(parsed.text.slice(start, end)));
  if (place.from === 0 && tree.tokens[0]!.tag === 'VBG' && short) return true;
  if (isQuestion(tree, verb)) return true;
  // "Agreed with the government to end it" is done, not said.
  if (tree.tokens[verb]!.lemma === 'agree' && tree.tokens[verb + 1]?.word === 'with') {
    const settled = tree.tokens.slice(verb + 2, verb + 2 + LONGEST_PARTNER);
    if (tree.childrenBy(verb, 'xcomp').length > 0) return true;
    if (settled.some(({ word }) => /^(?:on|about)$/.test(word))) return true;
  }
  const passive = tree.childrenBy(verb, 'auxpass').length > 0;
  const words = source.map(({ start, end }) => parsed.text.slice(start, end)).join(' ');
  if (passive && /^it$/i.test(words)) return true;
  const governor = tree.tokens[tree.tokens[verb]!.head]?.lemma ?? '';
  return tree.tokens[verb]!.tag === 'VB' && marks.includes('to') && !GOING_ON.test(governor);
}

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

/** "According | to satellite imagery, the Russians": whoever comes next is not who says it. */
function isBareAccording({ tokens }: Tree, { from, to }: Place): boolean {
  return to - from === 1 && /^according$/i.test(tokens[from]!.word) && tokens[to]?.word === 'to';
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
  return to - from === 1 && relation === 'amod' && next?.tag.startsWith('NN') === true;
}

/** "Stopped short of threatening", "refrained from calling". */
function isShortOf({ tokens }: Tree, from: number): boolean {
  const before = tokens.slice(Math.max(0, from - 2), from).map(({ lemma }) => lemma);
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
