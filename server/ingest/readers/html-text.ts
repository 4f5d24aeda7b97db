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
    paragraphs.push(...text.split(/\n{2,}/).flatMap((part) => part.replace(/^\n|\n$/g, '') || []));
    current = '';
  };
  type Step = DomNode | 'close';
  const stack: Step[] = [root];
  for (let step = stack.pop(); step !== undefined; step = stack.pop()) {
    if (step === 'close') {
      close();
      continue;
    }
    const name = step.nodeName.toLowerCase();
    if (step.nodeType === 3) current += (step.textContent ?? '').replace(/\n/g, ' ');
    else if (name === 'br') current += '\n';
    else if (step.nodeType === 1 && !SILENT.has(name)) {
      if (BLOCKS.has(name)) {
        close();
        stack.push('close');
      }
      for (const child of Array.from(step.childNodes).reverse()) stack.push(child);
    }
  }
  close();
  return paragraphs.join('\n\n');
}
