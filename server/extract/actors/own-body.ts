import type { ActorKind } from '../../../graph-data/schema/index.ts';
import type { Token } from '../nlp/index.ts';
import { stateEndingAt } from './country.ts';
import type { Naming, Referent } from './referent.ts';
import { bodyKind } from './roles.ts';
import type { Description } from './description.ts';

/** "NATO is uneasy. ..., Secretary General X": the one international body that the text has named just before. */
function ofUnion(
  tokens: readonly Token[],
  { from, noun }: Description,
  named: readonly Naming[],
): Referent | null {
  const words = tokens.slice(from, noun + 2).map(({ word }) => word);
  if (!/^Secretary[- ]General/.test(words.join(' '))) return null;
  const unions = new Set(
    named.flatMap(({ referent }) =>
      referent.kind === 'international-organisation' ? [referent] : [],
    ),
  );
  return unions.size === 1 ? [...unions][0]! : null;
}

/** "Between | their chief, X, and": of the group or force named last before, whose several men speak or act. */
function ofTheirs(
  tokens: readonly Token[],
  { from, noun }: Description,
  earlier: readonly Naming[],
): Referent | null {
  const their =
    /^their$/i.test(tokens[Math.max(0, from - 1)]!.word) || /^their$/i.test(tokens[from]!.word);
  if (!their || !/^(?:leader|chief|commander|head|boss|spokes\w+)$/.test(tokens[noun]!.lemma))
    return null;
  return (
    earlier.findLast(({ referent: { kind } }) => /^(?:armed-force|group)$/.test(kind))?.referent ??
    null
  );
}

/** The body that a title leaves unsaid: that of "the bloc's secretary", "its spokesman", "CEO X". */
export function ownBody(
  tokens: readonly Token[],
  title: Description,
  naming: Naming,
  here: readonly Naming[],
  before: readonly Naming[],
): Referent | null {
  const earlier = here.filter(({ to }) => to <= Math.min(title.from, naming.from));
  return (
    nounOwner(tokens, title, [...before, ...earlier]) ??
    voiceOf(tokens, title, earlier, before) ??
    firmOf(tokens, title, [...before, ...here]) ??
    (tokens[naming.to]?.word === 'of' ? null : ofUnion(tokens, title, [...before, ...here])) ??
    ofTheirs(tokens, title, earlier)
  );
}

/** "The bloc's executive secretary", "the agency's head": the body so called that was named last. */
function nounOwner(
  tokens: readonly Token[],
  { from, noun }: Description,
  named: readonly Naming[],
): Referent | null {
  const possessive = tokens.findIndex(
    ({ word }, i) => i >= Math.max(1, from) && i < noun && /^['’]s?$/.test(word),
  );
  const [of, the, after] = tokens.slice(noun + 1, noun + 4);
  const later =
    of?.word === 'of' && /^(?:the|that|this)$/.test(the?.word ?? '') ? after : undefined;
  const owner = possessive < 1 ? later : tokens[possessive - 1];
  if (!owner || !/^\p{Ll}/u.test(owner.word)) return null;
  const byName = named.findLast(
    ({ referent: { kind, name } }) =>
      !/^(?:person|state)$/.test(kind) && name.toLowerCase().split(/\s+/u).includes(owner.lemma),
  );
  const kinds = kindsOf(owner.lemma);
  return (
    (byName ?? named.findLast(({ referent }) => kinds.includes(referent.kind)))?.referent ?? null
  );
}

/** Kinds of bodies that a common noun may mean. */
function kindsOf(noun: string): readonly ActorKind[] {
  if (/^(?:bloc|alliance|organi[sz]ation|union)$/.test(noun)) return ['international-organisation'];
  if (/^(?:agency)$/.test(noun)) return ['government-body', 'international-organisation'];
  if (
    /^(?:firm|manufacturer|producer|giant|operator|carrier|concern|conglomerate|lender|retailer|automaker|chipmaker|shipbuilder|utility|startup|airline)$/.test(
      noun,
    )
  )
    return ['company'];
  if (/^(?:militia|army|force|brigade|battalion)$/.test(noun)) return ['armed-force'];
  if (/^(?:charity|movement|opposition|watchdog)$/.test(noun)) return ['group'];
  if (/^(?:tank|institute|centre|center)$/.test(noun)) return ['think-tank'];
  const kind = bodyKind(noun);
  return kind === null ? [] : [kind];
}

/** "Its spokesman": a body's, not the state's that the sentence names besides. */
function voiceOf(
  tokens: readonly Token[],
  { from, noun }: Description,
  here: readonly Naming[],
  before: readonly Naming[],
): Referent | null {
  const its = tokens.slice(Math.max(0, from - 1), noun).some(({ word }) => /^its$/i.test(word));
  if (!its || !/^spokes/.test(tokens[noun]!.lemma)) return null;
  const bodies = (namings: readonly Naming[]) =>
    namings.filter(({ referent: { kind } }) => !/^(?:person|media|state)$/.test(kind));
  return (bodies(here).at(-1) ?? bodies(before)[0])?.referent ?? null;
}

/** "CEO X" of the one company that this sentence or the one before names. */
function firmOf(
  tokens: readonly Token[],
  { noun }: Description,
  named: readonly Naming[],
): Referent | null {
  if (!/^(?:ceo|cfo)$/.test(tokens[noun]!.lemma)) return null;
  const firms = new Set(
    named.flatMap(({ referent }) => (referent.kind === 'company' ? [referent] : [])),
  );
  return firms.size === 1 ? [...firms][0]! : null;
}

/** "X received his Ukrainian counterpart in Warsaw": whoever receives somebody in a capital is at home there. */
export function hostState(tokens: readonly Token[], { to }: Naming): string | null {
  const verb = tokens.findIndex(
    ({ word }, i) => i >= to && i < to + 6 && /^(?:receiv|welcom|host|greet)(?:ed|ing)$/.test(word),
  );
  if (verb < 0 || tokens.slice(to, verb).some(({ word }) => word === ',' || word === 'was'))
    return null;
  for (let i = verb + 2; i < Math.min(tokens.length, verb + 10); i++) {
    const town = tokens[i - 1]!.word === 'in' ? stateEndingAt(tokens, i) : null;
    if (town?.form === 'capital') return town.state;
  }
  return null;
}

/** "The president of the country": of the state named last. */
export function ofTheCountry(
  tokens: readonly Token[],
  { noun }: Description,
  here: readonly Naming[],
  before: readonly Naming[],
): string | null {
  const [of, the, country] = tokens.slice(noun + 1, noun + 4).map(({ word }) => word);
  if (of !== 'of' || the !== 'the' || !/^(?:country|republic|state)$/.test(country ?? ''))
    return null;
  const states = [...before, ...here.filter(({ to }) => to <= noun)].flatMap(({ referent }) =>
    referent.kind === 'state' ? [referent.key.slice('state:'.length)] : (referent.country ?? []),
  );
  return states.at(-1) ?? null;
}

/** "Her host, X", "his guest, Y": whom a possessive before it makes no compatriot. */
const FROM_ELSEWHERE = /^(?:host|guest|visitor|counterpart|colleague|interlocutor|opponent|rival)$/;

/** "Dismissed her | defence minister, X", "Kenya's leader appointed X | foreign minister": the state of whoever is named before. */
export function stateOfOwner(
  tokens: readonly Token[],
  title: Description,
  naming: Naming,
  here: readonly Naming[],
): string | null {
  const words = tokens.slice(Math.max(0, title.from - 1), title.noun).map(({ word }) => word);
  const own = words.some((word) => /^(?:his|her|their|its)$/i.test(word));
  const owned = own && !FROM_ELSEWHERE.test(tokens[title.noun]!.lemma);
  const appointed = title.former !== undefined && title.from >= naming.to;
  if (!owned && !appointed) return null;
  const before = here.filter(({ to }) => to <= Math.min(title.from, naming.from));
  const last = before.at(-1)?.referent;
  return last?.kind === 'state' ? last.key.slice('state:'.length) : (last?.country ?? null);
}
