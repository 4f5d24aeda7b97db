import type { ActorReply } from '../../server/contract/replies.ts';

export type Tie = ActorReply['relations'][number];

/** An office that somebody holds, and how many ties tell of it. */
export interface Office {
  /** The one that is opened: of several one that a person has accepted, else the first. */
  readonly tie: Tie;
  readonly told: number;
  /** Dates of the ties: several only where each is a day on which somebody tells of the office. */
  readonly dates: readonly (string | null)[];
}

/** The offices of an actor, each once however many documents tell of it, in the ties' own order. */
export function officesOf({ id, relations }: Pick<ActorReply, 'id' | 'relations'>): Office[] {
  const held = relations.filter(({ kind, from }) => kind === 'holds-office' && from.id === id);
  const groups = new Map<string, Tie[]>();
  for (const tie of held)
    groups.set(sameOffice(tie), [...(groups.get(sameOffice(tie)) ?? []), tie]);
  return [...groups.values()].map((ties) => ({
    tie: ties.find(({ status }) => status === 'accepted') ?? ties[0]!,
    told: ties.length,
    dates: [...new Set(ties.map(({ valid }) => valid))],
  }));
}

/** One day of a calendar, and no stretch: the day of a document that tells of it. */
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A hundred documents of as many days tell of one office, and not of a hundred. */
const sameOffice = ({ title, to, valid }: Tie) =>
  JSON.stringify([
    title?.toLowerCase() ?? null,
    to.id,
    valid !== null && DAY.test(valid) ? 'a day' : valid,
  ]);
