import { argumentError } from '../errors.ts';
import type { Value } from '../value.ts';
import { isList } from '../value.ts';
import { define, integerArgument, refuse, stringArgument } from './define.ts';
import type { CypherFunction } from './signature.ts';

/** A function of one string. */
function text(name: string, apply: (value: string) => string): CypherFunction {
  return define(name, ([v = null]) => apply(stringArgument(name, v)), { returns: 'STRING' });
}

function count(name: string, value: Value): number {
  const size = integerArgument(name, value);
  if (size < 0n) throw argumentError('NumberOutOfRange', `${name}() takes no negative number.`);
  return Number(size);
}

function substring([value = null, from = null, length]: readonly Value[]): Value {
  const source = stringArgument('substring', value);
  const start = count('substring', from);
  if (length === undefined) return source.slice(start);
  return source.slice(start, start + count('substring', length));
}

function split(value: Value, by: Value): Value {
  const source = stringArgument('split', value);
  if (!isList(by)) return source.split(stringArgument('split', by));
  const marks = by.map((mark) => stringArgument('split', mark));
  return marks.reduce((parts, mark) => parts.flatMap((part) => part.split(mark)), [source]);
}

function right(value: Value, size: Value): Value {
  const source = stringArgument('right', value);
  return source.slice(Math.max(0, source.length - count('right', size)));
}

function normalize(value: Value, form: Value): Value {
  const name = form === undefined ? 'NFC' : stringArgument('normalize', form);
  if (!['NFC', 'NFD', 'NFKC', 'NFKD'].includes(name)) throw refuse('normalize', form);
  return stringArgument('normalize', value).normalize(name);
}

export const stringFunctions: readonly CypherFunction[] = [
  text('toLower', (value) => value.toLowerCase()),
  text('toUpper', (value) => value.toUpperCase()),
  text('lower', (value) => value.toLowerCase()),
  text('upper', (value) => value.toUpperCase()),
  text('trim', (value) => value.trim()),
  text('lTrim', (value) => value.trimStart()),
  text('rTrim', (value) => value.trimEnd()),
  define(
    'replace',
    ([value = null, search = null, other = null]) =>
      stringArgument('replace', value).replaceAll(stringArgument('replace', search), () =>
        stringArgument('replace', other),
      ),
    { arity: 3, returns: 'STRING' },
  ),
  define('substring', substring, { arity: [2, 3], returns: 'STRING' }),
  define('split', ([value = null, by = null]) => split(value, by), { arity: 2, returns: 'LIST' }),
  define(
    'left',
    ([value = null, size = null]) => stringArgument('left', value).slice(0, count('left', size)),
    { arity: 2, returns: 'STRING' },
  ),
  define('right', ([value = null, size = null]) => right(value, size), {
    arity: 2,
    returns: 'STRING',
  }),
  define('normalize', ([value = null, form = 'NFC']) => normalize(value, form), {
    arity: [1, 2],
    returns: 'STRING',
  }),
];
