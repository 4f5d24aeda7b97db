import type { RelationKind } from '../../../graph-data/schema/index.ts';
import type { Discourse } from '../actors/coreference.ts';
import { namingsOfSentence } from '../actors/naming-index.ts';
import type { Referent } from '../actors/referent.ts';
import type { Span } from '../nlp/index.ts';
import { referentsOf, type Clause } from './clause.ts';

/** A lasting tie that the text states, before its ends are actors of the record. */
export interface Tie {
  readonly kind: RelationKind;
  readonly from: Referent;
  readonly to: Referent;
  readonly span: Span;
}

/**
 * Whom phrases name: of "Burundi, whose | troops" Burundi, and of "the M23 | rebels", which they do
 * not call by its name alone, the M23. Nobody without a name.
 */
export function namedAt(
  heads: readonly number[],
  clause: Clause,
  discourse: Discourse,
): Referent[] {
  const found = referentsOf(heads, clause, discourse).filter(
    ({ key }) => !key.startsWith('unnamed:'),
  );
  if (found.length > 0) return found;
  const { tokens } = clause.tree;
  return heads.flatMap((head) => {
    const [whose] = clause.tree
      .childrenBy(head, 'nmod:poss')
      .filter((i) => tokens[i]!.tag === 'WP$');
    if (whose === undefined && !OF_MEN.test(tokens[head]!.lemma)) return [];
    const end = whose === undefined ? head : whose - (tokens[whose - 1]?.word === ',' ? 1 : 0);
    const named = namingsOfSentence(discourse.namings, clause.sentence).find(
      ({ to }) => to === end,
    );
    if (!named || named.referent.kind === 'person') return [];
    return whose === undefined && named.referent.kind === 'state' ? [] : [named.referent];
  });
}

/** Nouns by which a movement or a force is called after its name. */
export const OF_MEN =
  /^(?:rebel|fighter|militia|militant|insurgent|group|movement|force|faction|organi[sz]ation|party)$/;
