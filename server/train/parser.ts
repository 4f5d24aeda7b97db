import { FeatureList, hashOf } from '../extract/nlp/hash.ts';
import type { ModelFile } from '../extract/nlp/model-file.ts';
import { parserFeatures, type ParserInput } from '../extract/nlp/parser-features.ts';
import { ParserState } from '../extract/nlp/parser-state.ts';
import { ModelWriter } from './model-writer.ts';
import { AveragedPerceptron, greatestWeight } from './perceptron.ts';
import { randomSource } from '../contract/index.ts';
import { shuffle } from './shuffle.ts';
import type { SilverSentence } from './silver.ts';

const BITS = 20;
const EPOCHS = 4;
/** Relations seen less often become "dep". */
const RELATION_COUNT = 30;
/** Share of steps after the first epoch that follow the oracle rather than the guess. */
const FOLLOW_ORACLE = 0.1;
/** Weights are sums of whole updates; rows below this and the clip lose no accuracy. */
const PRUNE = 1.5;

interface GoldTree {
  readonly input: ParserInput;
  readonly heads: readonly number[];
  readonly labels: readonly number[];
}

/** Trains the parser with a dynamic oracle, exploring its own mistakes (Goldberg and Nivre 2013). */
export function trainParser(sentences: readonly SilverSentence[]): ModelFile {
  const relations = frequentRelations(sentences);
  const trees = sentences.filter(isTree).map((sentence) => goldTree(sentence, relations));
  const perceptron = new AveragedPerceptron(1 + 2 * relations.length, BITS);
  const random = randomSource(13);
  for (let epoch = 0; epoch < EPOCHS; epoch++)
    for (const tree of shuffle(trees, random))
      learnTree(tree, relations.length, perceptron, () => epoch === 0 || random() < FOLLOW_ORACLE);
  const table = perceptron.averaged();
  const limit = greatestWeight(table);
  return new ModelWriter()
    .set('relations', relations)
    .table('weights', table, PRUNE, limit)
    .build();
}

function frequentRelations(sentences: readonly SilverSentence[]): string[] {
  const counts = new Map<string, number>();
  for (const { relations } of sentences)
    for (const relation of relations) counts.set(relation, (counts.get(relation) ?? 0) + 1);
  const frequent = [...counts].filter(([name, count]) => name !== '' && count >= RELATION_COUNT);
  return frequent.map(([name]) => name).sort();
}

function isTree({ heads }: SilverSentence): boolean {
  return (
    heads.length > 1 &&
    heads.every((head) => head >= -1) &&
    heads.filter((head) => head === -1).length === 1
  );
}

function goldTree(sentence: SilverSentence, relations: readonly string[]): GoldTree {
  const other = relations.indexOf('dep');
  return {
    input: { form: sentence.columns.form, tag: Uint32Array.from(sentence.tags, hashOf) },
    heads: sentence.heads,
    labels: sentence.relations.map((relation) => {
      const label = relations.indexOf(relation);
      return label < 0 ? other : label;
    }),
  };
}

function learnTree(
  tree: GoldTree,
  labels: number,
  perceptron: AveragedPerceptron,
  followOracle: () => boolean,
): void {
  const state = new ParserState(tree.heads.length);
  const features = new FeatureList();
  const scores = new Float32Array(perceptron.width);
  while (!state.done) {
    parserFeatures(state, tree.input, features);
    perceptron.scores(features, scores);
    const oracle = oracleActions(state, tree, labels);
    const guess = best(scores, oracle.legal);
    const right = oracle.good[guess] ? guess : best(scores, oracle.good);
    perceptron.learn(features, right, guess);
    state.apply(guess === right || followOracle() ? right : guess, labels);
  }
}

function best(scores: Float32Array, allowed: Uint8Array): number {
  let top = -1;
  for (let k = 0; k < scores.length; k++)
    if (allowed[k] && (top < 0 || scores[k]! > scores[top]!)) top = k;
  return top;
}

/** The actions a state allows, and those after which the fewest gold arcs are out of reach. */
function oracleActions(state: ParserState, tree: GoldTree, labels: number) {
  const legal = new Uint8Array(1 + 2 * labels);
  const good = new Uint8Array(1 + 2 * labels);
  const shift = state.canShift ? shiftCost(state, tree) : Infinity;
  const left = state.canLeft ? leftCost(state, tree) : Infinity;
  const right = state.canRight ? rightCost(state, tree) : Infinity;
  const least = Math.min(shift, left, right);
  if (state.canShift) legal[0] = 1;
  if (shift === least) good[0] = 1;
  const top = state.top();
  const fill = (from: number, cost: number, isGoldArc: boolean) => {
    legal.fill(1, from, from + labels);
    if (cost !== least) return;
    if (isGoldArc) good[from + tree.labels[top]!] = 1;
    else good.fill(1, from, from + labels);
  };
  if (state.canLeft) fill(1, left, tree.heads[top] === state.front);
  if (state.canRight) fill(1 + labels, right, tree.heads[top] === state.top(1));
  return { legal, good };
}

/** Shifting the front parts it from its governor and dependents on the stack. */
function shiftCost(state: ParserState, { heads }: GoldTree): number {
  const front = state.front;
  let cost = 0;
  for (let below = 0; below < state.depth; below++) {
    const word = state.top(below);
    if (below > 0 && heads[front] === word) cost++;
    if (heads[word] === front) cost++;
  }
  return cost;
}

/** Popping the top to the left parts it from the item below and from the rest of the buffer. */
function leftCost(state: ParserState, { heads }: GoldTree): number {
  const top = state.top();
  const governor = heads[top]!;
  let cost = governor === -1 || governor === state.top(1) || governor > state.front ? 1 : 0;
  for (let word = state.front; word < state.length; word++) if (heads[word] === top) cost++;
  return cost;
}

/** Popping the top to the right parts it from everything in the buffer. */
function rightCost(state: ParserState, { heads }: GoldTree): number {
  const top = state.top();
  const governor = heads[top]!;
  let cost = governor === -1 || governor >= state.front ? 1 : 0;
  for (let word = state.front; word < state.length; word++) if (heads[word] === top) cost++;
  return cost;
}
