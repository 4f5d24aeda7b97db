import type { ParsedDocument, Token } from '../nlp/index.ts';
import { stateEndingAt } from './country.ts';
import type { Naming, Referent } from './referent.ts';

/** Persons whom a text tells to make war on a state or to threaten it: none of them holds its offices. */
export function foesOf(
  code: string,
  { sentences }: ParsedDocument,
  namings: readonly Naming[],
): ReadonlySet<Referent> {
  const found = namings.filter(
    (one) => one.referent.kind === 'person' && fights(sentences[one.sentence]!.tokens, one, code),
  );
  return new Set(found.map(({ referent }) => referent));
}

/** "X's brutal invasion of | Peru", "X has threatened | Peru", "X launched his war on | Peru". */
function fights(tokens: readonly Token[], { to }: Naming, code: string): boolean {
  for (let at = to; at < to + REACH && at < tokens.length; at++) {
    const { lemma, word, tag } = tokens[at]!;
    if (/^[,.;:]$/.test(word) || tag.startsWith('W') || tokens[at]!.entity === 'PERSON')
      return false;
    if (tag.startsWith('VB') ? !BY_DEED.test(lemma) : !BY_WAR.test(lemma)) continue;
    return [1, 2, 3].some((more) => {
      const state = stateEndingAt(tokens, at + more);
      return state?.state === code && state.form === 'name';
    });
  }
  return false;
}

/** In tokens, from a name to the word that tells of war. */
const REACH = 8;

const BY_DEED = /^(?:invade|attack|bomb|bombard|annex|occupy|threaten)$/;
const BY_WAR = /^(?:invasion|war|aggression|attack|assault|onslaught|annexation|occupation)$/;
