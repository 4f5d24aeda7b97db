import { parseHTML } from 'linkedom';

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

/** Parses a page, or a fragment as the body of one. Runs no script and fetches nothing. */
export function parsePage(html: string): DomDocument {
  const page = /<html[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`;
  return parseHTML(page).document as unknown as DomDocument;
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
