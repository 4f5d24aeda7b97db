import type { Token } from '../nlp/index.ts';
import { isBodyNoun } from './body-extent.ts';
import { TITLES } from './led-by.ts';
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

/** "X belongs to the Y party", "the Y party, to which X belongs": null for states and things. */
export function belongsTo(
  tokens: readonly Token[],
  { from, to, start, end, referent }: Naming,
  all: readonly Naming[],
): Post | null {
  const verb = tokens.findIndex(
    ({ word }, i) => i >= to && i < to + LONGEST_CHAIN && /^belong(?:s|ed)$/.test(word),
  );
  if (verb < 0) return null;
  const between = tokens.slice(to, verb);
  if (between.some(({ word }) => /^(?:not|never|no|once)$/.test(word))) return null;
  if (all.some((one) => one.referent.kind === 'person' && one.from >= to && one.to <= verb))
    return null;
  const which =
    between.length === 0 && tokens[from - 1]?.word === 'which' && tokens[from - 2]?.word === 'to';
  const body = which
    ? all.findLast((one) => one.to <= from - 2)
    : tokens[verb + 1]?.word === 'to'
      ? all.find((one) => one.from > verb + 1 && one.from <= verb + 4)
      : undefined;
  if (
    !body ||
    body.referent === referent ||
    !/^(?:group|international-organisation|think-tank|armed-force)$/.test(body.referent.kind)
  )
    return null;
  const span = { start: Math.min(start, body.start), end: Math.max(end, body.end) };
  const former = tokens[verb]!.word === 'belonged';
  return { title: 'member', kind: 'member-of', of: body.referent, span, former };
}

/** From a name to the verb that it shares with others before it, in tokens. */
const LONGEST_CHAIN = 14;

/** "X, who follows Belarus at the Centre": where somebody works by what they do there. */
function worksAt(
  tokens: readonly Token[],
  { to, start, referent }: Naming,
  all: readonly Naming[],
): Post[] {
  const direct = /^VB[DPZ]$/.test(tokens[to]?.tag ?? '') && OUTRIGHT_WORK.test(tokens[to]!.lemma);
  const who = direct ? to - 1 : tokens[to]?.word === ',' ? to + 1 : to;
  if (tokens[who]?.lemma !== 'who' && !direct) return [];
  const verb = who + (/^RB/.test(tokens[who + 1]?.tag ?? '') ? 2 : 1);
  const speaks = tokens[verb]?.lemma === 'speak' && tokens[verb + 1]?.word === 'for';
  if (!speaks && !WORKS.test(tokens[verb]?.lemma ?? '')) return [];
  const at = tokens.findIndex(
    ({ word }, i) => i >= verb && i < who + LONGEST_WORK && /^(?:at|for)$/.test(word),
  );
  const body = all.find(({ from }) => at > 0 && from > at && from <= at + 2);
  if (!body || body.referent === referent || /^(?:person|state)$/.test(body.referent.kind))
    return [];
  const span = { start, end: body.end };
  if (speaks)
    return [
      { title: 'spokesperson', kind: 'holds-office', of: body.referent, span, former: false },
    ];
  return [{ title: 'member', kind: 'member-of', of: body.referent, span, former: false }];
}

/** From the verb to the body, in tokens. */
const LONGEST_WORK = 8;

/** Of these the plain form tells where somebody works: "X teaches law at the university". */
const OUTRIGHT_WORK = /^(?:work|teach|lecture)$/;

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
  const direct = who < to;
  if ((tokens[who]?.lemma !== 'who' && charged === null && !direct) || !verb) return null;
  if (direct && !LEADS_OUTRIGHT.test(verb.lemma)) return null;
  // "Heads the Vilnius office | of the foundation".
  const begin = charged ?? leads!;
  const at = tokens.findIndex(
    ({ lemma }, i) => i > begin + 1 && i <= begin + 4 && OFFICE.test(lemma),
  );
  const after =
    charged ?? (at > 0 && /^(?:of|at|for)$/.test(tokens[at + 1]?.word ?? '') ? at : begin);
  const bodies = all.filter(
    ({ from, referent: { kind } }) =>
      from > after &&
      !/^(?:person|state|media)$/.test(kind) &&
      (from <= after + 4 || isApposed(tokens, after, from) || isCalledBody(tokens, after, from)),
  );
  const [first] = bodies;
  const body = bodies.find((one) => one !== first && isMeantBy(tokens, first!, one)) ?? first;
  if (!body || body.referent === referent) return null;
  if (isOfSomething(tokens, body)) return null;
  const between = tokens.slice(begin + 1, body.from);
  if (direct && between.some(({ tag }) => !/^(?:DT|JJ|POS|PRP)/.test(tag))) return null;
  const title = TITLES[verb.lemma] ?? 'head';
  const former =
    (verb.tag === 'VBD' && !/^(?:take|found)$/.test(verb.lemma)) ||
    tokens[begin - 1]?.word === 'to';
  const span = { start, end: body.end };
  return { title, kind: 'holds-office', of: body.referent, span, former };
}

/** "Who oversees the navy's | training": of what the body has or does, which is no part of it. */
const isOfSomething = (tokens: readonly Token[], { to }: Naming) =>
  tokens[to]?.tag === 'POS' &&
  tokens
    .slice(to + 1, to + 5)
    .every(({ lemma, word }) => !OFFICE.test(lemma) && !/^\p{Lu}/u.test(word));

/** "Heads the UN | mission in Peru, MINUSMA", "the Hanoi | think tank | X": the body whose noun a name before it only describes. */
function isMeantBy(tokens: readonly Token[], owner: Naming, { from }: Naming): boolean {
  const between = tokens.slice(owner.to, from);
  const noun = between[0];
  if (!noun || !/^(?:NN|JJ)/.test(noun.tag) || !/^\p{Ll}/u.test(noun.word)) return false;
  if (between.some(({ tag, word }) => /^(?:VB|W|CC)/.test(tag) || /^[.;:()]$/.test(word)))
    return false;
  const commas = between.filter(({ word }) => word === ',').length;
  return (
    between.length <= LONGEST_CALLED &&
    commas === (tokens[from - 1]!.word === ',' ? 1 : 0) &&
    (commas === 1 || isBodyNoun(tokens, from - 1))
  );
}

/** "Who now | heads", "who until May | commanded", "who | took over": the verb; null for others. */
function leadingVerb(tokens: readonly Token[], from: number): number | null {
  let at = from;
  while (
    at - from < LONGEST_ADVERB &&
    (/^(?:RB|IN|CD)/.test(tokens[at]?.tag ?? '') ||
      /^(?:has|have|had)$/.test(tokens[at]?.word ?? ''))
  )
    at++;
  // "Who | used to command"
  if (
    tokens[at]?.word === 'used' &&
    tokens[at + 1]?.word === 'to' &&
    LEADS.test(tokens[at + 2]?.lemma ?? '')
  )
    return at + 2;
  const { lemma = '', tag = '' } = tokens[at] ?? {};
  if (!/^VB[DZN]$/.test(tag)) return null;
  if (lemma === 'take') return tokens[at + 1]?.word === 'over' ? at : null;
  return LEADS.test(lemma) ? at : null;
}

/** Of these the plain form tells an office: "X heads Y". Commands are ties of their own. */
const LEADS_OUTRIGHT = /^(?:head|chair|run|lead|led|direct|found|co-found|own|coordinate)$/;

const LEADS =
  /^(?:head|lead|led|chair|run|command|direct|own|oversee|found|co-found|coordinate|preside)$/;

/** In tokens: "until last May". */
const LONGEST_ADVERB = 3;

/** "Who is responsible for defence | in the cabinet": the word that brings the body in. */
function chargedWith(tokens: readonly Token[], who: number): number | null {
  const is = tokens[who]?.lemma === 'who' ? /^(?:is|was)$/.test(tokens[who + 1]?.word ?? '') : true;
  const begin = tokens[who]?.lemma === 'who' ? who + 2 : who;
  const next = tokens.slice(begin, begin + 2).map(({ word }) => word);
  if (!is || !/^(?:responsible|in)$/.test(next[0] ?? '')) return null;
  if (next[0] === 'in' && next[1] !== 'charge') return null;
  const at = tokens.findIndex(
    ({ word }, i) => i > begin + 1 && i < begin + 7 && /^(?:in|at)$/.test(word),
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

/** "Heads the desk at | Warsaw-based think tank Insight". */
function isCalledBody(tokens: readonly Token[], after: number, name: number): boolean {
  const between = tokens.slice(after + 1, name);
  return (
    between.length <= LONGEST_CALLED &&
    between.length > 0 &&
    isBodyNoun(tokens, name - 1) &&
    between.every(({ tag }) => /^(?:IN|DT|JJ|NN)/.test(tag))
  );
}

/** In tokens, a preposition and an article included. */
const LONGEST_CALLED = 7;

const OFFICE =
  /^(?:office|bureau|branch|section|division|project|programme|program|team|desk|committee|commission|delegation|panel|department|faction|wing|board)$/;

/** "X, who ...", "X, a former minister who ...". */
function whoAfter(tokens: readonly Token[], to: number): number {
  const at = tokens[to]?.word === ',' ? to + 1 : to;
  // "X heads the institute", "X has headed the institute": as though "who" came first.
  if (/^VB[DPZ]$/.test(tokens[to]?.tag ?? '')) return to - 1;
  if (!/^(?:an?|the)$/.test(tokens[at]?.word ?? '')) return at;
  for (let i = at; i < Math.min(tokens.length, at + 8); i++) {
    if (tokens[i]!.lemma === 'who') return i;
    if (/^(?:VB[DPZ]|MD|,)$/.test(tokens[i]!.tag)) break;
  }
  return at;
}
