import type { Place } from '../text/place.ts';
import { pronounBearers, type Discourse, type Possible } from './coreference.ts';
import { INSTITUTIONS } from './institutions.ts';

/** Sentences back in which whoever spoke last must be named to be meant by a bare noun. */
const NEAR = 2;

/** "The colonel" of whom no rank was told: whoever spoke last, if a person. */
export function lastPerson(place: Place, discourse: Discourse): Possible | null {
  const { lastSpeaker } = discourse;
  if (lastSpeaker?.kind !== 'person' || lastSpeaker.key.startsWith('unnamed:')) return null;
  const reasons = ['the last to speak, called by a trade'];
  return isNear(place, discourse) ? { referent: lastSpeaker, score: 0.5, reasons } : null;
}

/** "The agency said" after a ministry spoke: the body that spoke last. */
export function lastBody(noun: string, place: Place, discourse: Discourse): Possible | null {
  const { lastSpeaker } = discourse;
  const body = lastSpeaker && /^(?:government-body|armed-force)$/.test(lastSpeaker.kind);
  if (!body || !/^(?:agency|department|institution|ministry)$/.test(noun)) return null;
  if (/^government:/.test(lastSpeaker.key)) return null;
  const reasons = [`the body that spoke last, called “${noun}”`];
  return isNear(place, discourse) ? { referent: lastSpeaker, score: 0.6, reasons } : null;
}

function isNear({ sentence }: Place, { lastSpeaker, namings }: Discourse): boolean {
  return namings.some(
    (naming) =>
      naming.referent === lastSpeaker &&
      naming.sentence < sentence &&
      sentence - naming.sentence <= NEAR,
  );
}

/** "His foreign ministry": that of the state whose the pronoun's bearer is. */
export function ownInstitution(
  { sentence, from }: Place,
  head: number,
  discourse: Discourse,
): Possible | null {
  const { tokens } = discourse.trees[sentence]!;
  const pronoun = tokens[from]!;
  const words = tokens.slice(from + 1, head + 1).map(({ word }) => word.toLowerCase());
  const institution = pronoun.tag === 'PRP$' ? INSTITUTIONS.get(words.join(' ')) : undefined;
  if (!institution) return null;
  const [owner] = pronounBearers(pronoun.word, sentence, from, discourse);
  const country = owner && (owner.referent.country ?? codeOf(owner.referent.key));
  if (!owner || !country) return null;
  const referent = discourse.cast.institution(institution, country);
  return { referent, score: owner.score, reasons: [`that of ${owner.referent.name}`] };
}

function codeOf(key: string): string | null {
  return /^state:(.+)$/.exec(key)?.[1] ?? null;
}
