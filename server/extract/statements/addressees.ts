import { bearersAt } from '../actors/bearers.ts';
import type { Discourse } from '../actors/coreference.ts';
import { isPair, pairBefore } from '../actors/pairs.ts';
import type { Referent } from '../actors/referent.ts';
import type { Span } from '../nlp/index.ts';
import { placeOf, type Place } from '../text/place.ts';
import type { Tree } from '../text/tree.ts';

/** Verbs whose object is who is spoken to. */
const TOLD = new Set(
  'tell warn ask urge inform remind assure order advise notify implore beg promise brief address thank instruct'.split(
    ' ',
  ),
);
/** Verbs whose object belongs to what is said (codebook: "the whole complement"). */
const WHOLE_COMPLEMENT = new Set(
  'warn ask urge accuse blame order invite implore beg call thank praise criticise criticize condemn'.split(
    ' ',
  ),
);

/** The verb or other token that governs a cue; null when the cue lies in no sentence. */
export function cueHead(
  cue: Span,
  { parsed, trees }: Discourse,
): { place: Place; tree: Tree; head: number } | null {
  const place = placeOf(parsed, cue);
  if (!place) return null;
  const tree = trees[place.sentence]!;
  return { place, tree, head: tree.headOf(place.from, place.to) };
}

/** Whom the words were said to, media aside: they carry. In text order. */
export function addresseesOf(cue: Span, discourse: Discourse): Referent[] {
  const at = cueHead(cue, discourse);
  if (!at) return [];
  const { tree, head, place } = at;
  const objects = TOLD.has(tree.tokens[head]!.lemma) ? tree.childrenBy(head, 'dobj', 'iobj') : [];
  const tos = tree.childrenBy(head, 'nmod').filter((child) => hasCase(tree, child, 'to'));
  const heads = [...objects, ...tos].flatMap((child) => [child, ...tree.childrenBy(child, 'conj')]);
  const found = heads.flatMap((child) => {
    const [from, last] = tree.reach(child);
    if (isPair(tree.tokens, from, child)) return pairBefore(place.sentence, from, discourse);
    const best = bearersAt({ sentence: place.sentence, from, to: last + 1 }, child, discourse)[0];
    return best && isListener(best.referent) ? [best.referent] : [];
  });
  return [...new Set(found)];
}

function hasCase(tree: Tree, i: number, word: string): boolean {
  return tree.childrenBy(i, 'case').some((child) => tree.tokens[child]!.lemma === word);
}

/** Things described with a preposition ("to a question") are no listeners. */
function isListener({ kind, key }: Referent): boolean {
  return kind !== 'media' && !(key.startsWith('unnamed:') && kind === 'person');
}

/** The object of "accuse", "warn", "ask", which begins the content; null for other cues. */
export function complementStart(cue: Span, discourse: Discourse): number | null {
  const at = cueHead(cue, discourse);
  if (!at || !WHOLE_COMPLEMENT.has(at.tree.tokens[at.head]!.lemma)) return null;
  const [object] = at.tree.childrenBy(at.head, 'dobj', 'iobj');
  if (object === undefined || object < at.head) return null;
  return at.tree.tokens[at.tree.reach(object)[0]]!.start;
}
