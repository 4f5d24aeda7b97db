import type { Token } from '../nlp/index.ts';
import { closing } from './party-members.ts';
import type { Naming, Referent } from './referent.ts';
import { FORMER } from './offices.ts';
import { roleOf } from './roles.ts';
import type { Description } from './description.ts';
import { titleBefore } from './titles.ts';

/** "Vice Pres." as "Vice President". */
export function inFull(title: string): string {
  return title.replace(/(?<!\p{L})\p{L}+\.$/u, (short) => {
    const role = roleOf(short.toLowerCase());
    return role === short.toLowerCase() ? short : role[0]!.toUpperCase() + role.slice(1);
  });
}

/** Past what stands between a name and what it is called: "Jr.", "(D-Va.)". */
export function pastSuffix(tokens: readonly Token[], to: number): number {
  const past = /^(?:Jr|Sr)\.?$|^I{2,3}$/.test(tokens[to]?.word ?? '') ? to + 1 : to;
  const lettered = /^[DRI](?:-|$)/.test(tokens[past + 1]?.word ?? '');
  return (tokens[past]?.word === '(' && lettered ? closing(tokens, past) : null) ?? past;
}

/** "The speaker of the Saeima Daiga Mierina, | Kulubaev": the title is somebody else's. */
export function isBetween(
  { from, to, referent }: Naming,
  title: Description,
  naming: Naming,
): boolean {
  return (
    referent.kind === 'person' &&
    referent !== naming.referent &&
    from > title.noun &&
    to <= naming.from
  );
}

/**
 * "X, Ambassador | Y", "X, the minister of Chad | Y": what follows the comma is the title of who comes next.
 * @param titled whether X has a title already: "Minister X, the head of the staff, | Y, and"
 */
export function isTitleOfNext(
  tokens: readonly Token[],
  { noun, end }: Description,
  namings: readonly Naming[],
  titled = false,
): boolean {
  return namings.some(
    (naming) =>
      naming.referent.kind === 'person' &&
      naming.from > noun &&
      naming.from <= end + (titled ? 1 : 0) &&
      (naming.from === noun + 1 || titleBefore(tokens, naming)?.noun === noun),
  );
}

/** A minister, or a deputy, of whom the title tells no field. */
export const DEPUTY = /^(?:(?:first|senior) )?(?:deputy |vice[ -])?minister$/i;

/** "The defence ministry quoted Deputy Minister X": the ministry named last before, here or in the sentence before. */
export function ministryTold(
  { from }: Naming,
  all: readonly Naming[],
  before: readonly Naming[],
  earlier: readonly Naming[],
): Referent | null {
  const isMinistry = ({ referent: { key } }: Naming) => key.startsWith('ministry-');
  const told = [...before, ...all.filter(({ to }) => to <= from)].findLast(isMinistry);
  if (told) return told.referent;
  const only = new Set(earlier.filter(isMinistry).map(({ referent }) => referent));
  return only.size === 1 ? [...only][0]! : null;
}

/** "A former governor and | senator": what stands before the first of two offices, with no article between them. */
export function sharesFormer(tokens: readonly Token[], from: number): boolean {
  if (tokens[from - 1]?.word !== 'and') return false;
  for (let i = from - 2; i >= 0 && from - i <= LONGEST_PAIR; i--) {
    const { word, tag, entity } = tokens[i]!;
    if (entity === 'PERSON') return false;
    if (FORMER.test(word)) return true;
    if (word === ',' || /^(?:VB|W)/.test(tag)) return false;
  }
  return false;
}

/** In tokens. */
const LONGEST_PAIR = 12;

/** "President | from 2010 to 2015", "minister | until last May". */
export function isPast(tokens: readonly Token[], { noun, end }: Description): boolean {
  return tokens
    .slice(noun + 1, end)
    .some(
      ({ word }, i, rest) =>
        (/^(?:until|till)$/.test(word) && rest[i + 1]?.word !== 'now') ||
        (/^(?:from|between|in)$/.test(word) &&
          YEAR.test(rest[i + 1]?.word ?? '') &&
          /^(?:to|until|and|-|–)$/.test(rest[i + 2]?.word ?? '')),
    );
}

/** "The 2008 nominee": held in that year. */
export const YEAR = /^(?:19|20)\d\d$/;

/** "The would-be | president": of an office that nobody has given. */
export const HOPED = /^(?:would-be|aspiring|prospective|future|potential)\b/i;

/** "A candidate | for", "the contender | to become": not yet what comes next. */
export const seeks = (tokens: readonly Token[], { noun }: Description) =>
  /^(?:for|to)$/.test(tokens[noun + 1]?.word ?? '');
