import { describe, expect, it } from 'vitest';
import type { Params } from '../../client/api/http.ts';
import { createReview } from '../../client/state/review.ts';
import type { ReviewFilter } from '../../client/state/review-pages.ts';
import { nextOpen, onward, type Item } from '../../client/state/review-queue.ts';
import { recordedNear } from '../../client/state/review-text.ts';

const ALL: ReviewFilter = {
  narrowing: { filters: [], ego: null, level: 'actors' },
  types: [],
  least: 0,
};
const addressOf = (params: Params) => params.map((pair) => pair.join('=')).join('&');

describe('accepting everything above a confidence', () => {
  it('is one decision by its filter, sent once what was decided before has arrived', async () => {
    const sent: unknown[] = [];
    const reply = { decision: { id: 'dec:a' } } as never;
    const review = createReview(() => undefined, {
      proposals: async () => ({ total: 60_000, items: [], next: null }) as never,
      decide: async (action) => (sent.push(action), reply),
      acceptProposals: async (queue, { total }) => (sent.push([addressOf(queue), total]), reply),
      undoDecision: async (id) => (sent.push(id), reply),
      recorded: async () => null,
    });
    const filters = [
      { key: 'document', value: 'doc:a' },
      { key: 'q', value: 'border' },
    ];
    const narrowing = {
      filters,
      ego: { of: 'actor:a', hops: 2 as const },
      level: 'actors' as const,
    };
    await review.load({ narrowing, types: ['event'], least: 0.5 });
    review.others([{ kind: 'reject', records: ['evt:a'] }], 'Rejected');
    expect(await review.acceptSure()).toBe(60_000);
    review.undo();
    await review.settled();
    expect(sent).toEqual([
      { kind: 'reject', records: ['evt:a'] },
      ['document=doc:a&q=border&of=actor:a&hops=2&type=event&min=0.95', 60_000],
      'dec:a',
    ]);
    review.dispose();
  });
});

describe('what is sure in the queue', () => {
  it('is counted over the whole filter, less what has been decided since', async () => {
    const proposal = (id: string, confidence: number) =>
      ({ type: 'event', confidence, document: 'doc:a', start: 0, record: { id } }) as never;
    const items = [proposal('evt:a', 0.97), proposal('evt:b', 0.6)];
    const asked: string[] = [];
    const review = createReview(() => undefined, {
      proposals: async (params) => {
        asked.push(addressOf(params));
        return { total: asked.length % 2 === 0 ? 1383 : 5000, items, next: null } as never;
      },
      decide: () => Promise.reject(new Error('the server is away')),
      acceptProposals: () => Promise.reject(new Error('the server is away')),
      recorded: async () => null,
      undoDecision: () => Promise.reject(new Error('the server is away')),
    });
    await review.load({ ...ALL, types: ['event'], least: 0.5 });
    await expect.poll(() => review.sure.value).toBe(1383);
    expect(asked[1]).toBe('type=event&min=0.95&limit=1');
    review.accept();
    expect(review.sure.value).toBe(1382);
    review.accept();
    expect(review.sure.value).toBe(1382);
    await review.settled();
    expect(review.sure.value).toBe(1383);
    review.dispose();
  });
});

describe('what is taken up beside the queue', () => {
  const item = (id: string, fate: Item['fate']) =>
    ({
      id,
      fate,
      fault: null,
      proposal: {
        type: 'event',
        confidence: null,
        document: 'doc:a',
        start: 0,
        record: { id, name: id, participants: [] },
      },
    }) as unknown as Item;
  const reviewOf = (sent: unknown[]) =>
    createReview(() => undefined, {
      proposals: async () =>
        ({
          total: 2,
          items: [item('evt:a', 'open').proposal, item('evt:b', 'open').proposal],
        }) as never,
      decide: async (action, seen) =>
        (sent.push([action, seen]), { decision: { id: 'dec:a' } }) as never,
      acceptProposals: () => Promise.reject(new Error('not asked for')),
      undoDecision: async (id) => (sent.push(id), {}) as never,
      recorded: async (id) => (id === 'evt:gone' ? null : item(id, 'accepted')),
    });

  it('is decided about where it stands, undone there, and left for the place in the queue', async () => {
    const sent: unknown[] = [];
    const review = reviewOf(sent);
    await review.load(ALL, 'evt:b');
    expect(await review.open('evt:gone')).toBe(false);
    expect(review.at.value).toBe('evt:b');
    expect(await review.open('evt:old')).toBe(true);
    expect(review.current.value).toMatchObject({ id: 'evt:old', fate: 'accepted' });
    expect(review.shown.value.map(({ id }) => id)).toEqual(['evt:a', 'evt:b', 'evt:old']);
    review.reject();
    expect(review.current.value).toMatchObject({ id: 'evt:old', fate: 'rejected' });
    review.undo();
    expect(review.current.value).toMatchObject({ id: 'evt:old', fate: 'accepted' });
    await review.settled();
    expect(sent).toEqual([
      [{ kind: 'reject', records: ['evt:old'] }, { status: 'accepted' }],
      'dec:a',
    ]);
    review.step(1);
    expect(review.at.value).toBe('evt:b');
    review.dispose();
  });

  it('leaves the count of the queue it is of, in step with what is decided in the queue', async () => {
    let undecided = 5;
    const review = createReview(() => undefined, {
      proposals: async () =>
        ({
          total: undecided,
          counts: { event: undecided },
          items: [item('evt:a', 'open').proposal, item('evt:b', 'open').proposal],
          next: null,
        }) as never,
      decide: async () => ((undecided -= 1), { decision: { id: 'dec:a' } }) as never,
      acceptProposals: () => Promise.reject(new Error('not asked for')),
      undoDecision: async () => ((undecided += 1), {}) as never,
      recorded: async (id) => item(id, 'open'),
    });
    const left = () => [
      review.left.value?.total,
      review.left.value?.counts.event,
      review.sure.value,
    ];
    await review.load(ALL);
    await expect.poll(left).toEqual([5, 5, 5]);
    review.accept();
    expect(left()).toEqual([4, 4, 4]);
    await review.open('evt:late');
    review.accept();
    await expect.poll(left).toEqual([3, 3, 3]);
    review.undo();
    await expect.poll(left).toEqual([4, 4, 4]);
    review.reject();
    review.step(1);
    review.accept();
    await expect.poll(left).toEqual([2, 2, 2]);
    review.dispose();
  });

  it('is found by the address, and stands there still when the queue is loaded anew', async () => {
    const review = reviewOf([]);
    await review.load(ALL, 'evt:old');
    expect(review.at.value).toBe('evt:old');
    await review.reload();
    expect(review.at.value).toBe('evt:old');
    expect(review.leaveAside()).toBe(true);
    expect(review.at.value).toBe('evt:a');
    review.dispose();
  });

  it('is gone through in the order of the text, from wherever one stands', () => {
    const at = (record: string, start: number) => ({
      record,
      role: 'content' as const,
      status: 'accepted' as const,
      anchored: true,
      selector: { exact: 'x', prefix: '', suffix: '', start, end: start + 1 },
    });
    const document = { annotations: [at('stmt:c', 30), at('stmt:a', 10), at('stmt:q', 20)] };
    const near = (id: string | null, start: number, by: 1 | -1) =>
      recordedNear(document, [{ id: 'stmt:q' }], { id, start }, by);
    expect(near('stmt:q', 20, 1)).toBe('stmt:c');
    expect(near('stmt:q', 20, -1)).toBe('stmt:a');
    expect(near('stmt:a', 10, 1)).toBe('stmt:c');
    expect(near('stmt:c', 30, 1)).toBeNull();
    expect(near(null, 0, -1)).toBeNull();
  });
});

describe('the queue', () => {
  const item = (id: string, fate: Item['fate']) => ({ id, fate, fault: null }) as Item;

  it('goes on to the next open item, else back to one that is open, else stays', () => {
    const items = [item('a', 'open'), item('b', 'accepted'), item('c', 'rejected')];
    expect(nextOpen(items, 0, 1)).toBe(0);
    expect(onward(items, 1)).toBe(0);
    expect(onward([item('a', 'accepted')], 0)).toBe(0);
  });
});
