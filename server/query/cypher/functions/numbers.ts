import type { Value } from '../value.ts';
import { checkInteger } from '../values/arithmetic.ts';
import { define, integerArgument, numberArgument, refuse } from './define.ts';
import type { CypherFunction } from './signature.ts';

/** A function of one number that gives a FLOAT. */
function float(name: string, apply: (x: number) => number): CypherFunction {
  return define(name, ([v = null]) => apply(numberArgument(name, v)), { returns: 'FLOAT' });
}

function constant(name: string, value: number): CypherFunction {
  return define(name, () => value, { arity: 0, returns: 'FLOAT' });
}

function abs(value: Value): Value {
  if (typeof value === 'bigint') return checkInteger(value < 0n ? -value : value);
  return Math.abs(numberArgument('abs', value));
}

function sign(value: Value): Value {
  if (typeof value !== 'bigint' && typeof value !== 'number') throw refuse('sign', value);
  if (Number.isNaN(value)) return null;
  return value > 0 ? 1n : value < 0 ? -1n : 0n;
}

/** `x` times ten to the power of `digits`, by its decimal text and so without binary noise. */
function shifted(x: number, digits: number): number {
  const [mantissa = '', exponent = '0'] = String(x).split('e');
  return Number(`${mantissa}e${Number(exponent) + digits}`);
}

/** Half rounds up, as java.lang.Math.round does; with a precision, half rounds away from zero. */
function round([value = null, precision = 0n]: readonly Value[]): Value {
  const x = numberArgument('round', value);
  const digits = Math.trunc(
    Math.min(Math.max(Number(integerArgument('round', precision)), -400), 400),
  );
  if (digits === 0 || !Number.isFinite(x)) return Math.round(x) + 0;
  const size = shifted(Math.abs(x), digits);
  if (size > Number.MAX_SAFE_INTEGER) return x;
  return Math.sign(x) * shifted(Math.round(size), -digits);
}

export const numberFunctions: readonly CypherFunction[] = [
  define('abs', ([v = null]) => abs(v)),
  define('sign', ([v = null]) => sign(v), { returns: 'INTEGER' }),
  define('round', round, { arity: [1, 2], returns: 'FLOAT' }),
  define('rand', (_args, context) => context.random(), {
    arity: 0,
    returns: 'FLOAT',
    deterministic: false,
  }),
  define(
    'atan2',
    ([y = null, x = null]) => Math.atan2(numberArgument('atan2', y), numberArgument('atan2', x)),
    {
      arity: 2,
      returns: 'FLOAT',
    },
  ),
  define('isNaN', ([v = null]) => Number.isNaN(numberArgument('isNaN', v)), {
    returns: 'BOOLEAN',
  }),
  constant('e', Math.E),
  constant('pi', Math.PI),
  float('ceil', Math.ceil),
  float('floor', Math.floor),
  float('sqrt', Math.sqrt),
  float('exp', Math.exp),
  float('log', Math.log),
  float('log10', Math.log10),
  float('sin', Math.sin),
  float('cos', Math.cos),
  float('tan', Math.tan),
  float('cot', (x) => 1 / Math.tan(x)),
  float('asin', Math.asin),
  float('acos', Math.acos),
  float('atan', Math.atan),
  float('degrees', (x) => (x * 180) / Math.PI),
  float('radians', (x) => (x * Math.PI) / 180),
  float('haversin', (x) => (1 - Math.cos(x)) / 2),
];
