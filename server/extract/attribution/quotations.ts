/**
 * Quotations of a passage: stretches between quotation marks, the marks included. Marks in real
 * text are broken, nested and of many languages; an opening one that is never closed quotes to the
 * end of the paragraph, which is the custom for quotations that run over paragraphs.
 */
export interface Quotation {
  /** First token, the opening mark. */
  readonly first: number;
  /** Last token, the closing mark where there is one. */
  readonly last: number;
}

const OPENING = new Set(['“', '"', '``', '„', '«', '‟', '＂', '「', '『', '»']);
const CLOSING = new Set(['”', '"', "''", '»', '＂', '」', '』', '‟']);

interface Open {
  first: number;
  single: boolean;
}

/** What one token does to the state of quotation. */
type Step = 'open' | 'openSingle' | 'close' | 'reopen' | 'none';

/** `touchesNext(i)` tells whether token i+1 follows hard on token i. */
export function findQuotations(
  words: readonly string[],
  touchesNext: (i: number) => boolean,
): Quotation[] {
  const found: Quotation[] = [];
  const lastClosing = words.findLastIndex((word) => CLOSING.has(word));
  let open: Open | null = null;
  for (let i = 0; i < words.length; i++) {
    const step: Step = open
      ? insideStep(words[i]!, open, i, touchesNext(i) && i < lastClosing)
      : outsideStep(words[i]!, touchesNext(i));
    if (step === 'close' && open) {
      found.push({ first: open.first, last: i });
      open = null;
    } else if (step !== 'none') open = { first: i, single: step === 'openSingle' };
  }
  if (open && !open.single) found.push({ first: open.first, last: words.length - 1 });
  return found;
}

function outsideStep(word: string, touches: boolean): Step {
  if (word === '‘' && touches) return 'openSingle';
  if (word === '»') return touches ? 'open' : 'none';
  return OPENING.has(word) ? 'open' : 'none';
}

function insideStep(word: string, open: Open, i: number, mayOpen: boolean): Step {
  if (open.single) return word === '’' ? 'close' : OPENING.has(word) ? 'reopen' : 'none';
  if (CLOSING.has(word)) return 'close';
  if (word !== '“') return 'none';
  // A second opening mark is a closing one typed wrong where a blank follows it, or where nothing
  // after it could close it.
  return i > open.first + 1 && !mayOpen ? 'close' : 'reopen';
}
