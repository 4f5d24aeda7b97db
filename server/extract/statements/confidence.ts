import type { Told } from './told.ts';

/**
 * That a statement is right, speaker and words: the attribution's calibrated probability times
 * that of its speaker, which errs independently of it.
 */
export function statementConfidence({ confidence, speakers }: Told): number {
  return Math.round(1000 * Math.min(1, confidence) * speakers[0]!.score) / 1000;
}
