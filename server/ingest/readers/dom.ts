import { parseHTML } from 'linkedom';
import { parse, serialize } from 'parse5';

/** What the readers use of a DOM, so that no browser globals leak into the server's types. */
export interface DomNode {
  readonly nodeName: string;
  readonly nodeType: number;
  readonly textContent: string | null;
  readonly childNodes: ArrayLike<DomNode>;
}

interface DomElement extends DomNode {
  getAttribute(name: string): string | null;
}

export interface DomDocument extends DomNode {
  readonly body: DomElement;
  readonly documentElement: DomElement;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): ArrayLike<DomElement>;
  cloneNode(deep: boolean): DomDocument;
}

/**
 * Parses a page, or a fragment as the body of one. Runs no script and fetches nothing. parse5
 * mends the page as browsers do (WHATWG HTML, section 13.2); linkedom alone loses text that stands
 * outside the elements it expects.
 */
export function parsePage(html: string): DomDocument {
  return parseHTML(mended(html)).document as unknown as DomDocument;
}

function mended(html: string): string {
  try {
    return serialize(parse(html));
  } catch (error) {
    // Nesting deeper than the stack; linkedom takes it as it is.
    if (error instanceof RangeError) return `<html><body>${html}</body></html>`;
    throw error;
  }
}

/** Levels of nesting, the root's included. Walks without recursion. */
export function depthOf(root: DomNode): number {
  let depth = 0;
  let level: DomNode[] = [root];
  while (level.length > 0) {
    depth += 1;
    level = level.flatMap((node) => Array.from(node.childNodes));
  }
  return depth;
}
