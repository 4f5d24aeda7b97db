import type { Discourse } from '../actors/coreference.ts';
import type { Referent } from '../actors/referent.ts';
import { bodyKind } from '../actors/roles.ts';
import { isSomebody } from '../actors/somebody.ts';
import type { Tree } from '../text/tree.ts';
import { lookUp } from '../gazetteer/index.ts';
import type { Clause } from './clause.ts';
import { PROTESTERS } from './frame-nouns.ts';

/** "Several hundred people | rallied", "detained | 31 of them": people of whom nothing but their number is told. */
export function countedPeople(
  heads: readonly number[],
  { tree }: Clause,
  { cast }: Discourse,
): Referent[] {
  return heads.flatMap((head): Referent[] => {
    const { lemma, tag } = tree.tokens[head]!;
    const people = /^(?:people|person)$/.test(lemma) && tag === 'NNS';
    const some = /^NN/.test(tag) && isSomeone(tree, head);
    if (!people && !some && !isNumber(tree, head) && !COUNT.test(lemma)) return [];
    const [reach] = tree.reach(head);
    const from = /^an?$/i.test(tree.tokens[reach]!.word) ? reach + 1 : reach;
    // "More people than": how many in all, and nobody who could be told apart.
    if (/^(?:more|fewer|less)$/i.test(tree.tokens[from]!.word) && from === head - 1) return [];
    const ofThem = /^of (?:them|those)$/i.test(
      tree.tokens
        .slice(head + 1, head + 3)
        .map(({ word }) => word)
        .join(' '),
    );
    const words = tree.tokens.slice(from, head + (ofThem ? 3 : 1)).map(({ word }) => word);
    const kind = tag === 'NN' ? 'person' : 'group';
    const [first, ...rest] = words;
    const small = tree.tokens[from]!.tag.startsWith('NNP') ? first! : first!.toLowerCase();
    return [cast.unnamed([small, ...rest].join(' '), kind, null)];
  });
}

/** "A courier", "three suspected spies", "40 Uyghurs". */
function isSomeone({ tokens }: Tree, head: number): boolean {
  const { lemma, tag, entity, word } = tokens[head]!;
  if (tag === 'NNPS') return entity !== 'LOCATION';
  const person =
    isSomebody(lemma, tag === 'NNS') && bodyKind(lemma) === null && !COLLECTIVE.test(lemma);
  const crowd = tag === 'NNS' && PROTESTERS.has(lemma);
  return (tag !== 'NNP' && (person || crowd || SUSPECTS.test(lemma))) || isPeople(word);
}

/** "Serbs", "Kurds". */
const isPeople = (word: string) =>
  /s$/.test(word) && lookUp(word).some((one) => one.type === 'state' && one.form === 'people');

/** What speaks through people and is none. */
const COLLECTIVE =
  /^(?:media|press|source|side|power|nation|country|project|city|town|county|municipality|state|leadership|intelligence|elite|camp|team|palace|establishment|host|guide)$/;

/** A number that is no year. */
const isNumber = ({ tokens }: Tree, head: number) =>
  tokens[head]!.tag === 'CD' && !/^(?:19|20)\d\d$/.test(tokens[head]!.word);

const SUSPECTS = /^(?:spy|hacker|courier|smuggler|saboteur|trafficker|leader)$/;

const COUNT = /^(?:thousand|hundred|dozen|score|crowd)s?$/;
