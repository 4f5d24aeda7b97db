import type { Sentence } from '../../server/extract/nlp/types.ts';
import { ROLES, type AnnotatedAttribution, type Role, type Tally } from './attribution-metrics.ts';

/**
 * Exact spans in the way of CofeNet (Wang et al. 2022): a sentence is one sequence with one label a
 * token (begins, continues, outside), and each run of a role counts once. Content over several
 * sentences, or broken by its cue, is several runs. Its items are taken to be sentences, all of
 * them, those without an attribution too.
 */
export function tallyRuns(
  sentences: readonly Sentence[],
  gold: readonly AnnotatedAttribution[],
  predicted: readonly AnnotatedAttribution[],
  into: Record<Role, Tally>,
): void {
  for (const sentence of sentences) {
    const wanted = runsOf(sentence, gold);
    const given = runsOf(sentence, predicted);
    for (const role of ROLES) {
      const matched = [...given[role]].filter((run) => wanted[role].has(run)).length;
      into[role].gold += wanted[role].size;
      into[role].predicted += given[role].size;
      into[role].matched += matched;
      into[role].found += matched;
    }
  }
}

/** Runs as "from-to"; of two spans over one token the first keeps it. */
function runsOf({ tokens }: Sentence, attributions: readonly AnnotatedAttribution[]) {
  const owner = new Int32Array(tokens.length).fill(-1);
  const roleOf: Role[] = [];
  for (const attribution of attributions)
    for (const role of ROLES)
      for (const [start, end] of attribution[role]) {
        tokens.forEach((token, i) => {
          if (owner[i] === -1 && token.start < end && token.end > start) owner[i] = roleOf.length;
        });
        roleOf.push(role);
      }
  const runs = { source: new Set<string>(), cue: new Set<string>(), content: new Set<string>() };
  let from = 0;
  for (let i = 1; i <= tokens.length; i++) {
    if (i < tokens.length && owner[i] === owner[from]) continue;
    const span = owner[from] ?? -1;
    if (span >= 0) runs[roleOf[span]!].add(`${from}-${i}`);
    from = i;
  }
  return runs;
}
