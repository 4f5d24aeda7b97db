import type { Act, Action, Actor, Mode } from '../../graph-data/schema/index.ts';
import { DocumentId, selectorAt } from '../../graph-data/schema/index.ts';
import type { ActorRef, StatementReply } from '../../server/contract/replies.ts';
import type { Draft, Range } from './review-spans.ts';

/** Who says what is added, and how; its spans are a draft like any other's. */
export interface Adding {
  readonly speaker: ActorRef | null;
  /** The speaker when the record does not know them yet; null when it does. */
  readonly fresh: Actor | null;
  /** Null while it is what the quotation marks tell. */
  readonly mode: Mode | null;
  readonly act: Act;
  readonly said: string | null;
  readonly about: readonly ActorRef[];
  readonly addressees: readonly ActorRef[];
  /** Who carried the words to this document. */
  readonly via: readonly ActorRef[];
  /** Whether the speaker is being looked for. */
  readonly choosing: boolean;
  /** On its way to the server. */
  readonly sending: boolean;
}

export const NOTHING_ADDED: Adding = {
  speaker: null,
  fresh: null,
  mode: null,
  act: 'assertion',
  said: null,
  about: [],
  addressees: [],
  via: [],
  choosing: false,
  sending: false,
};

const MARKS = /["“”„«»‹›]/;

/** Units behind a content in which its closing mark stands: a comma may come first. */
const BEHIND = 2;

/** The mode that the quotation marks in and around the content tell. */
export function modeIn(text: string, content: readonly Range[]): Mode {
  const within = content.some(({ start, end }) => MARKS.test(text.slice(start, end)));
  const quoted = content.every(
    ({ start, end }) =>
      MARKS.test(text.slice(Math.max(0, start - 1), start)) &&
      MARKS.test(text.slice(end, end + BEHIND)),
  );
  if (quoted) return 'direct';
  return within ? 'mixed' : 'indirect';
}

/** The decision that adds it; null while nobody is named who said it. */
export function additionOf(
  document: string,
  text: string,
  { content, cue, source }: Draft,
  { speaker, fresh, mode, act, said, about, addressees, via }: Adding,
): Extract<Action, { kind: 'add' }> | null {
  if (speaker === null) return null;
  const select = ({ start, end }: Range) => selectorAt(text, start, end);
  const ids = (actors: readonly ActorRef[]) => actors.map(({ id }) => id);
  return {
    kind: 'add',
    statement: {
      speaker: speaker.id,
      mode: mode ?? modeIn(text, content),
      act,
      said,
      addressees: ids(addressees),
      about: ids(about),
      report: {
        document: DocumentId.parse(document),
        content: content.map(select),
        cue: cue && select(cue),
        source: source && select(source),
        via: ids(via),
        repeats: [],
      },
    },
    actors: fresh === null ? [] : [fresh],
  };
}

/** Speakers that are offered. */
const MOST_NEAR = 6;

/** Who speaks in a document, those nearest to a place first. */
export function speakersNear(
  statements: readonly StatementReply[],
  document: string,
  at: number,
): ActorRef[] {
  const places = statements.flatMap(({ speaker, reports }) =>
    reports
      .filter((report) => report.document.id === document)
      .map(({ content }) => ({ speaker, far: Math.abs((content[0]?.start ?? 0) - at) })),
  );
  const seen = new Set<string>();
  return places
    .sort((a, b) => a.far - b.far)
    .map(({ speaker }) => speaker)
    .filter(({ id }) => !seen.has(id) && seen.add(id))
    .slice(0, MOST_NEAR);
}
