import type { Event, Role } from '../../../graph-data/schema/index.ts';
import { selectorAt } from '../../../graph-data/schema/index.ts';
import type { Referent } from '../actors/referent.ts';
import { spanId } from '../ids.ts';
import type { Span } from '../nlp/index.ts';
import { contains } from '../text/place.ts';
import { dateNear, datesOf, placeOf } from './circumstances.ts';
import type { Clause } from './clause.ts';
import type { ClaimContext } from './context.ts';
import { figuresIn } from './figures.ts';

/** Confidence of an event that the document states: 105 of 107 of those measured as in `confidence.ts`, 39 of 45 in unseen texts. */
const STATED = 0.85;
/** The same inside of what somebody is reported to have said, 19 of 22: set lower, since it is theirs to know. */
const REPORTED = 0.8;
const LONGEST_NAME = 90;

/** Somebody and what they did in an event. */
export type Part = { readonly referent: Referent; readonly role: Role };

/** The event that the words of `span` tell of. */
export function eventRecord(
  kind: Event['kind'],
  parts: readonly Part[],
  span: Span,
  clause: Clause,
  context: ClaimContext,
): Event {
  const { text, document, settler, dates, discourse, told } = context;
  const sentence = discourse.parsed.sentences[clause.sentence]!;
  const inside = dates.filter(
    (date) => contains(sentence, date) && !isSinceOther(date, clause, text),
  );
  const when = datesOf(inside, sentence, text);
  const reported = told.some(({ content }) => content.some((one) => contains(one, span)));
  const participants = parts.map(({ referent, role }) => ({ actor: settler.id(referent), role }));
  return {
    id: spanId('evt', document.sha256, span, kind),
    kind,
    name: nameOf(text, span),
    participants: participants.filter(
      ({ actor }, i) => participants.findIndex((other) => other.actor === actor) === i,
    ),
    date: dateNear(when, span),
    place: placeOf(clause),
    figures: figuresIn(text, sentence.tokens, span, inside),
    evidence: [{ document: document.id, selectors: [selectorAt(text, span.start, span.end)] }],
    status: 'proposed',
    method: 'extracted',
    confidence: reported ? REPORTED : STATED,
  };
}

/** "Replaced X, who had held the post | since 2012": the day of another verb than the event's. */
function isSinceOther({ start }: Span, { tree, obliques }: Clause, text: string): boolean {
  if (!SINCE.test(text.slice(Math.max(0, start - 8), start))) return false;
  return (obliques.get('since') ?? []).every((head) => {
    const [first, last] = tree.reach(head);
    return start < tree.tokens[first]!.start || start >= tree.tokens[last]!.end;
  });
}

const SINCE = /\bsince\s+$/i;

function nameOf(text: string, { start, end }: Span): string {
  const words = text.slice(start, end).replace(/\s+/gu, ' ');
  if (words.length <= LONGEST_NAME) return words;
  return `${words.slice(0, words.lastIndexOf(' ', LONGEST_NAME))} …`;
}

/**
 * Things that a phrase describes are no participants unless it gives them a state ("Azerbaijani
 * units", not "the units"), and neither are outlets.
 */
export function isParty({ kind, key, country }: Referent): boolean {
  return (
    kind !== 'media' && (!key.startsWith('unnamed:') || (kind === 'group' && country !== null))
  );
}
