import type { Span, Token } from '../nlp/index.ts';
import type { Naming, Post } from './referent.ts';

/** "The committee, chaired by | X": the body that the words before a name say is led by its bearer. */
export function ledBefore(
  tokens: readonly Token[],
  { from, to, start, end, referent }: Naming,
  all: readonly Naming[],
): Post | null {
  const whose = headedBy(tokens, from);
  if (whose !== null) {
    const headed = all.findLast(({ to }) => to === whose);
    const title = tokens[whose + 2]!.lemma;
    return headed && isBody(headed) && headed.referent !== referent
      ? postOf(title, headed, { start: headed.start, end })
      : null;
  }
  const at = byBefore(tokens, from) - 1;
  const verb = tokens[at];
  if (!verb || !LED.test(verb.lemma) || !/^VB[DN]$/.test(verb.tag)) return null;
  const first = at === 0 ? bodyLedFirst(tokens, to, all) : undefined;
  if (first) return postOf(TITLES[verb.lemma] ?? 'head', first, { start, end: first.end });
  if (verb.tag !== 'VBN') return null;
  const comma = pastRelative(tokens, at);
  const body = all.findLast((one) => one.to <= comma && comma - one.to <= 1);
  if (!body || body.referent === referent || /^(?:person|state|media)$/.test(body.referent.kind))
    return null;
  const span = { start: body.start, end };
  const title = TITLES[verb.lemma] ?? 'head';
  return { title, kind: 'holds-office', of: body.referent, span, former: false };
}

const isBody = ({ referent: { kind } }: Naming) => !/^(?:person|state|media)$/.test(kind);

const postOf = (title: string, { referent: of }: Naming, span: Span): Post => ({
  title,
  kind: 'holds-office',
  of,
  span,
  former: false,
});

/** "The front, | whose chairman is X": where the body's name ends; null for other words. */
function headedBy(tokens: readonly Token[], name: number): number | null {
  const [comma, whose, role, is] = tokens.slice(Math.max(0, name - 4), name);
  const told =
    comma?.word === ',' && whose?.word === 'whose' && /^(?:is|remains)$/.test(is?.word ?? '');
  return told && HEADED.test(role!.lemma) ? name - 4 : null;
}

const HEADED =
  /^(?:leader|chairman|chairwoman|chairperson|chair|head|president|commander|director|chief)$/;

/** "Led by General X, | the Y army": the body right behind the comma. */
function bodyLedFirst(
  tokens: readonly Token[],
  to: number,
  all: readonly Naming[],
): Naming | undefined {
  if (tokens[to]?.word !== ',') return undefined;
  const from = tokens[to + 1]?.word === 'the' ? to + 2 : to + 1;
  return all.find((one) => one.from === from && isBody(one));
}

const LED = /^(?:head|lead|led|chair|run|command|direct|found|own|co-found)$/;

/** "Led by | X", "founded by | the billionaire X": past what the text calls somebody; -1 without "by". */
function byBefore(tokens: readonly Token[], name: number): number {
  for (let i = name - 1; i >= 0 && name - i <= LONGEST_TITLE; i--) {
    if (tokens[i]!.word === 'by') return i;
    if (!/^(?:NN|JJ|DT|POS)/.test(tokens[i]!.tag) || tokens[i]!.entity === 'PERSON') return -1;
  }
  return -1;
}

/** In tokens, "by" included. */
const LONGEST_TITLE = 6;

/** Back to the body's end over "which is", a comma and an apposition ("Rybar, a channel | founded"). */
function pastRelative(tokens: readonly Token[], verb: number): number {
  let at = verb;
  if (/^(?:is|was)$/.test(tokens[at - 1]?.word ?? '')) {
    if (!/^(?:which|that)$/.test(tokens[at - 2]?.word ?? '')) return pastInsertion(tokens, at - 1);
    at -= 2;
  } else {
    let noun = at;
    while (noun > 0 && /^(?:NN|JJ)/.test(tokens[noun - 1]!.tag)) noun--;
    if (/^an?$/.test(tokens[noun - 1]?.word ?? '')) at = noun - 1;
  }
  return tokens[at - 1]?.word === ',' ? at - 1 : at;
}

/** "The committee, | still called X, | is headed by": back over what commas set apart. */
function pastInsertion(tokens: readonly Token[], is: number): number {
  if (tokens[is - 1]?.word !== ',') return is;
  const open = tokens.findLastIndex(({ word }, i) => i < is - 1 && word === ',');
  return open > 0 && is - open <= LONGEST_INSERTION ? open : is;
}

/** In tokens. */
const LONGEST_INSERTION = 10;

/** What somebody is called by what they do for a body. */
export const TITLES: Readonly<Record<string, string>> = {
  chair: 'chair',
  command: 'commander',
  found: 'founder',
  own: 'owner',
  coordinate: 'coordinator',
  'co-found': 'co-founder',
};
