import type { Token } from '../nlp/index.ts';
import type { Place } from '../text/place.ts';
import type { Discourse } from './coreference.ts';
import { countryWithin } from './country.ts';
import { namingsOfSentence } from './naming-index.ts';
import { possessedName, possessorOf } from './nominals.ts';
import type { Referent } from './referent.ts';
import { bodyKind, isRole } from './roles.ts';

/**
 * A group or person named as the text words it: "Western officials", "political analyst from
 * Ukraine"; "his lawyer" after whose it is: "Ali Can's lawyer". Null when the words hold no name.
 */
export function unnamedReferent(
  place: Place,
  head: number,
  plural: boolean,
  discourse: Discourse,
): Referent | null {
  const { cast, trees, parsed } = discourse;
  const { tokens } = trees[place.sentence]!;
  const whose = possessorOf(place, head, discourse);
  const start = descriptionStart(tokens, whose ? whose.past : Math.min(place.from, head), head);
  const within = descriptionEnd(tokens, start, head, place.to);
  // "Experts of the Institute for the Study | of War": no name is cut.
  const cut = namingsOfSentence(discourse.namings, place.sentence).find(
    (naming) => naming.from < within && naming.to > within && naming.to <= place.to,
  );
  const end = cut?.to ?? within;
  const words = parsed.text.slice(tokens[start]!.start, tokens[end - 1]!.end);
  const name = words.replace(/\s+/gu, ' ').replace(/^["“«]+|["”»]+$/gu, '');
  if (!/\p{L}{2}/u.test(name)) return null;
  const country = countryWithin(tokens, start, end);
  const { lemma } = tokens[head]!;
  // "Ukrainian intelligence" is nobody in person
  const body = lemma === 'intelligence' || bodyKind(lemma) !== null;
  const kind = plural || (!isRole(lemma) && body) ? 'group' : 'person';
  if (!whose) return cast.unnamed(lowerFirst(name, tokens[start]!), kind, country);
  const state = whose.owner && /^state:(.+)$/.exec(whose.owner.key)?.[1];
  const possessed = possessedName(whose, name, isRole(lemma), cast);
  return cast.unnamed(possessed, kind, country ?? state ?? null);
}

/** Past the articles and quantifiers that a description begins with. */
function descriptionStart(tokens: readonly Token[], from: number, head: number): number {
  let start = from;
  while (start < head && isLeading(tokens[start]!)) start++;
  return start;
}

/** Where a description ends, exclusive: before a clause, a quotation, a day or a break, and on no loose word. */
function descriptionEnd(
  tokens: readonly Token[],
  start: number,
  head: number,
  limit: number,
): number {
  let end = head + 1;
  while (
    end < limit &&
    end - start < LONGEST_DESCRIPTION &&
    !isDated(tokens, end) &&
    !HOW_ONE_SPOKE.test(tokens[end]!.word) &&
    !opensClause(tokens, end) &&
    !/^(?:,|W|VB(?![NG])|MD|:|PRP$|\.|``|''|-LRB-|\()/.test(tokens[end]!.tag)
  )
    end++;
  while (end > head + 1 && /^(?:IN|CC|DT|TO|PRP\$|RB|POS)/.test(tokens[end - 1]!.tag)) end--;
  return end;
}

/** Longest description of an unnamed group that reads as a name, in tokens. */
const LONGEST_DESCRIPTION = 8;

/** Quantifiers and articles, which are no part of a description. */
const LEADING =
  /^(?:the|an?|some|several|many|other|others|most|few|a few|all|these|those|both|two|three|certain|various|multiple|numerous|more|any|least|about|nearly|almost|roughly)$/i;
function isLeading({ word, tag }: Token): boolean {
  return LEADING.test(word) || /^(?:IN|TO|,)$/.test(tag);
}

/** "(Supporters) that they will win", "(moderators) of asking too much", "(an audit) found that". */
function opensClause(tokens: readonly Token[], at: number): boolean {
  const { word, tag } = tokens[at]!;
  if (tag === 'VBN' && tokens[at + 1]?.word === 'that') return true;
  // "Six herdsmen | abducted by gunmen", "a group of troops | arrived"
  if (tag === 'VBN' && DEEDS.test(word)) return true;
  const asked = word === 'of' && tokens[at + 1]?.tag === 'VBG';
  return word === 'that' || (asked && tokens[at - 1]!.tag.startsWith('NN'));
}

const DEEDS =
  /^(?:abducted|kidnapped|killed|wounded|injured|shot|attacked|captured|seized|arrested|detained|rescued|recovered|arrived|entered|returned|crossed|fled)$/;

/** "(three Iranian companies) on Thursday": the day is no part of who they are. */
function isDated(tokens: readonly Token[], at: number): boolean {
  const day = tokens[at]!.tag === 'IN' ? tokens[at + 1] : tokens[at];
  return day !== undefined && DAY.test(day.word);
}

/** "Residents | reached by telephone": no part of who they are. */
const HOW_ONE_SPOKE =
  /^(?:interviewed|reached|contacted|quoted|cited|approached|polled|questioned|speaking)$/;

const DAY =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December|yesterday|today)$/;

/** "Analysts" at a sentence's start is "analysts"; a name keeps its capital. */
function lowerFirst(name: string, { tag, entity, lemma, word }: Token): string {
  const common =
    entity === null &&
    /^(?:NN|NNS|JJ|DT|RB|CD)$/.test(tag) &&
    lemma !== word &&
    !/^\p{Lu}.*[\p{Lu}\p{N}]/u.test(word);
  return common && !/^(?:Western|Eastern|Northern|Southern|European|African|Asian|Arab)/.test(name)
    ? name.charAt(0).toLowerCase() + name.slice(1)
    : name;
}
