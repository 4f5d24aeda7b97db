import { SAYING } from '../verbs.ts';
import type { Token } from '../../nlp/index.ts';
import type { Tree } from '../../text/tree.ts';
import { isRole } from '../../actors/roles.ts';
import { isFiniteVerb } from '../../text/finite.ts';
import { closing, isSure, LONGEST_SPEAKER } from './closing.ts';
import type { Parts } from './shape.ts';

/** Verbs that close a sentence after what was said. */
const CLOSING = new Set([
  ...SAYING,
  ...'tell inform write calculate note observe recall remark underline clarify assess joke quip'.split(
    ' ',
  ),
]);

/** Tokens of the shortest clause that is told: "The convoys left". */
const SHORTEST = 3;
/** "A has happened, a lawyer for one of them said on Thursday": speaker and verb at the end. */
export function trailing(tree: Tree): Parts[] {
  const tokens = beforeMarks(tree.tokens);
  const quoted = tokens.some(({ word }) => MARK.test(word)) && !holdsScareQuotes(tokens);
  return quoted ? [] : closedIn(tokens);
}

function closedIn(tokens: readonly Token[]): Parts[] {
  for (let comma = tokens.length - 3; comma >= 2; comma--) {
    const colon = tokens[comma]!.word === ':' && /^(?:said|says)$/.test(tokens[comma + 1]!.word);
    if (tokens[comma]!.word !== ',' && !colon) continue;
    const turned = inverted(tokens, comma + 1);
    if (turned) return [{ shape: 'trailing', ...turned, content: [0, comma], lemma: 'say' }];
    const orSo = tokens[comma + 1]!.word === 'or' && tokens[comma + 2]!.word === 'so';
    const from = comma + (orSo ? 3 : 1);
    const found =
      comma < SHORTEST ? null : (closing(tokens, from, CLOSING) ?? isSure(tokens, from));
    if (!found) continue;
    // A participle will do: the tagger takes "the trains arrived on Friday" for one.
    const finite = tokens.slice(0, comma).some(({ tag }) => /^(?:VB[DPZN]|MD)$/.test(tag));
    const { verb } = found;
    const named = beforeApposition(tokens, found.source);
    const source = named ?? found.source;
    const { lemma } = tokens[verb]!;
    if (!finite || source[0] < SHORTEST + 1) return [];
    // "A, X said at a meeting, | Reuters reports": X, whom the agency carries.
    const inner = /^(?:report|write)$/.test(lemma) ? closedIn(tokens.slice(0, comma)) : [];
    if (inner.length > 0) return inner;
    const begins = Math.max(pastColon(tokens, source), pastOwnDeed(tokens, source));
    const content = [begins, beforeDescription(tokens, source) ?? source[0] - 1] as const;
    return [{ shape: 'trailing', source, cue: [verb, verb + 1], content, lemma }];
  }
  return [];
}

const MARK = /^["“”«»]$/u;

/**
 * "The head of a “special operation” was replaced, the ministry assessed": marks about words of the
 * clause, none of which opens the sentence or stands beside a comma, as those of a quotation do that its
 * speaker closes; but what something is may: "reports are “disturbing”, the ministry said".
 */
function holdsScareQuotes(tokens: readonly Token[]): boolean {
  const marks = tokens.flatMap(({ word }, i) => (MARK.test(word) ? [i] : []));
  return (
    marks.length % 2 === 0 &&
    marks.every((mark, i) => (i % 2 === 0 ? isScare(tokens, mark, marks[i + 1]!) : true))
  );
}

const isScare = (tokens: readonly Token[], open: number, close: number) =>
  open > SHORTEST &&
  close - open <= LONGEST_SCARE &&
  !/^[,:]$/.test(tokens[open - 1]!.word) &&
  tokens[close - 1]!.word !== ',' &&
  (tokens[close + 1]?.word !== ',' || tokens[open - 1]!.lemma === 'be');

/** In tokens, the opening mark among them. */
const LONGEST_SCARE = 12;

/** "They came invited, said the spokesman; | a deputy believes they came “for the gold”": up to the semicolon. */
function beforeMarks(tokens: readonly Token[]): readonly Token[] {
  const mark = tokens.findIndex(({ word }) => MARK.test(word));
  const semicolon = tokens.findIndex(({ word }) => word === ';');
  return mark >= 0 && semicolon > 0 && semicolon < mark ? tokens.slice(0, semicolon) : tokens;
}

/** "The minister did, sort of: | walls are cheap, he joked": past the clause that tells who "he" is. */
export function pastColon(tokens: readonly Token[], [from, to]: readonly [number, number]): number {
  if (to - from > 1 || tokens[from]!.tag !== 'PRP') return 0;
  return tokens.findLastIndex(({ word }, i) => i < from - 1 && word === ':') + 1;
}

/** "The two ministers, one of them Ann Lee, met; | a rig could arrive, Ms. Lee said": past what is told of whoever speaks. */
function pastOwnDeed(tokens: readonly Token[], [from, to]: readonly [number, number]): number {
  const { word, tag } = tokens[to - 1]!;
  if (!tag.startsWith('NNP')) return 0;
  const semicolon = tokens.findLastIndex((one, i) => i < from - SHORTEST && one.word === ';');
  return tokens.slice(0, Math.max(0, semicolon)).some((one) => one.word === word)
    ? semicolon + 1
    : 0;
}

/** "..., Ann Lee, | head of the department, said": the name before the description; null where none stands. */
function beforeApposition(
  tokens: readonly Token[],
  [from, to]: readonly [number, number],
): readonly [number, number] | null {
  if (tokens[to - 1]?.word !== ',') return null;
  const comma = tokens.findLastIndex(({ word }, i) => i < from - 1 && word === ',');
  const name = tokens.slice(comma + 1, from - 1);
  const short = name.length > 0 && name.length <= LONGEST_NAME;
  return comma > 0 && short && name.every(({ tag }) => /^(?:NNP|JJ|NN|DT)/.test(tag))
    ? [comma + 1, from - 1]
    : null;
}

/** "..., | the port's director, Ann Lee, said": the comma before the description; null where none stands. */
function beforeDescription(
  tokens: readonly Token[],
  [from, to]: readonly [number, number],
): number | null {
  const name = tokens.slice(from, to);
  if (
    tokens[from - 1]?.word !== ',' ||
    !name.every(({ tag, word }) => /^NNP/.test(tag) || word === ',')
  )
    return null;
  const comma = tokens.findLastIndex(({ word }, i) => i < from - 1 && word === ',');
  const description = tokens.slice(comma + 1, from - 1);
  const phrase =
    /^(?:DT|PRP\$|NNP)/.test(description[0]?.tag ?? '') &&
    description.length <= LONGEST_SPEAKER &&
    description.every(({ tag }) => /^(?:DT|PRP\$|JJ|NN|POS|IN|CC)/.test(tag)) &&
    description.some(({ tag, word }) => /^NNS?$/.test(tag) || isRole(word.toLowerCase()));
  return comma > SHORTEST && phrase ? comma : null;
}

/** In tokens, title included. */
const LONGEST_NAME = 6;

const PLURAL = /^(?:write|argue|warn|say|report|add|note|conclude|believe|explain|predict)$/;

const isOfSpeakers = ({ tag, word }: Token, plural: boolean) =>
  /^(?:DT|PRP\$|JJ|NN|POS|CD|IN)/.test(tag) || (plural && word === 'and');

/** Verbs that stand before their speaker at a sentence's end. */
const INVERTED =
  /^(?:sa(?:ys?|id)|writes|wrote|write|argue|warn|say|(?:report|add|note|warn|conclude|summari[sz]e|stresse?|emphasi[sz]e|explain|claim|state|recall|admit|insist|argue|observe|predict|believe|suspect|reckon|think|joke|lament|assesse?|assure?|promise?|announce?|declare?|confirm|reveal|caution|comment|tweet)(?:s|d|ed|ted)?|posted)$/;

/** "..., says a manager who asked not to be named": the verb before whoever speaks, at a sentence's end. */
export function inverted(
  tokens: readonly Token[],
  verb: number,
): { readonly source: [number, number]; readonly cue: [number, number] } | null {
  const { word } = tokens[verb]!;
  if (!INVERTED.test(word)) return null;
  // "Germany's minister, Ann Lee, | promised Poland a battery": no clause that anybody closes.
  const finite = tokens.slice(0, verb).some(isFiniteVerb);
  if (!finite && !/^(?:sa|wr|report|add|note|warn|suspect|reckon|think)/.test(word)) return null;
  // "..., write Ann Lee and Ivan Lis of the centre": plural verbs only of two.
  const plural = PLURAL.test(tokens[verb]!.word);
  let to = verb + 1;
  while (to < tokens.length && isOfSpeakers(tokens[to]!, plural)) to++;
  if (plural && !tokens.slice(verb, to).some(({ word, tag }) => word === 'and' || tag === 'NNS'))
    return null;
  const first = tokens[verb + 1];
  const phrase = first && /^(?:DT|PRP\$|JJ|NN|CD)/.test(first.tag) && to - verb <= LONGEST_SPEAKER;
  // Its end, or a clause or apposition to whoever speaks, and no further clause of the sentence.
  const closed = to >= tokens.length || /^(?:[.,;]|who|whose|which)$/.test(tokens[to]!.word);
  if (!phrase || !closed) return null;
  return { source: nameAfter(tokens, to) ?? [verb + 1, to], cue: [verb, verb + 1] };
}

/** "Said the spokesman of the army, | Ann Lee |.": the name after what the speaker is; null where none stands. */
function nameAfter(tokens: readonly Token[], comma: number): [number, number] | null {
  if (tokens[comma]?.word !== ',') return null;
  let to = comma + 1;
  while (tokens[to]?.tag.startsWith('NNP')) to++;
  const short = to - comma > 2 && to - comma <= LONGEST_NAME;
  return short && (to >= tokens.length || /^[.,;]$/.test(tokens[to]!.word))
    ? [comma + 1, to]
    : null;
}
