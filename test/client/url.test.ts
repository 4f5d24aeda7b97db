import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createScreen } from '../../client/state/screen.ts';
import {
  decode,
  EMPTY,
  encode,
  LAYERS,
  LEVELS,
  PROPOSED,
  TABLES,
  VIEWS,
  type ScreenState,
} from '../../client/state/url.ts';

const id = fc
  .tuple(
    fc.constantFrom('actor', 'stmt', 'agr', 'evt', 'doc'),
    fc.stringMatching(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  )
  .map(([type, body]) => `${type}:${body}`);

const RESERVED = 'view open at of hops hide level table order types least cypher'.split(' ');
const filter = fc.record({
  key: fc.string({ minLength: 1, unit: 'binary' }).filter((key) => !RESERVED.includes(key)),
  value: fc.string({ unit: 'binary' }),
});

const state: fc.Arbitrary<ScreenState> = fc.record({
  view: fc.constantFrom(...VIEWS),
  filters: fc.array(filter, { maxLength: 6 }),
  open: fc.option(
    fc.oneof(
      id.map((record) => ({ type: 'record' as const, id: record })),
      fc.record({ type: fc.constantFrom('pair' as const, 'path' as const), from: id, to: id }),
    ),
  ),
  at: fc.option(id),
  ego: fc.option(fc.record({ of: id, hops: fc.constantFrom(1 as const, 2 as const, 3 as const) })),
  level: fc.constantFrom(...LEVELS),
  hidden: fc.subarray([...LAYERS]),
  table: fc.constantFrom(...TABLES),
  order: fc.option(fc.constantFrom('said', '-said', 'speaker', '-reports')),
  types: fc.subarray([...PROPOSED]),
  least: fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100),
  cypher: fc.option(fc.string({ minLength: 1, unit: 'binary' })),
});

describe('the address', () => {
  it('gives back every state that was put into it', () => {
    fc.assert(
      fc.property(state, (given) => {
        expect(decode(encode(given))).toEqual(given);
      }),
    );
  });

  it('is read from any text without a throw, and settles after one round', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = decode(text);
        expect(decode(encode(once))).toEqual(once);
      }),
    );
  });

  it('is empty when nothing is set, and keeps ids readable', () => {
    expect(encode(EMPTY)).toBe('');
    const open = { type: 'record', id: 'actor:sergei-shoigu' } as const;
    expect(encode({ ...EMPTY, open })).toBe('open=actor:sergei-shoigu');
  });

  it('keeps what it does not know as a filter, for the server to refuse', () => {
    expect(decode('?colour=red').filters).toEqual([{ key: 'colour', value: 'red' }]);
    expect(decode('?hops=2').filters).toEqual([{ key: 'hops', value: '2' }]);
    expect(decode('?hops=2&of=actor:a').filters).toEqual([]);
  });
});

describe('the screen', () => {
  it('begins with its address', () => {
    const screen = createScreen(() => {}, '?act=denial&view=table');
    expect(screen.view.value).toBe('table');
    expect(screen.filters.value).toEqual([{ key: 'act', value: 'denial' }]);
  });

  it('tells the recorder of each step once, and shows any step again', () => {
    const steps: string[] = [];
    const screen = createScreen((search) => steps.push(search));
    screen.addFilter({ key: 'act', value: 'accusation' });
    screen.addFilter({ key: 'act', value: 'accusation' });
    screen.openPair('actor:a', 'actor:b');
    screen.setView('table');
    expect(steps).toHaveLength(3);
    const last = screen.state.value;
    screen.show(steps[0] ?? '');
    expect(screen.open.value).toBeNull();
    expect(steps).toHaveLength(3);
    screen.show(steps[2] ?? '');
    expect(screen.state.value).toEqual(last);
  });

  it('toggling twice changes nothing', () => {
    fc.assert(
      fc.property(state, filter, (given, item) => {
        const unique = new Set(given.filters.map(({ key, value }) => `${key}\u0000${value}`));
        fc.pre(unique.size === given.filters.length);
        const screen = createScreen();
        screen.show(encode(given));
        const before = screen.filters.value;
        screen.toggleFilter(item);
        screen.toggleFilter(item);
        const had = before.some(({ key, value }) => key === item.key && value === item.value);
        if (!had) expect(screen.filters.value).toEqual(before);
        else expect(new Set(screen.filters.value)).toEqual(new Set(before));
      }),
    );
  });
});
