import { z } from 'zod';
import type { DayRange } from '../../graph-data/schema/index.ts';
import { DATE_RANGE_HELP, dateRangeOf } from './date-range.ts';
import type { ErrorCode } from './errors.ts';

/**
 * Building blocks for the parameters of an address. Each parses one string as it stands in the
 * address, and says of itself what the API reference needs: a description, the JSON Schema of the
 * value and the code with which a wrong value fails.
 */
export interface ParamFacts {
  readonly description: string;
  /** JSON Schema of the value as a caller writes it. */
  readonly schema: Readonly<Record<string, unknown>>;
  /** Default: `bad-value`. */
  readonly code?: ErrorCode;
  /** Whether it may stand more than once in an address. Default: false. */
  readonly repeats?: boolean;
  /** Another parameter without which this one says nothing, and is refused. */
  readonly goesWith?: string;
}

const facts = new WeakMap<z.ZodType, ParamFacts>();

function withFacts<T extends z.ZodType>(schema: T, its: ParamFacts): T {
  facts.set(schema, its);
  return schema;
}

/** What a parameter says of itself. Throws when it was not made by a builder of this file. */
export function factsOf(schema: z.ZodType): ParamFacts {
  const its = facts.get(schema);
  if (its) return its;
  if (schema instanceof z.ZodOptional) return factsOf(schema.unwrap() as z.ZodType);
  throw new TypeError('a parameter must be made by a builder of server/contract/params.ts');
}

/** A parameter that means something beside another one only. */
export function besides<T extends z.ZodType>(other: string, schema: T): T {
  return withFacts(schema, { ...factsOf(schema), goesWith: other });
}

/** Longest free text that a parameter takes, in UTF-16 code units. */
export const MAX_TEXT = 4000;

/** A whole number in decimal digits, within bounds that the error names. */
export function wholeNumber(min: number, max: number, fallback: number, description: string) {
  const error = `a whole number from ${min} to ${max}`;
  const schema = z
    .string()
    .regex(/^-?\d{1,9}$/, { error })
    .transform(Number)
    .pipe(z.int({ error }).min(min, { error }).max(max, { error }))
    .default(fallback);
  const json = { type: 'integer', minimum: min, maximum: max, default: fallback };
  return withFacts(schema, { description, schema: json });
}

/** Comma-separated words from a fixed list; repeats are read once. */
export function wordList<const W extends readonly [string, ...string[]]>(
  words: W,
  description: string,
) {
  const schema = z
    .string()
    .transform((text) => [...new Set(text.split(',').filter((word) => word !== ''))])
    .pipe(z.array(z.enum(words, { error: `some of ${words.join(', ')}` })));
  return withFacts(schema, {
    description,
    schema: { type: 'array', items: { type: 'string', enum: words } },
  });
}

export function oneOf<const W extends readonly [string, ...string[]]>(
  words: W,
  fallback: W[number],
  description: string,
) {
  const schema = z
    .string()
    .default(fallback)
    .pipe(z.enum(words, { error: `one of ${words.join(', ')}` }));
  return withFacts(schema, {
    description,
    schema: { type: 'string', enum: words, default: fallback },
  });
}

export function freeText(description: string) {
  const schema = z.string().max(MAX_TEXT, { error: `at most ${MAX_TEXT} characters` });
  return withFacts(schema, { description, schema: { type: 'string', maxLength: MAX_TEXT } });
}

/** Days from an EDTF date or a range `A..B`; see date-range.ts. */
export function dateRange(description: string) {
  const schema = z.string().transform((text, context): DayRange => {
    const range = dateRangeOf(text);
    if (range) return range;
    context.addIssue({ code: 'custom', message: DATE_RANGE_HELP });
    return z.NEVER;
  });
  return withFacts(schema, {
    description: `${description}: an EDTF date or a range \`A..B\`, either side open`,
    schema: { type: 'string', examples: ['2022-12-07', '2022-10..2022-12'] },
    code: 'bad-date',
  });
}

/** An id of one record type. */
export function idParam<T extends z.ZodType<string>>(id: T, prefix: string, description: string) {
  const error = `an id begins with ${prefix}: and goes on in lower-case words and hyphens`;
  const schema = z.custom<z.output<T>>((value) => id.safeParse(value).success, { error });
  return withFacts(schema, {
    description,
    schema: { type: 'string', pattern: `^${prefix}:[a-z0-9]+(-[a-z0-9]+)*$` },
    code: 'bad-id',
  });
}

/** Ids of one record type, separated by commas; repeats are read once. */
export function idList<T extends z.ZodType<string, string>>(
  id: T,
  prefix: string,
  most: number,
  description: string,
) {
  const error = `1 to ${most} ids separated by commas, each beginning with ${prefix}:`;
  const schema = z
    .string()
    .transform((text) => [...new Set(text.split(',').filter((part) => part !== ''))])
    .pipe(z.array(id, { error }).min(1, { error }).max(most, { error }));
  const pattern = `^${prefix}:[a-z0-9]+(-[a-z0-9]+)*$`;
  return withFacts(schema, {
    description,
    schema: { type: 'array', items: { type: 'string', pattern }, minItems: 1, maxItems: most },
    code: 'bad-id',
  });
}

/** One that may stand several times: what fits any of its values fits. */
export function several<T extends z.ZodType>(item: T) {
  const its = factsOf(item);
  const schema = { type: 'array', items: its.schema };
  return withFacts(z.array(item), { ...its, schema, repeats: true });
}

/** A share from 0 to 1, as a decimal number. */
export function share(fallback: number, description: string) {
  const error = 'a number from 0 to 1, such as 0.95';
  const schema = z
    .string()
    .regex(/^[01](?:\.\d{1,6})?$/, { error })
    .transform(Number)
    .pipe(z.number().max(1, { error }))
    .default(fallback);
  const json = { type: 'number', minimum: 0, maximum: 1, default: fallback };
  return withFacts(schema, { description, schema: json });
}

const JOB_ID = '^job-[a-z0-9-]{8,60}$';

/** An id of an import. */
export function jobParam(description: string) {
  const schema = z.string().regex(new RegExp(JOB_ID), { error: 'an id of the form job-…' });
  return withFacts(schema, { description, schema: { type: 'string', pattern: JOB_ID } });
}

/**
 * Longest cursor, in characters: one of a list by name holds the name and the id, for which there is
 * room where the name has up to 900 letters of any script.
 */
export const MAX_CURSOR = 4096;

/** Limit and cursor, as every list takes them. */
export function paging(most = 1000, fallback = 50) {
  return {
    limit: wholeNumber(1, most, fallback, 'most items on a page'),
    cursor: withFacts(
      z
        .string()
        .min(1, { error: 'not empty' })
        .max(MAX_CURSOR, { error: `at most ${MAX_CURSOR} characters` })
        .optional(),
      {
        description: 'the `next` of the page before; left out for the first page',
        schema: { type: 'string', minLength: 1, maxLength: MAX_CURSOR },
        code: 'bad-cursor',
      },
    ),
  };
}
