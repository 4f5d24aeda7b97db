import fc from 'fast-check';
import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { ApiError } from '../../client/api/http.ts';
import { dominantFamily, familyTotal } from '../../client/state/encoding.ts';
import { actorRadius } from '../../server/contract/radius.ts';
import { resource } from '../../client/state/resource.ts';
import { insertAt, withPicked } from '../../client/state/insert.ts';
import { count, dateWords, recordedWords, spanWords } from '../../client/state/words.ts';

describe('a suggestion', () => {
  it.each([
    ['institute for the st', 0, 20, 'actor:X', 'actor:X '],
    ['war institute for the st act:denial', 4, 24, 'actor:X', 'war actor:X act:denial'],
    ['speaker:Luk sabotage', 0, 11, 'speaker:"A B"', 'speaker:"A B" sabotage'],
    ['speaker:Lukash sabotage', 0, 11, 'speaker:X', 'speaker:X sabotage'],
    ['speaker:"Sergei Sho" (drones)', 0, 15, 'speaker:X', 'speaker:X (drones)'],
    ['-via:Bel', 1, 8, 'via:BelTA', '-via:BelTA '],
    ['sp', 0, 2, 'speaker:', 'speaker:'],
  ])('in %j takes the place of what it completes', (text, start, end, insert, whole) => {
    const { text: next, caret } = insertAt(text, { start, end }, insert);
    expect(next).toBe(whole);
    expect(next.slice(0, caret).trimEnd().endsWith(insert)).toBe(true);
  });

  it('leaves everything before it and every word after it as it was', () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{1,6}$/), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(words, words, (before, after) => {
        const start = before.join(' ').length + 1;
        const text = [...before, 'typ', ...after].join(' ');
        const next = insertAt(text, { start, end: start + 3 }, 'actor:X').text;
        expect(next.split(' ')).toEqual([...before, 'actor:X', ...after]);
      }),
    );
  });
});

describe('a picked suggestion', () => {
  const replace = { start: 4, end: 7 };

  it('of a bare name is gone to, and leaves the search without it', () => {
    const picked = withPicked('war Luk', { id: 'actor:x', insert: 'actor:x', replace });
    expect(picked).toMatchObject({ text: 'war', named: 'actor:x', unfinished: '' });
  });

  it('of a value stays in the search, behind its key', () => {
    const keyed = { id: 'actor:x', insert: 'speaker:"A B"', replace: { start: 4, end: 15 } };
    const picked = withPicked('war speaker:Luk', keyed);
    expect(picked).toMatchObject({ text: 'war speaker:"A B" ', named: null, unfinished: '' });
  });

  it('of a key goes on to be completed by its value', () => {
    const picked = withPicked('war spe', { id: null, insert: 'speaker:', replace });
    expect(picked).toMatchObject({ text: 'war speaker:', named: null, unfinished: 'war speaker:' });
    expect(picked.caret).toBe('war speaker:'.length);
  });
});

describe('words for people', () => {
  it.each([
    ['2022-12-07', '7 Dec 2022'],
    ['2022-12', 'Dec 2022'],
    ['2022', '2022'],
    ['2022-12-07~', 'about 7 Dec 2022'],
    ['2022-09-26/2022-09-27', '26 Sep 2022 to 27 Sep 2022'],
    ['2022-09-26/..', 'since 26 Sep 2022'],
    ['../2022-09', 'until Sep 2022'],
    ['2022-10-24~/2022-11-06~', 'about 24 Oct 2022 to 6 Nov 2022'],
    ['2022-21', 'spring 2022'],
    ['2022-XX', '2022'],
    ['202X', '2020s'],
    ['2022-12-07T09:30:00Z', '7 Dec 2022'],
    [null, 'no date'],
  ])('%j is %j', (edtf, words) => {
    expect(dateWords(edtf)).toBe(words);
  });

  it('span from the first day to the last', () => {
    expect(spanWords(['2022-12-07', null, '2022-10'])).toBe('1 Oct 2022 to 7 Dec 2022');
    expect(spanWords([null])).toBeNull();
  });

  it('tell an instant since which something was recorded, and leave other ranges as written', () => {
    const instant = new Date(2026, 10, 5, 14, 7).toISOString();
    expect(recordedWords(`${instant}..`)).toBe('since 5 Nov 2026, 14:07');
    expect(['2026-11', '..2026-11-05', `2026..${instant}`].map(recordedWords)).toEqual([
      '2026-11',
      '..2026-11-05',
      `2026..${instant}`,
    ]);
  });

  it('count in the singular and in the plural', () => {
    expect([0, 1, 1200].map((n) => count(n, 'report'))).toEqual([
      '0 reports',
      '1 report',
      '1,200 reports',
    ]);
  });
});

describe('the disc of an actor', () => {
  it('grows with every statement made and stays a disc among others', () => {
    fc.assert(
      fc.property(fc.nat(100_000), (said) => {
        expect(actorRadius(said + 1)).toBeGreaterThanOrEqual(actorRadius(said));
      }),
    );
    expect(actorRadius(0)).toBe(9);
    expect(actorRadius(1380)).toBeGreaterThan(actorRadius(100));
    expect(actorRadius(1380)).toBeLessThan(34);
  });
});

describe('act families', () => {
  const counts = fc.record({ states: fc.nat(9), commits: fc.nat(9), confronts: fc.nat(9) });

  it('are dominated by one of the most frequent, by none when there is none', () => {
    fc.assert(
      fc.property(counts, (given) => {
        const family = dominantFamily(given);
        if (familyTotal(given) === 0) expect(family).toBeNull();
        else expect(family && given[family]).toBe(Math.max(...Object.values(given)));
      }),
    );
  });
});

describe('what is fetched', () => {
  const settle = () => new Promise((done) => setTimeout(done, 0));

  it('follows its key, aborts what was overtaken, and answers a known key at once', async () => {
    const key = signal<string | null>('a');
    const asked: { key: string; signal: AbortSignal; answer: (text: string) => void }[] = [];
    const { value } = resource(
      key,
      (wanted, abort) =>
        new Promise<string>((answer) => void asked.push({ key: wanted, signal: abort, answer })),
    );
    key.value = 'b';
    expect(asked.map((call) => [call.key, call.signal.aborted])).toEqual([
      ['a', true],
      ['b', false],
    ]);
    asked[0]?.answer('late');
    asked[1]?.answer('second');
    await settle();
    expect(value.value).toMatchObject({ status: 'ready', data: 'second', fresh: true });
    key.value = null;
    expect(value.value.status).toBe('idle');
    key.value = 'b';
    expect(value.value.data).toBe('second');
    expect(asked).toHaveLength(2);
  });

  it('gives no data of another key beside an error, and asks again when told to', async () => {
    const key = signal('good');
    let fails = true;
    const { value, reload } = resource(key, (wanted) =>
      wanted === 'bad' && fails
        ? Promise.reject(new ApiError({ kind: 'offline' }))
        : Promise.resolve(wanted),
    );
    await settle();
    key.value = 'bad';
    expect(value.value).toMatchObject({ status: 'loading', data: 'good', fresh: false });
    await settle();
    expect(value.value).toMatchObject({ status: 'failed', data: null, last: 'good', fresh: false });
    expect(value.value.error?.failure.kind).toBe('offline');
    fails = false;
    reload();
    await settle();
    expect(value.value).toMatchObject({ status: 'ready', data: 'bad', error: null });
  });

  it('is asked for anew when told to, though its key is known', async () => {
    let n = 0;
    const { value, reload } = resource(signal('list'), () => Promise.resolve((n += 1)));
    await settle();
    reload();
    await settle();
    expect(value.value.data).toBe(2);
  });

  it('is asked for again with whatever else failed, and what did not fail is left alone', async () => {
    const asked: string[] = [];
    let fails = true;
    const fetched = (name: string) =>
      resource(signal(name), (wanted) => {
        asked.push(wanted);
        return fails && wanted !== 'sound'
          ? Promise.reject(new ApiError({ kind: 'offline' }))
          : Promise.resolve(wanted);
      });
    const [graph, list] = [fetched('graph'), fetched('list'), fetched('sound')];
    await settle();
    fails = false;
    graph.reload();
    await settle();
    expect(list.value.value).toMatchObject({ status: 'ready', data: 'list' });
    expect(asked.sort()).toEqual(['graph', 'graph', 'list', 'list', 'sound']);
  });
});
