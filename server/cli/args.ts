import { parseArgs, type ParseArgsConfig } from 'node:util';
import { UsageError } from './command.ts';

type OptionsConfig = NonNullable<ParseArgsConfig['options']>;
type Read<T extends OptionsConfig> = ReturnType<
  typeof parseArgs<{ options: T; allowPositionals: true; strict: true }>
>;

/** How an answer is written. */
export type Format = 'table' | 'json' | 'csv';

/** Options that every command with an answer takes. */
export const FORMAT_OPTIONS = {
  json: { type: 'boolean', default: false },
  csv: { type: 'boolean', default: false },
} as const satisfies OptionsConfig;

/** Reads the words after a command. Throws UsageError. */
export function readArgs<T extends OptionsConfig>(args: string[], options: T): Read<T> {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** Throws UsageError when two formats are asked for. */
export function formatOf({ json, csv }: { json?: boolean; csv?: boolean }): Format {
  if (json && csv) throw new UsageError('Take --json or --csv, not both.');
  return json ? 'json' : csv ? 'csv' : 'table';
}

/** One of a fixed list. Throws UsageError. */
export function oneOf<W extends string>(what: string, words: readonly W[], given: unknown): W {
  const known = words.find((word) => word === given);
  if (known !== undefined) return known;
  throw new UsageError(`${what} is one of ${words.join(', ')}.`);
}

/** A whole number within bounds. Throws UsageError. */
export function wholeOption(
  name: string,
  value: string | undefined,
  bounds: { readonly min: number; readonly max: number; readonly fallback: number },
): number {
  if (value === undefined) return bounds.fallback;
  const number = /^\d{1,9}$/.test(value) ? Number(value) : NaN;
  if (number >= bounds.min && number <= bounds.max) return number;
  throw new UsageError(`--${name} takes a whole number from ${bounds.min} to ${bounds.max}.`);
}
