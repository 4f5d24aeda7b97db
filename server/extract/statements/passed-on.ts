import type { Discourse, Possible } from '../actors/coreference.ts';
import { namingsWithin } from '../actors/naming-index.ts';
import type { Referent } from '../actors/referent.ts';
import type { Span } from '../nlp/index.ts';
import { placeOf } from '../text/place.ts';
import { contentSpans } from './content.ts';
import { citedAfter, innerSpeech } from './inner-speech.ts';
import { tellerAtEnd } from './teller.ts';
import type { Told } from './told.ts';

/** The spans of one attribution by the codebook's rules. */
export interface Drawn {
  readonly cue: Span | null;
  readonly source: Span | null;
  readonly content: readonly Span[];
  /** A carrier that the tagger took for the speaker; null when it took none. */
  readonly carrier: Referent | null;
  /** Of the inner speech, where the tagger gave the carrier's. */
  readonly mode?: Told['mode'];
}

/** Who spoke, by which words, and what of a passage is theirs. */
export interface Heard {
  readonly source: Span | null;
  readonly passage: Drawn;
  readonly speakers: readonly Possible[];
}

/** "The agency reported that X had said Y", "..., citing X": X, whose words the source passes on. Null for other passages. */
export function passedOn(
  source: Span,
  passage: Drawn,
  speakers: readonly Possible[],
  discourse: Discourse,
): Heard | null {
  const carrier = carriesOthers(source, passage.cue, speakers, discourse);
  const teller = carrier ? null : tellsInTheEnd(source, speakers, discourse);
  const inner = (carrier ?? teller) && innerSpeech(passage.content, discourse);
  if (inner)
    return {
      source: inner.source,
      passage: {
        cue: inner.cue,
        source: inner.source,
        content: contentSpans(discourse.parsed.text, inner),
        carrier: carrier ?? teller,
        mode: inner.mode,
      },
      speakers: inner.speakers,
    };
  const cited = carrier && citedAfter(source, passage.content, discourse);
  return cited
    ? {
        source: cited.source,
        passage: { ...passage, content: cited.content, carrier },
        speakers: cited.speakers,
      }
    : null;
}

/** An outlet, or "a recording published by" one: who tells what somebody else said. Null for speakers. */
function carriesOthers(
  source: Span,
  cue: Span | null,
  speakers: readonly Possible[],
  { namings, parsed }: Discourse,
): Referent | null {
  const [best] = speakers;
  if (best?.referent.kind === 'media') return best.referent;
  const unknown =
    best?.referent.key.startsWith('body:') && /^(?:group|company)$/.test(best.referent.kind);
  const reports =
    cue !== null && /^(?:report|write|inform)/.test(parsed.text.slice(cue.start, cue.end));
  if (unknown && reports) return best!.referent;
  const recorded = RECORDED.test(parsed.text.slice(source.start, source.end));
  const outlet = namingsWithin(namings, source).findLast(
    ({ referent }) => referent.kind === 'media',
  );
  return recorded && outlet ? outlet.referent : null;
}

/** "X told Y that A, the Kremlin said": the body that tells of words, which are then another's. */
function tellsInTheEnd(
  source: Span,
  [best]: readonly Possible[],
  { parsed, trees }: Discourse,
): Referent | null {
  const place = placeOf(parsed, source);
  if (!place || !best || /^(?:person|state)$/.test(best.referent.kind)) return null;
  const { tokens } = trees[place.sentence]!;
  const teller = tellerAtEnd(tokens);
  return teller && tokens[teller.from]!.start === source.start ? best.referent : null;
}

const RECORDED =
  /^(?:an?|the) (?:\w+ )?(?:recording|video|audio|transcript|footage|report|interview|letter|post|message|clip)\b/i;
