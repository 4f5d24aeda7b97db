import type { Act } from '../../../graph-data/schema/index.ts';
import type { Possible } from '../actors/coreference.ts';
import type { Referent } from '../actors/referent.ts';
import type { Span } from '../nlp/index.ts';

/** One statement as the document tells it, before its people are actors of the record. */
export interface Told {
  /** Who may have said it, best first; never empty. */
  readonly speakers: readonly Possible[];
  readonly source: Span | null;
  readonly cue: Span | null;
  /** By the codebook's rules; never empty. */
  readonly content: readonly Span[];
  readonly mode: 'direct' | 'indirect' | 'mixed';
  readonly act: Act;
  /** Carriers that the passage names, innermost first. */
  readonly via: readonly Referent[];
  readonly addressees: readonly Referent[];
  /** EDTF; null when the passage does not tell. */
  readonly said: string | null;
  /** That content and source words are right, 0..1. */
  readonly confidence: number;
}

export function speakerOf({ speakers }: Told): Referent {
  return speakers[0]!.referent;
}
