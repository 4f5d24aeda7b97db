import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { selectorAt } from '../../graph-data/schema/index.ts';
import { isCypher } from '../../client/state/console-language.ts';
import { csvOf, plain } from '../../client/state/console-values.ts';
import type { Params } from '../../client/api/http.ts';
import { createReview } from '../../client/state/review.ts';
import type { ReviewFilter } from '../../client/state/review-pages.ts';
import { createOutbox, type Deed } from '../../client/state/review-outbox.ts';
import { nextOpen, onward, type Item } from '../../client/state/review-queue.ts';
import * as spans from '../../client/state/review-spans.ts';
import { blocksOf, recordedNear, type Mark } from '../../client/state/review-text.ts';
import { advice, timeWords } from '../../client/state/import-progress.ts';
import type { StatementReply } from '../../server/contract/replies.ts';

const prose = fc
  .array(fc.constantFrom('word', 'ü', '“quote”', 'B-2', '\n', ' ', ', ', '. ', '🙂'), {
    minLength: 4,
    maxLength: 60,
  })
  .map((parts) => parts.join(''));

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
    review.other({ kind: 'reject', records: ['evt:a'] }, 'Rejected');
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

describe('the text with its marks', () => {
  it('shows every unit of every paragraph once, whatever marks overlap', () => {
    fc.assert(
      fc.property(prose, fc.array(fc.tuple(fc.nat(), fc.nat())), (text, pairs) => {
        const marks = pairs.flatMap(([a, b], i): Mark[] => {
          const [start, end] = [a % text.length, b % text.length].sort((x, y) => x - y);
          return start === undefined || end === undefined || start === end
            ? []
            : [{ record: `stmt:${i}`, role: 'content', selector: selectorAt(text, start, end) }];
        });
        const shown = blocksOf(text, marks).flatMap(({ segments }) => segments);
        for (const { start, text: words, marks: over } of shown) {
          expect(text.slice(start, start + words.length)).toBe(words);
          const end = start + words.length;
          const expected = marks.filter(
            ({ selector }) => selector.start < end && selector.end > start,
          );
          expect(new Set(over)).toEqual(new Set(expected));
        }
        const lines = text.split('\n').filter((line) => line.trim() !== '');
        expect(shown.map(({ text: words }) => words).join('')).toBe(lines.join(''));
      }),
    );
  });
});

describe('spans moved by words', () => {
  const text = 'The minister said: “We will go, now.” Nobody’s ship moved.';

  it('steps from word to word and keeps a word of punctuation whole', () => {
    expect(text.slice(0, spans.stepEnd(text, 3, 1))).toBe('The minister');
    expect(text.slice(0, spans.stepEnd(text, 12, -1))).toBe('The');
    const nobody = text.indexOf('Nobody');
    expect(text.slice(nobody, spans.stepEnd(text, nobody, 1))).toBe('Nobody’s');
  });

  it('never crosses its edges nor leaves the text', () => {
    const steps = fc.array(
      fc.tuple(fc.constantFrom('start' as const, 'end' as const), fc.constantFrom(1, -1)),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(prose, steps, (words, moves) => {
        fc.pre(words.length > 3);
        const begun: spans.Draft = {
          content: [{ start: 1, end: 3 }],
          cue: null,
          source: null,
          role: 'content',
          part: 0,
        };
        const moved = moves.reduce(
          (draft, [edge, by]) => spans.move(draft, words, edge, by as 1 | -1),
          begun,
        );
        const span = spans.current(moved);
        expect(span).not.toBeNull();
        expect(span!.start).toBeGreaterThanOrEqual(0);
        expect(span!.start).toBeLessThan(span!.end);
        expect(span!.end).toBeLessThanOrEqual(words.length);
      }),
    );
  });

  it('takes white space off what was dragged over', () => {
    const draft: spans.Draft = {
      content: [{ start: 0, end: 3 }],
      cue: null,
      source: null,
      role: 'cue',
      part: 0,
    };
    expect(spans.drag(draft, text, { start: 12, end: 18 }).cue).toEqual({ start: 13, end: 18 - 0 });
  });

  it('are what the statement says from then on, in short as well', () => {
    const report = { document: { id: 'doc:a' }, content: [], via: [] };
    const statement = { text: 'Old', summary: 'Old', reports: [report] } as unknown;
    const draft: spans.Draft = {
      content: [{ start: 0, end: 3 }],
      cue: null,
      source: null,
      role: 'content',
      part: 0,
    };
    const after = spans.withDraft(statement as StatementReply, 'doc:a', text, draft);
    expect(after).toMatchObject({ text: text.slice(0, 3), summary: text.slice(0, 3) });
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

describe('the outbox', () => {
  const deed = (key: number): Deed => ({
    key,
    action: { kind: 'accept', records: [`stmt:s-${key}`] },
    label: `deed ${key}`,
    seen: {},
  });

  it('sends in order, undoes only what arrived, and tells what was refused', async () => {
    const wire: string[] = [];
    const refused: number[] = [];
    const outbox = createOutbox(
      {
        decide: async (action) => {
          const [id = ''] = action.kind === 'accept' ? action.records : [];
          await new Promise((done) => setTimeout(done, id.endsWith('1') ? 15 : 1));
          if (id.endsWith('2')) throw new Error('no');
          wire.push(`decide ${id}`);
          return { decision: { id: `dec:${id.slice(5)}` } } as never;
        },
        undo: (id) => {
          wire.push(`undo ${id}`);
          return Promise.resolve({} as never);
        },
      },
      { onPending: () => {}, onDone: () => {}, onRefused: ({ key }) => void refused.push(key) },
    );
    const deeds = [deed(1), deed(2), deed(3)];
    deeds.forEach((each) => void outbox.send(each));
    void outbox.undo(deeds[1] as Deed);
    void outbox.undo(deeds[0] as Deed);
    await outbox.settled();
    expect(wire).toEqual(['decide stmt:s-1', 'decide stmt:s-3', 'undo dec:s-1']);
    expect(refused).toEqual([2]);
  });
});

describe('the query bar', () => {
  it('tells Cypher from words to search for', () => {
    for (const query of [
      'MATCH (n) RETURN n',
      ' match (n) return n',
      'CALL db.labels()',
      'EXPLAIN MATCH (n) RETURN n',
      'RETURN 1',
    ])
      expect(isCypher(query), query).toBe(true);
    for (const words of [
      'match fixing',
      'call for peace',
      'return of the army',
      'with Poland',
      'speaker:Lukashenko',
    ])
      expect(isCypher(words), words).toBe(false);
  });
});

describe('an answer as words', () => {
  const node = (id: string, name: string) => ({
    $type: 'node' as const,
    id,
    labels: ['Actor'],
    properties: { name },
  });

  it('writes a path in the direction of its ties', () => {
    const [a, b] = [node('actor:a', 'A'), node('actor:b', 'B')];
    const tie = {
      $type: 'relationship' as const,
      id: 'x',
      type: 'ALLY_OF',
      start: 'actor:b',
      end: 'actor:a',
      properties: {},
    };
    expect(plain({ $type: 'path', nodes: [a, b], relationships: [tie] })).toBe('A ←ALLY_OF– B');
  });

  it('keeps commas, quotes and formulas from harming a spreadsheet', () => {
    const reply = {
      columns: ['a', 'b'],
      rows: [
        ['x,"y"', '=1+1'],
        [-3, null],
      ],
      truncated: false,
      ms: 1,
    };
    expect(csvOf(reply)).toBe('a,b\r\n"x,""y""",\'=1+1\r\n-3,\r\n');
  });
});

describe('an import in words', () => {
  it('says how long is left and what to do with a refused file', () => {
    expect(timeWords(null)).toBeNull();
    expect(timeWords(95)).toBe('1 min 35 s');
    expect(timeWords(0.2)).toBe('1 s');
    expect(advice('limit-time')).toContain('split');
    expect(advice('no-text'), 'what the reader says of it is all there is').toBeNull();
  });
});
