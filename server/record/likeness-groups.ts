/** Pairs of things that are alike, gathered: forty copies are one question, not 780. */

export interface Pair {
  readonly a: string;
  readonly b: string;
  /** 0..1 */
  readonly score: number;
}

export interface Group {
  readonly members: readonly string[];
  /** The least of its pairs, 0..1. */
  readonly score: number;
}

function neighboursOf(pairs: readonly Pair[]): Map<string, Map<string, number>> {
  const all = new Map<string, Map<string, number>>();
  const add = (a: string, b: string, score: number) => {
    const known = all.get(a);
    if (known) known.set(b, score);
    else all.set(a, new Map([[b, score]]));
  };
  for (const { a, b, score } of pairs) {
    add(a, b, score);
    add(b, a, score);
  }
  return all;
}

/**
 * Groups in which each is like every other, so that what is alike to one of two different things
 * does not join them. Greedy, from what has most likenesses; each thing is in one group at most.
 * What is left over between groups is found again once they have been decided.
 */
export function mutual(pairs: readonly Pair[]): Group[] {
  const near = neighboursOf(pairs);
  const order = [...near].sort(([a, x], [b, y]) => y.size - x.size || (a < b ? -1 : 1));
  const taken = new Set<string>();
  const groups: Group[] = [];
  for (const [id, others] of order) {
    if (taken.has(id)) continue;
    const members = [id];
    let score = 1;
    const nearest = [...others].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
    for (const [other] of nearest) {
      const scores = members.map((member) => near.get(other)?.get(member));
      if (taken.has(other) || scores.includes(undefined)) continue;
      score = Math.min(score, ...scores.map((each) => each ?? 0));
      members.push(other);
    }
    if (members.length < 2) continue;
    members.forEach((member) => taken.add(member));
    groups.push({ members, score });
  }
  return groups;
}

/** Groups that pairs link together: what copies a copy is of the same origin. */
export function linked(pairs: readonly Pair[]): Group[] {
  const near = neighboursOf(pairs);
  const seen = new Set<string>();
  return [...near.keys()].flatMap((start) => {
    if (seen.has(start)) return [];
    const members: string[] = [];
    const ahead = [start];
    let score = 1;
    for (let id = ahead.pop(); id !== undefined; id = ahead.pop()) {
      if (seen.has(id)) continue;
      seen.add(id);
      members.push(id);
      for (const [other, each] of near.get(id) ?? []) {
        score = Math.min(score, each);
        ahead.push(other);
      }
    }
    return [{ members, score }];
  });
}
