import type { DateMention } from '../dates/index.ts';
import { lookUp } from '../gazetteer/index.ts';
import type { Span } from '../nlp/index.ts';
import type { Tree } from '../text/tree.ts';
import { contains } from '../text/place.ts';
import type { Clause } from './clause.ts';

/** The date within the words, else the one nearest to them; null when there is none. */
export function dateNear(dates: readonly DateMention[], { start, end }: Span): string | null {
  const away = (date: Span) => Math.max(0, start - date.end, date.start - end);
  return [...dates].sort((a, b) => away(a) - away(b))[0]?.date ?? null;
}

/** The dates of a sentence on which something may have been: not those "for" and "until" which it holds. */
export function datesOf(dates: readonly DateMention[], whole: Span, text: string): DateMention[] {
  return dates.filter(
    (one) =>
      contains(whole, one) &&
      !AHEAD.test(text.slice(Math.max(whole.start, one.start - 8), one.start)) &&
      !OF_ANOTHER.test(text.slice(whole.start, one.start)),
  );
}

/** "Signed amendments to the agreement of 1997, dated | December 19": the day of what is amended. */
const OF_ANOTHER = /\b(?:amend\w*|protocols?|supplement\w*|additions?|annex\w*)\b.*\bdated\s+$/s;

const AHEAD = /\b(?:for|until|till|through)\s+$/;

/** A place that a preposition of place brings in, as the text names it. */
export function placeTold({ tree, obliques, lemma, objects, agents, verb }: Clause): string | null {
  const heads = ['in', 'at', 'near', 'to', 'into']
    .flatMap((preposition) => obliques.get(preposition) ?? [])
    .filter((head) => !isOfOther(tree, head, [...objects, ...agents, verb]))
    .map((head) => townAt(tree, head));
  const candidates = /^(?:visit|fly|tour)$/.test(lemma) ? [...heads, ...objects] : heads;
  const found = candidates.find((head) => {
    const { entity, word } = tree.tokens[head]!;
    return (
      isNamedTown(tree, head) ||
      entity === 'LOCATION' ||
      lookUp(word).some(({ type }) => type === 'state')
    );
  });
  if (found === undefined) return null;
  let from = found;
  while (
    from > 0 &&
    tree.tokens[from - 1]!.entity === 'LOCATION' &&
    !tree.tokens[from]!.entityStart
  )
    from--;
  return tree.tokens
    .slice(from, found + 1)
    .map(({ word }) => word)
    .join(' ');
}

/** "Met ahead of next month's summit | in Lima": where something else will be. */
function isOfOther(tree: Tree, head: number, own: readonly number[]): boolean {
  const { head: above } = tree.tokens[head]!;
  if (above < 0 || own.includes(above) || !GATHERINGS.test(tree.tokens[above]!.lemma)) return false;
  return tree.childrenBy(above, 'case').some((i) => BESIDE.test(tree.tokens[i]!.word));
}

const GATHERINGS = /^(?:summit|meeting|conference|forum|session|talk|talks|visit|ceremony)$/;
const BESIDE = /^(?:ahead|of|before|after|following|until|since|for|to)$/i;

/** "In the town of | Karuizawa", which the tagger took for something else. */
const isNamedTown = (tree: Tree, head: number) =>
  tree.tokens[head]!.tag.startsWith('NNP') &&
  townAt(tree, tree.tokens[head]!.head < 0 ? head : tree.tokens[head]!.head) === head &&
  tree.tokens[head]!.head < head &&
  tree.tokens[head]!.head >= 0;

/** "In the town of | Lund", "in the capital | Lima": the name behind what kind of place it is. */
function townAt(tree: Tree, head: number): number {
  if (!/^(?:town|city|village|capital|port|resort)$/.test(tree.tokens[head]!.lemma)) return head;
  const named = tree
    .childrenBy(head, 'nmod', 'appos')
    .find((i) => i > head && i <= head + 2 && tree.tokens[i]!.tag.startsWith('NNP'));
  return named ?? head;
}
