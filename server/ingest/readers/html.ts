import { isProbablyReaderable, Readability } from '@mozilla/readability';
import { OnrecordError } from '../../contract/index.ts';
import { decodeText } from './encoding.ts';
import { depthOf, type DomDocument, parsePage } from './dom.ts';
import { blocksToText } from './html-text.ts';
import { bareDocument, type ReadDocument } from './reader.ts';

/** More elements than any article has; a page beyond it is hostile or no article. */
const MAX_ELEMENTS = 100_000;

/** Deepest nesting that Readability is given: its time grows with the square of the depth. */
const MAX_READABLE_DEPTH = 200;

/** The part of a page in which the WHATWG encoding sniffer looks for a declared charset. */
const CHARSET_WINDOW = 1024;

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
  const meta = metadata(document);
  const article = depthOf(document) > MAX_READABLE_DEPTH ? null : articleOf(document);
  const found = article?.content ? blocksToText(parsePage(article.content).body) : '';
  const whole = found.trim() === '';
  return {
    ...bareDocument(whole ? blocksToText(document.body) : found, 'html'),
    ...meta,
    title: meta.title ?? article?.title ?? null,
    outlet: meta.outlet ?? article?.siteName ?? null,
    authors: meta.authors.length > 0 ? meta.authors : bylines(article?.byline ?? null),
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
    const options = { charThreshold: 200 };
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

function bylines(byline: string | null): string[] {
  if (byline === null) return [];
  return byline
    .replace(/^\s*by\s+/i, '')
    .split(/,|\band\b/)
    .map((name) => name.trim())
    .filter((name) => name !== '' && name.length < 80);
}

function metadata(document: DomDocument) {
  const content = (...names: string[]) => {
    for (const name of names) {
      const selector = `meta[property="${name}"],meta[name="${name}"],meta[itemprop="${name}"]`;
      const value = document.querySelector(selector)?.getAttribute('content')?.trim();
      if (value) return value;
    }
    return null;
  };
  const author = content('author', 'article:author', 'dc.creator');
  const link = document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? null;
  return {
    title: content('og:title', 'twitter:title') ?? heading(document),
    outlet: content('og:site_name', 'application-name', 'dc.publisher'),
    authors: author !== null && !/^https?:/.test(author) ? bylines(author) : [],
    published:
      content('article:published_time', 'datePublished', 'date', 'dc.date', 'pubdate') ??
      document.querySelector('time[datetime]')?.getAttribute('datetime'),
    language: document.documentElement.getAttribute('lang') || content('language'),
    url: link || content('og:url'),
  };
}

function heading(document: DomDocument): string | null {
  const headings = document.querySelectorAll('h1');
  return headings.length === 1 ? headings[0]?.textContent?.trim() || null : null;
}
