import fc from 'fast-check';
import {
  and,
  isQueryKey,
  not,
  or,
  QUERY_KEY_NAMES,
  QUERY_KEYS,
  term,
  words,
  type QueryKey,
  type TypedQuery,
  type TypedTerm,
} from '../../server/contract/index.ts';

/** Generated input for the tests of the search language. */

const bareWord = fc
  .string({ unit: 'binary', minLength: 1, maxLength: 8 })
  .filter((value) => words(value).length > 0)
  .filter((value) => !/[\s()"“”„‟«»]|^-|\*$/u.test(value));

const phrase = fc
  .string({ unit: 'binary', minLength: 1, maxLength: 12 })
  .filter((value) => words(value).length > 0);

const textTerm: fc.Arbitrary<TypedTerm> = fc.oneof(
  fc
    .oneof(bareWord, fc.constantFrom('OR', 'AND', 'speaker:x', 'said:', 'foo:bar', 'F-16', 'a\\'))
    .map((value) => ({ key: 'text', value, form: 'word' }) as const),
  bareWord.map((value) => ({ key: 'text', value, form: 'prefix' }) as const),
  fc
    .oneof(phrase, fc.constantFrom('a "b" c', '\\', 'x\\', '\\"x', 'OR', '-a'))
    .filter((value) => words(value).length > 0)
    .map((value) => ({ key: 'text', value, form: 'phrase' }) as const),
);

const valueOf = (key: QueryKey): fc.Arbitrary<string> => {
  const values = key.values ?? [];
  const dates = ['2022', '2022-10..2022-12', '..2021', '2022-12~'];
  if (key.type === 'date') return fc.constantFrom(...values, ...dates);
  if (key.values) return fc.constantFrom(...key.values);
  return fc
    .oneof(phrase, fc.constantFrom('actor:belta', '-x', 'a (b)', 'OR'))
    .map((value) => value.trim())
    .filter((value) => value !== '');
};

const keys = QUERY_KEY_NAMES.filter(isQueryKey).filter((key) => key !== 'text');
const keyTerm: fc.Arbitrary<TypedTerm> = fc
  .constantFrom(...keys)
  .chain((key) => valueOf(QUERY_KEYS[key]).map((value) => ({ key, value })));

/** Queries in the form that and(), or() and not() build, `all` only at the root. */
export const typedQuery: fc.Arbitrary<TypedQuery> = fc.letrec<{ node: TypedQuery }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    fc.oneof(textTerm, keyTerm).map((value) => term(value)),
    fc.array(tie('node'), { minLength: 2, maxLength: 4 }).map((of) => and(...of)),
    fc.array(tie('node'), { minLength: 2, maxLength: 4 }).map((of) => or(...of)),
    tie('node').map((of) => not(of)),
  ),
})).node;

/** What is longer printed than typed. */
const GROWING = ['"\\a"', '"\\a" ', '"\\a', 'text:OR ', 'text:a text:b c ', '“\\x”OR ', '-"\\ "'];

const piece = fc.oneof(
  fc.constantFrom(
    ...['(', ')', '-', '"', '“', ' ', ' ', ':', '*', 'OR', ' OR ', ' AND ', '\\', '..', '\u00a0'],
    ...['speaker:', 'said:', 'mode:', 'text:', 'said:2022', 'mode:direct', 'foo:bar', 'via:-x'],
  ),
  fc.string({ unit: 'binary', maxLength: 4 }),
  fc.string({ maxLength: 6 }),
);

/** Strings as long, as deep and of as many terms as a search may be, and a little more. */
export const searchAtLimits: fc.Arbitrary<string> = fc.oneof(
  fc
    .tuple(fc.array(piece, { minLength: 1, maxLength: 6 }), fc.integer({ min: 4000, max: 4100 }))
    .map(([pieces, length]) => {
      const once = pieces.join('') || 'a ';
      return once.repeat(Math.ceil(length / once.length)).slice(0, length);
    }),
  fc
    .tuple(fc.constantFrom(...GROWING), fc.integer({ min: 4000, max: 4100 }))
    .map(([once, length]) => once.repeat(Math.ceil(length / once.length)).slice(0, length)),
  fc
    .tuple(
      fc.constantFrom('(', '-(', '-(x ', '(x OR ', 'y (x OR ', '(x OR y -('),
      fc.integer({ min: 14, max: 34 }),
      fc.constantFrom(
        'text:OR',
        'text:a text:b c',
        'text:said:x text:b',
        '-(text:AND OR x)',
        'a OR b',
      ),
    )
    .map(([open, times, inner]) => {
      const opened = open.repeat(times);
      return opened + inner + ')'.repeat(opened.split('(').length - 1);
    }),
  fc
    .tuple(
      fc.constantFrom('a ', 'via:x ', '-via:x ', 'text:OR '),
      fc.integer({ min: 250, max: 260 }),
    )
    .map(([once, times]) => once.repeat(times)),
);

/** Strings that look like searches, broken ones above all. */
export const anySearchString: fc.Arbitrary<string> = fc
  .array(piece, { maxLength: 30 })
  .map((pieces) => pieces.join(''));
