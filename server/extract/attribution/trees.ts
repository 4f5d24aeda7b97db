/**
 * A sum of regression trees, as gradient boosting makes them (Friedman 2001). Nodes of all trees
 * lie in flat columns; children follow their parent.
 */
export interface TreeEnsemble {
  /** Log-odds before any tree. */
  readonly bias: number;
  /** First node of each tree. */
  readonly roots: Int32Array;
  /** Feature that a node asks, or -1 for a leaf. */
  readonly feature: Int16Array;
  /** At most this goes left; a leaf's value where the node is one. */
  readonly value: Float32Array;
  readonly left: Int32Array;
  readonly right: Int32Array;
}

/** The sum of the leaves that a vector of features falls into, plus the bias. */
export function ensembleScore(trees: TreeEnsemble, features: Float32Array): number {
  const { feature, value, left, right } = trees;
  let score = trees.bias;
  for (const root of trees.roots) {
    let node = root;
    while (feature[node]! >= 0)
      node = features[feature[node]!]! <= value[node]! ? left[node]! : right[node]!;
    score += value[node]!;
  }
  return score;
}

export const logistic = (score: number) => 1 / (1 + Math.exp(-score));
