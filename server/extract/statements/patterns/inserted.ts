import type { Attribution } from '../../attribution/index.ts';
import type { Discourse } from '../../actors/coreference.ts';
import { namingsOfSentence } from '../../actors/naming-index.ts';
import type { Token } from '../../nlp/index.ts';
import { placeOf } from '../../text/place.ts';
import type { Tree } from '../../text/tree.ts';
import { clauseEnd, hasFinite, type Parts } from './shape.ts';

/** Longest insertion, in tokens. */
const LONGEST = 9;
/** Forms of verbs that stand so; the parser takes many for nouns ("the embassy in Riga insists"). */
const SAYS =
  /^(?:say|tell|insist|maintain|argue|claim|contend|believe|think|warn|explain|note|add|admit|predict|concede|stress|reckon|suggest|recall|complain|caution|assert|hold|write|report|estimate|announce|declare|confirm|observe|remark|point|posit|suspect|guarantee|assure|promise|joke|fear|lament|quip|allege|calculate|conclude|emphasi[sz]e|underline|agree|find|caution|counter)(?:s|d|ed)?$|^(?:said|told|thought|held|wrote|found|argued|denied|denies|cautioned|believes)$/;

/** "The flights, its mission to the UN insists, carried medicine", "The money, says the firm, is gone". */
export function inserted(tree: Tree): Parts[] {
  const { tokens } = tree;
  for (let comma = 1; comma < tokens.length - 4; comma++) {
    if (!/^(?:[,(—–-]|-LRB-|--)$/u.test(tokens[comma]!.word)) continue;
    const end = closingMark(tokens, comma);
    const found = end === null ? null : clauseWithin(tokens, comma + 1, end);
    if (end === null || !found) continue;
    const past = found.cue![0] < found.source[0] ? pastApposition(tree, end) : end;
    if (!hasFinite(tree, past + 1, tokens.length)) continue;
    if (isQuotedBefore(tokens, comma)) return [];
    const more = [past + 1, clauseEnd(tree, past + 1)] as const;
    if (more[1] - more[0] < 2) continue;
    const first = pastConjunction(tokens);
    if (comma - first < 1) continue;
    return [{ shape: 'inserted', ...found, content: [first, comma], more }];
  }
  return [];
}

/**
 * "That silence, argues | Ann Lee, was deliberate" with the silence taken for who argues: the insertion
 * tells better.
 */
export function isTurned({ source, cue, content }: Attribution, discourse: Discourse): boolean {
  const [subject, verb, words] = [source[0], cue[0], content[0]];
  if (!subject || !verb || !words || subject.end > verb.start || words.start < verb.end)
    return false;
  const place = placeOf(discourse.parsed, verb);
  const tokens = place ? discourse.trees[place.sentence]!.tokens : [];
  const named =
    place &&
    namingsOfSentence(discourse.namings, place.sentence).find(({ from }) => from === place.to);
  return (
    tokens[(place?.from ?? 0) - 1]?.word === ',' &&
    named?.referent.kind === 'person' &&
    tokens[named.to]?.word === ',' &&
    words.start === named.start
  );
}

/** Of the verbs those that "it" shares with no thing: "it found", "it holds". */
const OF_BODIES = /^(?:say|add|note|warn|stresse?|insist|argue|claim)(?:s|ed|d)$|^said$/;

/** The comma, dash or bracket that closes what one of the same kind opens. */
function closingMark(tokens: readonly Token[], opening: number): number | null {
  const { word } = tokens[opening]!;
  const closes = /^(?:\(|-LRB-)$/.test(word)
    ? /^(?:\)|-RRB-)$/
    : word === ','
      ? /^,$/
      : /^(?:[—–-]|--)$/u;
  for (let i = opening + 2; i < tokens.length && i - opening <= LONGEST + 1; i++)
    if (closes.test(tokens[i]!.word)) return i;
  return null;
}

/** A speaker and a verb of saying that fill the tokens between two commas. */
function clauseWithin(
  tokens: readonly Token[],
  from: number,
  to: number,
): Pick<Parts, 'source' | 'cue' | 'lemma'> | null {
  const [first, last] = [tokens[from]!, tokens[to - 1]!];
  // "The toll, it added, could rise": a body that was told of before.
  const again = to - from === 2 && first.word === 'it' && OF_BODIES.test(last.word);
  const after =
    again || (SAYS.test(last.word) && to - from > 1 && isSpeaker(tokens.slice(from, to - 1)));
  if (after) return { source: [from, to - 1], cue: [to - 1, to], lemma: last.lemma };
  const on = last.word === 'on' ? tokens[to - 2] : undefined;
  if (
    on &&
    /^(?:went|goes|carried)$/.test(on.word) &&
    to - from > 2 &&
    isSpeaker(tokens.slice(from, to - 2))
  )
    return { source: [from, to - 2], cue: [to - 2, to], lemma: 'continue' };
  // "Finds the version plausible" tells of no speaker: a phrase for one ends in a noun.
  const before =
    SAYS.test(first.word) &&
    /^VB[ZD]$/.test(first.tag) &&
    /^(?:NN|PRP|CD)/.test(last.tag) &&
    isSpeaker(tokens.slice(from + 1, to));
  return before ? { source: [from + 1, to], cue: [from, from + 1], lemma: first.lemma } : null;
}

/** "Argues Ann Lee, | a fellow at the centre, | was deliberate": to the comma after what the speaker is. */
function pastApposition(tree: Tree, comma: number): number {
  const { tokens } = tree;
  if (!/^(?:an?|the|of|from|at)$/.test(tokens[comma + 1]?.word ?? '')) return comma;
  const next = tokens.findIndex(({ word }, i) => i > comma + 1 && word === ',');
  const apposed = next > 0 && next - comma <= LONGEST_APPOSITION;
  return apposed && !hasFinite(tree, comma + 1, next) ? next : comma;
}

/** In tokens. */
const LONGEST_APPOSITION = 16;

function isSpeaker(tokens: readonly Token[]): boolean {
  const [first] = tokens;
  if (!first || !/^(?:DT|PRP\$?|JJ|NN|CD)/.test(first.tag)) return false;
  if (/^(?:I|we|you|one|it|this|that|which|who|some|many)$/i.test(first.word)) return false;
  return tokens.every(
    ({ tag, word }) => /^(?:DT|PRP\$?|JJ|NN|CD|POS|IN|TO|CC)/.test(tag) || word === '&',
  );
}

/** "But the money, he says, ...": the conjunction is the document's. */
function pastConjunction(tokens: readonly Token[]): number {
  if (/^(?:but|and|yet|so)$/i.test(tokens[0]!.word)) return 1;
  return tokens[0]!.tag === 'RB' && tokens[1]?.word === ',' ? 2 : 0;
}

function isQuotedBefore(tokens: readonly Token[], at: number): boolean {
  return tokens.slice(0, at).some(({ word }) => /^["“”«»]$/u.test(word));
}
