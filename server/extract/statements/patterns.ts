import type { Attribution } from '../attribution/index.ts';
import type { ParsedDocument, Span, Token } from '../nlp/index.ts';
import { isRole } from '../actors/roles.ts';
import { contains, intersects } from '../text/place.ts';
import type { Tree } from '../text/tree.ts';
import { inSet } from '../claims/clause.ts';
import { quotationsOf } from './quotations.ts';
import { subjectRange } from './repair.ts';
import { actOfVerb, ASKING, BLAMING, POSITIONS, SAYING } from './verbs.ts';

/** The shapes that the patterns know; each has its own measured precision. */
export type Shape =
  'clause' | 'that' | 'according' | 'blame' | 'object' | 'what' | 'feeling' | 'for' | 'quote';

/**
 * How often each shape is right where the learned tagger finds nothing: content Jaccard >= 0.5 and
 * the right source on PolNeAR dev, measured for "clause" (60 found), "that" (51) and "blame" (14);
 * the others fire there eight times or fewer, and their figures are guesses of the same order.
 */
const PRECISION: Readonly<Record<Shape, number>> = {
  clause: 0.58,
  that: 0.76,
  according: 0.7,
  blame: 0.64,
  feeling: 0.7,
  for: 0.62,
  object: 0.5,
  what: 0.6,
  quote: 0.75,
};

/** An attribution with the shape that found it. */
export type Patterned = Attribution & { readonly shape: Shape };

interface Parts {
  readonly shape: Shape;
  /** Tokens: `to` exclusive. */
  readonly source: readonly [from: number, to: number];
  readonly cue: readonly [from: number, to: number];
  readonly content: readonly [from: number, to: number];
  readonly lemma: string;
  /** The whole quotation, which may begin in an earlier sentence. */
  readonly whole?: Span | undefined;
}

/**
 * Attributions of unmistakable form that the learned tagger left out: a verb of saying with subject
 * and clause, "according to", "accused X of". Rules over the dependency tree, after the reporting
 * clauses of Quirk et al. (1985, 14.28-14.35). In text order; none overlaps one found before.
 */
export function patternedAttributions(
  { text }: ParsedDocument,
  trees: readonly Tree[],
  found: readonly Attribution[],
): Patterned[] {
  const taken: Span[] = found.flatMap(({ content, cue }) => [...content, ...cue]);
  const quoted = quotationsOf(text);
  const free = (spans: readonly Span[]) =>
    spans.every((span) => !taken.some((other) => intersects(span, other)));
  return trees.flatMap((tree) =>
    [...inTree(tree), ...quotes(tree, quoted)].flatMap((parts): Patterned[] => {
      const one = attributionOf(text, tree.tokens, parts);
      const inside = quoted.some((span) => contains(span, one.cue[0]!));
      if (inside || !free([...one.content, ...one.cue])) return [];
      taken.push(...one.content, ...one.cue);
      return [one];
    }),
  );
}

/** Verbs that stand beside a quotation. */
const QUOTING = new Set([...SAYING, 'tell', 'write', 'post', 'ask', 'continue']);

/** `"...," X wrote on Twitter`, `"...," said X`: the subject or the verb follows the quotation. */
function quotes(tree: Tree, quoted: readonly Span[]): Parts[] {
  return tree.tokens.flatMap(({ lemma, tag }, verb): Parts[] => {
    const source = /^VB[DZ]$/.test(tag) && inSet(lemma, QUOTING) ? subjectRange(tree, verb) : null;
    if (!source) return [];
    const at = tree.tokens[Math.min(source[0], verb)]!.start;
    const quotation = quoted.find(({ end }) => end <= at && at - end < 3);
    const from = quotation ? tree.tokens.findIndex(({ start }) => start >= quotation.start) : -1;
    const to = quotation ? tree.tokens.findIndex(({ start }) => start >= quotation.end) : -1;
    if (from < 0 || to - from < 5) return [];
    return [
      {
        shape: 'quote',
        source,
        cue: [verb, verb + 1],
        content: [from, to],
        lemma,
        whole: quotation,
      },
    ];
  });
}

function inTree(tree: Tree): Parts[] {
  const found = tree.tokens.flatMap(({ tag }, i) => {
    const verbal = tag.startsWith('VB')
      ? (what(tree, i) ??
        saying(tree, i) ??
        blaming(tree, i) ??
        asking(tree, i) ??
        announcing(tree, i))
      : null;
    if (verbal) return [verbal];
    const felt = feeling(tree, i);
    return felt ? [felt] : according(tree, i);
  });
  return found.filter(({ content: [from, to], source }) => to > from && source[1] > source[0]);
}

function attributionOf(
  text: string,
  tokens: readonly Token[],
  { shape, source, cue, content, lemma, whole }: Parts,
): Patterned {
  const span = ([from, to]: readonly [number, number]): Span => ({
    start: tokens[from]!.start,
    end: tokens[to - 1]!.end,
  });
  const at = whole ?? span(content);
  return {
    shape,
    source: [span(source)],
    cue: [span(cue)],
    content: [at],
    mode: whole ? 'direct' : /[“”"«»]/u.test(text.slice(at.start, at.end)) ? 'mixed' : 'indirect',
    speech: shape !== 'feeling' && !inSet(lemma, POSITIONS),
    act: actOfVerb(lemma),
    negated: false,
    confidence: PRECISION[shape],
  };
}

/** Tokens under a head as a range, `to` exclusive, a closing full stop left off. */
function rangeOf(tree: Tree, head: number): [number, number] {
  const [first, last] = tree.reach(head);
  return [first, last + 1];
}

function subjectOf(tree: Tree, verb: number): [number, number] | null {
  const range = subjectRange(tree, verb);
  return range && !NOBODY.test(tree.tokens[range[0]]!.word) ? range : null;
}

/** Words that name no source of their own; "I" and "we" speak inside of quotations. */
const NOBODY = /^(?:this|that|these|those|which|there|what|i|we|you|one|anyone|nobody|everyone)$/i;

function isNegatedOrUnreal(tree: Tree, verb: number): boolean {
  return tree
    .childrenBy(verb, 'neg', 'aux')
    .some((i) =>
      /^(?:not|n['’]t|never|would|could|might|may|should|can|must|to)$/i.test(tree.tokens[i]!.word),
    );
}

/** "X announced on Wednesday that ...", "some observers believe ...". */
function saying(tree: Tree, verb: number): Parts | null {
  const { lemma, tag } = tree.tokens[verb]!;
  const says = inSet(lemma, SAYING) || inSet(lemma, POSITIONS);
  const source =
    says && tag !== 'VB' && !isNegatedOrUnreal(tree, verb) ? subjectOf(tree, verb) : null;
  if (!source) return null;
  const that = thatAfter(tree, verb);
  if (that !== null)
    return {
      shape: 'that',
      source,
      cue: [verb, verb + 1],
      content: [that + 1, thatEnd(tree, verb, that)],
      lemma,
    };
  const [clause] = tree.childrenBy(verb, 'ccomp');
  if (clause === undefined || clause < verb) return null;
  const [from, to] = rangeOf(tree, clause);
  if (from <= verb || /^(?:VB[DPZ]|MD)$/.test(tree.tokens[from]!.tag)) return null;
  return {
    shape: 'clause',
    source,
    cue: [verb, verb + 1],
    content: [from, Math.min(to, clauseEnd(tree, from))],
    lemma,
  };
}

/** "That" or "whether" close after the verb, before any comma or other verb. */
function thatAfter(tree: Tree, verb: number): number | null {
  for (let i = verb + 1; i < tree.tokens.length && i - verb <= 7; i++) {
    const { word, tag } = tree.tokens[i]!;
    if (/^(?:that|whether)$/i.test(word))
      return /^(?:IN|WDT|DT)$/.test(tag) && i + 3 < tree.tokens.length
        ? word === 'whether'
          ? i - 1
          : i
        : null;
    if (/^(?:VB[DPZ]|MD)$/.test(tag) || /^[,:;“”"(]$/.test(word)) return null;
  }
  return null;
}

/** Where the clause after "that" ends: with its own tree when it has one, else with the sentence. */
function thatEnd(tree: Tree, verb: number, that: number): number {
  const clause = tree
    .childrenBy(verb, 'ccomp')
    .find((i) => i > that && tree.reach(i)[0] <= that + 1);
  const end = clauseEnd(tree, that);
  return clause === undefined ? end : Math.min(end, tree.reach(clause)[1] + 1);
}

/** The sentence's end, less a tail that names a carrier or source: ", as reported by", ", according to". */
function clauseEnd(tree: Tree, from: number): number {
  const { tokens } = tree;
  for (let i = from; i < tokens.length; i++) {
    if (tokens[i]!.word !== ',') continue;
    if (/^(?:noting|saying|adding|stressing|warning|arguing)$/.test(tokens[i + 1]?.word ?? ''))
      return i;
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

/** "According to X, ...", "..., according to X", and both at once after a quotation. */
function according(tree: Tree, i: number): Parts[] {
  const { tokens } = tree;
  if (!/^according$/i.test(tokens[i]!.word) || tokens[i + 1]?.lemma !== 'to') return [];
  let end = i + 2;
  while (end < tokens.length && !/^(?:,|\.|;|:|“|”|"|\))$/.test(tokens[end]!.word)) end++;
  const parts = {
    shape: 'according' as const,
    source: [i + 2, end] as const,
    cue: [i, i + 2] as const,
    lemma: 'accord',
  };
  const opening =
    /^A/.test(tokens[i]!.word) ||
    tokens.slice(0, i).every(({ tag }) => /^(?:RB|CC|,|``|''|")$/.test(tag));
  const from = pastApposition(tree, end + 1);
  const after = [from, clauseEnd(tree, from)] as const;
  const before = [0, /^(?:,|''|”)$/.test(tokens[i - 1]?.word ?? '') ? i - 1 : i] as const;
  const content = opening ? after : contentPast(tree, before);
  return content[1] - content[0] < 3 ? [] : [{ ...parts, content }];
}

/** Past ", a Belarus expert with Rochan Consulting," to what the source says. */
function pastApposition({ tokens }: Tree, from: number): number {
  if (!/^(?:an?|the)$/i.test(tokens[from]?.word ?? '')) return from;
  const comma = tokens.findIndex(({ word }, i) => i > from && word === ',');
  const role =
    comma > 0 && tokens.slice(from, comma).some(({ lemma, tag }) => tag === 'NN' && isRole(lemma));
  const verb = tokens
    .slice(from, Math.max(from, comma))
    .some(({ tag }) => /^(?:VB[DPZ]|MD)$/.test(tag));
  return role && !verb ? comma + 1 : from;
}

/** Past "Additionally," and the like. */
function contentPast(tree: Tree, [from, to]: readonly [number, number]): readonly [number, number] {
  const adverb = tree.tokens[from]?.tag === 'RB' && tree.tokens[from + 1]?.word === ',';
  return [adverb ? from + 2 : from, to];
}

/** "Accused Kyiv of staging provocations", "warned the US against ...". */
function blaming(tree: Tree, verb: number): Parts | null {
  const { lemma, tag } = tree.tokens[verb]!;
  if (!inSet(lemma, BLAMING) || tag === 'VB' || isNegatedOrUnreal(tree, verb)) return null;
  const source = subjectOf(tree, verb) ?? sharedSubject(tree, verb);
  const [object] = tree.childrenBy(verb, 'dobj', 'ccomp', 'xcomp');
  if (!source || object === undefined || object < verb) return null;
  const from = tree.reach(object)[0];
  const ends = tree
    .children(verb)
    .filter((i) => i > verb && /^(?:dobj|nmod|advcl|xcomp|ccomp)$/.test(tree.relation(i)));
  const to = Math.max(...ends.map((i) => rangeOf(tree, i)[1]));
  return {
    shape: 'blame',
    source,
    cue: [verb, verb + 1],
    content: [Math.max(from, verb + 1), Math.min(to, clauseEnd(tree, from))],
    lemma,
  };
}

const NAMING = new Set('describe call term label dub'.split(' '));

/** "What it described as a terrorist threat", "what it called a threat of terrorism". */
function what(tree: Tree, verb: number): Parts | null {
  const { tokens } = tree;
  const { lemma } = tokens[verb]!;
  const source = inSet(lemma, NAMING) ? subjectRange(tree, verb) : null;
  if (!source || source[0] === 0 || tokens[source[0] - 1]!.lemma !== 'what') return null;
  const from = tokens[verb + 1]?.word === 'as' ? verb + 2 : verb + 1;
  const stop = tokens.findIndex(({ word }, i) => i > from && /^[,.;:—–]$/.test(word));
  const content = [from, stop < 0 ? tokens.length : stop] as const;
  return { shape: 'what', source, cue: [verb, verb + 1], content, lemma };
}

const ANNOUNCING = new Set('announce deny demand propose declare reject'.split(' '));

/** "Russia announced a partial mobilisation order", "denies targeting civilians". */
function announcing(tree: Tree, verb: number): Parts | null {
  const { lemma, tag } = tree.tokens[verb]!;
  if (!inSet(lemma, ANNOUNCING) || tag === 'VB' || isNegatedOrUnreal(tree, verb)) return null;
  const source = subjectOf(tree, verb);
  const [object] = tree.childrenBy(verb, 'dobj', 'xcomp');
  if (!source || object === undefined || object < verb) return null;
  const [from, to] = rangeOf(tree, object);
  return {
    shape: 'object',
    source,
    cue: [verb, verb + 1],
    content: [from, Math.min(to, clauseEnd(tree, from))],
    lemma,
  };
}

/** The subject of the verb that this one is joined to by "and". */
function sharedSubject(tree: Tree, verb: number): [number, number] | null {
  const { head } = tree.tokens[verb]!;
  return tree.relation(verb) === 'conj' && head >= 0 ? subjectOf(tree, head) : null;
}

/** "Asked for international observers to be placed", "called for talks". */
function asking(tree: Tree, verb: number): Parts | null {
  const { lemma, tag } = tree.tokens[verb]!;
  if (!inSet(lemma, ASKING) || tag === 'VB' || isNegatedOrUnreal(tree, verb)) return null;
  const source = subjectOf(tree, verb) ?? sharedSubject(tree, verb);
  const wish = tree.tokens[verb + 1]?.lemma === 'for' ? verb + 1 : null;
  if (!source || wish === null) return null;
  return {
    shape: 'for',
    source,
    cue: [verb, verb + 1],
    content: [wish + 1, clauseEnd(tree, wish + 1)],
    lemma,
  };
}

const FEELINGS =
  /^(?:concerned|worried|sceptical|skeptical|confident|convinced|alarmed|optimistic|pessimistic|doubtful|scepticism|skepticism|concern|concerns|doubts?|alarm)$/i;

/** "Ukraine is concerned about ...", "some officials expressed scepticism about ...". */
function feeling(tree: Tree, i: number): Parts | null {
  const { word, head } = tree.tokens[i]!;
  if (!FEELINGS.test(word)) return null;
  const verb = /^(?:dobj)$/.test(tree.relation(i)) ? head : i;
  const expressed = verb === i || /^(?:express|voic|rais|convey)/.test(tree.tokens[verb]!.lemma);
  const source = expressed ? subjectOf(tree, verb) : null;
  const next = tree.tokens[i + 1];
  if (!source || !next || !/^(?:about|that|over|of|at)$/i.test(next.word)) return null;
  return {
    shape: 'feeling',
    source,
    cue: [i, i + 1],
    content: [i + 2, clauseEnd(tree, i + 2)],
    lemma: word.toLowerCase(),
  };
}
