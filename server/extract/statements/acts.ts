import type { Act } from '../../../graph-data/schema/index.ts';
import type { Referent } from '../actors/referent.ts';

/** People and bodies whose trade is judging; what they assert is an assessment. */
const JUDGES =
  /^(?:analyst|expert|researcher|observer|economist|scholar|professor|pollster|fellow|historian)s?$/;
/** Words by which a speaker weighs what may be. */
const WEIGHING =
  /\b(?:could|may|might|likely|unlikely|probably|possibly|perhaps|seems?|appears?|suggests?|would|mean(?:s|ing)?|weak|cannot rule out)\b/i;
/** A speaker's own coming deeds. */
const PROMISING = /\b(?:I|we) (?:will|shall)\b|\bno \w+ will\b/i;

/** The act of an utterance: the cue's, and where the cue only says "said", what speaker and words show. */
export function actIn(cueAct: Act, speaker: Referent, words: string): Act {
  if (cueAct !== 'assertion') return cueAct;
  if (PROMISING.test(words)) return 'promise';
  const judges =
    speaker.kind === 'think-tank' ||
    [...speaker.descriptors, ...speaker.name.split(' ')].some((word) => JUDGES.test(word));
  return judges || WEIGHING.test(words) ? 'assessment' : 'assertion';
}
