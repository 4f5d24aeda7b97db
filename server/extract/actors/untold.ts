import { isGivenName } from '../names/gender.ts';
import type { Span, Token } from '../nlp/index.ts';
import { placeOf, type Place } from '../text/place.ts';
import type { Tree } from '../text/tree.ts';
import type { Discourse, Possible } from './coreference.ts';
import { isPublication } from './nominal-bearers.ts';
import { surfaceOf } from './found.ts';
import { namingsIn } from './naming-index.ts';
import { ADDRESS, isRole } from './roles.ts';
import { isAgent, isSomebody } from './somebody.ts';
import { unnamedReferent } from './unnamed.ts';

/**
 * Whom a speaker's words mean where no name that was found and no description tells it: a name that
 * the tagger left out, the last speaker for a pronoun, whoever is told to have written a paper, else
 * the paper. Last resorts, none of them sure; empty for shares of a poll and for things.
 */
export function untold(phrase: Span, discourse: Discourse): Possible[] {
  const place = placeOf(discourse.parsed, phrase);
  if (!place) return [];
  const tree = discourse.trees[place.sentence]!;
  const words = tree.tokens.slice(place.from, place.to);
  if (words.some(({ word }) => SHARE.test(word))) return [];
  const head = nounAt(tree, place);
  return (
    namedLast(place, head, discourse) ??
    relative(place, head, discourse) ??
    members(place, head, discourse) ??
    unfoundName(place, head, discourse) ??
    lastOf(place, head, discourse) ??
    epithet(place, head, discourse) ??
    paper(place, head, discourse) ??
    []
  );
}

/** Words for a share of those asked: what a poll tells, and nobody's statement. */
const SHARE =
  /^(?:percent|per-cent|%|\d+%|half|third|quarter|two-thirds|three-quarters|majority)$/i;

/** The head, past a quantity: "a number of readers", "fifty of the officers". */
function nounAt(tree: Tree, { from, to }: Place): number {
  const head = tree.headOf(from, to);
  const { lemma, tag } = tree.tokens[head]!;
  if (tag !== 'CD' && !QUANTITY.test(lemma)) return head;
  const of = tree.childrenBy(head, 'nmod').find((i) => i > head && i < to);
  return of ?? head;
}

const QUANTITY =
  /^(?:number|dozen|hundred|thousand|score|pair|trio|group|couple|series|handful|one|two|several|some|many|most|few|all)$/i;

/** "GOP contender and former surgeon Ben Carson": the person whom the phrase ends in. */
function namedLast({ sentence, from, to }: Place, head: number, discourse: Discourse) {
  const { tokens } = discourse.trees[sentence]!;
  const comma = tokens.findIndex(({ word }, i) => i > head && i < to && word === ',');
  const end = comma < 0 ? to : comma;
  const last = namingsIn(discourse.namings, sentence, from, end).at(-1);
  if (last?.referent.kind !== 'person' || last.to !== end || last.from <= head) return null;
  if (/^(?:IN|TO|POS)$/.test(tokens[last.from - 1]!.tag)) return null;
  return [{ referent: last.referent, score: 0.8, reasons: ['named at the end of the phrase'] }];
}

/** "Republicans | who": whoever stands right before the relative clause. */
function relative({ sentence }: Place, head: number, discourse: Discourse): Possible[] | null {
  const { tokens } = discourse.trees[sentence]!;
  if (!/^(?:who|that|which)$/i.test(tokens[head]!.word)) return null;
  const at = tokens[head - 1]?.word === ',' ? head - 2 : head - 1;
  const [naming] =
    at < 0
      ? []
      : namingsIn(discourse.namings, sentence, 0, head).filter(
          (one) => one.from <= at && at < one.to,
        );
  if (naming)
    return [{ referent: naming.referent, score: 0.7, reasons: ['the clause follows this name'] }];
  const noun = { sentence, from: at, to: at + 1 };
  return at < 0 ? null : members(noun, at, discourse);
}

/** A name in capitals that no list or tagger knows: of a person by given name or apposition. */
function unfoundName({ sentence, from, to }: Place, head: number, discourse: Discourse) {
  const { tokens } = discourse.trees[sentence]!;
  if (!isCapital(tokens, head)) return null;
  let [first, last] = [head, head];
  while (first > from && isCapital(tokens, first - 1)) first--;
  while (last + 1 < to && isCapital(tokens, last + 1)) last++;
  while (first < last && isCalling(tokens[first]!)) first++;
  const name = surfaceOf(discourse.parsed.text, tokens.slice(first, last + 1));
  if (/^\p{Lu}+$/u.test(name) && name.length < 3) return null;
  const person =
    isGivenName(tokens[first]!.word) ||
    isAddress(tokens[first - 1]) ||
    (first < last && isApposed(tokens, last + 1));
  const { cast } = discourse;
  const known = first === last ? cast.personByWord(name)?.referent : null;
  // "CONTACT: write to us" is no name that speaks.
  if (tokens[to]?.word === ':' && !person && !known) return null;
  const referent = known ?? (person ? cast.person(name) : cast.body(name, null));
  return [{ referent, score: 0.55, reasons: ['a name in capitals'] }];
}

const isAddress = (token: Token | undefined) =>
  token !== undefined && ADDRESS.has(token.word.toLowerCase().replace(/\.$/, ''));

/** "Hacker Guccifer", "Mr. English": what somebody is called before the name. */
function isCalling(token: Token): boolean {
  const lemma = token.lemma.toLowerCase();
  return isRole(lemma) || isAddress(token) || isAgent(lemma);
}

function isCapital(tokens: readonly Token[], at: number): boolean {
  const { word, tag } = tokens[at]!;
  return /^\p{Lu}[\p{L}\p{N}.&'’-]*$/u.test(word) && /^NNPS?$/.test(tag);
}

function isApposed(tokens: readonly Token[], comma: number): boolean {
  if (tokens[comma]?.word !== ',') return false;
  return tokens.slice(comma + 1, comma + 8).some(({ lemma }) => isRole(lemma));
}

/** "She", "they", "both": the last to speak, where that can be. */
function lastOf({ sentence }: Place, head: number, discourse: Discourse): Possible[] | null {
  const { lastSpeaker, lastSpoke, trees } = discourse;
  const { word } = trees[sentence]!.tokens[head]!;
  if (!lastSpeaker || typeof lastSpoke !== 'number' || sentence - lastSpoke > NEAR) return null;
  const fits = /^(?:he|she)$/i.test(word)
    ? lastSpeaker.kind === 'person' && mayBe(lastSpeaker.gender, word)
    : /^(?:they|both)$/i.test(word) && lastSpeaker.kind !== 'person';
  return fits ? [{ referent: lastSpeaker, score: 0.4, reasons: ['the last to speak'] }] : null;
}

/** Sentences back within which a speaker is on one's mind. */
const NEAR = 5;

const mayBe = (gender: string | null | undefined, word: string) =>
  !gender || (gender === 'female') === /^she$/i.test(word);

/** "The former first lady", "a narrator": somebody by a word for people, where nobody told of is meant. */
function epithet(place: Place, head: number, discourse: Discourse): Possible[] | null {
  const { lemma, tag } = discourse.trees[place.sentence]!.tokens[head]!;
  if (!tag.startsWith('NN') || !isAgent(lemma.toLowerCase())) return null;
  return unnamed(place, head, /S$/.test(tag), 0.5, discourse);
}

/** "A number of readers", "five past and current employees": people by any word that fits some. */
function members(place: Place, head: number, discourse: Discourse): Possible[] | null {
  const { lemma, tag } = discourse.trees[place.sentence]!.tokens[head]!;
  const plural = /S$/.test(tag);
  if (!plural && !tag.startsWith('NN')) return null;
  return isSomebody(lemma, plural) ? unnamed(place, head, plural, 0.5, discourse) : null;
}

/** "A petition", "the lawsuit", "a report by X": whoever is told to have written it, else the paper. */
function paper(place: Place, head: number, discourse: Discourse): Possible[] | null {
  const { sentence, from, to } = place;
  const { tokens } = discourse.trees[sentence]!;
  const { lemma } = tokens[head]!;
  if (!isPublication(lemma) && !PAPERS.test(lemma)) return null;
  const writer = namingsIn(discourse.namings, sentence, from, to).find(
    (naming) =>
      (naming.to <= head && tokens[naming.to]?.word !== ',') ||
      /^(?:by|from)$/.test(tokens[naming.from - 1]?.word ?? ''),
  );
  if (writer) return [{ referent: writer.referent, score: 0.5, reasons: [`whose ${lemma} it is`] }];
  return unnamed(place, head, true, 0.35, discourse);
}

/** What speaks on paper beside what a body publishes. */
const PAPERS =
  /^(?:lawsuit|suit|complaint|affidavit|petition|email|e-mail|article|column|opinion|ruling|filing|transcript|book|biography|memoir|essay|op-ed|manifesto|record|cable|dispatch|dossier|footnote|manual|pamphlet|leaflet|indictment|verdict|testimony|post|ad)$/;

function unnamed(
  place: Place,
  head: number,
  plural: boolean,
  score: number,
  discourse: Discourse,
): Possible[] | null {
  const referent = unnamedReferent(place, head, plural, discourse);
  return referent && [{ referent, score, reasons: ['described and not named'] }];
}
