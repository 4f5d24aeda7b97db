import { DATE_RANGE_HELP, dateRangeOf, recordedRangeOf } from '../date-range.ts';
import type { QueryNote } from '../replies.ts';
import { QUERY_KEYS, type QueryKey, type QueryKeyName } from '../vocabulary.ts';

export interface Fault {
  readonly code: Extract<QueryNote['code'], 'bad-date' | 'bad-value'>;
  readonly message: string;
}

/** Why a value cannot stand with its key; null when it can. Names are judged by the record. */
export function faultOf(key: QueryKeyName, value: string): Fault | null {
  const { type, values }: QueryKey = QUERY_KEYS[key];
  const rangeOf = key === 'recorded' ? recordedRangeOf : dateRangeOf;
  if (type === 'date' && values?.includes(value) !== true && rangeOf(value) === null) {
    const others = values ? `, or ${values.join(', ')}` : '';
    return { code: 'bad-date', message: `“${value}” is no date: ${DATE_RANGE_HELP}${others}.` };
  }
  if (type === 'enum' && values?.includes(value) !== true) {
    const message = `${key}: takes ${values?.join(', ')}; “${value}” is none of them.`;
    return { code: 'bad-value', message };
  }
  return null;
}

/** The value in its canonical spelling: listed values in lower case, others as typed, trimmed. */
export function canonicalValue(key: QueryKeyName, value: string): string {
  const trimmed = value.trim();
  const { type, values }: QueryKey = QUERY_KEYS[key];
  const lower = trimmed.toLowerCase();
  return type === 'enum' || values?.includes(lower) ? lower : trimmed;
}
