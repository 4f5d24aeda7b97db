import { RE2JS } from 're2js';
import { argumentError } from '../errors.ts';

const MAX_PATTERN = 1000;
const MAX_CACHED = 100;
const cache = new Map<string, RE2JS>();

/**
 * Whole-string match as `=~` has it. RE2 runs in time linear in the text whatever the pattern, so
 * that no query can hang on one; back references and look-around are therefore refused.
 */
export function matchesPattern(text: string, pattern: string): boolean {
  return compiled(pattern).matches(text);
}

function compiled(pattern: string): RE2JS {
  const known = cache.get(pattern);
  if (known) return known;
  if (pattern.length > MAX_PATTERN) {
    throw argumentError('InvalidArgumentValue', `A pattern may have ${MAX_PATTERN} characters.`);
  }
  if (cache.size >= MAX_CACHED) cache.clear();
  try {
    const made = RE2JS.compile(pattern);
    cache.set(pattern, made);
    return made;
  } catch (error) {
    const reason = error instanceof Error ? error.message : '';
    throw argumentError('InvalidArgumentValue', `The pattern of =~ is not valid: ${reason}`);
  }
}
