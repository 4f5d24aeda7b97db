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

/** Paragraphs as their words come. */
class Paragraphs {
  readonly #closed: string[] = [];
  #current = '';
  #isApart = false;

  /** The words that come next stand apart from those before by the page's style alone. */
  setApart(): void {
    this.#isApart = true;
  }

  addWords(words: string): void {
    if (this.#isApart && ENDS.test(this.#current) && BEGINS.test(words)) this.#current += ' ';
    this.#isApart = false;
    this.#current += words;
  }

  /** A line end, or the number of a note. */
  addMark(mark: string): void {
    this.#current += mark;
  }

  close(): void {
    const text = this.#current
      .split('\n')
      .map((line) => line.replace(/[ \t\r\f]+/g, ' ').replace(/^ | $/g, ''))
      .join('\n');
    for (const part of text.split(/\n{2,}/)) {
      const words = part.replace(/^\n|\n$/g, '');
      if (words !== '') this.#closed.push(words);
    }
    this.#current = '';
  }

  get text(): string {
    return this.#closed.join('\n\n');
  }
}

/** What is still to come of a walk: a node, or what is to be done once those before are through. */
type Step = DomNode | 'close' | 'end of pre' | 'apart';

const TEXT_NODE = 3;
const ELEMENT = 1;

/**
 * The text of an element as paragraphs set apart by one blank line: block elements and two `<br>`
 * begin a paragraph, one `<br>` a line, and runs of white space inside a paragraph become one blank
 * (non-breaking spaces stay). Walks without recursion.
 */
export function blocksToText(root: DomNode): string {
  const paragraphs = new Paragraphs();
  const stack: Step[] = [root];
  let preformatted = 0;
  for (let step = stack.pop(); step !== undefined; step = stack.pop()) {
    if (step === 'apart') paragraphs.setApart();
    else if (step === 'close') paragraphs.close();
    else if (step === 'end of pre') {
      paragraphs.close();
      preformatted -= 1;
    } else if (step.nodeType === TEXT_NODE) {
      paragraphs.addWords(wordsOf(step, preformatted > 0));
    } else {
      const name = step.nodeName.toLowerCase();
      if (name === 'br') paragraphs.addMark('\n');
      else if (name === 'sup' && isNote(step)) paragraphs.addMark(`[${step.textContent!.trim()}]`);
      else if (step.nodeType === ELEMENT && !SILENT.has(name)) {
        if (BLOCKS.has(name)) paragraphs.close();
        if (name === 'pre') preformatted += 1;
        for (const next of stepsInto(step, name)) stack.push(next);
      }
    }
  }
  paragraphs.close();
  return paragraphs.text;
}

/** What an element puts on the stack: what is done at its end, then its children, the last first. */
function stepsInto(element: DomNode, name: string): Step[] {
  const steps: Step[] = BLOCKS.has(name) ? [name === 'pre' ? 'end of pre' : 'close'] : [];
  const children = Array.from(element.childNodes);
  for (let i = children.length - 1; i >= 0; i -= 1) {
    steps.push(children[i]!);
    if (i > 0 && isApart(children[i - 1]!, children[i]!)) steps.push('apart');
  }
  return steps;
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
