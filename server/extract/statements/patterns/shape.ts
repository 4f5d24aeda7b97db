import type { Span } from '../../nlp/index.ts';
import type { Tree } from '../../text/tree.ts';
import { subjectRange } from '../repair.ts';
import { isFiniteTag, isFiniteVerb } from '../../text/finite.ts';

/** The shapes that the patterns know; `patterns/index.ts` gives how often each is right. */
export type Shape =
  | 'clause'
  | 'that'
  | 'according'
  | 'blame'
  | 'object'
  | 'what'
  | 'feeling'
  | 'for'
  | 'quote'
  | 'trailing'
  | 'judge'
  | 'bare'
  | 'colon'
  | 'attention'
  | 'plea'
  | 'nominal'
  | 'inserted'
  | 'bid'
  | 'worded';

export interface Parts {
  readonly shape: Shape;
  /** Tokens: `to` exclusive. */
  readonly source: readonly [from: number, to: number];
  /** Null where no word of saying stands. */
  readonly cue: readonly [from: number, to: number] | null;
  readonly content: readonly [from: number, to: number];
  /** What goes on after the cue: "A, X insists, | B". */
  readonly more?: readonly [from: number, to: number] | undefined;
  readonly lemma: string;
  /** The whole quotation, which may begin in an earlier sentence. */
  readonly whole?: Span | undefined;
}

/** All that hangs under a head, as a range of tokens, `to` exclusive. */
export function rangeOf(tree: Tree, head: number): [number, number] {
  const [first, last] = tree.reach(head);
  return [first, last + 1];
}

export function subjectOf(tree: Tree, verb: number): [number, number] | null {
  const range = subjectRange(tree, verb);
  return range && !NOBODY.test(tree.tokens[range[0]]!.word) ? range : null;
}

/** Words that name no source of their own; "I" and "we" speak inside of quotations. */
const NOBODY = /^(?:this|that|these|those|which|there|what|i|we|you|one|anyone|nobody|everyone)$/i;

export function isNegatedOrUnreal(tree: Tree, verb: number): boolean {
  return tree
    .childrenBy(verb, 'neg', 'aux')
    .some((i) =>
      /^(?:not|n['’]t|never|would|could|might|may|should|can|must|to)$/i.test(tree.tokens[i]!.word),
    );
}

/** "That" or "whether" close after the verb, before any comma or other verb. */
export function thatAfter(tree: Tree, verb: number): number | null {
  for (let i = verb + 1; i < tree.tokens.length && i - verb <= 7; i++) {
    const { word, tag } = tree.tokens[i]!;
    if (/^(?:that|whether)$/i.test(word))
      return (tag === 'IN' || (tag !== 'NN' && isClause(tree, i))) && i + 3 < tree.tokens.length
        ? word === 'whether'
          ? i - 1
          : i
        : null;
    // "In its | May | 25 update", which the tagger takes for a verb.
    const finite = isFiniteTag(tag) && word !== 'May';
    if (finite || /^[,:;“”"(]$/.test(word)) return null;
  }
  return null;
}

/** "That" before a subject and its verb, and not before the noun that it points at. */
function isClause(tree: Tree, that: number): boolean {
  const { head } = tree.tokens[that]!;
  return !(tree.relation(that) === 'det' && head > that && head - that <= 2);
}

/** Where the clause after "that" ends: with its own tree when it has one, else with the sentence. */
export function thatEnd(tree: Tree, verb: number, that: number): number {
  const clause = tree
    .childrenBy(verb, 'ccomp')
    .find((i) => i > that && tree.reach(i)[0] <= that + 1);
  const end = clauseEnd(tree, that);
  return clause === undefined ? end : Math.min(end, tree.reach(clause)[1] + 1);
}

/** The sentence's end, less a tail that names a carrier or source: ", as reported by", ", according to". */
export function clauseEnd(tree: Tree, from: number): number {
  const { tokens } = tree;
  for (let i = from; i < tokens.length; i++) {
    if (tokens[i]!.word !== ',') continue;
    if (/^(?:noting|saying|adding|stressing|warning|arguing)$/.test(tokens[i + 1]?.word ?? ''))
      return i;
    if (goesOnSaying(tokens, i) || isJudgedClaim(tokens, i)) return i;
    const [next, after] = [tokens[i + 1]?.lemma, tokens[i + 2]?.lemma];
    if (
      (next === 'as' && /^(?:report|quot|cit)/.test(after ?? '')) ||
      next === 'accord' ||
      next === 'according' ||
      next === 'cit' ||
      next === 'cite'
    )
      return i;
  }
  let end = tokens.length;
  while (end > from && /^[.!?]$/.test(tokens[end - 1]!.word)) end--;
  return end;
}

/** ", but judged that": a further verb of saying, whose statement is another. */
function goesOnSaying(tokens: Tree['tokens'], comma: number): boolean {
  const verb = tokens[comma + 2];
  return (
    /^(?:but|and|while|yet)$/.test(tokens[comma + 1]?.word ?? '') &&
    /^VB[DZ]$/.test(verb?.tag ?? '') &&
    tokens[comma + 3]?.word === 'that'
  );
}

/** ", a claim that Moscow denies", ", a charge Tehran rejects": what the document says of it. */
function isJudgedClaim(tokens: Tree['tokens'], comma: number): boolean {
  const [article, noun, next] = tokens.slice(comma + 1, comma + 4);
  return (
    /^(?:an?|the)$/.test(article?.word ?? '') &&
    JUDGED.test(noun?.lemma ?? '') &&
    /^(?:IN|WDT|NNPS?|DT|PRP\$?|JJ)$/.test(next?.tag ?? '')
  );
}

const JUDGED =
  /^(?:claim|charge|allegation|assertion|accusation|suggestion|assessment|position|stance|move|decision|view)$/;

/** The subject of the verb that this one hangs on: "denied it and accused ...", "said X, blaming ...". */
export function sharedSubject(tree: Tree, verb: number): [number, number] | null {
  for (let at = verb, steps = 0; steps < 3; steps++) {
    const relation = tree.relation(at);
    const participle = /^(?:advcl|xcomp|acl|parataxis)$/.test(relation);
    if (relation !== 'conj' && !(participle && tree.tokens[at]!.tag === 'VBG')) return null;
    at = tree.tokens[at]!.head;
    const subject = at >= 0 ? subjectOf(tree, at) : null;
    if (subject || at < 0) return subject;
  }
  return null;
}

/** "A mother, who asked not to be named, confirmed that": the subject before a relative clause. */
export function resumedSubject(tree: Tree, verb: number): [number, number] | null {
  const { tokens } = tree;
  if (tokens[verb - 1]?.word !== ',') return null;
  const comma = tokens.findIndex(({ word }) => word === ',');
  const relative = /^(?:who|which)$/.test(tokens[comma + 1]?.word ?? '') && comma + 1 < verb - 1;
  const clause = tokens.slice(comma + 1, verb - 1);
  const verbs = clause.filter(isFiniteVerb).length;
  const between = verbs !== 1 && clause.some(({ word }) => word === ',');
  const phrase = /^(?:DT|NNPS?|NNS?|JJ|CD)$/.test(tokens[0]!.tag);
  const finite = tokens.slice(0, comma).some(isFiniteVerb);
  return relative && !between && phrase && !finite ? [0, comma] : null;
}

/** Parts of a name or of a phrase for somebody. */
const PHRASE = /^(?:DT|PRP\$|JJ|NN|POS|CD)/;
/** Longest phrase for a speaker, in tokens. */
const LONGEST_SPEAKER = 12;

/**
 * Who speaks by the words before a verb, where the parser may have taken it for a noun: its subject,
 * the phrase right before it, or the one that the sentence begins with and commas divide from it
 * ("X, who runs the port, rules out", "X, for his part, on television advised"). Null where none is.
 */
export function speakerBefore(tree: Tree, verb: number): readonly [number, number] | null {
  const { tokens } = tree;
  const own = subjectOf(tree, verb) ?? resumedSubject(tree, verb);
  const reached = reachedPhrase(tree, verb);
  if (reached) return reached;
  if (own && own[0] < verb && own[1] <= verb && !afterPreposition(tree, own[0])) return own;
  if (tokens[verb - 1]?.word === ',') return leadingPhrase(tree, verb);
  let from = verb;
  while (from > 0 && PHRASE.test(tokens[from - 1]!.tag)) from--;
  const beside = from < verb && /^(?:NN|CD)/.test(tokens[verb - 1]!.tag);
  if (!beside || verb - from > LONGEST_SPEAKER || NOBODY.test(tokens[from]!.word))
    return leadingPhrase(tree, verb);
  return afterPreposition(tree, from) ? leadingPhrase(tree, verb) : [from, verb];
}

function afterPreposition({ tokens }: Tree, at: number): boolean {
  return [at - 1, at].some((i) => /^(?:IN|TO)$/.test(tokens[i]?.tag ?? ''));
}

/** "A commander interviewed for this paper said": the phrase that a sentence begins with, up to how one spoke. */
function reachedPhrase({ tokens }: Tree, verb: number): readonly [number, number] | null {
  let to = 0;
  while (to < verb && PHRASE.test(tokens[to]!.tag)) to++;
  const how = tokens[to];
  if (to === 0 || !how || to >= verb || !isHowOneSpoke(how.word)) return null;
  const finite = tokens.slice(to + 1, verb).some(({ tag }) => /^(?:VB[DPZ]|MD|,)$/.test(tag));
  return finite || verb - to > LONGEST_SPEAKER ? null : [0, to];
}

/** "Reached by telephone", "interviewed in Cairo": no part of who somebody is. */
export function isHowOneSpoke(word: string): boolean {
  return /^(?:interviewed|reached|contacted|quoted|cited|approached|polled|surveyed|questioned|speaking|asked)$/.test(
    word,
  );
}

/** The phrase that a sentence begins with, up to its comma; null where another clause has a verb before. */
function leadingPhrase({ tokens }: Tree, verb: number): readonly [number, number] | null {
  const comma = tokens.findIndex(({ word }) => word === ',');
  const phrase = /^(?:DT|NN|JJ|CD)/.test(tokens[0]!.tag) && tokens[comma - 1]?.tag.startsWith('NN');
  if (comma < 1 || comma >= verb || !phrase || NOBODY.test(tokens[0]!.word)) return null;
  const relative = /^(?:who|which|whose)$/.test(tokens[comma + 1]!.word);
  const finite = (from: number, to: number) => tokens.slice(from, to).some(isFiniteVerb);
  return finite(0, comma) || (!relative && finite(comma, verb)) ? null : [0, comma];
}

/** A finite verb among tokens, `to` exclusive. */
export function hasFinite({ tokens }: Tree, from: number, to: number): boolean {
  return tokens.slice(from, to).some(isFiniteVerb);
}
