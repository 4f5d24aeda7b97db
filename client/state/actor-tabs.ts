import type { ActorReply } from '../../server/contract/replies.ts';

export type ActorTab =
  'speaker' | 'about' | 'addressee' | 'via' | 'agreements' | 'events' | 'ties' | 'documents';

/** What is known of an actor, in one list. */
export interface TabOf {
  readonly id: ActorTab;
  readonly label: string;
  /** How much there is, listed or not. */
  readonly n: number;
  /** How much of it the reply does not list; 0 for statements, which are asked for by themselves. */
  readonly omitted: number;
}

type Known = Pick<
  ActorReply,
  'counts' | 'agreements' | 'events' | 'relations' | 'documents' | 'omitted'
>;

/** The lists that hold anything, in their order on the screen. */
export function tabsOf(actor: Known): TabOf[] {
  const { counts, omitted } = actor;
  const statements = (id: ActorTab, label: string, n: number) => ({ id, label, n, omitted: 0 });
  const listed = (
    id: ActorTab,
    label: string,
    list: 'agreements' | 'events' | 'relations' | 'documents',
  ) => ({ id, label, n: actor[list].length + omitted[list], omitted: omitted[list] });
  const all: TabOf[] = [
    statements('speaker', 'Said', counts.said),
    statements('about', 'Said about', counts.about),
    statements('addressee', 'Told', counts.addressed),
    statements('via', 'Carried', counts.carried),
    listed('agreements', 'Agreed', 'agreements'),
    listed('events', 'Events', 'events'),
    listed('ties', 'Ties', 'relations'),
    listed('documents', 'Documents', 'documents'),
  ];
  return all.filter((tab) => tab.n > 0);
}
