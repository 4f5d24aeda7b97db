import { at, type WordColumns } from './forms.ts';
import { FeatureList, hashOf } from './hash.ts';
import type { EntityKind } from './types.ts';
import { argmax, type Scorer } from './weights.ts';

/**
 * Name tagger: begin-inside-outside labels (Ramshaw and Marcus 1995) by an averaged perceptron,
 * greedy from left to right.
 */
export interface NameModel {
  readonly weights: Scorer;
}

export const ENTITY_KINDS: readonly EntityKind[] = ['PERSON', 'ORGANIZATION', 'LOCATION', 'MISC'];

/** Labels: 0 outside; 1 + 2k begins, 2 + 2k continues a name of kind k. */
export const NAME_LABELS = 1 + 2 * ENTITY_KINDS.length;

export interface NameLabel {
  readonly kind: EntityKind | null;
  readonly begins: boolean;
}

const OUTSIDE: NameLabel = { kind: null, begins: false };
const START = 99;

/** Features of word i; `previous` and `before` are the two labels to its left. */
export function nameFeatures(
  columns: WordColumns,
  tags: Uint32Array,
  i: number,
  previous: number,
  before: number,
  out: FeatureList,
): void {
  const { form, shape, suffix2, suffix3, suffix4, prefix3, word } = columns;
  const here = form[i]!;
  const left = at(form, i - 1);
  const right = at(form, i + 1);
  const looks = shape[i]!;
  out.clear();
  out.group(101);
  for (const value of [here, word[i]!, looks, tags[i]!, left, right]) out.add(value);
  out.add(at(form, i - 2));
  out.add(at(form, i + 2));
  out.add(previous);
  out.add2(previous, before);
  out.add2(previous, here);
  out.add2(previous, looks);
  out.add(suffix3[i]!);
  out.add(prefix3[i]!);
  out.add3(at(shape, i - 1), looks, at(shape, i + 1));
  out.add2(left, looks);
  out.add2(right, looks);
  out.add2(left, here);
  out.add2(right, here);
  out.add3(at(tags, i - 1), tags[i]!, at(tags, i + 1));
  out.add2(previous, left);
  out.add(suffix4[i]!);
  out.add2(looks, suffix2[i]!);
}

/** The name label of every word of a sentence; a name never continues what did not begin. */
export function nameWords(
  columns: WordColumns,
  tags: readonly string[],
  model: NameModel,
): NameLabel[] {
  const tagColumn = Uint32Array.from(tags, hashOf);
  const features = new FeatureList();
  const scores = new Float32Array(NAME_LABELS);
  const labels: NameLabel[] = [];
  let previous = START;
  let before = START;
  for (let i = 0; i < columns.length; i++) {
    nameFeatures(columns, tagColumn, i, previous, before, features);
    scores.fill(0);
    model.weights.accumulate(features.values, 0, features.length, scores, 0);
    const label = repair(argmax(scores), previous);
    labels.push(label === 0 ? OUTSIDE : { kind: kindOf(label), begins: label % 2 === 1 });
    before = previous;
    previous = label;
  }
  return labels;
}

function kindOf(label: number): EntityKind {
  return ENTITY_KINDS[(label - 1) >> 1]!;
}

/** A continuation after another kind, or after none, is a beginning. */
function repair(label: number, previous: number): number {
  const continues = label > 0 && label % 2 === 0;
  return continues && previous !== label && previous !== label - 1 ? label - 1 : label;
}
