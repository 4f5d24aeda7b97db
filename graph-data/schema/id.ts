import { z } from 'zod';

/** Record types and the prefix that every id of that type begins with. */
const ID_PREFIX = {
  actor: 'actor',
  statement: 'stmt',
  document: 'doc',
  agreement: 'agr',
  event: 'evt',
  relation: 'rel',
  mention: 'men',
  decision: 'dec',
  origin: 'orig',
} as const;

export type RecordType = keyof typeof ID_PREFIX;

/** Longest id, prefix included, in characters. */
export const MAX_ID_LENGTH = 120;

/**
 * The part after the prefix: lower-case Latin letters, digits and single hyphens. The prefix keeps
 * ids apart from JavaScript's own property names ("constructor"), which some graph algorithms
 * look up on plain objects.
 */
const BODY = '[a-z0-9]+(?:-[a-z0-9]+)*';

function idOf<P extends string>(prefix: P) {
  const error = `an id of the form ${prefix}:lower-case-words, at most ${MAX_ID_LENGTH} characters`;
  return z
    .templateLiteral([`${prefix}:`, z.string()], { error })
    .refine((id) => id.length <= MAX_ID_LENGTH && new RegExp(`^${prefix}:${BODY}$`).test(id), {
      error,
    });
}

export const ActorId = idOf(ID_PREFIX.actor);
export const StatementId = idOf(ID_PREFIX.statement);
export const DocumentId = idOf(ID_PREFIX.document);
export const AgreementId = idOf(ID_PREFIX.agreement);
export const EventId = idOf(ID_PREFIX.event);
export const RelationId = idOf(ID_PREFIX.relation);
export const MentionId = idOf(ID_PREFIX.mention);
export const DecisionId = idOf(ID_PREFIX.decision);
export const OriginId = idOf(ID_PREFIX.origin);

export type ActorId = z.infer<typeof ActorId>;
export type StatementId = z.infer<typeof StatementId>;
export type DocumentId = z.infer<typeof DocumentId>;
export type AgreementId = z.infer<typeof AgreementId>;
export type EventId = z.infer<typeof EventId>;
export type RelationId = z.infer<typeof RelationId>;
export type MentionId = z.infer<typeof MentionId>;
export type DecisionId = z.infer<typeof DecisionId>;
export type OriginId = z.infer<typeof OriginId>;

const TYPE_OF_PREFIX = new Map<string, RecordType>(
  Object.entries(ID_PREFIX).map(([type, prefix]) => [prefix, type as RecordType]),
);

/** The record type that an id names by its prefix; null when the string is no id of ours. */
export function recordTypeOf(id: string): RecordType | null {
  const colon = id.indexOf(':');
  const type = TYPE_OF_PREFIX.get(id.slice(0, Math.max(colon, 0)));
  return type !== undefined && new RegExp(`^${BODY}$`).test(id.slice(colon + 1)) ? type : null;
}

/**
 * Latin spellings of letters that have no decomposition of their own: Latin ones, and Cyrillic ones
 * by BGN/PCGN without its marks (Russian; the other alphabets' letters added). Ids are made with
 * them: an entry is never changed.
 */
const SPELLINGS = new Map(
  (
    'ø:o æ:ae œ:oe ł:l đ:d ð:d þ:th ß:ss ı:i ħ:h ŋ:n ' +
    'а:a б:b в:v г:g ґ:g д:d ђ:dj е:e є:ye ж:zh з:z ѕ:dz и:i і:i ј:j к:k л:l љ:lj м:m н:n њ:nj о:o ' +
    'п:p р:r с:s т:t ћ:c у:u ф:f х:kh ц:ts ч:ch џ:dz ш:sh щ:shch ъ: ы:y ь: э:e ю:yu я:ya'
  )
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
);

/**
 * A readable id body from words: diacritics folded, Cyrillic spelt in Latin letters, lower case,
 * hyphens between words, cut at a word boundary. Words of other scripts give "x-" and a hash of
 * them, so that an id is never empty and two names have two.
 *
 * @param maxLength in characters, of the slug alone; at least 10
 */
export function slug(words: string, maxLength = 60): string {
  const folded = words
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{ASCII}]/gu, (letter) => SPELLINGS.get(letter) ?? letter)
    .replace(/['’ʼ]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  if (folded === '') return `x-${hashOf(words)}`;
  if (folded.length <= maxLength) return folded;
  const cut = folded.slice(0, maxLength + 1);
  const lastHyphen = cut.lastIndexOf('-');
  return lastHyphen > 0 ? cut.slice(0, lastHyphen) : folded.slice(0, maxLength);
}

/** FNV-1a of the UTF-16 units, 32 bits, as eight hexadecimal digits. */
function hashOf(words: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < words.length; i++)
    hash = Math.imul(hash ^ words.charCodeAt(i), 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, '0');
}
