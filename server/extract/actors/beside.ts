import type { Tree } from '../text/tree.ts';
import type { Place } from '../text/place.ts';
import type { Discourse, Possible } from './coreference.ts';
import type { Naming } from './referent.ts';
import { bodyKind } from './roles.ts';

/** "One of them, a herder who asked to be identified only as Amadou": the name; null for other phrases. */
export function calledLater(
  { sentence }: Place,
  head: number,
  { namings, trees }: Discourse,
): Naming | null {
  const { tokens } = trees[sentence]!;
  if (tokens[head]!.tag.startsWith('NNP')) return null;
  const as = tokens.findIndex(
    ({ word }, i) =>
      i > head &&
      i - head < NAMED_WITHIN &&
      word === 'as' &&
      tokens.slice(head, i).some(({ lemma }) => lemma === 'who') &&
      tokens
        .slice(Math.max(head, i - 3), i)
        .some(({ lemma }) => /^(?:identif|nam|know)/.test(lemma)),
  );
  return as < 0
    ? null
    : (namings.find((one) => one.sentence === sentence && one.from === as + 1) ?? null);
}

/** Most tokens from a description to the "as" before the name. */
const NAMED_WITHIN = 16;

/** "EULEX, the rule of law mission, which": the name before the description that the clause follows. */
export function apposedTo(
  sentence: number,
  who: number,
  { trees, namings }: Discourse,
): Naming | null {
  const { tokens } = trees[sentence]!;
  if (tokens[who - 1]?.word !== ',') return null;
  const comma = tokens.findLastIndex(({ word }, i) => i < who - 1 && word === ',');
  const described = tokens.slice(comma + 1, who - 1);
  if (comma < 1 || !/^(?:an?|the|its|his|her|their)$/.test(described[0]?.word ?? '')) return null;
  if (described.some(({ tag }) => /^(?:VB[DPZ]|MD|W)/.test(tag))) return null;
  const named = namings.find((one) => one.sentence === sentence && one.to === comma) ?? null;
  // "X, the head of a union, which"
  return tokens[who]!.word === 'which' && named?.referent.kind === 'person' ? null : named;
}

/** "The U.N. mission in Congo, MONUSCO": named after what it is. */
export function namedAtEnd(
  inside: readonly Naming[],
  { tokens }: Tree,
  end: number,
  head: number,
): Naming | null {
  const last = inside.at(-1);
  const body = bodyKind(tokens[head]!.lemma) !== null || /^mission$/.test(tokens[head]!.lemma);
  const apposed =
    last && last.from > head && tokens[last.from - 1]?.word === ',' && end - last.to <= 1;
  return body && apposed && !/^(?:person|state)$/.test(last.referent.kind) ? last : null;
}

/** "Serbia's president" of whom the name comes later: the one whom the text calls so. */
export function holderOf(noun: string, country: string, { cast }: Discourse): Possible[] {
  if (!/^(?:president|minister|premier|chancellor|king)$/.test(noun)) return [];
  const [one, more] = cast.referents.filter(
    ({ kind, country: of, descriptors, posts }) =>
      kind === 'person' &&
      of === country &&
      descriptors.has(noun) &&
      posts.some((post) => !post.former),
  );
  return one && !more
    ? [{ referent: one, score: 0.6, reasons: ['holds the office by the text'] }]
    : [];
}
