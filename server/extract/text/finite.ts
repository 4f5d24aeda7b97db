import type { Token } from '../nlp/index.ts';

const FINITE = /^(?:VB[DPZ]|MD)$/;

/** Whether a part-of-speech tag is that of a finite verb or a modal. */
export function isFiniteTag(tag: string): boolean {
  return FINITE.test(tag);
}

export function isFiniteVerb({ tag }: Token): boolean {
  return isFiniteTag(tag);
}
