import type { Passage } from './passage.ts';
import { isSource, type Proposal } from './proposal.ts';

/**
 * What a document's proposals say of one another: who speaks here and there is a likelier speaker,
 * and a word that is a cue elsewhere is a likelier cue.
 */
export interface DocumentContext {
  readonly passages: number;
  /** Sum and number of strengths, by the lemma of the source's last word and of the cue's first. */
  readonly sources: ReadonlyMap<number, Strength>;
  readonly cues: ReadonlyMap<number, Strength>;
  readonly all: Strength;
}

interface Strength {
  sum: number;
  count: number;
}

/** A passage with its proposals. */
export interface Proposed {
  readonly passage: Passage;
  readonly proposals: readonly Proposal[];
}

const strengthOf = ({ cue, contentProbability }: Proposal) => cue.probability * contentProbability;

/** Lemma of the last word of the source, or 0 where there is none. */
function sourceKey(passage: Passage, labels: Uint8Array): number {
  const last = labels.findLastIndex(isSource);
  return last < 0 ? 0 : passage.lemma[last]!;
}

export function documentContext(read: readonly Proposed[]): DocumentContext {
  const sources = new Map<number, Strength>();
  const cues = new Map<number, Strength>();
  const all = { sum: 0, count: 0 };
  for (const { passage, proposals } of read)
    for (const proposal of proposals) {
      const strength = strengthOf(proposal);
      add(sources, sourceKey(passage, proposal.labels), strength);
      add(cues, passage.lemma[proposal.cue.from]!, strength);
      all.sum += strength;
      all.count++;
    }
  return { passages: read.length, sources, cues, all };
}

function add(map: Map<number, Strength>, key: number, strength: number): void {
  const known = map.get(key);
  if (known) {
    known.sum += strength;
    known.count++;
  } else map.set(key, { sum: strength, count: 1 });
}

/** Strength of the others with the same source, with the same cue, and of all. */
export function contextFeatures(
  passage: Passage,
  proposal: Proposal,
  { sources, cues, all, passages }: DocumentContext,
): number[] {
  const own = strengthOf(proposal);
  const source = sources.get(sourceKey(passage, proposal.labels))!;
  const cue = cues.get(passage.lemma[proposal.cue.from]!)!;
  return [
    source.sum - own,
    source.count - 1,
    cue.sum - own,
    (cue.sum - own) / Math.max(1, cue.count - 1),
    all.sum / passages,
    all.sum / all.count,
    passage.index / passages,
  ];
}
