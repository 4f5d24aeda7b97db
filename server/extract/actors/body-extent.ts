import { monthOf, weekdayNamed } from '../dates/calendar.ts';
import { lookUp } from '../gazetteer/index.ts';
import type { Token } from '../nlp/index.ts';
import { stateEndingAt } from './country.ts';
import type { Run } from './found.ts';
import { bodyKind } from './roles.ts';
import { isRoleModifier, isTitleWord, OPENS_TITLE } from './title-runs.ts';

/** "King's | College": a bare noun for a body whose name begins with a possessor; not a state's or a person's. */
export function isOwned(tokens: readonly Token[], { from, to }: Run): boolean {
  const { word } = tokens[from]!;
  const owner = tokens[from - 2];
  return (
    to === from + 1 &&
    /^\p{Lu}/u.test(word) &&
    bodyKind(word) !== null &&
    tokens[from - 1]?.tag === 'POS' &&
    owner?.tag === 'NNP' &&
    owner.entity !== 'PERSON' &&
    lookUp(owner.word).length === 0
  );
}

/** On over the town in "King's College | London". */
export function townEnd(tokens: readonly Token[], to: number): number {
  let end = to;
  while (tokens[end]?.tag === 'NNP' && tokens[end]!.entity === 'LOCATION') end++;
  return end;
}

/** Back over one name word that the tagger took for something else: "Andes | Economics". */
export function bodyStart(tokens: readonly Token[], from: number): number {
  const before = tokens[from - 1];
  if (/^\d{1,3}(?:st|nd|rd|th)$/.test(before?.word ?? '')) return from - 1;
  if (isForSomething(tokens, from)) return from - 2;
  // "Taiwan | Affairs Office", "Chinese | Academy of Sciences"
  if (tokens[from]!.word === 'Affairs' && before?.tag === 'NNP' && before.entity !== 'PERSON')
    return from - 1;
  const learned = /^(?:Academy|Institute)$/.test(tokens[from]!.word);
  if (learned && before?.tag === 'NNP' && stateEndingAt(tokens, from - 1)) return from - 1;
  // "South | African Institute"
  const state = stateEndingAt(tokens, from);
  if (state?.form === 'demonym' && state.from === from - 1) return from - 1;
  // "Ukrainian | News Agency"
  const agency = tokens[from]!.word === 'News' && tokens[from + 1]?.word === 'Agency';
  if (agency && stateEndingAt(tokens, from - 1)?.form === 'demonym') return from - 1;
  if (/^(?:of|for)$/.test(tokens[from]!.word))
    return before && bodyKind(before.word) !== null && /^\p{Lu}/u.test(before.word)
      ? from - 1
      : from;
  const part =
    before?.tag === 'NNP' &&
    before.end + 1 === tokens[from]!.start &&
    /^\p{Lu}\p{Ll}+$/u.test(before.word) &&
    /^\p{Lu}\p{Ll}/u.test(tokens[from]!.word) &&
    (before.entity === null || before.entityStart) &&
    from > 1 &&
    !isTitleWord(before) &&
    lookUp(before.word).length === 0 &&
    !/^\p{Lu}/u.test(tokens[from - 2]!.word) &&
    monthOf(before.word) === 0 &&
    weekdayNamed(before.word) < 0;
  if (!part) return from;
  return isForSomething(tokens, from - 1) ? from - 3 : from - 1;
}

/** "Indian | Space Research Organisation (ISRO)": back over an adjective for which the abbreviation has a letter. */
export function abbreviatedStart(tokens: readonly Token[], { from, to }: Run): number {
  const [adjective, open, short] = [tokens[from - 1], tokens[to], tokens[to + 1]];
  if (open?.word !== '(' || !adjective || !/^\p{Lu}{3,}$/u.test(short?.word ?? '')) return from;
  const initials = [adjective, ...tokens.slice(from, to)]
    .map(({ word }) => word.charAt(0))
    .filter((letter) => /\p{Lu}/u.test(letter));
  return initials.join('') === short!.word && stateEndingAt(tokens, from - 1)?.form === 'demonym'
    ? from - 1
    : from;
}

/** "Centre for | New Ideas", "Academy of | Sciences": the name begins with what kind of body it is. */
function isForSomething(tokens: readonly Token[], from: number): boolean {
  return (
    /^(?:of|for)$/.test(tokens[from - 1]?.word ?? '') &&
    FOR_SOMETHING.test(tokens[from - 2]?.word ?? '')
  );
}

const FOR_SOMETHING =
  /^(?:Centre|Center|Institute|Foundation|Council|Academy|School|Fund|Network|Forum|League|Initiative|Society|Association|Bureau)$/;

/** On over name words that the tagger left out: "Civic | Platform", "Rapid | Support | Forces". */
export function nameEnd(tokens: readonly Token[], { from, to }: Run): number {
  let end = to;
  const next = tokens[to];
  const called = tokens[from - 1]?.tag === 'NN' && isBodyNoun(tokens, from - 1);
  if (called && next?.tag === 'NNP' && tokens[to - 1]!.head === to && !isTitleWord(next)) end++;
  while (end - to < LONGEST_TAIL && isNamePart(tokens[end - 1]!, tokens[end])) end++;
  return end;
}

const LONGEST_TAIL = 4;

function isNamePart(last: Token, next: Token | undefined): boolean {
  return (
    next !== undefined &&
    /^NN/.test(next.tag) &&
    (next.entity === null || next.entity === 'ORGANIZATION') &&
    /^\p{Lu}\p{Ll}+$/u.test(next.word) &&
    /^\p{Lu}\p{Ll}+$/u.test(last.word) &&
    !isTitleWord(next) &&
    !isRoleModifier(next) &&
    !OPENS_TITLE.test(next.word) &&
    lookUp(next.word).length === 0 &&
    monthOf(next.word) === 0 &&
    weekdayNamed(next.word) < 0
  );
}

/** Lower-case nouns that end a body's name: "the Kastus Kalinouski battalion". */
export const UNITS = new Set('battalion regiment brigade division party movement'.split(' '));

export function nameStart(tokens: readonly Token[], from: number): number {
  let start = from;
  while (tokens[start - 1]?.tag === 'NNP' && tokens[start - 1]?.entity !== null) start--;
  return start;
}

export function isBodyNoun(tokens: readonly Token[], i: number): boolean {
  const { lemma } = tokens[i]!;
  return bodyKind(tokens[i - 1]?.lemma === 'think' ? 'think tank' : lemma) !== null;
}

/** Past "for Russian, European and Eurasian Studies" where a name runs on over small words. */
export function bodyEnd(tokens: readonly Token[], { from, to }: Run): number {
  let end = to;
  const mission = missionEnd(tokens, { from, to });
  if (mission !== null) return mission;
  // "Council of the | European Union"
  const article =
    tokens[end - 1]!.word === 'the' &&
    tokens[end - 2]?.word === 'of' &&
    bodyKind(tokens[end - 3]?.word ?? '') !== null;
  const hangs = article || /^(?:of|for)$/.test(tokens[end - 1]!.lemma);
  if (isUnionFor(tokens, { from, to })) return to;
  const on =
    tokens[end]?.word === 'on' &&
    ON_SOMETHING.test(tokens[end - 1]!.word) &&
    !isDay(tokens[end + 1]?.word ?? '');
  if (!hangs && !on && !/^(?:of|for)$/.test(tokens[end]?.lemma ?? '')) return to;
  let capital = article ? to - 2 : hangs ? to - 1 : to;
  for (end = to; end < tokens.length && end - from < LONGEST_NAME; end++) {
    const { word, lemma, entity } = tokens[end]!;
    // "State Authority for | Military | Industry": one word within the name is nobody's
    const within = tokens[end + 1]?.entity === 'ORGANIZATION' && entity === 'PERSON';
    const person = entity === 'PERSON' && !within && !word.includes('-');
    // "Of the Green Party, | the commission said": no name goes on there.
    const apart = word === ',' && !/^\p{Lu}/u.test(tokens[end + 1]?.word ?? '');
    // "The Assembly of Peru | G. Lund received": the initial of who comes next
    const initial = /^\p{Lu}\.$/u.test(word) && /^\p{Lu}\p{Ll}/u.test(tokens[end + 1]?.word ?? '');
    if (person || apart || initial || (lemma === 'and' && stateEndingAt(tokens, end - 1))) break;
    if (/^\p{Lu}/u.test(word)) capital = end + 1;
    else if (!/^(?:of|for|and|the|,)$/.test(lemma) && !(on && end === to)) break;
  }
  // A run that is nothing but "OF" keeps it.
  return capital > from ? pastAdjective(tokens, capital, to) : to;
}

/** "High Representative of the EU | for Foreign Affairs": what somebody is for, and no more of the union's name. */
const isUnionFor = (tokens: readonly Token[], { from, to }: Pick<Run, 'from' | 'to'>) =>
  tokens[to]?.word === 'for' &&
  lookUp(
    tokens
      .slice(from, to)
      .map(({ word }) => word)
      .join(' '),
  ).some(({ type }) => type === 'organisation');

/** "Operational Directorate | of the Ukrainian" General Staff: back over whose it is, of which the name is cut. */
function pastAdjective(tokens: readonly Token[], end: number, least: number): number {
  if (stateEndingAt(tokens, end - 1)?.form !== 'demonym') return end;
  let to = end - 1;
  while (to > least && /^(?:of|the)$/.test(tokens[to - 1]!.word)) to--;
  return to;
}

/** "UN Verification Mission | in Colombia": a union's mission is called by where it is. */
function missionEnd(
  tokens: readonly Token[],
  { from, to }: Pick<Run, 'from' | 'to'>,
): number | null {
  const named = tokens.slice(from, to).map(({ word }) => word);
  if (!/^(?:Mission|Operation)$/.test(named.at(-1) ?? '') || named.length < 3) return null;
  if (!/^(?:UN|U\.N\.|United|EU|European|OSCE|African|AU)$/.test(named[0]!)) return null;
  if (!/^(?:in|to|for)$/.test(tokens[to]?.word ?? '')) return null;
  let end = tokens[to + 1]?.word === 'the' ? to + 2 : to + 1;
  const start = end;
  while (tokens[end]?.entity === 'LOCATION' && (end === start || !tokens[end]!.entityStart)) end++;
  return end > start ? end : null;
}

const isDay = (word: string) => weekdayNamed(word) >= 0 || monthOf(word) > 0;

/** Bodies that are called by what they work on: "Research Center | on Security Policy". */
const ON_SOMETHING = /^(?:Committee|Commission|Center|Centre|Council|Institute|Project|Panel)$/;

/** In tokens. */
const LONGEST_NAME = 12;
