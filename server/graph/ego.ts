import type { Drafts } from './limit.ts';

/**
 * Keys within some steps of one actor, and the edges among them. An agreement, event or statement
 * is no step of its own: its members are one step from one another.
 *
 * @param hops steps from actor to actor, at least 1
 */
export function egoNetwork({ nodes, edges }: Drafts, centre: string, hops: number): Drafts {
  const neighbours = new Map<string, Set<string>>();
  for (const { source, target } of edges.values()) {
    add(neighbours, source, target);
    add(neighbours, target, source);
  }
  const reached = new Set([centre]);
  let frontier = [centre];
  for (let hop = 0; hop < hops; hop += 1) {
    const next: string[] = [];
    const visit = (key: string) => {
      if (reached.has(key)) return;
      reached.add(key);
      if (nodes.get(key)?.type === 'actor') next.push(key);
      else neighbours.get(key)?.forEach(visit);
    };
    for (const key of frontier) neighbours.get(key)?.forEach(visit);
    frontier = next;
  }
  return {
    nodes: new Map([...nodes].filter(([key]) => reached.has(key))),
    edges: new Map(
      [...edges].filter(([, { source, target }]) => reached.has(source) && reached.has(target)),
    ),
  };
}

function add(neighbours: Map<string, Set<string>>, from: string, to: string): void {
  const known = neighbours.get(from);
  if (known) known.add(to);
  else neighbours.set(from, new Set([to]));
}
