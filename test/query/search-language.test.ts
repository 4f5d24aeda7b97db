import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  and,
  not,
  or,
  parseSearch,
  printSearch,
  term,
  type TypedQuery,
  type TypedTerm,
} from '../../server/contract/index.ts';
import { anySearchString, searchAtLimits, typedQuery } from './arbitraries.ts';

const key = (name: 'speaker' | 'about' | 'via' | 'mode' | 'said', value: string) =>
  term<TypedTerm>({ key: name, value });
const word = (value: string) => term<TypedTerm>({ key: 'text', value, form: 'word' });
const phrase = (value: string) => term<TypedTerm>({ key: 'text', value, form: 'phrase' });
const prefix = (value: string) => term<TypedTerm>({ key: 'text', value, form: 'prefix' });
const codes = (text: string) => parseSearch(text).notes.map((note) => note.code);

describe('the search language', () => {
  const readings: [string, TypedQuery][] = [
    [
      'speaker:Lukashenko about:Poland mode:direct said:2022-10..2022-12 -via:BelTA "sabotage"',
      and(
        key('speaker', 'Lukashenko'),
        key('about', 'Poland'),
        key('mode', 'direct'),
        key('said', '2022-10..2022-12'),
        not(key('via', 'BelTA')),
        phrase('sabotage'),
      ),
    ],
    ['speaker:A speaker:B', or(key('speaker', 'A'), key('speaker', 'B'))],
    [
      'speaker:A said:2022 speaker:B',
      and(or(key('speaker', 'A'), key('speaker', 'B')), key('said', '2022')),
    ],
    ['about:A AND about:B', and(key('about', 'A'), key('about', 'B'))],
    ['(about:A) (about:B)', and(key('about', 'A'), key('about', 'B'))],
    ['-via:A -via:B', and(not(key('via', 'A')), not(key('via', 'B')))],
    ['via:-A', not(key('via', 'A'))],
    ['-via:-A', key('via', 'A')],
    ['a b OR c', or(and(word('a'), word('b')), word('c'))],
    ['a (b OR c)', and(word('a'), or(word('b'), word('c')))],
    ['-(a OR speaker:B)', not(or(word('a'), key('speaker', 'B')))],
    ['sabot* F-16 or', and(prefix('sabot'), word('F-16'), word('or'))],
    ['text:a text:"b c"', or(word('a'), phrase('b c'))],
    ['SPEAKER:A Mode:Direct', and(key('speaker', 'A'), key('mode', 'direct'))],
    ['speaker:"Konrad Muzyka"', key('speaker', 'Konrad Muzyka')],
    ['“the \\"west\\"”', phrase('the "west"')],
    ['speaker:actor:belta', key('speaker', 'actor:belta')],
    ['', { type: 'all' }],
  ];
  test.each(readings)('reads %s', (text, query) => {
    expect(parseSearch(text)).toMatchObject({ query, notes: [] });
  });

  test('reads an unknown key as plain text and says so, with its place', () => {
    const { query, notes } = parseSearch('speaker:A speeker:B');
    expect(query).toEqual(and(key('speaker', 'A'), word('speeker:B')));
    expect(notes).toMatchObject([{ code: 'unknown-key-as-text', start: 10, end: 19 }]);
  });

  test('takes property names of JavaScript objects for words', () => {
    expect(codes('constructor:x __proto__:y toString:z')).not.toContain('bad-value');
    expect(parseSearch('constructor:x').query).toEqual(word('constructor:x'));
  });

  test.each([
    ['said:2022-13', 'bad-date', 0, 12],
    ['recorded:2022-12-07T25:00:00.000Z..', 'bad-date', 0, 35],
    ['a said:2022..2021', 'bad-date', 2, 17],
    ['mode:shouted', 'bad-value', 0, 12],
    [`${'('.repeat(33)}a`, 'bad-query', 32, 33],
    ['a'.repeat(4097), 'bad-query', 4096, 4097],
    ['a '.repeat(257), 'bad-query', 512, 513],
  ])('refuses %s with a code and a place', (text, code, start, end) => {
    expect(parseSearch(text).notes).toContainEqual(expect.objectContaining({ code, start, end }));
  });

  test.each([
    ['"unclosed phrase', phrase('unclosed phrase')],
    ['(a b', and(word('a'), word('b'))],
    ['a ) b', and(word('a'), word('b'))],
    ['a OR', word('a')],
    ['a AND', word('a')],
    ['() a', word('a')],
    ['speaker: a', word('a')],
    ['a - b', and(word('a'), word('b'))],
  ])('tolerates %s with a note', (text, query) => {
    expect(parseSearch(text).query).toEqual(query);
    expect(codes(text)).toEqual(['not-understood']);
  });

  test('places every term where it stands', () => {
    const text = 'speaker:"A B" -(c OR via:D)';
    const places = [...parseSearch(text).positions].map(([found, { start, end }]) => [
      found.value,
      text.slice(start, end),
    ]);
    expect(places).toEqual([
      ['A B', 'speaker:"A B"'],
      ['c', 'c'],
      ['D', 'via:D'],
    ]);
  });

  test('parse(print(q)) = q for every query', () => {
    fc.assert(
      fc.property(typedQuery, (query) => {
        expect(parseSearch(printSearch(query)).query).toEqual(query);
      }),
      { numRuns: 1000 },
    );
  });

  test('what any string was read as, prints and reads as the same', () => {
    fc.assert(
      fc.property(anySearchString, (text) => {
        const { query } = parseSearch(text);
        const printed = printSearch(query);
        expect(parseSearch(printed).query).toEqual(query);
        expect(printSearch(parseSearch(printed).query)).toBe(printed);
      }),
      { numRuns: 2000 },
    );
  });

  test('what is as long, as deep and of as many terms as may be, prints and reads as the same', () => {
    let longer = 0;
    fc.assert(
      fc.property(searchAtLimits, (text) => {
        const { query, notes } = parseSearch(text);
        if (notes.some(({ code }) => code === 'bad-query')) return;
        const printed = printSearch(query);
        if (printed.length > text.length) longer += 1;
        expect(parseSearch(printed).query).toEqual(query);
      }),
      { numRuns: 400 },
    );
    expect(longer).toBeGreaterThan(0);
  });
});
