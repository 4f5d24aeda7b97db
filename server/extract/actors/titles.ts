import type { Span, Token } from '../nlp/index.ts';
import { stateEndingAt } from './country.ts';
import type { Naming, Referent } from './referent.ts';
import { isRoleNoun, isTitlePart } from './role-words.ts';
import { ADDRESS, isRole, roleOf } from './roles.ts';
import type { Description } from './description.ts';
import { officeBefore } from './joined-offices.ts';
import { isNamedRegion, isPortfolio } from './title-runs.ts';

/** Longest title before a name, in tokens. */
const LONGEST_TITLE = 8;

/** "then-Russian". */
export function hyphenated({ word }: Token): ReturnType<typeof stateEndingAt> {
  const [, last] = /^(?:then|ex|former)-(.+)$/i.exec(word) ?? [];
  return last ? stateEndingAt([{ word: last }], 0) : null;
}

/** The role noun with the words that make it up: "Defence Minister", "minister of defense". */
export function roleWords(
  tokens: readonly Token[],
  { from, noun, end }: Description,
): { from: number; to: number } {
  let start = noun;
  while (
    start > from &&
    /^(?:JJ|NN|VBG)/.test(tokens[start - 1]!.tag) &&
    !stateEndingAt(tokens, start - 1) &&
    tokens[start - 1]!.entity !== 'LOCATION' &&
    !isNamedRegion(tokens, start - 1) &&
    !hyphenated(tokens[start - 1]!)
  )
    start--;
  let to = isGeneralOffice(tokens, noun + 1) ? noun + 2 : noun + 1;
  const staff = staffNamed(tokens, noun);
  if (staff !== null) return { from: start, to: staff };
  const ofState = stateStartingAt(tokens, to + 1);
  if (
    /^(?:vice-)?minister$/.test(tokens[noun]!.lemma) &&
    /^(?:of|for)$/.test(tokens[to]?.lemma ?? '') &&
    !ofState &&
    !(noun > start && isPortfolio(tokens, start, noun))
  ) {
    to += tokens[to + 1]?.word === 'the' ? 2 : 1;
    while (to < end && /^(?:JJ|NN|CC)/.test(tokens[to]!.tag)) to++;
  } else if (
    /^(?:of|for)$/.test(tokens[to]?.lemma ?? '') &&
    (tokens[noun]!.lemma === 'secretary' ? /^NNP?$/ : /^NN$/).test(tokens[to + 1]?.tag ?? '') &&
    to + 1 < end
  )
    to += 2;
  return { from: start, to: Math.min(to, Math.max(end, noun + 1)) };
}

/** "Chief of the Defence Staff", "Chief of Defence": past whose chief commands all forces of a state. */
function staffNamed(tokens: readonly Token[], noun: number): number | null {
  if (tokens[noun]!.lemma !== 'chief' || tokens[noun + 1]?.word !== 'of') return null;
  const at = tokens[noun + 2]?.word === 'the' ? noun + 3 : noun + 2;
  if (!/^defen[cs]e$/i.test(tokens[at]?.word ?? '')) return null;
  return /^staff$/i.test(tokens[at + 1]?.word ?? '') ? at + 2 : at + 1;
}

/** "Defence Minister of | Latvia", "of | the United States". */
function stateStartingAt(tokens: readonly Token[], at: number): boolean {
  const from = tokens[at]?.word === 'the' ? at + 1 : at;
  return [from, from + 1, from + 2].some(
    (last) => last < tokens.length && stateEndingAt(tokens, last)?.from === from,
  );
}

export function spanOver(
  tokens: readonly Token[],
  naming: Naming,
  { from, end }: Pick<Description, 'from' | 'end'>,
): Span {
  return {
    start: Math.min(naming.start, tokens[from]!.start),
    end: Math.max(naming.end, tokens[Math.max(from, end - 1)]!.end),
  };
}

/**
 * "Belarusian President", "Ukrainian military analyst" before a name; with a comma between them
 * only what belongs to somebody: "Ukraine's president,", "its spokesperson,", "the UN envoy,".
 */
export function titleBefore(tokens: readonly Token[], { from, to }: Naming): Description | null {
  const past = pastRanks(tokens, from);
  return titleEndingAt(tokens, { from: past, to }) ?? titleEndingAt(tokens, { from, to });
}

/** "Polish Deputy Premier and | Defence Minister X": the office joined to the title right before a name. */
export function titleJoinedTo(
  tokens: readonly Token[],
  { to }: Naming,
  title: Description,
): Description | null {
  return officeBefore(tokens, { from: title.to, to }, title, (noun) =>
    titleStart(tokens, noun, noun),
  );
}

/** Back over the rank in "the chairman of the board, | Gen. X", "minister of defence | Gen. Y", "the minister of Chad | Mr. Z". */
function pastRanks(tokens: readonly Token[], name: number): number {
  let at = name;
  while (at > 0 && isRankOrAddress(tokens[at - 1]!) && !isGeneralOffice(tokens, at - 1)) at--;
  const office = at < name && tokens[at - 1]?.tag !== 'DT' ? roleEnd(tokens, at) : null;
  const told = office !== null && office.noun < at - 1;
  return told || tokens[at - 1]?.word === ',' || stateEndingAt(tokens, at - 1) ? at : name;
}

function isRankOrAddress({ lemma }: Token): boolean {
  return RANK.test(roleOf(lemma)) || ADDRESS.has(lemma.replace('.', ''));
}

function titleEndingAt(
  tokens: readonly Token[],
  { from: name, to }: Pick<Naming, 'from' | 'to'>,
): Description | null {
  // "The head of the agency | (X)"
  const bracketed = tokens[name - 1]?.word === '(' && tokens[to]?.word === ')';
  const comma = bracketed || tokens[name - 1]?.word === ',';
  const end = roleEnd(tokens, comma ? name - 1 : name);
  const last = end === null ? -1 : pastRank(tokens, end.noun);
  const noun = comma ? (servedBy(tokens, last) ?? last) : last;
  const token = tokens[noun];
  if (!token || end === null || !isRole(token.lemma)) return null;
  if (!isRoleNoun(token)) return null;
  let from = titleStart(tokens, noun, noun);
  // Past a short form: "Security Service (SIS) Director".
  if (tokens[from - 1]?.word === ')' && tokens[from - 3]?.word === '(')
    from = titleStart(tokens, from - 3, noun);
  const found = { from, to: name, noun, end: end.to };
  // "The ministers of Estonia, | X, Latvia, Y": one alone is not called so.
  const one = tokens.slice(Math.max(0, from - 4), from + 1).some(({ word }) => /^one$/i.test(word));
  if (comma && !one && /^NNP?S$/.test(token.tag)) return null;
  if (!comma || isOwned(tokens, found)) return found;
  const first = officeBefore(tokens, { from: name, to }, found, (at) => titleStart(tokens, at, at));
  return first && isOwned(tokens, { ...first, to: name }) ? found : null;
}

/** Whether words before a comma and a name tell whose the title is: "Ukraine's president,", "its spokesperson,". */
function isOwned(tokens: readonly Token[], { from, noun, to: name }: Description): boolean {
  const { lemma } = tokens[noun]!;
  // "The | newly | elected president,"
  const before = /^(?:newly|recently)$/.test(tokens[from - 1]?.word ?? '') ? from - 2 : from - 1;
  return (
    /^(?:counterpart|colleague)$/.test(lemma) ||
    /^(?:DT|PRP\$)$/.test(tokens[before]?.tag ?? '') ||
    (from === 0 && stateEndingAt(tokens, from) !== null) ||
    // "EU Special Representative for Yemen, | X,"
    (from === 0 && noun > 0 && tokens[0]!.entity === 'ORGANIZATION') ||
    (from === 0 && isOfState(tokens, lemma === 'minister' ? noun : -1, name - 1)) ||
    // "The Ambassador of Chile, X; | Ambassador of Peru, Y; and"
    (/^[;:]$/.test(
      tokens[from - 1]?.word === 'and' ? tokens[from - 2]!.word : (tokens[from - 1]?.word ?? ''),
    ) &&
      isOfState(tokens, /^(?:ambassador|minister|president)$/.test(lemma) ? noun : -1, name - 1)) ||
    tokens.slice(from, noun).some(({ tag, word }) => tag === 'POS' || /^['’]s?$/.test(word))
  );
}

/** "Minister of Defence of Norway | , X": an office whose last words are its state's name. */
function isOfState(tokens: readonly Token[], noun: number, end: number): boolean {
  const state = noun < 0 ? null : stateEndingAt(tokens, end - 1);
  return state?.form === 'name' && /^(?:of|the)$/.test(tokens[state.from - 1]?.word ?? '');
}

/** "An adviser to the Ukrainian leader, | X": who serves the holder of a role; null where nobody is told of. */
function servedBy(tokens: readonly Token[], noun: number): number | null {
  let at = noun - 1;
  while (at > 0 && /^(?:JJ|NN|POS)/.test(tokens[at]!.tag)) at--;
  if (tokens[at]?.tag !== 'DT' || !/^(?:to|for|of)$/.test(tokens[at - 1]?.word ?? '')) return null;
  return isRole(tokens[at - 2]?.lemma ?? '') ? at - 2 : null;
}

const RANK =
  /^(?:rear|prince|princess|sheikh|cardinal|bishop|general|colonel|admiral|captain|major|lieutenant|marshal|brigadier|(?:major|lieutenant|colonel|brigadier)-general|lieutenant-colonel|(?:vice|rear)-admiral)$/;

/** "Commander-in-Chief General X", "Spokesperson Colonel X": the office, not the rank. */
function pastRank(tokens: readonly Token[], noun: number): number {
  let at = noun;
  while (RANK.test(roleOf(tokens[at]!.lemma)) && at > 0 && isRole(tokens[at - 1]!.lemma)) at--;
  return at;
}

/** "Secretary General", "Attorney General": the word is no rank but part of the office. */
function isGeneralOffice(tokens: readonly Token[], at: number): boolean {
  return (
    tokens[at]?.lemma.toLowerCase() === 'general' &&
    GENERAL_OFFICE.test(tokens[at - 1]?.lemma.toLowerCase() ?? '')
  );
}

const GENERAL_OFFICE =
  /^(?:secretary|attorney|prosecutor|director|solicitor|inspector|governor|consul|auditor|comptroller|surgeon|advocate)$/;

function titleStart(tokens: readonly Token[], at: number, noun: number): number {
  let from = at;
  while (from > 0 && noun - from < LONGEST_TITLE) {
    if (!isPartOfTitle(tokens, from - 1) && !isNewly(tokens, from - 1)) break;
    from--;
  }
  return from;
}

/** "Norway's | recently | appointed ambassador". */
const isNewly = (tokens: readonly Token[], at: number) =>
  /^(?:newly|recently|just|freshly)$/.test(tokens[at]!.word) && tokens[at + 1]!.tag === 'VBN';

function isPartOfTitle(tokens: readonly Token[], i: number): boolean {
  const joins = /^(?:and|of)$/.test(tokens[i]!.word) && tokens[i]!.entity === 'ORGANIZATION';
  return isTitlePart(tokens[i]!) || joins;
}

/** The role noun that ends before a place, past what it is of: "Secretary of State", "minister for trade". */
function roleEnd(tokens: readonly Token[], at: number): { noun: number; to: number } | null {
  // Past a short form: "analyst of the Institute (BISS) | Ann Lee".
  const end = tokens[at - 1]?.word === ')' && tokens[at - 3]?.word === '(' ? at - 3 : at;
  const last = tokens[end - 1];
  // "Supreme Allied Commander | Europe"
  if (/^(?:Europe|Transformation)$/.test(last?.word ?? '') && tokens[end - 2]?.word === 'Commander')
    return { noun: end - 2, to: end };
  // "A spokesman for | X" is not X.
  if (!last || /^(?:of|for|to|on|and)$/.test(last.lemma)) return null;
  if (isRole(last.lemma)) return { noun: end - 1, to: end };
  for (let i = end - 1; i > 0 && end - i <= LONGEST_COMPLEMENT; i--) {
    const { lemma, tag, word } = tokens[i]!;
    // "Chairman of the Security Committee | (KGB) | of Belarus"
    if (isInBrackets(tokens, i)) continue;
    if (/^(?:of|for|to|on)$/.test(lemma) && isRole(tokens[i - 1]!.lemma)) {
      const named = tokens
        .slice(i + 1, end)
        .some((token) => token.tag.startsWith('NN') && !isRankOrAddress(token));
      return named ? { noun: i - 1, to: end } : null;
    }
    // "Ambassador | Extraordinary and Plenipotentiary | of Belarus"
    if (/^Extraordinary$/i.test(word) && isRole(tokens[i - 1]!.lemma))
      return { noun: i - 1, to: end };
    const posted = /^(?:in|at)$/.test(word) ? postedBefore(tokens, i) : null;
    if (posted !== null) return { noun: posted, to: end };
    // "The head of the World Food Programme | in eastern Peru"
    const named = /^\p{Lu}/u.test(tokens[i - 1]!.word);
    if (word === 'in' && named && tokens.slice(i + 1, end).every(isPlaceWord)) continue;
    const inName = tokens[i]!.entity === 'ORGANIZATION' && /^\p{Lu}/u.test(word);
    if (inName || /^(?:["“”«»]|FW)$/u.test(tag === 'FW' ? tag : word)) continue;
    if (
      !/^(?:NN|JJ|DT|IN|CC|POS|TO|VBG)/.test(tag) ||
      /^(?:with|by|in|at|on|that|after|before|since|under)$/i.test(word)
    )
      return null;
  }
  return null;
}

/** One of the three tokens of a short form: "(KGB)". */
const isInBrackets = (tokens: readonly Token[], at: number) =>
  [at, at + 1, at + 2].some(
    (close) =>
      tokens[close]?.word === ')' &&
      tokens[close - 2]?.word === '(' &&
      /^\p{Lu}{2,8}$/u.test(tokens[close - 1]!.word),
  );

const isPlaceWord = ({ tag, entity }: Token) =>
  entity === 'LOCATION' || /^(?:JJ|DT)$/.test(tag) || tag === 'POS';

/** "Ambassador | in Pristina", "ambassador of the United States | in Poland". */
function postedBefore(tokens: readonly Token[], at: number): number | null {
  if (POSTED.test(tokens[at - 1]!.lemma)) return at - 1;
  const sender = stateEndingAt(tokens, at - 1)?.from ?? -1;
  const of = tokens[sender - 1]?.word === 'the' ? sender - 2 : sender - 1;
  const posted = tokens[of]?.word === 'of' && POSTED.test(tokens[of - 1]?.lemma ?? '');
  return posted ? of - 1 : null;
}

/** Who is posted somewhere: "Germany's ambassador in Pristina,". */
const POSTED =
  /^(?:ambassador|envoy|consul|representative|correspondent|commander|governor|colleague|counterpart)$/;

/** Longest complement of a role before a name, its preposition included, in tokens. */
const LONGEST_COMPLEMENT = 16;

/** "Hungary's Viktor Orban": the state whose somebody is. */
export function ownerOf(tokens: readonly Token[], name: number): string | null {
  if (!/^['’]s?$/.test(tokens[name - 1]?.word ?? '')) return null;
  const owner = stateEndingAt(tokens, name - 2);
  return owner?.form === 'name' ? owner.state : null;
}

/** "Mr. X", "Queen X", "his daughter, X,": what the words before a name tell. */
export function genderBefore(
  tokens: readonly Token[],
  { from: name, to }: Pick<Naming, 'from' | 'to'>,
): Referent['gender'] {
  const set = tokens[name - 1]?.word === ',' && /^[,.]$/.test(tokens[to]?.word ?? '');
  const kin = tokens[set ? name - 2 : name - 1]?.lemma ?? '';
  if (/^(?:daughter|wife|mother|sister|widow|niece|aunt|granddaughter|grandmother)$/.test(kin))
    return 'female';
  if (/^(?:son|husband|father|brother|widower|nephew|uncle|grandson|grandfather)$/.test(kin))
    return 'male';
  const form = tokens[name - 1]?.word.replace('.', '').toLowerCase() ?? '';
  if (/^(?:mr|sir|lord|king|prince|pope)$/.test(form)) return 'male';
  return /^(?:ms|mrs|miss|madam|lady|queen|princess)$/.test(form) ? 'female' : null;
}
