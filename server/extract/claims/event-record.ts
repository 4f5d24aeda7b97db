import type { Event, Role } from '../../../graph-data/schema/index.ts';
import { selectorAt } from '../../../graph-data/schema/index.ts';
import type { Referent } from '../actors/referent.ts';
import { spanId } from '../ids.ts';
import type { Span } from '../nlp/index.ts';
import type { Told } from '../statements/told.ts';
import { contains } from '../text/place.ts';
import { dateNear, datesOf } from './circumstances.ts';
import type { Clause } from './clause.ts';
import type { ClaimContext } from './context.ts';
import { placeTold } from './place-told.ts';
import { figuresIn } from './figures.ts';

/** Confidence of an event that the document states, set as in `confidence.ts`. */
const STATED = 0.85;
/** The same inside of what somebody is reported to have said: set lower, since it is theirs to know. */
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
  const reported = told.find(({ content }) => content.some((one) => contains(one, span)));
  const inside = dates.filter(
    (date) =>
      contains(sentence, date) &&
      !isSinceOther(date, clause, text) &&
      !isOfVerbBefore(date, clause) &&
      !isOfRelative(date, clause) &&
      !isOfSaying(date, reported ?? null),
  );
  const when = datesOf(inside, sentence, text);
  const participants = parts.map(({ referent, role }) => ({ actor: settler.id(referent), role }));
  return {
    id: spanId('evt', document.sha256, span, kind),
    kind,
    name: nameOf(text, span),
    participants: participants.filter(
      ({ actor }, i) => participants.findIndex((other) => other.actor === actor) === i,
    ),
    date: dateNear(when, span),
    place: placeTold(clause, kind),
    figures: figuresIn(text, sentence.tokens, span, inside),
    evidence: [{ document: document.id, selectors: [selectorAt(text, span.start, span.end)] }],
    status: 'proposed',
    method: 'extracted',
    confidence: reported ? REPORTED : STATED,
  };
}

/** "Acted | today | by adopting measures after the invasion": the day of a verb that stands before the noun. */
function isOfVerbBefore(date: Span, { tree, verb: noun }: Clause): boolean {
  const { tokens } = tree;
  if (!tokens[noun]!.tag.startsWith('NN')) return false;
  return tokens.some(
    ({ tag, start }) => tag.startsWith('VB') && start >= date.end && start < tokens[noun]!.start,
  );
}

/** "X, who held the post from 2012 until 2024, met Y": the day of a clause that only describes somebody. */
function isOfRelative({ start }: Span, { tree, verb }: Clause): boolean {
  const inside = tree.tokenAt(start);
  let steps = tree.tokens.length;
  for (let at = inside; at >= 0 && at !== verb && steps-- > 0; at = tree.tokens[at]?.head ?? -1)
    if (tree.tokens[at]?.relation.endsWith('relcl') && !tree.under(verb, at)) return true;
  return false;
}

/** "Said | on Monday | that X had visited Y": the day of saying it, where it happened on none that is told. */
function isOfSaying(date: Span, reported: Told | null): boolean {
  if (reported === null || reported.content.some((one) => contains(one, date))) return false;
  const { cue, content } = reported;
  // "The next day, | officers searched the ministry, | writes X": no day of writing.
  const first = content[0]!.start;
  return !(cue !== null && cue.start > first && date.end <= first);
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
