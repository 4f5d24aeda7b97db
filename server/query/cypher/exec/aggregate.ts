import { argumentError, typeError } from '../errors.ts';
import type { Value } from '../value.ts';
import { describe } from '../value.ts';
import { add, divide } from '../values/arithmetic.ts';
import { equivalenceKey, equivalenceKeys } from '../values/equality.ts';
import { order } from '../values/order.ts';
import type { Context, Evaluate, Operator, Row } from './operator.ts';

/** Takes the values of a group one by one and then tells the result. */
interface Aggregator {
  add(value: Value, extra: Value): void;
  result(): Value;
}

export interface AggregateSpec {
  /** In lower case; `count` with `argument` null is `count(*)`. */
  readonly name: string;
  readonly distinct: boolean;
  readonly argument: Evaluate | null;
  /** The percentile's second argument. */
  readonly extra: Evaluate | null;
  readonly slot: number;
}

export interface GroupKey {
  readonly evaluate: Evaluate;
  readonly slot: number;
}

interface Group {
  readonly row: Row;
  readonly aggregators: readonly Aggregator[];
}

/** Groups rows by equivalent keys; without keys there is always one group, even of no rows. */
export function aggregate(
  details: string,
  width: () => Row,
  keys: readonly GroupKey[],
  specs: readonly AggregateSpec[],
): Operator {
  return {
    name: keys.length > 0 ? 'GroupAggregation' : 'Aggregation',
    details,
    *run(rows, context) {
      const groups = new Map<string, Group>();
      if (keys.length === 0) groups.set('', newGroup(width(), keys, [], specs));
      for (const row of rows) addRow(groups, row, context, width, keys, specs);
      for (const { row, aggregators } of groups.values()) {
        specs.forEach(({ slot }, i) => {
          row[slot] = aggregators[i]?.result() ?? null;
        });
        yield row;
      }
    },
  };
}

function addRow(
  groups: Map<string, Group>,
  row: Row,
  context: Context,
  width: () => Row,
  keys: readonly GroupKey[],
  specs: readonly AggregateSpec[],
): void {
  const values = keys.map(({ evaluate }) => evaluate(row, context));
  const key = equivalenceKeys(values);
  let group = groups.get(key);
  if (!group) {
    group = newGroup(width(), keys, values, specs);
    groups.set(key, group);
  }
  for (let i = 0; i < specs.length; i += 1) {
    const { argument, extra } = specs[i] as AggregateSpec;
    const value = argument ? argument(row, context) : true;
    group.aggregators[i]?.add(value, extra ? extra(row, context) : null);
  }
}

function newGroup(
  row: Row,
  keys: readonly GroupKey[],
  values: readonly Value[],
  specs: readonly AggregateSpec[],
): Group {
  keys.forEach(({ slot }, i) => {
    row[slot] = values[i] ?? null;
  });
  return { row, aggregators: specs.map(newAggregator) };
}

function newAggregator({ name, distinct }: AggregateSpec): Aggregator {
  const plain = (makers.get(name) as () => Aggregator)();
  return distinct ? distinctOnly(plain) : plain;
}

/** Every aggregate leaves nulls out; DISTINCT leaves out what is equivalent to a value seen. */
function distinctOnly(inner: Aggregator): Aggregator {
  const seen = new Set<string>();
  return {
    add(value, extra) {
      const key = equivalenceKey(value);
      if (seen.has(key)) return;
      seen.add(key);
      inner.add(value, extra);
    },
    result: () => inner.result(),
  };
}

function counting(): Aggregator {
  let total = 0;
  return {
    add(value) {
      if (value !== null) total += 1;
    },
    result: () => BigInt(total),
  };
}

function summing(): Aggregator {
  let total: Value = 0n;
  let first = true;
  return {
    add(value) {
      if (value === null) return;
      const duration = first && typeof value === 'object';
      total = duration ? value : add(total, summand('sum', value));
      first = false;
    },
    result: () => total,
  };
}

function summand(name: string, value: Value): Value {
  if (typeof value === 'bigint' || typeof value === 'number') return value;
  if (typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'duration') {
    return value;
  }
  throw typeError('InvalidArgumentType', `${name}() cannot take ${describe(value)}.`);
}

function averaging(): Aggregator {
  let total: Value = null;
  let size = 0;
  return {
    add(value) {
      if (value === null) return;
      const next = summand('avg', value);
      const number = typeof next === 'bigint' ? Number(next) : next;
      total = total === null ? number : add(total, number);
      size += 1;
    },
    result: () => (size === 0 ? null : divide(total, size)),
  };
}

function extreme(sign: 1 | -1): Aggregator {
  let best: Value = null;
  return {
    add(value) {
      if (value === null) return;
      if (best === null || order(value, best) * sign > 0) best = value;
    },
    result: () => best,
  };
}

function collecting(): Aggregator {
  const items: Value[] = [];
  return {
    add(value) {
      if (value !== null) items.push(value);
    },
    result: () => items,
  };
}

/** Welford's online algorithm (1962); `correction` 1 for a sample, 0 for a population. */
function deviation(correction: 0 | 1): Aggregator {
  let size = 0;
  let mean = 0;
  let squares = 0;
  return {
    add(value) {
      if (value === null) return;
      const x = Number(summand('stDev', value) as number | bigint);
      size += 1;
      const delta = x - mean;
      mean += delta / size;
      squares += delta * (x - mean);
    },
    result: () => (size <= correction ? 0 : Math.sqrt(squares / (size - correction))),
  };
}

/** Percentiles by nearest rank (`disc`) or by linear interpolation (`cont`). */
function percentile(interpolate: boolean): Aggregator {
  const values: (bigint | number)[] = [];
  let fraction: number | null = null;
  return {
    add(value, extra) {
      fraction ??= checkFraction(extra);
      if (value === null) return;
      if (typeof value !== 'bigint' && typeof value !== 'number') {
        throw typeError('InvalidArgumentType', `A percentile cannot take ${describe(value)}.`);
      }
      values.push(value);
    },
    result() {
      if (values.length === 0) return null;
      values.sort(order);
      return interpolate ? continuous(values, fraction ?? 0) : discrete(values, fraction ?? 0);
    },
  };
}

function checkFraction(value: Value): number {
  const fraction = typeof value === 'bigint' ? Number(value) : value;
  if (typeof fraction === 'number' && fraction >= 0 && fraction <= 1) return fraction;
  throw argumentError(
    'NumberOutOfRange',
    `A percentile lies in 0 to 1, not at ${describe(value)}.`,
  );
}

function discrete(values: readonly (bigint | number)[], fraction: number): Value {
  const rank = Math.max(1, Math.ceil(fraction * values.length));
  return values[rank - 1] ?? null;
}

function continuous(values: readonly (bigint | number)[], fraction: number): Value {
  const at = fraction * (values.length - 1);
  const low = Number(values[Math.floor(at)]);
  const high = Number(values[Math.ceil(at)]);
  return low + (high - low) * (at - Math.floor(at));
}

const makers: ReadonlyMap<string, () => Aggregator> = new Map([
  ['count', counting],
  ['sum', summing],
  ['avg', averaging],
  ['min', () => extreme(-1)],
  ['max', () => extreme(1)],
  ['collect', collecting],
  ['stdev', () => deviation(1)],
  ['stdevp', () => deviation(0)],
  ['percentilecont', () => percentile(true)],
  ['percentiledisc', () => percentile(false)],
]);
