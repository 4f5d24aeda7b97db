import type { StaticName } from '../semantics/types.ts';
import type { BetweenUnit } from '../temporal/between.ts';
import { between } from '../temporal/between.ts';
import type { InstantKind } from '../temporal/construct.ts';
import {
  atInstant,
  construct,
  constructDuration,
  epochSecond,
  toZone,
  utc,
  zoneOf,
} from '../temporal/construct.ts';
import { floorMod } from '../temporal/calendar.ts';
import { truncate } from '../temporal/truncate.ts';
import type { CypherDateTime } from '../temporal/types.ts';
import { NANOS_PER_SECOND } from '../temporal/types.ts';
import type { Value } from '../value.ts';
import { define, integerArgument } from './define.ts';
import type { CypherFunction, FunctionContext } from './signature.ts';

const kinds: readonly InstantKind[] = ['date', 'localtime', 'time', 'localdatetime', 'datetime'];

/** The clock as a value of one kind, in a zone where one is given. */
function current(kind: InstantKind, now: CypherDateTime, zone: Value): Value {
  const there = zone === null ? now : toZone(now, zoneOf(zone));
  return construct(kind, there, now);
}

/** One clock serves statement, transaction and realtime: an answer should not change as it runs. */
function functionsOf(kind: InstantKind): CypherFunction[] {
  const returns = kind.toUpperCase() as StaticName;
  const clock = ([zone = null]: readonly Value[], context: FunctionContext) =>
    current(kind, context.now(), zone);
  const clocks = ['statement', 'transaction', 'realtime'];
  return [
    define(
      kind,
      (args, context) =>
        args.length === 0
          ? current(kind, context.now(), null)
          : construct(kind, args[0] ?? null, context.now()),
      { arity: [0, 1], returns },
    ),
    define(
      `${kind}.truncate`,
      ([unit = null, value = null, fields = null]) => truncate(kind, unit, value, fields),
      { arity: [2, 3], returns, nulls: true },
    ),
    ...clocks.map((name) => define(`${kind}.${name}`, clock, { arity: [0, 1], returns })),
  ];
}

const units: readonly (readonly [string, BetweenUnit])[] = [
  ['between', 'any'],
  ['inMonths', 'months'],
  ['inDays', 'days'],
  ['inSeconds', 'seconds'],
];

function fromEpoch(seconds: bigint, nanos: bigint): Value {
  const carry = Math.floor(Number(nanos) / NANOS_PER_SECOND);
  return atInstant(Number(seconds) + carry, floorMod(Number(nanos), NANOS_PER_SECOND), utc);
}

function fromEpochMillis(millis: bigint): Value {
  const size = Number(millis);
  return atInstant(Math.floor(size / 1000), floorMod(size, 1000) * 1_000_000, utc);
}

function timestamp(now: CypherDateTime): bigint {
  const seconds = epochSecond(now.day, now.nanos, now.offset);
  return BigInt(seconds) * 1000n + BigInt(Math.floor((now.nanos % NANOS_PER_SECOND) / 1e6));
}

export const temporalFunctions: readonly CypherFunction[] = [
  ...kinds.flatMap(functionsOf),
  define('duration', ([v = null]) => constructDuration(v), { returns: 'DURATION' }),
  ...units.map(([name, unit]) =>
    define(`duration.${name}`, ([a = null, b = null]) => between(unit, a, b), {
      arity: 2,
      returns: 'DURATION',
    }),
  ),
  define(
    'datetime.fromEpoch',
    ([seconds = null, nanos = null]) =>
      fromEpoch(integerArgument('fromEpoch', seconds), integerArgument('fromEpoch', nanos)),
    { arity: 2, returns: 'DATETIME' },
  ),
  define(
    'datetime.fromEpochMillis',
    ([millis = null]) => fromEpochMillis(integerArgument('fromEpochMillis', millis)),
    { returns: 'DATETIME' },
  ),
  define('timestamp', (_args, context) => timestamp(context.now()), {
    arity: 0,
    returns: 'INTEGER',
  }),
];
