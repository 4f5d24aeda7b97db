import type { Actor } from '../../graph-data/schema/index.ts';
import type { ActorRef, StatementReply } from '../../server/contract/replies.ts';
import type { List } from './review-list.ts';
import type { Log } from './review-log.ts';
import { renamed, type Item } from './review-queue.ts';

/** Deeds about actors: who spoke, who is whom. They can change many proposals at once. */
export function actorDeeds(list: List, log: Log) {
  function everywhere(from: string, into: ActorRef, only?: ReadonlySet<string>): Item[] {
    return list.shown.peek().flatMap((item) => {
      if (only !== undefined && !only.has(item.id)) return [];
      const proposal = renamed(item.proposal, from, into);
      const same = JSON.stringify(proposal) === JSON.stringify(item.proposal);
      return same ? [] : [{ ...item, proposal }];
    });
  }

  return {
    changeSpeaker(speaker: ActorRef): void {
      const item = list.current.peek();
      if (item?.proposal.type !== 'statement') return;
      const { record } = item.proposal;
      if (record.speaker.id === speaker.id) return;
      const proposal = { ...item.proposal, record: { ...record, speaker } };
      const action = {
        kind: 're-attribute' as const,
        record: record.id,
        speaker: speaker.id,
      };
      log.act(action, `Speaker: ${speaker.name}`, [{ ...item, proposal }], {
        speaker: record.speaker.id,
      });
    },

    /** Tells what an actor is called now that it has been mended beside the queue. */
    called: (actor: ActorRef): void => list.put(everywhere(actor.id, actor)),

    merge(from: ActorRef, into: ActorRef): void {
      const label = `Merged ${from.name} into ${into.name}`;
      const action = { kind: 'merge' as const, from: from.id, into: into.id };
      const seen = { name: from.name, into: { name: into.name } };
      log.act(action, label, everywhere(from.id, into), seen);
    },

    /** Gives some statements of an actor to another, who is made when new. */
    split(from: ActorRef, into: Actor, statements: readonly StatementReply['id'][]): void {
      const { id, name, kind } = into;
      log.act(
        { kind: 'split', from: from.id, into, statements: [...statements], mentions: [] },
        `Split ${name} from ${from.name}`,
        everywhere(from.id, { id, name, kind }, new Set(statements)),
      );
    },
  };
}
