import type { Token } from '../nlp/index.ts';
import type { Naming, Post } from './referent.ts';

/** "X, who heads the federation", "who heads both A and B": offices told by a verb. */
export function ledBodies(
  tokens: readonly Token[],
  naming: Naming,
  all: readonly Naming[],
): Post[] {
  const first = ledBody(tokens, naming, all);
  if (!first) return worksAt(tokens, naming, all);
  const at = all.findIndex(({ referent, from }) => referent === first.of && from > naming.to);
  const next = all[at + 1];
  if (at < 0 || !next || /^(?:person|state|media)$/.test(next.referent.kind)) return [first];
  const between = tokens.slice(all[at]!.to, next.from);
  const joined =
    between.some(({ word }) => word === 'and') &&
    between.every(({ tag, word }) => word === 'and' || /^(?:DT|JJ|VBG|NN|PRP)/.test(tag));
  return joined
    ? [first, { ...first, of: next.referent, span: { start: naming.start, end: next.end } }]
    : [first];
}

/** "X, who follows Belarus at the Centre": where somebody works by what they do there. */
function worksAt(
  tokens: readonly Token[],
  { to, start, referent }: Naming,
  all: readonly Naming[],
): Post[] {
  const who = tokens[to]?.word === ',' ? to + 1 : to;
  if (tokens[who]?.lemma !== 'who' || !WORKS.test(tokens[who + 1]?.lemma ?? '')) return [];
  const at = tokens.findIndex(
    ({ word }, i) => i > who + 1 && i < who + LONGEST_WORK && /^(?:at|for)$/.test(word),
  );
  const body = all.find(({ from }) => at > 0 && from > at && from <= at + 2);
  if (!body || body.referent === referent || /^(?:person|state)$/.test(body.referent.kind))
    return [];
  const span = { start, end: body.end };
  return [{ title: 'member', kind: 'member-of', of: body.referent, span, former: false }];
}

/** From the verb to the body, in tokens. */
const LONGEST_WORK = 8;

const WORKS = /^(?:follow|work|study|teach|research|cover|monitor|watch|track|analy[sz]e|lecture)$/;

/** "X, who heads the federation", "who is responsible for trade in the cabinet". */
function ledBody(
  tokens: readonly Token[],
  { to, start, referent }: Naming,
  all: readonly Naming[],
): Post | null {
  const who = whoAfter(tokens, to);
  const charged = chargedWith(tokens, who);
  const leads = charged === null ? leadingVerb(tokens, who + 1) : null;
  const verb = tokens[charged ?? leads ?? -1];
  if (tokens[who]?.lemma !== 'who' || !verb) return null;
  // "Heads the Vilnius office | of the foundation".
  const begin = charged ?? leads!;
  const at = tokens.findIndex(
    ({ lemma }, i) => i > begin + 1 && i <= begin + 4 && OFFICE.test(lemma),
  );
  const after =
    charged ?? (at > 0 && /^(?:of|at|for)$/.test(tokens[at + 1]?.word ?? '') ? at : begin);
  const body = all.find(
    ({ from, referent: { kind } }) =>
      from > after &&
      !/^(?:person|state|media)$/.test(kind) &&
      (from <= after + 4 || isApposed(tokens, after, from)),
  );
  if (!body || body.referent === referent) return null;
  const title = TITLES[verb.lemma] ?? 'head';
  const former = verb.tag === 'VBD' && verb.lemma !== 'take';
  const span = { start, end: body.end };
  return { title, kind: 'holds-office', of: body.referent, span, former };
}

const TITLES: Readonly<Record<string, string>> = { chair: 'chair', command: 'commander' };

/** "Who now | heads", "who until May | commanded", "who | took over": the verb; null for others. */
function leadingVerb(tokens: readonly Token[], from: number): number | null {
  let at = from;
  while (
    at - from < LONGEST_ADVERB &&
    (/^(?:RB|IN|CD)/.test(tokens[at]?.tag ?? '') ||
      /^(?:has|have|had)$/.test(tokens[at]?.word ?? ''))
  )
    at++;
  const { lemma = '', tag = '' } = tokens[at] ?? {};
  if (!/^VB[DZN]$/.test(tag)) return null;
  if (lemma === 'take') return tokens[at + 1]?.word === 'over' ? at : null;
  return /^(?:head|lead|chair|run|command|direct|own|oversee)$/.test(lemma) ? at : null;
}

/** In tokens: "until last May". */
const LONGEST_ADVERB = 3;

/** "The committee, chaired by | X": the body that the words before a name say is led by its bearer. */
export function ledBefore(
  tokens: readonly Token[],
  { from, end, referent }: Naming,
  all: readonly Naming[],
): Post | null {
  const at = tokens[from - 1]?.word === 'by' ? from - 2 : -1;
  const verb = tokens[at];
  if (!verb || !/^(?:head|lead|chair|run|command|direct)$/.test(verb.lemma) || verb.tag !== 'VBN')
    return null;
  const comma = tokens[at - 1]!.word === ',' ? at - 1 : at;
  const body = all.findLast(({ to }) => to <= comma && comma - to <= 1);
  if (!body || body.referent === referent || /^(?:person|state|media)$/.test(body.referent.kind))
    return null;
  const span = { start: body.start, end };
  const title = TITLES[verb.lemma] ?? 'head';
  return { title, kind: 'holds-office', of: body.referent, span, former: false };
}

/** "Who is responsible for defence | in the cabinet": the word that brings the body in. */
function chargedWith(tokens: readonly Token[], who: number): number | null {
  const next = tokens.slice(who + 1, who + 4).map(({ word }) => word);
  if (!/^(?:is|was)$/.test(next[0] ?? '') || !/^(?:responsible|in)$/.test(next[1] ?? ''))
    return null;
  if (next[1] === 'in' && next[2] !== 'charge') return null;
  const at = tokens.findIndex(
    ({ word }, i) => i > who + 3 && i < who + 9 && /^(?:in|at)$/.test(word),
  );
  return at < 0 ? null : at;
}

/** "Heads a think tank in Yerevan, the | Centre", "runs the country's | Security Council". */
function isApposed(tokens: readonly Token[], after: number, name: number): boolean {
  if (name > after + 9 || tokens.slice(after + 1, name).some(({ tag }) => /^(?:VB|W)/.test(tag)))
    return false;
  const article = /^(?:the|an?)$/.test(tokens[name - 1]!.word);
  return tokens[article ? name - 2 : name - 1]!.word === ',' || tokens[name - 1]!.tag === 'POS';
}

const OFFICE = /^(?:office|bureau|branch|section|division|project|programme|program|team|desk)$/;

/** "X, who ...", "X, a former minister who ...". */
function whoAfter(tokens: readonly Token[], to: number): number {
  const at = tokens[to]?.word === ',' ? to + 1 : to;
  if (!/^(?:an?|the)$/.test(tokens[at]?.word ?? '')) return at;
  for (let i = at; i < Math.min(tokens.length, at + 8); i++) {
    if (tokens[i]!.lemma === 'who') return i;
    if (/^(?:VB[DPZ]|MD|,)$/.test(tokens[i]!.tag)) break;
  }
  return at;
}
