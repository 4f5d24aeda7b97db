import type { Token } from '../nlp/index.ts';
import { countryAround } from './country.ts';
import type { Naming, Post, Referent } from './referent.ts';
import { bodyKind } from './roles.ts';

/**
 * "Analyst X from the think tank Y", "expert X, of the institute Y", "X of the institute Y": where
 * somebody works.
 * @param called whether the text calls them by a trade; without one, only what somebody is "of" counts
 */
export function bodyBeside(
  tokens: readonly Token[],
  naming: Naming,
  all: readonly Naming[],
  called: boolean,
): Post | null {
  const owner = bodyOwning(tokens, naming, all) ?? bodyApposed(tokens, naming, all);
  if (owner) return owner;
  const { to, start, referent } = naming;
  const at = tokens[to]?.word === ',' ? to + 1 : to;
  if (!(called ? /^(?:from|of|at|with)$/ : /^(?:from|of)$/).test(tokens[at]?.word ?? ''))
    return null;
  const body = all.find(({ from }) => from > at && from <= at + 4);
  if (!body || body.referent === referent || /^(?:person|state)$/.test(body.referent.kind))
    return null;
  const official = !called && isOfficials(body.referent);
  if (!called && !official && !EMPLOYS.test(body.referent.kind)) return null;
  // "Of the university's | Gulf project"
  if (!called && tokens[body.to]?.tag === 'POS') return null;
  const between = tokens.slice(at + 1, body.from);
  if (between.some(({ tag }) => !/^(?:DT|JJ|NN)/.test(tag))) return null;
  const span = { start, end: body.end };
  return official
    ? { title: 'official', kind: 'holds-office', of: body.referent, span, former: false }
    : { title: 'member', kind: 'member-of', of: body.referent, span, former: false };
}

/** "X of the Foreign Ministry": whoever the text names as a ministry's or an agency's acts for it. */
const isOfficials = ({ kind, key, country }: Referent) =>
  kind === 'government-body' &&
  country !== null &&
  !/^(?:government|region|chamber|parliament):/.test(key);

/** "X, Institute of Fish,", "X (Institute of Fish)", "X, whose Green party": null for lists and other bodies. */
function bodyApposed(
  tokens: readonly Token[],
  { to, start, referent }: Naming,
  all: readonly Naming[],
): Post | null {
  if (!/^[,(]$/.test(tokens[to]?.word ?? '')) return null;
  const whose = tokens[to + 1]?.word === 'whose';
  const body = all.find(({ from }) => from === (whose ? to + 2 : to + 1));
  if (!body || body.referent === referent) return null;
  const last = tokens[body.to - 1]!.word;
  const party = whose && /^(?:party|movement|alliance|bloc)$/i.test(last);
  const next = tokens[body.to]?.word ?? '.';
  const closed = /^[,.)(]$/.test(next) && !/^(?:and|or)$/.test(tokens[body.to + 1]?.word ?? '');
  if (!party && (whose || !closed || body.referent.kind !== 'think-tank')) return null;
  const span = { start, end: body.end };
  return { title: 'member', kind: 'member-of', of: body.referent, span, former: false };
}

/** "The institute's | X", "The Star's | Y": the body whose somebody is. */
function bodyOwning(
  tokens: readonly Token[],
  { from, end, referent }: Naming,
  all: readonly Naming[],
): Post | null {
  if (!/^['’]s?$/.test(tokens[from - 1]?.word ?? '')) return null;
  const body = all.find(({ to }) => to === from - 1);
  if (!body || body.referent === referent || !OWNS.test(body.referent.kind)) return null;
  const span = { start: body.start, end };
  return { title: 'member', kind: 'member-of', of: body.referent, span, former: false };
}

const OWNS = /^(?:think-tank|group|company|international-organisation|media)$/;

/** Bodies that somebody can be said to be "of" without a title. */
const EMPLOYS = /^(?:think-tank|group|company|international-organisation)$/;

/** "The think tank Institute for the Study of War", "the official news agency BelTA". */
export function describeBody(tokens: readonly Token[], { from, to, referent }: Naming): void {
  for (const noun of [tokens[from - 1], tokens[to]]) {
    if (!noun || !/^NN$/.test(noun.tag)) continue;
    const next = noun === tokens[from - 1] ? tokens[from - 2]?.lemma : noun.lemma;
    const compound = next === 'think' || noun.lemma === 'think' ? 'think tank' : noun.lemma;
    // A group in lower case is none of companies: "rights group", "monitoring group".
    const kind = compound === 'group' ? 'group' : bodyKind(compound);
    if (!kind) continue;
    referent.descriptors.add(compound);
    if (referent.key.startsWith('body:') && referent.kind === 'group') referent.kind = kind;
  }
  const country = referent.key.startsWith('body:') ? countryAround(tokens, from, to) : null;
  referent.country ??= country?.code ?? null;
}
