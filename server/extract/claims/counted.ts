import type { Discourse } from '../actors/coreference.ts';
import type { Referent } from '../actors/referent.ts';
import type { Clause } from './clause.ts';

/** "Several hundred people | rallied", "detained | 31 of them": people of whom nothing but their number is told. */
export function countedPeople(
  heads: readonly number[],
  { tree }: Clause,
  { cast }: Discourse,
): Referent[] {
  return heads.flatMap((head): Referent[] => {
    const { lemma, tag } = tree.tokens[head]!;
    const people = /^(?:people|person)$/.test(lemma) && tag === 'NNS';
    if (!people && tag !== 'CD' && !COUNT.test(lemma)) return [];
    const [from] = tree.reach(head);
    const ofThem = /^of (?:them|those)$/i.test(
      tree.tokens
        .slice(head + 1, head + 3)
        .map(({ word }) => word)
        .join(' '),
    );
    const words = tree.tokens.slice(from, head + (ofThem ? 3 : 1)).map(({ word }) => word);
    return [cast.unnamed(words.join(' ').toLowerCase(), 'group', null)];
  });
}

const COUNT = /^(?:thousand|hundred|dozen|score|crowd)s?$/;
