import { z } from 'zod';
import { type DomDocument, parsePage } from './dom.ts';

/** What a page says of the article that it holds, as far as it does. */
export interface ArticleData {
  readonly title: string | null;
  readonly outlet: string | null;
  readonly authors: readonly string[];
  readonly published: string | null;
  readonly language: string | null;
  readonly url: string | null;
}

const NOTHING: ArticleData = {
  title: null,
  outlet: null,
  authors: [],
  published: null,
  language: null,
  url: null,
};

/** A value that schema.org lets stand once or as a list. */
const listed = <T extends z.ZodType>(one: T) =>
  z
    .union([z.array(z.unknown()), z.unknown()])
    .transform((value) => (Array.isArray(value) ? value : [value]))
    .transform((values) => values.flatMap((value) => one.safeParse(value).data ?? []));

const Text = z.string().transform(plainWords).pipe(z.string().min(1));
/** A person or body: an object with a name, or the name alone. */
const Named = z.union([Text, z.object({ name: Text }).transform(({ name }) => name)]);
const Address = z.union([z.url(), z.object({ '@id': z.url() }).transform((it) => it['@id'])]);

const Article = z.object({
  '@type': listed(z.string()),
  headline: listed(Text).optional(),
  datePublished: listed(Text).optional(),
  author: listed(Named).optional(),
  publisher: listed(Named).optional(),
  inLanguage: listed(Text).optional(),
  mainEntityOfPage: listed(Address).optional(),
});

const ARTICLE = /(?:Article|BlogPosting|^Report)$/;

/** Nesting of lists and graphs that is followed. */
const DEPTH = 4;

/** The first article in a page's JSON-LD; what is no valid data says nothing. */
export function articleData(document: DomDocument): ArticleData {
  const scripts = document.querySelectorAll('script[type="application/ld+json"]');
  for (const script of Array.from(scripts))
    for (const node of nodesOf(parsed(script.textContent ?? ''), DEPTH)) {
      const { data } = Article.safeParse(node);
      if (data?.['@type'].some((type) => ARTICLE.test(type))) return articleOf(data);
    }
  return NOTHING;
}

function articleOf(data: z.infer<typeof Article>): ArticleData {
  const first = (values: readonly string[] | undefined) => values?.[0] ?? null;
  return {
    title: first(data.headline),
    outlet: first(data.publisher),
    authors: data.author ?? [],
    published: first(data.datePublished),
    language: first(data.inLanguage),
    url: first(data.mainEntityOfPage),
  };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

/** The objects of a list or an `@graph`, the things themselves first. */
function nodesOf(value: unknown, depth: number): unknown[] {
  if (depth === 0 || typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((one) => nodesOf(one, depth - 1));
  const graph: unknown = (value as Record<string, unknown>)['@graph'];
  return [value, ...nodesOf(graph, depth - 1)];
}

/** Words in which marks and entities of HTML may stand, as systems write them. */
function plainWords(value: string): string {
  const words = /[<&]/.test(value) ? (parsePage(value).body.textContent ?? '') : value;
  return words.replace(/\s+/g, ' ').trim();
}
