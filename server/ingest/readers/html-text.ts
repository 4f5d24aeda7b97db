import type { DomNode } from './dom.ts';

const BLOCKS = new Set(
  (
    'address article aside blockquote body caption dd details dialog div dl dt fieldset figcaption ' +
    'figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main nav ol p pre section summary ' +
    'table tbody td tfoot th thead tr ul'
  ).split(' '),
);

/** Elements whose text is no text of the article. */
const SILENT = new Set(
  'script style noscript template iframe object svg canvas button select textarea'.split(' '),
);

/**
 * The text of an element as paragraphs set apart by one blank line: block elements and two `<br>`
 * begin a paragraph, one `<br>` a line, and runs of white space inside a paragraph become one blank
 * (non-breaking spaces stay). Walks without recursion.
 */
export function blocksToText(root: DomNode): string {
  const paragraphs: string[] = [];
  let current = '';
  const close = () => {
    const text = current
      .split('\n')
      .map((line) => line.replace(/[ \t\r\f]+/g, ' ').replace(/^ | $/g, ''))
      .join('\n');
    for (const part of text.split(/\n{2,}/)) {
      const words = part.replace(/^\n|\n$/g, '');
      if (words !== '') paragraphs.push(words);
    }
    current = '';
  };
  type Step = DomNode | 'close' | 'end of pre' | 'apart';
  const stack: Step[] = [root];
  let preformatted = 0;
  let apart = false;
  for (let step = stack.pop(); step !== undefined; step = stack.pop()) {
    if (step === 'close' || step === 'end of pre') {
      close();
      if (step === 'end of pre') preformatted -= 1;
      continue;
    }
    if (step === 'apart') {
      apart = true;
      continue;
    }
    const name = step.nodeName.toLowerCase();
    if (step.nodeType === 3) {
      const words = wordsOf(step, preformatted > 0);
      if (apart && ENDS.test(current) && BEGINS.test(words)) current += ' ';
      apart = false;
      current += words;
    } else if (name === 'sup' && isNote(step)) current += `[${step.textContent!.trim()}]`;
    else if (name === 'br') current += '\n';
    else if (step.nodeType === 1 && !SILENT.has(name)) {
      if (BLOCKS.has(name)) {
        close();
        stack.push(name === 'pre' ? 'end of pre' : 'close');
        if (name === 'pre') preformatted += 1;
      }
      const children = Array.from(step.childNodes);
      for (let i = children.length - 1; i >= 0; i -= 1) {
        stack.push(children[i]!);
        if (i > 0 && isApart(children[i - 1]!, children[i]!)) stack.push('apart');
      }
    }
  }
  close();
  return paragraphs.join('\n\n');
}

/** Elements that pages set side by side by their style alone: a date, a time, a place. */
const BESIDE = /^(?:span|time|a)$/i;

/** Ends of words that are set side by side, where no word goes on. */
const ENDS = /[\p{Ll}\d]$/u;
const BEGINS = /^[\p{Lu}\d]/u;

function isApart(left: DomNode, right: DomNode): boolean {
  return BESIDE.test(left.nodeName) && BESIDE.test(right.nodeName);
}

/** Where a word may be divided, and marks without width that copying leaves: no part of a word. */
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/g;

function wordsOf(node: DomNode, preformatted: boolean): string {
  const words = (node.textContent ?? '').replace(INVISIBLE, '');
  return preformatted ? words.replace(/\r\n?/g, '\n') : words.replace(/\n/g, ' ');
}

/** A note's number, which links to the note; other raised figures are powers and units. */
function isNote(node: DomNode): boolean {
  const links = Array.from(node.childNodes).some(({ nodeName }) => nodeName.toLowerCase() === 'a');
  return links && /^\s*\d{1,3}\s*$/.test(node.textContent ?? '');
}
