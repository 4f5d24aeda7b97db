import { contentLabels, type Found, type Labelled, type Reading } from './found.ts';
import type { Passage } from './passage.ts';
import { isContent } from './proposal.ts';

/**
 * Quotations that run over paragraphs: a paragraph that is one quotation and nothing else goes on
 * with what the paragraph before quoted, or follows a cue that ended it with a colon. Of 161 such
 * paragraphs in the training text 115 go on so, 22 belong to a cue of their own or of the next
 * paragraph, 24 to none.
 */

/** Fewer words are a heading in quotation marks. */
const SHORTEST = 4;

/** Adds to each attribution the paragraphs that go on with it. */
export function withContinuations(readings: readonly Reading[]): Found[] {
  const all: Found[] = [];
  /** Index in `all` of the attribution that a quotation may go on with, or -1. */
  let open = -1;
  for (const { passage, found, introduction } of readings) {
    const quotation = found.length === 0 ? wholeQuotation(passage) : null;
    if (quotation && open >= 0) {
      const one = all[open]!;
      all[open] = { ...one, elsewhere: [...one.elsewhere, quotation] };
      continue;
    }
    all.push(...found);
    if (introduction) all.push(introduction);
    open = introduction || found.some((one) => isQuotedToTheEnd(one)) ? lastOf(all) : -1;
  }
  return all.filter(({ labels, elsewhere }) => elsewhere.length > 0 || labels.some(isContent));
}

/** The attribution whose content comes last is the one that goes on. */
function lastOf(all: readonly Found[]): number {
  return all.length - 1;
}

/** The passage as content where it is wholly one quotation, else null. */
function wholeQuotation(passage: Passage): Labelled | null {
  const first = passage.quotations[0];
  if (!first || first.first !== 0 || passage.length < SHORTEST) return null;
  const whole = passage.quotation.every((number) => number >= 0);
  return whole ? contentLabels(passage, 0, passage.length) : null;
}

/** True where the content's last sentence holds quoted words. */
function isQuotedToTheEnd({ passage, labels }: Found): boolean {
  const last = labels.findLastIndex(isContent);
  return last >= 0 && passage.quotation[last]! >= 0;
}
