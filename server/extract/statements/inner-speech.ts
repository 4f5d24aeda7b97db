import { bearersAt } from '../actors/bearers.ts';
import type { Discourse, Possible } from '../actors/coreference.ts';
import type { Referent } from '../actors/referent.ts';
import type { Span } from '../nlp/index.ts';
import { contains, placeOf } from '../text/place.ts';

/** Speech inside of what an agency is said to have said: "According to Reuters, X described ...". */
export interface InnerSpeech {
  readonly speakers: readonly Possible[];
  readonly source: Span;
  readonly cue: Span;
  readonly content: readonly Span[];
}

const SPEAKING = new Set(
  (
    'say tell describe state claim announce declare warn accuse deny add note argue confirm insist ' +
    'explain suggest assert report write stress promise vow urge ask call believe think'
  ).split(' '),
);

/**
 * The speech that a content consists of: a named subject, a verb of speaking, and the rest. Null
 * when the content is the agency's own.
 */
export function innerSpeech(content: readonly Span[], discourse: Discourse): InnerSpeech | null {
  const [span] = content;
  const place = span && placeOf(discourse.parsed, span);
  if (!span || !place) return null;
  const tree = discourse.trees[place.sentence]!;
  for (let verb = place.from; verb < place.to; verb++) {
    const { lemma, tag, end } = tree.tokens[verb]!;
    if (!SPEAKING.has(lemma) || !tag.startsWith('VB')) continue;
    const [subject] = tree.childrenBy(verb, 'nsubj');
    if (subject === undefined || subject < place.from || subject >= verb) continue;
    const [from, last] = tree.reach(subject);
    const speakers = bearersAt(
      { sentence: place.sentence, from, to: last + 1 },
      subject,
      discourse,
    );
    if (speakers[0]?.referent.kind !== 'person' || end >= span.end) return null;
    return {
      speakers,
      source: tree.spanOf(subject),
      cue: tree.tokens[verb]!,
      content: [{ start: end, end: span.end }],
    };
  }
  return null;
}

/** "According to Reuters, Konrad Muzyka, ...": a source that is a carrier and then the speaker. */
export function carrierThenSpeaker(
  source: Span,
  { namings, parsed }: Discourse,
): { source: Span; carrier: Referent; speakers: readonly Possible[] } | null {
  const [first, second] = namings.filter((naming) => contains(source, naming));
  if (first?.referent.kind !== 'media' || second?.referent.kind !== 'person') return null;
  if (first.start !== source.start || parsed.text.slice(first.end, second.start) !== ', ')
    return null;
  const reasons = ['named in the passage after its carrier'];
  return {
    source: { start: second.start, end: source.end },
    carrier: first.referent,
    speakers: [{ referent: second.referent, score: 0.95, reasons }],
  };
}
