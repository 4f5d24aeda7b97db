import { DATE_RANGE_HELP, dateRangeOf } from '../date-range.ts';
import type { QueryNote } from '../replies.ts';
import { QUERY_KEYS, type QueryKey, type QueryKeyName } from '../vocabulary.ts';

export interface Fault {
  readonly code: Extract<QueryNote['code'], 'bad-date' | 'bad-value'>;
  readonly message: string;
}

/** Why a value cannot stand with its key; null when it can. Names are judged by the record. */
export function faultOf(key: QueryKeyName, value: string): Fault | null {
  const { type, values }: QueryKey = QUERY_KEYS[key];
  if (type === 'date' && dateRangeOf(value) === null) {
    return { code: 'bad-date', message: `“${value}” is no date: ${DATE_RANGE_HELP}.` };
  }
  if (type === 'enum' && values?.includes(value) !== true) {
    const message = `${key}: takes ${values?.join(', ')}; “${value}” is none of them.`;
    return { code: 'bad-value', message };
  }
  return null;
}

/** The value in its canonical spelling: enum values in lower case, others as typed, trimmed. */
export function canonicalValue(key: QueryKeyName, value: string): string {
  const trimmed = value.trim();
  return QUERY_KEYS[key].type === 'enum' ? trimmed.toLowerCase() : trimmed;
}
