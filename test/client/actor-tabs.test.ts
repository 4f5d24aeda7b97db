import { expect, it } from 'vitest';
import type { ActorReply } from '../../server/contract/replies.ts';
import { tabsOf } from '../../client/state/actor-tabs.ts';

const counts = { said: 3, about: 0, addressed: 0, carried: 0, agreements: 2, events: 0 };
const none = { agreements: [], events: [], relations: [], documents: [] };

it('counts what an actor’s lists leave out, and tells of it', () => {
  const documents = [{ id: 'doc:one', title: 'One', outlet: null, published: null }];
  const actor = {
    ...{ ...none, documents: documents as ActorReply['documents'] },
    counts: { ...counts, relations: 0 },
    omitted: { agreements: 0, events: 0, relations: 0, documents: 30 },
  };
  expect(tabsOf(actor).map(({ id, n, omitted }) => [id, n, omitted])).toEqual([
    ['speaker', 3, 0],
    ['documents', 31, 30],
  ]);
});
