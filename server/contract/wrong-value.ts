import type { z } from 'zod';

const KINDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
};

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  const kind = Array.isArray(value) ? 'array' : typeof value;
  return KINDS[kind] ?? kind;
}

const UNITS: Readonly<Record<string, string>> = { string: 'character', array: 'item' };

/** Such as "text of at least 1 character". */
function within(bound: 'at least' | 'at most', limit: number | bigint, origin: string): string {
  const unit = UNITS[origin];
  const units = unit === undefined ? '' : ` ${unit}${Number(limit) === 1 ? '' : 's'}`;
  return `${KINDS[origin] ?? origin} of ${bound} ${limit.toLocaleString('en')}${units}`;
}

function oneOf(values: readonly unknown[]): string {
  return values.length === 1 ? String(values[0]) : `one of ${values.join(', ')}`;
}

/**
 * What may stand where a value of a caller's is wrong, for people: given to zod with what is parsed
 * (`safeParse(value, { error: inWords })`), whose own words are those of programmers. What a schema
 * says of itself goes before it.
 */
export const inWords: z.core.$ZodErrorMap = (issue) => {
  if (issue.input === undefined) return 'it is missing';
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected === 'int'
        ? 'a whole number'
        : `${KINDS[issue.expected] ?? issue.expected}, not ${kindOf(issue.input)}`;
    case 'too_small':
      return within('at least', issue.minimum, issue.origin);
    case 'too_big':
      return within('at most', issue.maximum, issue.origin);
    case 'unrecognized_keys':
      return `nothing is called ${issue.keys.map((key) => `“${key.slice(0, 80)}”`).join(', ')} here`;
    case 'invalid_value':
      return oneOf(issue.values);
    case 'invalid_union':
      return 'options' in issue && Array.isArray(issue.options) ? oneOf(issue.options) : undefined;
    case 'invalid_format':
      return issue.format === 'url' ? 'an address that begins with https:// or http://' : undefined;
    default:
      return undefined;
  }
};

/** What is wrong first, and in which field: such as "“text”: it is missing". */
export function firstWrong({ issues: [issue] }: z.ZodError): { field: string; told: string } {
  const field = issue?.path.join('.') ?? '';
  const message = issue?.message ?? 'it is not understood';
  return { field, told: field === '' ? message : `“${field}”: ${message}` };
}
