import type { Selector } from '../../graph-data/schema/index.ts';
import { anchorFault } from '../../graph-data/schema/index.ts';

/**
 * Where a selector of one text stands in a changed copy of it. `shift` is how far the words before
 * it have moved it, in UTF-16 code units; `context` says whether the words around it are the same.
 */
export interface Standing {
  readonly shift: number;
  readonly context: boolean;
}

/**
 * Finds each selector in a changed copy of its text; null where its words no longer stand. Not a
 * search for lookalikes: the words count as standing only with the whole context around them in one
 * place of the copy, or with half of it there, or in the place to which the selectors next to them
 * in the text have moved, and never out of their order.
 *
 * @returns in the order of `selectors`
 */
export function standings(text: string, selectors: readonly Selector[]): (Standing | null)[] {
  const certain = selectors.map((selector) => certainShift(text, selector));
  const known = selectors
    .map((selector, i) => ({ start: selector.start, shift: certain[i] ?? null }))
    .filter((each): each is Known => each.shift !== null)
    .sort((a, b) => a.start - b.start);
  return selectors.map((selector, i) => {
    const shift = certain[i] ?? null;
    if (shift !== null) return { shift, context: true };
    const likely = likelyShift(text, selector, known);
    return likely === null ? null : { shift: likely, context: hasContext(text, selector, likely) };
  });
}

interface Known {
  readonly start: number;
  readonly shift: number;
}

/** The shift of a selector whose words and whole context stand in place, or in one other place. */
function certainShift(text: string, selector: Selector): number | null {
  if (anchorFault(text, selector) === null) return 0;
  const { prefix, exact, suffix, start } = selector;
  const at = onlyPlace(text, prefix + exact + suffix);
  return at === null ? null : at + prefix.length - start;
}

function likelyShift(text: string, selector: Selector, known: readonly Known[]): number | null {
  const before = known.findLast(({ start }) => start <= selector.start)?.shift ?? 0;
  const after = known.find(({ start }) => start > selector.start)?.shift ?? before;
  const place = [before, after, 0].find((shift) => standsAt(text, selector, shift));
  if (place !== undefined) return place;
  const { prefix, exact, suffix, start } = selector;
  const [led, followed] = [onlyPlace(text, prefix + exact), onlyPlace(text, exact + suffix)];
  const shifts = [
    ...(led === null || prefix === '' ? [] : [led + prefix.length - start]),
    ...(followed === null || suffix === '' ? [] : [followed - start]),
  ];
  return shifts.find((shift) => inOrder(selector, shift, known)) ?? null;
}

function standsAt(text: string, { exact, start }: Selector, shift: number): boolean {
  return start + shift >= 0 && text.startsWith(exact, start + shift);
}

function hasContext(text: string, selector: Selector, shift: number): boolean {
  const { start, end } = selector;
  return anchorFault(text, { ...selector, start: start + shift, end: end + shift }) === null;
}

/** Where the words stand when they stand once; null when they stand nowhere or more often. */
function onlyPlace(text: string, words: string): number | null {
  const first = text.indexOf(words);
  return first >= 0 && text.indexOf(words, first + 1) < 0 ? first : null;
}

/** Whether a selector moved so far is still behind those before it and ahead of those after. */
function inOrder({ start }: Selector, shift: number, known: readonly Known[]): boolean {
  return known.every((other) =>
    other.start <= start
      ? other.start + other.shift <= start + shift
      : other.start + other.shift >= start + shift,
  );
}
