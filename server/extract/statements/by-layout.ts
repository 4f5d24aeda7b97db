import type { Discourse } from '../actors/coreference.ts';
import { actIn } from './acts/act.ts';
import type { Told } from './told.ts';

/** What the layout itself does not tell alike: whose words, where they stand, who carries them. */
type Laid = Pick<Told, 'speakers' | 'content' | 'confidence'> &
  Partial<Pick<Told, 'source' | 'via' | 'said'>>;

/**
 * A statement that no cue tells but the layout: a turn, an answer, a post. Direct, for the layout
 * stands for quotation marks.
 */
export function toldByLayout(laid: Laid, discourse: Discourse): Told {
  const { speakers, content } = laid;
  const speaker = speakers[0]!.referent;
  return {
    source: null,
    via: [],
    said: null,
    ...laid,
    cue: null,
    mode: 'direct',
    act: actIn({ cue: null, speaker, content, negated: false }, discourse),
    addressees: [],
  };
}
