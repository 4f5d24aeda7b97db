import type { Place } from '../text/place.ts';
import type { Discourse, Possible } from './coreference.ts';
import { namingsIn } from './naming-index.ts';
import type { Post } from './referent.ts';

/** Words for whoever heads a body, any of which may be said of any. */
const HEADS =
  /\b(?:chief|head|boss|chairman|chairwoman|chairperson|chair|director|leader|president|commander)$/i;

/** "The KGB chief", "the head of the agency": whom the text calls its chairman, by another word. Empty without one alone. */
export function headOfBody(
  noun: string,
  { sentence, from, to }: Place,
  { namings, cast }: Discourse,
): Possible[] {
  if (!HEADS.test(noun)) return [];
  const body = namingsIn(namings, sentence, from, to).find(
    ({ referent: { kind } }) => !/^(?:person|state)$/.test(kind),
  );
  if (!body) return [];
  const heads = cast.referents.filter(({ posts }) =>
    posts.some((post) => post.of === body.referent && isHeading(post)),
  );
  const [one, more] = heads;
  return one && !more
    ? [{ referent: one, score: 0.85, reasons: [`heads ${body.referent.name}`] }]
    : [];
}

const isHeading = ({ title, former }: Post) =>
  !former && HEADS.test(title) && !/\b(?:deputy|vice|former)\b/i.test(title);
