import type { z } from 'zod';
import {
  factsOf,
  firstWrong,
  inWords,
  isQueryKey,
  OnrecordError,
  QUERY_KEYS,
  QUERY_KEY_NAMES,
  type Fields,
  type Parsed,
  type QueryKey,
  type RouteSpec,
} from '../contract/index.ts';

/** A value as typed; a list for a parameter that may stand several times. */
type Typed = string | readonly string[];

/** What of a route says which parameters it takes. */
type Parameterised = Pick<RouteSpec, 'path' | 'query' | 'filters'>;

/** Own parameters, and apart from them the filters, both still as typed. */
export interface SortedParams {
  readonly own: ReadonlyMap<string, Typed>;
  /** `q` and keys of the query vocabulary, with a leading `-` when negated. */
  readonly filters: URLSearchParams;
}

/**
 * Tells a route's own parameters from filters. Throws `unknown-key` for any other, and `bad-value`
 * for a parameter of its own that stands twice and may not, or without the one that it goes with.
 */
export function sortParams(params: URLSearchParams, spec: Parameterised): SortedParams {
  const own = new Map<string, Typed>();
  const filters = new URLSearchParams();
  for (const [key, value] of params) {
    const field = Object.hasOwn(spec.query, key) ? spec.query[key] : undefined;
    if (field !== undefined && !(spec.filters && isWordOfFilter(key, value))) {
      const repeats = factsOf(field).repeats === true;
      if (own.has(key) && !repeats) throw twice(key);
      own.set(key, repeats ? [...(own.get(key) ?? []), value] : value);
    } else if (spec.filters && isFilter(key)) filters.append(key, value);
    else throw unknownKey(key, spec);
  }
  for (const key of own.keys()) {
    const { goesWith } = factsOf(spec.query[key]!);
    if (goesWith !== undefined && !own.has(goesWith)) throw alone(key, goesWith);
  }
  return { own, filters };
}

function alone(key: string, other: string): OnrecordError {
  return new OnrecordError('bad-value', `“${key}” says nothing without “${other}”: give both.`, {
    field: key,
  });
}

function isFilter(key: string): boolean {
  return key === 'q' || isQueryKey(key.startsWith('-') ? key.slice(1) : key);
}

/** A list has kinds of its own (`kind=visit`); a kind of actors is the filter's all the same. */
function isWordOfFilter(key: string, value: string): boolean {
  const facts: QueryKey | undefined = isQueryKey(key) ? QUERY_KEYS[key] : undefined;
  return facts?.type === 'enum' && facts.values?.includes(value.replace(/^-/, '')) === true;
}

function twice(key: string): OnrecordError {
  return new OnrecordError('bad-value', `“${shown(key)}” stands twice. Give it once.`, {
    field: key,
  });
}

function unknownKey(key: string, spec: Parameterised): OnrecordError {
  const keys = [...Object.keys(spec.query), ...(spec.filters ? ['q', ...QUERY_KEY_NAMES] : [])];
  const known = keys.length === 0 ? 'It takes no parameter.' : `It takes ${keys.join(', ')}.`;
  return new OnrecordError('unknown-key', `${spec.path} knows no “${shown(key)}”. ${known}`, {
    field: key.slice(0, 200),
  });
}

/** What a caller wrote, cut for an error's detail. */
function shown(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

/**
 * Parses each field of an address with its own schema. Throws the code that the parameter names.
 *
 * @param values as typed; a field that is absent is undefined
 */
export function parseFields<F extends Fields>(
  fields: F,
  values: (name: string) => Typed | undefined,
): Parsed<F> {
  const parsed: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(fields)) {
    const value = values(name);
    const result = schema.safeParse(value);
    if (!result.success) throw wrongField(name, value, schema, result.error);
    parsed[name] = result.data;
  }
  return parsed as Parsed<F>;
}

function wrongField(
  name: string,
  value: Typed | undefined,
  schema: z.ZodType,
  error: z.ZodError,
): OnrecordError {
  const { code = 'bad-value', description } = factsOf(schema);
  const detail =
    value === undefined
      ? `“${name}” is missing: ${description}.`
      : `“${shown(String(value))}” cannot stand for “${name}”: ${error.issues[0]?.message ?? description}.`;
  return new OnrecordError(code, detail, { field: name });
}

/** Parses a JSON body. Throws `bad-value` naming the field that is wrong. */
export function parseBody<B extends z.ZodType>(schema: B, body: unknown): z.output<B> {
  const result = schema.safeParse(body, { error: inWords });
  if (result.success) return result.data;
  const { field, told } = firstWrong(result.error);
  throw new OnrecordError('bad-value', `The body is wrong: ${told}.`, {
    field: field === '' ? 'body' : field,
  });
}
