import { bearersAt } from '../actors/bearers.ts';
import type { Discourse } from '../actors/coreference.ts';
import { isPair, pairBefore } from '../actors/pairs.ts';
import type { Referent } from '../actors/referent.ts';
import { bodyKind } from '../actors/roles.ts';
import type { Span } from '../nlp/index.ts';
import { placeOf, type Place } from '../text/place.ts';
import type { Tree } from '../text/tree.ts';

/** Verbs whose object is who is spoken to. */
const TOLD = new Set(
  'tell warn ask urge inform remind assure order advise notify implore beg promise threaten brief address thank instruct invite congratulate greet call'.split(
    ' ',
  ),
);
/** Verbs whose object belongs to what is said (codebook: "the whole complement"). */
const WHOLE_COMPLEMENT = new Set(
  'warn ask urge accuse blame order invite implore beg call thank praise criticise criticize condemn'.split(
    ' ',
  ),
);

/** Verbs of which "to" tells no listener: of what is judged, cited or likened. */
const UNHEARD = new Set(
  'dismiss reject compare liken refer cite quote attribute object react describe call see write'.split(
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

/**
 * Whom the words were said to, media aside: they carry. In text order.
 * @param via who carried the words
 */
export function addresseesOf(
  cue: Span,
  speaker: Referent,
  via: readonly Referent[],
  discourse: Discourse,
): Referent[] {
  const at = cueHead(cue, discourse);
  if (!at) return [];
  const { tree, head, place } = at;
  const objects = TOLD.has(tree.tokens[head]!.lemma) ? spokenTo(tree, head) : [];
  const [nearest] = (
    UNHEARD.has(tree.tokens[head]!.lemma) ? [] : tree.childrenBy(head, 'nmod')
  ).filter((child) => hasCase(tree, child, 'to') && !isInPhrase(tree, child));
  const tos = nearest === undefined ? [] : [nearest];
  const heads = [...objects, ...tos, ...facing(tree, head)].flatMap((child) => [
    child,
    ...tree.childrenBy(child, 'conj'),
  ]);
  const found = heads.flatMap((child) => {
    const [from, last] = tree.reach(child);
    if (isPair(tree.tokens, from, child)) return pairBefore(place.sentence, from, discourse);
    const range = { sentence: place.sentence, from, to: endOfListener(tree, child, last) + 1 };
    const best = bearersAt(range, child, discourse).find(
      ({ referent }) => referent !== speaker && !via.includes(referent),
    );
    return best && isListener(best.referent) ? [best.referent] : [];
  });
  return [...new Set(found)];
}

/** "With reference to Minsk", "in response to the drills": the words before "to" tell no listener. */
function isInPhrase(tree: Tree, child: number): boolean {
  const to = tree.childrenBy(child, 'case').find((i) => tree.tokens[i]!.lemma === 'to');
  return PHRASES.test(tree.tokens[(to ?? 0) - 1]?.lemma ?? '');
}

const PHRASES =
  /^(?:reference|regard|respect|relation|response|reply|answer|addition|contrast|opposed|due|thank|thanks|prior|next|close|according|connection|similar|contrary|refer|belong|lead|visit|trip|journey|return|flight|ambassador|envoy|threat|alternative|solution|damage|aid|support|commitment)$/;

/** "Speaking to generals in Minsk, he boasted that", "addressing the council": who stood before the speaker. */
function facing(tree: Tree, head: number): number[] {
  return tree.childrenBy(head, 'advcl').flatMap((clause) => {
    const { lemma, tag } = tree.tokens[clause]!;
    if (tag !== 'VBG') return [];
    if (lemma === 'address') return tree.childrenBy(clause, 'dobj');
    if (!/^(?:speak|talk)$/.test(lemma)) return [];
    return tree.childrenBy(clause, 'nmod').filter((child) => hasCase(tree, child, 'to'));
  });
}

/** The object of telling; of "called on X" what follows; "urged X to go" where the parser hung X on "go". */
function spokenTo(tree: Tree, head: number): number[] {
  const { lemma } = tree.tokens[head]!;
  if (lemma === 'call')
    return tree
      .childrenBy(head, 'nmod')
      .filter((child) => hasCase(tree, child, 'on') || hasCase(tree, child, 'upon'));
  const objects = tree.childrenBy(head, 'dobj', 'iobj');
  if (objects.length > 0) return objects;
  return tree
    .childrenBy(head, 'xcomp', 'ccomp')
    .filter((verb) => tree.childrenBy(verb, 'mark').some((i) => tree.tokens[i]!.word === 'to'))
    .flatMap((verb) => tree.childrenBy(verb, 'nsubj').filter((i) => i > head && i < verb));
}

/** "Told journalists | the memorandum provides": a clause that the parser hung on the listener. */
function endOfListener(tree: Tree, child: number, last: number): number {
  const hung = tree
    .children(child)
    .find((i) => i > child && /^(?:acl|ccomp|advcl|dep|parataxis)$/.test(tree.relation(i)));
  return hung === undefined ? last : Math.max(child, Math.min(last, tree.reach(hung)[0] - 1));
}

function hasCase(tree: Tree, i: number, word: string): boolean {
  return tree.childrenBy(i, 'case').some((child) => tree.tokens[child]!.lemma === word);
}

/** Things described with a preposition ("to a question") are no listeners. */
function isListener({ kind, key, name }: Referent): boolean {
  if (OWN.test(name)) return false;
  // "The channel", whatever it is called
  if (key.startsWith('unnamed:') && bodyKind(lastWord(name)) === 'media') return false;
  return kind !== 'media' && !(key.startsWith('unnamed:') && kind === 'person');
}

const lastWord = (name: string) => name.split(' ').at(-1)!;

/** "Told our website": the document itself. */
const OWN = /^(?:our|my|this) /i;

/** The object of "accuse", "warn", "ask", which begins the content; null for other cues. */
export function complementStart(cue: Span, discourse: Discourse): number | null {
  const at = cueHead(cue, discourse);
  if (!at || !WHOLE_COMPLEMENT.has(at.tree.tokens[at.head]!.lemma)) return null;
  const [object] = at.tree.childrenBy(at.head, 'dobj', 'iobj');
  if (object === undefined || object < at.head) return null;
  // "Warned the council that ...": the clause alone is what was said.
  const { tokens } = at.tree;
  const after = tokens.findIndex(
    ({ word, tag }, i) => i > object && word === 'that' && /^(?:IN|WDT)$/.test(tag),
  );
  const told = /^warn/.test(tokens[at.head]!.lemma) && after > 0 && after - object < 6;
  if (told && !tokens.slice(object, after).some(({ tag }) => /^(?:VB|,)/.test(tag))) return null;
  return at.tree.tokens[at.tree.reach(object)[0]]!.start;
}
