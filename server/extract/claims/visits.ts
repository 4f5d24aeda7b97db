import { stateEndingAt } from '../actors/country.ts';
import { namingsOfSentence } from '../actors/naming-index.ts';
import { isRole } from '../actors/roles.ts';
import type { Referent } from '../actors/referent.ts';
import type { Tree } from '../text/tree.ts';
import type { Clause } from './clause.ts';
import type { ClaimContext } from './context.ts';
import type { Part } from './event-record.ts';
import { FORCES, PLACES } from './frame-nouns.ts';
import type { Frame } from './frames.ts';
import { leadersOf, personsMeant } from './partakers.ts';
import { isTime } from './subjects.ts';

type Discourse = ClaimContext['discourse'];

/**
 * Those who come: "the two leaders" are the persons, where the words just before name two; of a
 * delegation also whoever heads it.
 */
export function guestsOf(acting: readonly Part[], clause: Clause, discourse: Discourse): Part[] {
  const [head, more] = clause.agents;
  const persons =
    head === undefined || more !== undefined ? [] : personsMeant(head, clause, discourse);
  if (persons.length > 0) return persons.map(guest);
  const aboard = clause.agents.flatMap((agent) => aboardOf(agent, clause, discourse));
  if (aboard.length > 0) return aboard.map(guest);
  if (clause.agents.some((agent) => comesPrivately(clause, agent))) return [];
  const told = clause.agents.filter((agent) => acting.length === 0 && isParty(clause.tree, agent));
  if (told.length > 0)
    return told.map((agent) =>
      guest(discourse.cast.unnamed(clause.tree.tokens[agent]!.word, 'group', null)),
    );
  const leaders = clause.agents.flatMap((agent) => leadersOf(agent, clause, discourse));
  const own = acting.map((part) => asGuest(part, clause, discourse));
  // "A delegation led by Ivan Petrov" is who leads it and nobody else by name.
  const others = leaders.length > 0 ? own.filter(({ referent }) => !isUnnamed(referent)) : own;
  return [...others, ...leaders.map(guest)];
}

/** "Erna Dahl's | plane": the person who comes in it. */
function aboardOf(agent: number, { tree, sentence }: Clause, { namings }: Discourse): Referent[] {
  if (!/^(?:plane|jet|aircraft|train|motorcade|helicopter)$/.test(tree.tokens[agent]!.lemma))
    return [];
  const owners = tree.childrenBy(agent, 'nmod').filter((i) => i < agent);
  return namingsOfSentence(namings, sentence)
    .filter(({ from, to, referent }) => {
      return referent.kind === 'person' && owners.some((i) => from <= i && i < to);
    })
    .map(({ referent }) => referent);
}

/** "Tourists", "the national team", "refugees": many who come without visiting anybody. */
function comesPrivately({ tree }: Clause, agent: number): boolean {
  const { lemma } = tree.tokens[agent]!;
  const national = lemma === 'team' && tree.tokens[agent - 1]?.word === 'national';
  return national || PRIVATE.test(lemma);
}

const PRIVATE =
  /^(?:tourist|refugee|migrant|fan|player|student|pilgrim|traveller|traveler|holidaymaker|worker|evacuee)$/;

const guest = (referent: Referent): Part => ({ referent, role: 'guest' });

const isUnnamed = ({ key }: Referent) => key.startsWith('unnamed:');

/** "Arrived in Minsk", "visited Minsk": the state of the capital, where the guest is not at home in it. */
export function hostsAt(
  { obliques, object }: Frame,
  { tree, obliques: phrases, objects }: Clause,
  acting: readonly Part[],
  discourse: Discourse,
): Part[] {
  const heads = Object.entries(obliques).flatMap(([preposition, role]) =>
    role === 'host' ? (phrases.get(preposition) ?? []) : [],
  );
  const places = [...heads, ...(object === 'host' ? objects : [])];
  return capitalsAt(places, { tree }, acting, discourse);
}

/** The states of the capitals at these heads, whose own people visit nobody there. */
export function capitalsAt(
  heads: readonly number[],
  { tree }: Pick<Clause, 'tree'>,
  acting: readonly Part[],
  { cast }: Discourse,
): Part[] {
  return heads.flatMap((head): Part[] => {
    const town = stateEndingAt(tree.tokens, head);
    const home = town && acting.some(({ referent }) => referent.country === town.state);
    return town?.form === 'capital' && !home
      ? [{ referent: cast.state(town.state), role: 'host' }]
      : [];
  });
}

/**
 * Whether a visit is to a host who takes part, to a place or body with a name, or to forces and
 * facilities; "visited her mother" and "arrived at the hospital" are none.
 */
export function isSomewhere({ tree, verb, objects, obliques }: Clause, parts: readonly Part[]) {
  if (parts.some(({ role }) => role === 'host')) return true;
  const heads = WHERE.flatMap((word) => obliques.get(word) ?? []);
  if ([...objects, ...heads].some((i) => !isTime(tree, i) && isNamed(tree, i))) return true;
  if (objects.some((i) => [PLACES, FORCES].some((nouns) => nouns.has(tree.tokens[i]!.lemma))))
    return true;
  const [first, last] = tree.reach(verb);
  return tree.tokens.slice(first, last + 1).some(({ entity }) => entity === 'LOCATION');
}

/** "Went into exile in Dakar", "came to terms", "arrived at a conclusion": said of no place. */
export const isNoJourney = ({ tree, obliques }: Pick<Clause, 'tree' | 'obliques'>) =>
  ['into', 'to', 'at', 'in', 'on'].some((word) =>
    (obliques.get(word) ?? []).some((i) => NO_PLACES.test(tree.tokens[i]!.lemma)),
  );

/** Nouns of turns of phrase: states that somebody comes into or goes back to. */
const NO_PLACES =
  /^(?:exile|hiding|power|office|life|terms?|trouble|retirement|conclusion|decision|agreement|understanding|compromise|prominence|fame|grips?|blows|politics|holidays?|vacation|honeymoon|tears)$/;

const WHERE = ['to', 'in', 'at', 'into', 'near', 'from', 'with', 'on'];

const isNamed = ({ tokens }: Tree, i: number) => {
  const { tag, entity, lemma } = tokens[i]!;
  return tag.startsWith('NNP') || entity === 'ORGANIZATION' || REGIONS.test(lemma);
};

const REGIONS = /^(?:capital|country|region|republic|nation|front|border)$/;

/** "Donated systems to Kyiv", "got drones from Tehran": the states of the capitals, which get and give them. */
export function recipientsAt(
  { kind }: Frame,
  { tree, obliques }: Clause,
  acting: readonly Part[],
  discourse: Discourse,
): Part[] {
  if (kind !== 'delivery') return [];
  return (['to', 'from'] as const).flatMap((word) =>
    capitalsAt(obliques.get(word) ?? [], { tree }, acting, discourse).map(({ referent }): Part => ({
      referent,
      role: word === 'to' ? 'recipient' : 'origin',
    })),
  );
}

/** "Visited Seoul", "moved to camps in Belarus": the state of a place, and no government that speaks. */
export function asHost({ referent, role }: Part, { cast }: Discourse): Part {
  if (role !== 'host') return { referent, role };
  const place = isUnnamed(referent) && referent.kind === 'group' ? referent.country : null;
  const state = /^government:(.+)$/.exec(referent.key)?.[1] ?? place;
  return { referent: state === null ? referent : cast.state(state), role };
}

/** "The Norwegian defence minister visited Lima": a guest whom the text does not name is no state. */
function asGuest(part: Part, { agents, tree }: Clause, { cast }: Discourse): Part {
  const [head, more] = agents;
  const state = /^state:(.+)$/.exec(part.referent.key)?.[1];
  const alone = head !== undefined && more === undefined && tree.tokens[head]!.tag === 'NN';
  if (state === undefined || !alone || !isRole(tree.tokens[head]!.lemma)) return part;
  const own = tree.childrenBy(head, 'amod', 'compound').filter((i) => i < head);
  const words = [...own, head].map((i) => tree.tokens[i]!.word);
  return { ...part, referent: cast.unnamed(words.join(' '), 'person', state) };
}

/** "The Norwegian minister", "the delegation", "the guests": who comes though no name is told. */
export function isUnnamedGuest(
  { kind, verbs }: Frame,
  { role, referent }: Part,
  { agents, tree }: Clause,
): boolean {
  if (kind !== 'visit' || role !== 'guest' || !isUnnamed(referent)) return false;
  if (referent.kind === 'person' && referent.country !== null) return true;
  return verbs.has('tour') && agents.length === 1 && isParty(tree, agents[0]!);
}

/** "The delegation", "the guests": with the article by which the text has told of them. */
function isParty(tree: Tree, head: number): boolean {
  const { lemma } = tree.tokens[head]!;
  const told = tree.childrenBy(head, 'det').some((i) => /^the$/i.test(tree.tokens[i]!.word));
  return told && /^(?:delegation|guest|visitor|inspector|parliamentarian)$/.test(lemma);
}
