import { hashOf, mix, type FeatureList } from './hash.ts';
import type { ParserState } from './parser-state.ts';

/** Features after Zhang and Nivre (2011), "Transition-based dependency parsing with rich features". */

/** A sentence as the parser sees it: hashes of normal forms and of tags. */
export interface ParserInput {
  readonly form: Uint32Array;
  readonly tag: Uint32Array;
}

const NONE = hashOf('<none>');
const labelHashes = Uint32Array.from({ length: 128 }, (_, i) => hashOf(`L${i}`));

/** What the features say of one word of the configuration. */
interface Node {
  index: number;
  word: number;
  tag: number;
  /** Word with tag. */
  both: number;
}

function node(index: number, input: ParserInput): Node {
  if (index < 0) return { index, word: NONE, tag: NONE, both: NONE };
  const word = input.form[index]!;
  const tag = input.tag[index]!;
  return { index, word, tag, both: mix(word, tag) };
}

const of = (column: Uint32Array, index: number) => (index < 0 ? NONE : column[index]!);
const child = (column: Int32Array, index: number) => (index < 0 ? -1 : column[index]!);
const distance = (from: Node, to: Node) =>
  from.index < 0 || to.index < 0 ? 0 : Math.min(to.index - from.index, 10);

function labelOf(labels: Int32Array, index: number): number {
  const label = index < 0 ? -1 : labels[index]!;
  return label < 0 ? NONE : labelHashes[label & 127]!;
}

function valency(state: ParserState, { index }: Node): number {
  if (index < 0) return 0;
  return Math.min(state.lefts[index]!, 3) * 8 + Math.min(state.rights[index]!, 3) + 1;
}

/** Fills `out` with the features of the configuration. */
export function parserFeatures(state: ParserState, input: ParserInput, out: FeatureList): void {
  const s0 = node(state.top(0), input);
  const s1 = node(state.top(1), input);
  const b0 = node(state.buffer(0), input);
  const b1 = node(state.buffer(1), input);
  out.clear();
  out.group(201);
  wordFeatures(s0, s1, b0, b1, node(state.buffer(2), input), out);
  tagFeatures(s0, s1, of(input.tag, state.top(2)), b0, b1, of(input.tag, state.buffer(2)), out);
  distanceFeatures(state, s0, s1, b0, out);
  dependentFeatures(state, input, s0, s1, b0, out);
}

function wordFeatures(s0: Node, s1: Node, b0: Node, b1: Node, b2: Node, out: FeatureList): void {
  for (const item of [s0, s1, b0]) {
    out.add(item.word);
    out.add(item.tag);
    out.add(item.both);
  }
  out.add(b1.word);
  out.add(b1.both);
  out.add(b2.tag);
  out.add(b2.both);
  out.add2(s0.both, b0.both);
  out.add2(s0.both, b0.word);
  out.add2(s0.word, b0.both);
  out.add2(s0.both, b0.tag);
  out.add2(s0.tag, b0.both);
  out.add2(s0.word, b0.word);
  out.add2(s1.both, s0.both);
  out.add2(s1.word, s0.word);
  out.add2(s1.both, s0.tag);
  out.add2(s1.tag, s0.both);
  out.add3(s1.word, s0.word, b0.word);
  out.add3(s1.word, s0.tag, b0.tag);
  out.add3(s1.tag, s0.tag, b0.word);
}

function tagFeatures(
  s0: Node,
  s1: Node,
  s2: number,
  b0: Node,
  b1: Node,
  b2: number,
  out: FeatureList,
): void {
  out.add2(s0.tag, b0.tag);
  out.add2(b0.tag, b1.tag);
  out.add2(s1.tag, s0.tag);
  out.add3(s0.tag, b0.tag, b1.tag);
  out.add3(b0.tag, b1.tag, b2);
  out.add3(s1.tag, s0.tag, b0.tag);
  out.add3(s2, s1.tag, s0.tag);
  out.add4(s1.tag, s0.tag, b0.tag, b1.tag);
}

function distanceFeatures(
  state: ParserState,
  s0: Node,
  s1: Node,
  b0: Node,
  out: FeatureList,
): void {
  const ahead = distance(s0, b0);
  const behind = distance(s1, s0);
  out.add2(s0.both, ahead);
  out.add2(b0.both, ahead);
  out.add3(s0.tag, b0.tag, ahead);
  out.add3(s0.word, b0.word, ahead);
  out.add3(s1.tag, s0.tag, behind);
  out.add3(s1.both, s0.both, behind);
  for (const item of [s0, b0, s1]) out.add2(item.both, valency(state, item));
  for (const item of [s0, b0]) out.add2(item.tag, valency(state, item));
}

function dependentFeatures(
  state: ParserState,
  input: ParserInput,
  s0: Node,
  s1: Node,
  b0: Node,
  out: FeatureList,
): void {
  const { label: labels } = state;
  const [s0l, s0r] = [child(state.left1, s0.index), child(state.right1, s0.index)];
  const [s1l, s1r] = [child(state.left1, s1.index), child(state.right1, s1.index)];
  const b0l = child(state.left1, b0.index);
  const { tag: tags, form } = input;
  for (const index of [s0l, s0r, b0l]) out.add3(s0.tag, b0.tag, of(tags, index));
  for (const index of [s1r, s0l, s1l, s0r]) out.add3(s1.tag, s0.tag, of(tags, index));
  out.add2(s0.both, labelOf(labels, s0l));
  out.add2(s0.both, labelOf(labels, s0r));
  out.add2(b0.both, labelOf(labels, b0l));
  out.add2(s1.both, labelOf(labels, s1r));
  out.add2(s1.both, labelOf(labels, s1l));
  out.add3(s0.tag, labelOf(labels, s0l), labelOf(labels, child(state.left2, s0.index)));
  out.add3(s0.tag, labelOf(labels, s0r), labelOf(labels, child(state.right2, s0.index)));
  out.add3(b0.tag, labelOf(labels, b0l), labelOf(labels, child(state.left2, b0.index)));
  out.add3(s1.tag, labelOf(labels, s1l), labelOf(labels, s1r));
  for (const index of [s0l, s0r, b0l]) out.add(of(form, index));
  out.add3(s0.word, labelOf(labels, s0r), of(form, s0r));
  out.add3(s0.tag, labelOf(labels, s0r), b0.tag);
  out.add3(s0.word, of(form, s0r), b0.word);
}
