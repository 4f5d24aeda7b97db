import { lemmaOf } from '../../nlp/lemma.ts';
import { inSet } from '../../text/in-set.ts';
import type { Token } from '../../nlp/index.ts';
import type { Tree } from '../../text/tree.ts';
import { SAYING } from '../verbs.ts';
import {
  clauseEnd,
  hasFinite,
  isNegatedOrUnreal,
  sharedSubject,
  speakerBefore,
  type Parts,
} from './shape.ts';

/** Verbs of telling somebody to do something. */
const BIDDING =
  /^(?:advise?|urge?|implore?|beg|exhort|encourage?|instruct|tell|ask|counsel|caution|remind|beseech|dare?|challenge?|plead?)$/;
/** Longest phrase for whoever is told, in tokens. */
const LONGEST_LISTENER = 10;

/** "Advised Poles and Lithuanians “to buy candles”", "told the troops to leave". */
export function bidding(tree: Tree, verb: number): Parts | null {
  const { tokens } = tree;
  const { lemma, tag } = tokens[verb]!;
  if (!BIDDING.test(lemma) || !/^VB[DPZN]$/.test(tag) || isNegatedOrUnreal(tree, verb)) return null;
  if (tree.childrenBy(verb, 'auxpass').length > 0) return null;
  const pleads = lemma.startsWith('plead');
  if (pleads && tokens[verb + 1]?.word !== 'with') return null;
  const to = toBeforeVerb(tokens, pleads ? verb + 2 : verb + 1);
  if (to === null) return null;
  const source = speakerBefore(tree, verb) ?? sharedSubject(tree, verb);
  if (!source) return null;
  const content = [verb + 1, clauseEnd(tree, verb + 1)] as const;
  return { shape: 'bid', source, cue: [verb, verb + 1], content, lemma };
}

/** The "to" of an infinitive after nothing but a phrase for somebody. */
function toBeforeVerb(tokens: readonly Token[], from: number): number | null {
  for (let i = from; i < tokens.length - 1 && i - from <= LONGEST_LISTENER; i++) {
    const { word, tag } = tokens[i]!;
    if (word === 'to' && isVerb(tokens, i + 1)) return namesSomebody(tokens, from, i) ? i : null;
    if (!/^(?:DT|PRP\$?|JJ|NN|POS|CD|CC|RB|``|'')/.test(tag) && !/^(?:of|in|not|["“])$/u.test(word))
      return null;
  }
  return null;
}

/** "Asked not to be named" tells nobody to do anything. */
function namesSomebody(tokens: readonly Token[], from: number, to: number): boolean {
  return tokens
    .slice(from, to)
    .some(({ tag, word }) => /^(?:NN|PRP$|CD)/.test(tag) || /^(?:those|everyone|all)$/.test(word));
}

function isVerb(tokens: readonly Token[], at: number): boolean {
  return tokens[at]!.tag === 'VB';
}

/** "Puts the number of displaced at 10 million", "pegged the damage at $4 billion". */
export function putting(tree: Tree, verb: number): Parts | null {
  const { tokens } = tree;
  const { lemma, tag } = tokens[verb]!;
  if (!/^(?:put|peg)$/.test(lemma) || tag === 'VB' || isNegatedOrUnreal(tree, verb)) return null;
  const at = tokens.findIndex(
    ({ word }, i) => i > verb + 1 && word === 'at' && isFigure(tokens, i + 1),
  );
  const source = speakerBefore(tree, verb) ?? sharedSubject(tree, verb);
  const down = tokens.findIndex(({ word }, i) => i > verb + 1 && word === 'down');
  if (lemma === 'put' && source && isPutDown(tree, verb, down))
    return {
      shape: 'judge',
      source,
      cue: [verb, verb + 1],
      content: [verb + 1, finiteEnd(tree, down)],
      lemma: 'explain',
    };
  if (at < 0 || at - verb > LONGEST_LISTENER || !source || hasFinite(tree, verb + 1, at))
    return null;
  return {
    shape: 'judge',
    source,
    cue: [verb, verb + 1],
    content: [verb + 1, clauseEnd(tree, verb + 1)],
    lemma: 'calculate',
  };
}

/** "Put the explosion down to local partisans": a cause that somebody gives. */
function isPutDown(tree: Tree, verb: number, down: number): boolean {
  const near = down > verb && down - verb <= LONGEST_LISTENER;
  return near && tree.tokens[down + 1]?.word === 'to' && !hasFinite(tree, verb + 1, down);
}

/** Where what is put down ends: before "and" with a further verb of the same subject. */
function finiteEnd(tree: Tree, from: number): number {
  const end = clauseEnd(tree, from);
  const and = tree.tokens.findIndex(
    ({ tag }, i) =>
      i > from && i < end - 1 && tag === 'CC' && /^VB[DZ]$/.test(tree.tokens[i + 1]!.tag),
  );
  return and < 0 ? end : and;
}

/** "10.7 million", "some 300", "more than $6 billion", "between 40 and 50". */
function isFigure(tokens: readonly Token[], from: number): boolean {
  for (const { tag, word } of tokens.slice(from, from + 4)) {
    if (tag === 'CD' || /^[$€£]$/u.test(word)) return true;
    if (
      !/^(?:about|around|some|over|under|nearly|almost|roughly|more|less|than|least|at|up|to|between|an?|the|least|[$€£])$/u.test(
        word,
      )
    )
      return false;
  }
  return false;
}

/** "X, who is in charge of defence, rules out a war": by the words, for the parser takes "rules" for a noun. */
export function rulingOut(tree: Tree, verb: number): Parts | null {
  const { tokens } = tree;
  const ruled = /^rule[sd]$/.test(tokens[verb]!.word) && tokens[verb + 1]?.word === 'out';
  if (!ruled || tokens[verb]!.tag.startsWith('VB')) return null;
  const source = speakerBefore(tree, verb);
  const content = [verb + 2, clauseEnd(tree, verb + 2)] as const;
  if (!source || content[1] <= content[0]) return null;
  return { shape: 'judge', source, cue: [verb, verb + 2], content, lemma: 'deny' };
}

/** "Was quick to deny the report", "was the first to warn that A", "was forced to admit that A". */
export function first(tree: Tree, verb: number): Parts | null {
  const { tokens } = tree;
  const { lemma, tag } = tokens[verb]!;
  if (
    tag !== 'VB' ||
    tokens[verb - 1]?.word !== 'to' ||
    !(inSet(lemma, SAYING) || lemma === 'deny')
  )
    return null;
  const be = tokens.findLastIndex(({ lemma: word }, i) => i < verb - 1 && word === 'be');
  if (be < 1 || verb - be > 5 || !BEFORE_SAYING.test(tokens[verb - 2]!.word)) return null;
  const source = speakerBefore(tree, be) ?? sharedSubject(tree, verb - 2);
  const from = tokens[verb + 1]?.word === 'that' ? verb + 2 : verb + 1;
  const content = [from, clauseEnd(tree, from)] as const;
  if (!source || content[1] - content[0] < 2) return null;
  return { shape: 'worded', source, cue: [verb - 2, verb + 1], content, lemma };
}

const BEFORE_SAYING =
  /^(?:quick|first|last|forced|compelled|obliged|keen|careful|swift|moved|right|wrong|fond)$/;

/** Set phrases for telling, as their words stand; "that" follows, perhaps after whom it was told. */
const TELLING = byFirstWord([
  'let slip',
  'lets slip',
  'let it be known',
  'let it slip',
  'made clear',
  'made it clear',
  'makes clear',
  'makes it clear',
  'made it plain',
  'made no secret',
  'left no doubt',
  'leaves no doubt',
  'took the view',
  'takes the view',
  'took the line',
  'went public',
  'drove home',
  'came out saying',
  'went so far as to say',
  'gave to understand',
  'gave assurances',
  'gave an assurance',
  'gave notice',
  'served notice',
  'expressed confidence',
  'expressed hope',
  'expressed the hope',
  'expressed the view',
  'voiced hope',
  'voiced confidence',
]);

/** Verbs of telling whose form is a noun's or an infinitive's, too. */
const SAME_FORM =
  /^(?:forecast|forecasts|reports|claims|states|notes|predicts|estimates|projects|remarks|warns|insists|stresses|argues|posits|quips|counter|counters|comments|charges)$/;

/** "Let slip to the Post that", "Ambassador Petr Havel forecast that": by the words alone. */
export function worded(tree: Tree): Parts[] {
  const { tokens } = tree;
  for (let i = 1; i < tokens.length - 4; i++) {
    const length = phraseAt(tokens, i);
    if (length === 0) continue;
    const that = thatPastListener(tokens, i + length);
    const source = that === null ? null : speakerBefore(tree, i);
    if (that === null || !source || !hasFinite(tree, that + 2, tokens.length)) continue;
    const { word } = tokens[i]!;
    const lemma = length === 1 ? lemmaOf(word, word.endsWith('s') ? 'VBZ' : 'VBD') : 'say';
    const stop = tokens.findIndex(({ word: mark }, at) => at > that && mark === ';');
    const end = clauseEnd(tree, that + 1);
    const content = [that + 1, stop < 0 ? end : Math.min(end, stop)] as const;
    return [{ shape: 'worded', source, cue: [i, i + length], content, lemma }];
  }
  return [];
}

function phraseAt(tokens: readonly Token[], at: number): number {
  const { word, tag } = tokens[at]!;
  const named = /^(?:NN|,)/.test(tokens[at - 1]!.tag) && /^(?:NN|VB)/.test(tag);
  if (named && SAME_FORM.test(word)) return 1;
  const found = TELLING.get(word)?.find((phrase) =>
    phrase.every((one, i) => tokens[at + i]?.word === one),
  );
  return found?.length ?? 0;
}

/** The "that" right after, or past "to the Baltic Observer" or "on Monday". */
function thatPastListener(tokens: readonly Token[], from: number): number | null {
  for (let i = from; i < tokens.length && i - from <= LONGEST_LISTENER; i++) {
    if (tokens[i]!.word === 'that') return i;
    if (!/^(?:TO|IN|DT|PRP\$?|JJ|NN|POS|CD)/.test(tokens[i]!.tag)) return null;
  }
  return null;
}

function byFirstWord(phrases: readonly string[]): ReadonlyMap<string, readonly string[][]> {
  const map = new Map<string, string[][]>();
  for (const phrase of phrases) {
    const words = phrase.split(' ');
    map.set(words[0]!, [...(map.get(words[0]!) ?? []), words]);
  }
  return map;
}
