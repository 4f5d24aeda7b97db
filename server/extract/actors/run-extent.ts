import type { EntityKind, Token } from '../nlp/index.ts';
import { isParticle } from './joined-names.ts';
import { isNameWord } from './title-runs.ts';

/** Whether a name goes on at a token; a particle between two names joins them: "Bill de Blasio". */
export function runsOn(tokens: readonly Token[], at: number, kind: EntityKind): boolean {
  const { entity, entityStart, word } = tokens[at]!;
  if (isMark(word) && entityStartsAfter(tokens, at)) return false;
  if (entity === kind && (!entityStart || isParticle(tokens[at - 1]!.word))) return true;
  // "Ursula | von der | Leyen"
  const next = isParticle(tokens[at + 1]?.word ?? '') ? at + 2 : at + 1;
  return kind === 'PERSON' && isParticle(word) && tokens[next]?.entity === 'PERSON';
}

/** Whether a token closes or opens a quotation. */
export const isMark = (word: string) => /^["“”»]$/u.test(word);

/** `"Roads of Peace" | Ann Lee`: a capital after the mark that closes a name begins another. */
function entityStartsAfter(tokens: readonly Token[], mark: number): boolean {
  return isNameWord(tokens[mark + 1]) && isNameWord(tokens[mark + 2]);
}

/** "Security Advisor Jake | Sullivan": past what of a name the tagger set apart. */
export function personEnd(tokens: readonly Token[], from: number): number {
  let to = from;
  while (tokens[to]?.entity === 'PERSON' && (to === from || runsOn(tokens, to, 'PERSON'))) to++;
  return to;
}
