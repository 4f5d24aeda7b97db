import { STEPS, type PathsRequest, type TieFilter } from '../../server/contract/index.ts';
import type { Tie } from '../../server/store/store.ts';

/** The slow, obvious way to answer questions about paths: try every one. */

/** Undirected ties, agreements and events paired out. */
interface PlainTie {
  readonly a: string;
  readonly b: string;
  readonly tie: Tie;
}

function plainTies(ties: readonly Tie[]): PlainTie[] {
  const parts = ties.filter((tie) => tie.target === null);
  const paired = parts.flatMap((one) =>
    parts
      .filter((other) => other.record === one.record && one.source < other.source)
      .map((other) => ({ a: one.source, b: other.source, tie: one })),
  );
  const direct = ties.flatMap((tie) =>
    tie.target === null || tie.target === tie.source ? [] : [{ a: tie.source, b: tie.target, tie }],
  );
  return [...direct, ...paired];
}

const SAID = ['about', 'addressee', 'via', 'outlet'];

function counts(tie: Tie, filter: TieFilter): boolean {
  const { acts, period, records } = filter;
  if (!filter.kinds.includes(tie.kind)) return false;
  const saidSo = SAID.includes(tie.kind) && acts?.includes(tie.label as never);
  if (acts !== null && saidSo !== true) return false;
  if (records !== null && !records.includes(tie.record)) return false;
  if (period === null) return true;
  if (tie.from === null && tie.to === null) return false;
  const startsInTime = period.to === null || tie.from === null || tie.from <= period.to;
  return startsInTime && (period.from === null || tie.to === null || tie.to >= period.from);
}

function neighbours(ties: readonly PlainTie[], node: string): Set<string> {
  return new Set(ties.flatMap(({ a, b }) => (a === node ? [b] : b === node ? [a] : [])));
}

/** The earliest day on which the step can be taken on or after `day`; null when it cannot. */
function stepDay(ties: readonly PlainTie[], a: string, b: string, day: string): string | null {
  const days = ties
    .filter((tie) => (tie.a === a && tie.b === b) || (tie.a === b && tie.b === a))
    .filter(({ tie }) => tie.from !== null || tie.to !== null)
    .filter(({ tie }) => tie.to === null || tie.to >= day)
    .map(({ tie }) => (tie.from !== null && tie.from > day ? tie.from : day));
  return days.sort()[0] ?? null;
}

function standsInTime(ties: readonly PlainTie[], nodes: readonly string[]): boolean {
  let day: string | null = '';
  for (let at = 1; at < nodes.length && day !== null; at += 1) {
    day = stepDay(ties, nodes[at - 1]!, nodes[at]!, day);
  }
  return day !== null;
}

/**
 * Every path that the request allows with its cost, cheapest first.
 *
 * @param known the ties by which degrees are counted
 */
export function everyPath(ties: readonly Tie[], request: PathsRequest, known = ties) {
  const all = plainTies(known);
  const degrees = new Map<string, number>();
  const degree = (node: string) => {
    const counted = degrees.get(node) ?? neighbours(all, node).size;
    degrees.set(node, counted);
    return counted;
  };
  const standing = plainTies(ties).filter(({ tie }) => counts(tie, request));
  const cost = (nodes: readonly string[]) =>
    nodes
      .slice(1, -1)
      .map((node) => (request.discountHubs ? Math.log(degree(node)) : 0))
      .reduce((sum, each) => sum + each, nodes.length - 1);
  const found: string[][] = [];
  const walk = (path: string[]) => {
    const last = path.at(-1)!;
    if (last === request.to) found.push(path);
    else if (path.length <= request.max) {
      for (const next of neighbours(standing, last)) {
        const allowed = next === request.to || !request.avoid.includes(next as never);
        if (allowed && !path.includes(next)) walk([...path, next]);
      }
    }
  };
  walk([request.from]);
  return found
    .filter((nodes) => request.through.every((id) => nodes.includes(id)))
    .filter((nodes) => !request.inTime || standsInTime(standing, nodes))
    .map((nodes) => ({ nodes, cost: cost(nodes) }))
    .sort((a, b) => a.cost - b.cost);
}

export const ALL_STEPS = { kinds: [...STEPS], acts: null, period: null, records: null };

/** Steps from the middle to everybody within reach. */
export function everyoneWithin(ties: readonly Tie[], of: string, hops: number, filter: TieFilter) {
  const standing = plainTies(ties).filter(({ tie }) => counts(tie, filter));
  const distance = new Map([[of, 0]]);
  for (let step = 1; step <= hops; step += 1) {
    for (const node of [...distance.keys()]) {
      for (const next of neighbours(standing, node)) {
        if (!distance.has(next)) distance.set(next, step);
      }
    }
  }
  return distance;
}
