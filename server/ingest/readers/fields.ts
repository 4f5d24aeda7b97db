/** What documents call what they say of themselves, in front matter and in JSON Lines. */
const NAMES = {
  text: 'text body content article maintext fulltext articletext articlebody',
  title: 'title headline',
  outlet: 'outlet publisher publication source sourcename sitename newspaper',
  authors: 'authors author byline creator',
  published:
    'published date publishedat publisheddate publishdate datepublish datepublished pubdate publicationdate',
  language: 'language lang',
  url: 'url link permalink canonical weburl sourceurl',
} as const;

export type Field = keyof typeof NAMES;

const FIELDS = new Map(
  Object.entries(NAMES).flatMap(([field, names]) =>
    names.split(' ').map((name, rank) => [name, { field: field as Field, rank }] as const),
  ),
);

/**
 * The fields that a list of names and values gives. Where two names of one field are given, the one
 * that says it most plainly counts: `text` before `content`.
 */
export function fieldsOf(pairs: Iterable<readonly [string, unknown]>): Map<Field, unknown> {
  const found = new Map<Field, { rank: number; value: unknown }>();
  for (const [name, value] of pairs) {
    const known = FIELDS.get(name.toLowerCase().replace(/[^a-z]/g, ''));
    if (known === undefined || value === null || value === '') continue;
    // Clipped pages call their address their source.
    const isAddress = known.field === 'outlet' && /^https?:\/\//.test(String(value));
    const field = isAddress ? 'url' : known.field;
    const before = found.get(field);
    if (before === undefined || known.rank < before.rank)
      found.set(field, { rank: known.rank, value });
  }
  return new Map([...found].map(([field, { value }]) => [field, value]));
}
