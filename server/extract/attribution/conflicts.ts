import { LABEL } from './argument-features.ts';
import { isContent, type Proposal } from './proposal.ts';

/** A proposal with how sure it is, 0 to 1. */
export interface Scored {
  readonly proposal: Proposal;
  readonly score: number;
  /** The proposal's labels, less what stronger ones took. */
  readonly labels: Uint8Array;
}

/** A cue inside another's content yields to it, unless it is this much surer. */
const NEST_RATIO = 0.5;
/** A proposal that loses a greater share of its content to stronger ones is dropped. */
const LOSS = 0.5;

/** Settles proposals of one passage that cannot all hold: outermost first, the surer keeps. */
export function settle(scored: readonly Scored[]): Scored[] {
  const ranked = scored
    .map((one) => ({ ...one, labels: one.labels.slice() }))
    .sort((a, b) => b.score - a.score || a.proposal.cue.from - b.proposal.cue.from);
  return sharedOut(outermost(ranked)).sort((a, b) => a.proposal.cue.from - b.proposal.cue.from);
}

/** PolNeAR keeps the outermost of nested attributions. */
function outermost(ranked: readonly Scored[]): Scored[] {
  const gone = new Set<Scored>();
  for (const inner of ranked)
    for (const outer of ranked) {
      if (inner === outer || gone.has(inner) || gone.has(outer)) continue;
      if (!cueWithin(inner, outer)) continue;
      if (cueWithin(outer, inner)) gone.add(inner.score < outer.score ? inner : outer);
      else if (outer.score >= inner.score * NEST_RATIO) gone.add(inner);
      else release(inner, outer);
    }
  return ranked.filter((one) => !gone.has(one));
}

function cueWithin({ proposal }: Scored, { labels }: Scored): boolean {
  return labels.subarray(proposal.cue.from, proposal.cue.to).some(isContent);
}

/** The inner one gives back what the outer one's content covers. */
function release(inner: Scored, outer: Scored): void {
  for (let i = 0; i < inner.labels.length; i++)
    if (isContent(outer.labels[i]!)) inner.labels[i] = LABEL.outside;
}

/** Contents share no token: the stronger keeps it. */
function sharedOut(ranked: readonly Scored[]): Scored[] {
  const taken = new Uint8Array(ranked[0]?.labels.length ?? 0);
  return ranked.filter(({ labels }) => {
    let [all, lost] = [0, 0];
    for (let i = 0; i < labels.length; i++) {
      if (!isContent(labels[i]!)) continue;
      all++;
      if (taken[i]) {
        lost++;
        labels[i] = LABEL.outside;
      } else taken[i] = 1;
    }
    return all > 0 && lost <= LOSS * all && lost < all;
  });
}
