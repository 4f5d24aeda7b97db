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

/**
 * For each vector of features the sum of the leaves that it falls into, plus the bias. Tree by tree,
 * so that one tree's nodes are fetched once for all vectors.
 */
export function ensembleScores(
  trees: TreeEnsemble,
  vectors: readonly Float32Array[],
): Float64Array {
  const { feature, value, left, right, roots } = trees;
  const scores = new Float64Array(vectors.length).fill(trees.bias);
  for (let t = 0; t < roots.length; t++)
    for (let v = 0; v < vectors.length; v++) {
      const features = vectors[v]!;
      let node = roots[t]!;
      for (let asked = feature[node]!; asked >= 0; asked = feature[node]!)
        node = features[asked]! <= value[node]! ? left[node]! : right[node]!;
      scores[v]! += value[node]!;
    }
  return scores;
}

export const logistic = (score: number) => 1 / (1 + Math.exp(-score));
