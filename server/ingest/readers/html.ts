import { isProbablyReaderable, Readability } from '@mozilla/readability';
import { OnrecordError } from '../../contract/index.ts';
import { decodeText } from './encoding.ts';
import { depthOf, type DomDocument, type DomNode, parsePage } from './dom.ts';
import { bylines, pageMetadata } from './html-metadata.ts';
import { blocksToText } from './html-text.ts';
import { bareDocument, type ReadDocument } from './reader.ts';

/** More elements than any article has; a page beyond it is hostile or no article. */
const MAX_ELEMENTS = 100_000;

/** Deepest nesting that Readability is given: its time grows with the square of the depth. */
const MAX_READABLE_DEPTH = 200;

/** The part of a page in which a declared charset is looked for; browsers go on to the head's end. */
const CHARSET_WINDOW = 16_384;

function declaredCharset(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, CHARSET_WINDOW)).toString('latin1');
  return /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{2,40})/i.exec(head)?.[1] ?? null;
}

/** Article text by Readability; title, outlet, author, date, language and address from the page. */
export function readHtml(bytes: Uint8Array): ReadDocument {
  return readHtmlText(decodeText(bytes, declaredCharset(bytes)).text);
}

/** The same for a page that is already decoded, e.g. the HTML part of a mail. */
export function readHtmlText(html: string): ReadDocument {
  const document = parsePage(html);
  if (document.querySelectorAll('*').length > MAX_ELEMENTS)
    throw new OnrecordError(
      'too-large',
      `The page has more than ${MAX_ELEMENTS} elements. Save the article's text alone.`,
      { field: 'file' },
    );
  const meta = pageMetadata(document);
  const article = depthOf(document) > MAX_READABLE_DEPTH ? null : articleOf(document);
  const found = article?.content ? blocksToText(article.content) : '';
  const whole = found.trim() === '';
  return {
    ...bareDocument(whole ? blocksToText(document.body) : found, 'html'),
    ...meta,
    title: meta.title ?? article?.title ?? null,
    outlet: meta.outlet ?? article?.siteName ?? null,
    authors: meta.authors.length > 0 ? meta.authors : bylines(article?.byline ?? ''),
    notes: [
      ...(whole ? ['No article was found on the page; its whole text was taken.'] : []),
      ...(whole || article?.readerable
        ? []
        : ['The page may be no article; check where its text begins.']),
    ],
  };
}

/** Null when Readability finds no article, or fails over a page that is no page. */
function articleOf(document: DomDocument) {
  try {
    const readerable = isProbablyReaderable(readable(document));
    // The element itself: as markup, cells of a table that became a division would run together.
    const serializer = (element: unknown) => element as DomNode;
    const options = { charThreshold: 200, serializer };
    const article = new Readability(readable(document.cloneNode(true)), options).parse();
    return article === null ? null : { ...article, readerable };
  } catch {
    return null;
  }
}

/** Readability is typed for a browser's document; linkedom's answers what it asks of one. */
function readable(document: DomDocument) {
  return document as unknown as ConstructorParameters<typeof Readability>[0];
}
