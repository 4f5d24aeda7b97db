import { namingsOfSentence } from '../actors/naming-index.ts';
import type { Discourse } from '../actors/coreference.ts';
import { countryAround, stateEndingAt } from '../actors/country.ts';
import { isPair, pairBefore } from '../actors/pairs.ts';
import type { Referent } from '../actors/referent.ts';
import { bodyKind, isRole } from '../actors/roles.ts';
import { namedUnder, referentsOf, type Clause } from './clause.ts';
import type { ClaimContext } from './context.ts';
import { antecedentOf } from './fitting-frames.ts';
import { assembled, isAssembly, listMeant, pairTold } from './near-parties.ts';
import { firmAt, ownerMeant, personsAt, quotedAs, speakerAt, speakerMeant } from './signers.ts';

/** Who binds whom: parties, and everybody named, signatories among them. */
export interface Parties {
  readonly parties: readonly Referent[];
  readonly people: readonly Referent[];
}

/** A body of no state, "Siemens Energy" or "the Red Cross", a movement, and a government that none recognises sign for themselves. */
const bindsItself = ({ key, kind, country }: Referent) =>
  (key.startsWith('organisation:') && kind === 'government-body' && country === null) ||
  (key.startsWith('body:') && /^(?:group|think-tank|media)$/.test(kind)) ||
  (key.startsWith('organisation:') && /^(?:group|armed-force)$/.test(kind));

/** Groups without a name that make agreements. */
const PARTIES =
  /\b(?:rebels?|groups?|unions?|bank|company|firm|corporation|manufacturer|supplier|consortium|concern|operator|militias?|separatists?|insurgents?|factions?|tribes?|workers|miners|creditors)(?:$| (?:representing|of|in|from) )/i;

/**
 * The parties that phrases name: states, international bodies and companies; a person or a
 * government binds its state; "the two countries" and "their ministers" are those named before.
 */
export function partiesUnder(
  heads: readonly number[],
  clause: Clause,
  { discourse, told }: Pick<ClaimContext, 'discourse' | 'told'>,
): Parties {
  const pairs = heads.flatMap((head) => pairUnder(head, clause, discourse));
  const named = namedUnder(heads, clause, discourse).filter(
    (referent) => !isOwnerOf(referent, heads, clause, discourse),
  );
  const meant = heads.flatMap((head) => meantAt(head, clause, discourse));
  const quoted = heads.flatMap((head) => quotedAs(head, clause, told) ?? []);
  const people = [...new Set([...quoted, ...meant, ...named, ...pairs])];
  const bodies = people.filter(isBody);
  const states = people.flatMap((referent) => bound(referent, discourse));
  const parties = withoutDoubles([...new Set(states)]);
  if (bodies.length > 1 && isBetweenBodies(people, bodies, parties))
    return { parties: [...new Set(bodies)], people };
  return { parties, people };
}

/**
 * "`The contract with Hyundai` provides for it, the Polish ministry said": whom the speaker binds, where
 * one party is named; empty for others.
 */
export function speakersOwn(
  noun: number,
  named: readonly Referent[],
  clause: Clause,
  { discourse, told }: Pick<ClaimContext, 'discourse' | 'told'>,
): readonly Referent[] {
  const [one, more] = named;
  if (one === undefined || more !== undefined) return [];
  const speaker = speakerAt(clause.tree.tokens[noun]!.start, told);
  return speaker ? bound(speaker, discourse).filter((own) => own !== one) : [];
}

/** Whom a phrase means by its own words, without those whom it only names. */
function meantAt(head: number, clause: Clause, discourse: Discourse): readonly Referent[] {
  const named = namedNext(head, clause, discourse);
  if (named) return [named];
  // "A firm, with | which it made a contract"
  const noun = /^W/.test(clause.tree.tokens[head]!.tag)
    ? antecedentOf(clause.tree, head)[0]
    : undefined;
  if (noun !== undefined) return referentsOf([noun], clause, discourse);
  const firm = firmAt(head, clause, discourse);
  if (firm) return [firm];
  const speaker = speakerMeant(head, clause, discourse);
  if (speaker.length > 0) return speaker;
  const speakers = speakersMeant(head, clause, discourse);
  if (speakers.length > 1) return speakers;
  const owner = agreesBy(head, clause, discourse);
  if (owner.length > 0) return owner;
  return [
    ...referentsOf([head], clause, discourse),
    ...ownerMeant(head, clause, discourse),
    ...statesOfPeople(head, clause, discourse),
  ];
}

/** "Peru and Chile said | they had signed": those who say so of themselves. */
function speakersMeant(
  head: number,
  { tree, sentence, verb }: Clause,
  { namings }: Discourse,
): Referent[] {
  if (!/^they$/i.test(tree.tokens[head]!.word) || tree.relation(verb) !== 'ccomp') return [];
  const subjects = tree.childrenBy(tree.tokens[verb]!.head, 'nsubj').filter((i) => i < head);
  const heads = subjects.flatMap((i) => [i, ...tree.childrenBy(i, 'conj')]);
  return namingsOfSentence(namings, sentence)
    .filter(({ from, to }) => heads.some((i) => from <= i && i < to))
    .map(({ referent }) => referent)
    .filter(({ kind }) => kind !== 'person');
}

/** "The Swedish company | BAE Systems": the body that a noun for bodies introduces; null for others. */
function namedNext(
  head: number,
  { tree, sentence }: Clause,
  { namings }: Discourse,
): Referent | null {
  if (tree.tokens[head]!.tag !== 'NN' || bodyKind(tree.tokens[head]!.lemma) === null) return null;
  const next = namingsOfSentence(namings, sentence).find(({ from }) => from === head + 1);
  return next && isBody(next.referent) ? next.referent : null;
}

/** "Norway will buy tanks under a contract | it signed with Peru": whoever does what the verb above tells. */
function agreesBy(
  head: number,
  { tree, sentence, verb }: Clause,
  discourse: Discourse,
): Referent[] {
  const { head: noun } = tree.tokens[verb]!;
  const relative = tree.relation(verb) === 'acl' && noun >= 0;
  if (!relative || !/^(?:it|they)$/i.test(tree.tokens[head]!.word)) return [];
  const [subject] = tree.childrenBy(tree.tokens[noun]!.head, 'nsubj').filter((i) => i < head);
  if (subject === undefined) return [];
  return namingsOfSentence(discourse.namings, sentence)
    .filter(({ from, to }) => from <= subject && subject < to)
    .map(({ referent }) => referent)
    .filter(({ kind }) => kind !== 'person');
}

/**
 * With the persons who sign for whom the text does not tell, "Putin and Aliyev": where it names no
 * two parties without them, they themselves are.
 */
export function withPersons(
  parties: readonly Referent[],
  heads: readonly number[],
  clause: Clause,
  { discourse }: Pick<ClaimContext, 'discourse'>,
): readonly Referent[] {
  if (parties.length > 1) return parties;
  const alone = personsAt(heads, clause, discourse).filter(
    (person) => bound(person, discourse).length === 0,
  );
  const all = [...new Set([...parties, ...alone])];
  return all.length > 1 ? all : parties;
}

/** "The ELN rebels", who are the ELN that the words name. */
const withoutDoubles = (parties: readonly Referent[]) =>
  parties.filter((one) => {
    const others = parties.filter((other) => other !== one);
    // "The Marxist | Army of Peru", of which the text goes on to give the name alone
    if (others.some(({ name, kind }) => kind === one.kind && one.name.endsWith(` ${name}`)))
      return false;
    if (!one.key.startsWith('unnamed:')) return true;
    const called = /^(?:(?:guerrilla|rebel|armed|militant) )?(?:group|movement)$/.test(one.name);
    return !others.some(
      (other) =>
        (called && /^(?:group|armed-force)$/.test(other.kind)) ||
        [...other.surfaces].some((name) => one.name.includes(name)),
    );
  });

/** Whom a signature binds. */
export function bound(referent: Referent, { cast }: Discourse): Referent[] {
  if (/^(?:state|international-organisation|company)$/.test(referent.kind)) return [referent];
  if (referent.key.startsWith('unnamed:') && PARTIES.test(referent.name)) return [referent];
  if (bindsItself(referent)) return [referent];
  const firm = firmOfOffice(referent);
  if (firm) return [firm];
  const state = referent.country ?? stateOfOffice(referent);
  return state === null ? [] : [cast.state(state)];
}

/** "The director of Lund Shipyards X": the firm in which somebody holds an office; null when in none or in others too. */
function firmOfOffice({ kind, posts }: Referent): Referent | null {
  const held = kind === 'person' ? posts.filter(({ former }) => !former) : [];
  const [post] = held;
  return post && held.every(({ of }) => of === post.of && of.kind === 'company') ? post.of : null;
}

/** "President of Belarus X": the state of an office that somebody still holds. */
function stateOfOffice({ posts }: Referent): string | null {
  const [of] = posts.flatMap((post) => (post.former ? [] : post.of));
  if (!of) return null;
  const government = /^(?:government-body|armed-force)$/.test(of.kind) ? of.country : null;
  return /^state:(.+)$/.exec(of.key)?.[1] ?? government;
}

const isBody = ({ key, kind }: Referent) =>
  !/^(?:state|person)$/.test(kind) && !/^(?:unnamed|people|government):/.test(key);

/**
 * Two armies of one state, a ministry and a firm: they themselves agree, not their states. A
 * ministry and another state's do so for these.
 */
function isBetweenBodies(
  people: readonly Referent[],
  bodies: readonly Referent[],
  parties: readonly Referent[],
): boolean {
  if (parties.length < 2)
    return people.every((one) => bodies.includes(one) || one.kind === 'person');
  const own = bodies.every(({ country }) => country !== null && country === bodies[0]!.country);
  if (own) return people.every((one) => bodies.includes(one) || one.kind === 'person');
  const firm = bodies.some(({ kind }) => kind === 'company' || kind === 'group');
  return firm && people.every((one) => bodies.includes(one));
}

/** "The two countries", "their ministers". */
function pairUnder(
  head: number,
  { tree, sentence }: Clause,
  discourse: Discourse,
): readonly Referent[] {
  const [from, last] = tree.reach(head);
  if (namesStates(tree, from, last)) return [];
  const divided = DIVIDED[tree.tokens[head]!.word];
  if (divided) return divided.map((code) => discourse.cast.state(code));
  const listed = listMeant(tree, sentence, head, discourse);
  if (listed.length > 2) return listed;
  const several = isAssembly(tree, head) ? assembled(sentence, discourse) : [];
  if (several.length > 2) return several;
  for (let i = from; i <= last; i++)
    if (isPair(tree.tokens, from, i)) return pairTold(sentence, from, discourse);
  if (isBarePair(tree, head)) return pairTold(sentence, from, discourse);
  const their = tree.tokens.slice(from, head).some(({ word }) => /^their$/i.test(word));
  return their && /^NNS/.test(tree.tokens[head]!.tag) ? pairBefore(sentence, from, discourse) : [];
}

/** "The foreign ministers of Serbia and Kosovo": who is meant stands there. */
function namesStates({ tokens }: Clause['tree'], from: number, last: number): boolean {
  const named = tokens
    .slice(from, last + 1)
    .flatMap((_, i) => stateEndingAt(tokens, from + i)?.state ?? []);
  return new Set(named).size > 1;
}

/** "The two Koreas". */
const DIVIDED: Readonly<Record<string, readonly string[]>> = {
  Koreas: ['KP', 'KR'],
  Sudans: ['SD', 'SS'],
  Congos: ['CD', 'CG'],
};

/** "Where | both signed", "| the two agreed": without a noun. */
function isBarePair(tree: Clause['tree'], head: number): boolean {
  const { word } = tree.tokens[head]!;
  if (tree.relation(head) !== 'nsubj') return false;
  return (
    /^both$/i.test(word) || (word === 'two' && /^the$/i.test(tree.tokens[head - 1]?.word ?? ''))
  );
}

/** "Kazakhstan's | KazMunayGas", "Belarus' | state committee": the state of a body that is named too. */
function isOwnerOf(
  { kind, key }: Referent,
  heads: readonly number[],
  { sentence, tree }: Clause,
  { namings }: Discourse,
): boolean {
  if (kind !== 'state') return false;
  const here = namingsOfSentence(namings, sentence);
  const own = here.filter(({ referent }) => referent.key === key);
  return own.every(({ from, to }) => {
    const next = here.find((one) => one.from > from);
    const owned = /^['’]s?$/.test(tree.tokens[to]?.word ?? '') && next?.from === to + 1;
    const inside = heads.some((head) => tree.reach(head)[0] <= from);
    return owned && inside && next !== undefined && isBody(next.referent);
  });
}

/** "Philippine and Japanese ministers", "the German chancellor": people who sign for their states. */
export function statesOfPeople(head: number, { tree }: Clause, { cast }: Discourse): Referent[] {
  const { tag } = tree.tokens[head]!;
  const own = stateEndingAt(tree.tokens, head);
  // "The Belarusian | and Russian ministers", of whom the parser made two.
  if (own?.form === 'demonym' && tree.childrenBy(head, 'conj').some((i) => isSide(tree, i)))
    return [cast.state(own.state)];
  if (!isSide(tree, head)) return [];
  const [from] = tree.reach(head);
  const found: Referent[] = [];
  for (let i = head - 1; i >= Math.max(from, head - LONGEST_LIST); i--) {
    const state = stateEndingAt(tree.tokens, i);
    if (state?.form === 'demonym') found.unshift(cast.state(state.state));
    else if (!/^(?:JJ|NN|CC|,|POS|DT)/.test(tree.tokens[i]!.tag)) break;
  }
  return tag === 'NNS' ? found : found.slice(-1);
}

const isSide = ({ tokens }: Clause['tree'], at: number) =>
  isRole(tokens[at]!.lemma) || /^(?:government|delegation|side|cabinet)$/.test(tokens[at]!.lemma);

/** Tokens before a noun in which the states of "Greek, Cypriot and Israeli ministers" stand. */
const LONGEST_LIST = 8;

/** The state whose adjective or name stands before a noun: "a Russian missile strike". */
export function stateByName({ tree, verb: noun }: Clause, { cast }: Discourse): Referent[] {
  const around = countryAround(tree.tokens, noun, noun + 1, NO_LINK);
  return around === null ? [] : [cast.state(around.code)];
}

const NO_LINK = /^$/;
