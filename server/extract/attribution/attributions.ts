import type { Models } from '../nlp/models.ts';
import type { ParsedDocument } from '../nlp/types.ts';
import type { Attribution } from './types.ts';

/**
 * Finds the attributions of a parsed document, in text order. Pure and deterministic.
 * The outermost of nested attributions is given, as in PolNeAR.
 */
export function attributions(_parsed: ParsedDocument, _models: Models): Attribution[] {
  return [];
}
