import type { DomDocument } from './dom.ts';
import { articleData, type ArticleData } from './json-ld.ts';

/** Names under which pages state the day they came out, likeliest first. */
const PUBLISHED = (
  'article:published_time og:article:published_time datepublished date dc.date dc.date.issued ' +
  'dcterms.issued dcterms.date dcterms.created pubdate publishdate publish-date publish_date ' +
  'publication_date parsely-pub-date sailthru.date article.published'
).split(' ');

/** Accounts under which systems publish when nobody is named. */
const NOBODY = /^(?:admin|administrator|editor|staff|user|webmaster|redaktion|unknown)$/i;

const LONGEST_OUTLET = 40;

/** What the page states: in its head, in JSON-LD, and on itself. */
export function pageMetadata(document: DomDocument): ArticleData {
  const tags = metaTags(document);
  const content = (...names: string[]) => {
    for (const name of names) if (tags.has(name)) return tags.get(name)!;
    return null;
  };
  const data = articleData(document);
  const title = content('og:title') ?? data.title ?? content('twitter:title') ?? heading(document);
  const outlet =
    content('og:site_name') ??
    data.outlet ??
    content('application-name', 'dc.publisher') ??
    outletBeside(title, document);
  const link = document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? null;
  return {
    title: title === null ? null : withoutOutlet(title, outlet),
    outlet,
    authors: authorsOf(data, content('author', 'article:author', 'dc.creator')),
    published: content(...PUBLISHED) ?? data.published ?? timeOf(document),
    language: document.documentElement.getAttribute('lang') || content('language') || data.language,
    url: link || content('og:url') || data.url || savedFrom(document),
  };
}

/** The contents of the head's tags, by name in lower case; the first of a name counts. */
function metaTags(document: DomDocument): ReadonlyMap<string, string> {
  const tags = new Map<string, string>();
  for (const tag of Array.from(document.querySelectorAll('meta[content]'))) {
    const value = tag.getAttribute('content')?.trim();
    const name = ['property', 'name', 'itemprop'].map((key) => tag.getAttribute(key)).find(Boolean);
    const key = name?.trim().toLowerCase();
    if (value && key && !tags.has(key)) tags.set(key, value);
  }
  return tags;
}

function authorsOf(data: ArticleData, stated: string | null): readonly string[] {
  const own = data.authors.length > 0 ? data.authors : [stated ?? ''];
  return own.filter((author) => !/^https?:/.test(author)).flatMap(bylines);
}

/** The names of a byline: "By Ann Lee and Bo Chan". */
export function bylines(byline: string): string[] {
  return byline
    .replace(/^\s*by\s+/i, '')
    .split(/,|\band\b/)
    .map((name) => name.trim())
    .filter((name) => name !== '' && name.length < 80 && !NOBODY.test(name));
}

/** "Bridge to open | World | The Gazette" as the page's title, where its headline is "Bridge to open". */
function outletBeside(headline: string | null, document: DomDocument): string | null {
  const title = document.querySelector('title')?.textContent?.trim() ?? '';
  if (!headline || !title.startsWith(headline)) return null;
  const [, ...rest] = title.slice(headline.length).split(/\s+[-–—|•·]\s+/u);
  const outlet = rest.at(-1)?.trim() ?? '';
  return outlet !== '' && outlet.length <= LONGEST_OUTLET ? outlet : null;
}

/** "Bridge to open - The Gazette" of The Gazette: the headline alone. */
function withoutOutlet(title: string, outlet: string | null): string {
  if (outlet === null || !title.toLowerCase().endsWith(outlet.toLowerCase())) return title;
  const rest = title.slice(0, -outlet.length);
  const headline = rest.replace(/\s+[-–—|:·»]\s*$/u, '');
  return headline !== rest && headline.trim() !== '' ? headline : title;
}

/**
 * The day in the page's own marks of time: what is marked as the publication's, else the article's
 * first, else the only day that the page has. Teasers of other articles have days of their own.
 */
function timeOf(document: DomDocument): string | null {
  const first = (selector: string) =>
    document.querySelector(selector)?.getAttribute('datetime')?.trim() || null;
  const own =
    first('time[itemprop="datePublished"][datetime]') ??
    first('time[pubdate][datetime]') ??
    first('article time[datetime]') ??
    first('main time[datetime]');
  if (own !== null) return own;
  const times = Array.from(document.querySelectorAll('time[datetime]'), (time) =>
    time.getAttribute('datetime')!.trim(),
  );
  return new Set(times.map((time) => time.slice(0, 10))).size === 1 ? times[0]! : null;
}

/** The address that browsers note in pages that they save: "saved from url=(0032)https://..." */
function savedFrom(document: DomDocument): string | null {
  for (const node of Array.from(document.childNodes)) {
    const note = node.nodeType === COMMENT ? (node.textContent ?? '') : '';
    const address = /^\s*saved from url=\(\d+\)(https?:\S+)\s*$/.exec(note)?.[1];
    if (address !== undefined) return address;
  }
  return null;
}

/** The type of a comment's node (WHATWG DOM). */
const COMMENT = 8;

function heading(document: DomDocument): string | null {
  const headings = document.querySelectorAll('h1');
  return headings.length === 1 ? headings[0]?.textContent?.trim() || null : null;
}
