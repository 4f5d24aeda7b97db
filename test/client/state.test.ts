import fc from 'fast-check';
import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { ApiError } from '../../client/api/http.ts';
import { actorRadius, dominantFamily, familyTotal } from '../../client/state/encoding.ts';
import { resource } from '../../client/state/resource.ts';
import { insertAt, keyAndValue, tokenAt } from '../../client/state/token.ts';
import { count, dateWords, spanWords } from '../../client/state/words.ts';

describe('the word being typed', () => {
  it.each([
    ['spea', 4, 'spea'],
    ['speaker:Luk about', 11, 'speaker:Luk'],
    ['speaker:"Sergei Sho', 19, 'speaker:"Sergei Sho'],
    ['-via:Bel', 8, 'via:Bel'],
    ['(about:Po', 9, 'about:Po'],
    ['one two ', 8, ''],
  ])('in %j at %i is %j', (text, caret, word) => {
    expect(tokenAt(text, caret).text).toBe(word);
  });

  it('is replaced and nothing else is', () => {
    const text = 'speaker:Luk sabotage';
    const token = tokenAt(text, 11);
    expect(insertAt(text, token, 'speaker:"Alexander Lukashenko"').text).toBe(
      'speaker:"Alexander Lukashenko" sabotage',
    );
  });

  it('is found in any text at any place', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(), (text, at) => {
        const caret = at % (text.length + 1);
        const token = tokenAt(text, caret);
        expect(token.start <= caret && caret <= token.end).toBe(true);
        expect(text.slice(token.start, caret)).toBe(token.text);
      }),
    );
  });

  it('is told apart as key and value', () => {
    expect(keyAndValue('speaker:"Sergei')).toEqual({ key: 'speaker', value: 'Sergei' });
    expect(keyAndValue(':x')).toBeNull();
    expect(keyAndValue('plain')).toBeNull();
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
