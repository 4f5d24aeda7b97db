import type { Tie } from '../../store/store.ts';

/**
 * Most actors of one agreement or event that are tied pair by pair: 200 make 19,900 pairs. Of a
 * larger one those with the first ids are taken.
 */
const MAX_MEMBERS = 200;

/** One tie between two different actors. */
export interface Pairing {
  readonly tie: Tie;
  readonly source: string;
  readonly target: string;
}

/** Agreements and events, which tie each two of their actors, by record until all are known. */
export class Gatherings {
  private readonly tieOf = new Map<string, Tie>();
  private readonly members = new Map<string, Set<string>>();

  add(tie: Tie): void {
    const known = this.members.get(tie.record);
    if (known) known.add(tie.source);
    else {
      this.tieOf.set(tie.record, tie);
      this.members.set(tie.record, new Set([tie.source]));
    }
  }

  *pairings(): Generator<Pairing> {
    for (const [record, members] of this.members) {
      const tie = this.tieOf.get(record);
      if (tie === undefined) continue;
      const tied = [...members].sort().slice(0, MAX_MEMBERS);
      for (const [at, source] of tied.entries())
        for (const target of tied.slice(at + 1)) yield { tie, source, target };
    }
  }
}

/** Every two actors that the ties tie. Nobody is tied to itself. */
export function* pairingsOf(ties: Iterable<Tie>): Generator<Pairing> {
  const gatherings = new Gatherings();
  for (const tie of ties) {
    const { source, target } = tie;
    if (target === null) gatherings.add(tie);
    else if (source !== target) yield { tie, source, target };
  }
  yield* gatherings.pairings();
}
