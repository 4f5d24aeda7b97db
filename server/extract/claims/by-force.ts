import { isSomebody } from '../actors/somebody.ts';
import type { Tree } from '../text/tree.ts';
import { isArmedGroup } from './bloodshed.ts';
import type { Clause } from './clause.ts';
import type { Part } from './event-record.ts';
import { CRAFT, FORCES, MISSILES, PLACES, PROTESTERS, SHOTS } from './frame-nouns.ts';
import { phrasesOf } from './phrases.ts';
import { isTime } from './subjects.ts';

/** Verbs of attacking that words, courts and markets do, too. */
const ATTACKING = /^(?:attack|hit|strike|target|blast)$/;
const BEATS = /^(?:hammer|batter|pound|pummel)$/;
/** Nouns of attacks that are made by arms alone. */
const OF_ARMS =
  /^(?:airstrike|barrage|bombardment|shelling|invasion|incursion|ambush|counteroffensive|counter-offensive|counterattack|counter-attack|cyberattack|cyber-attack|bombing|shooting|massacre|fire|offensive|assault)$/;
/** Nouns of attacks that are made with words or by laying down work, too. */
const OF_ANY_KIND = /^(?:strike|attack|raid)$/;
/** What attacks and strikes are called that harm nobody. */
const NO_FORCE =
  /^(?:rail|train|hunger|general|labou?r|pilot|teacher|driver|worker|miner|doctor|nurse|dock|port|transport|sit-down|wildcat|pay|wage|union|charm|media|diplomatic|legal|pr|publicity|verbal|personal|political|rhetorical|economic|trade|propaganda|heart|panic|asthma)$/;
/** Words before "strike" or "attack" by which arms make it. */
const BY_ARMS =
  /^(?:air|ground|land|naval|cyber|terror|terrorist|suicide|gun|knife|arson|bomb|chemical|nuclear|military|armed|cross-border|retaliatory|pre-?emptive|deadly|fatal|night|overnight)$/;
const ASSAILANTS =
  /^(?:attacker|assailant|saboteur|hacker|gunman|gunmen|terrorist|jihadist|militia|militiaman|mob|settler|pirate|commando|army|navy|police|military|artillery|aviation)$/;

/**
 * Whether an attack is made by force: by arms or by those who bear them, by a state, or on a place;
 * and not with words ("over its plan"), in court, or by laying down work.
 * @param noun the token of the noun that tells of it ("launched a strike"); null where the verb does
 */
export function isByForce(noun: number | null, clause: Clause, parts: readonly Part[]): boolean {
  const { tree, lemma, obliques } = clause;
  if (noun === null && clause.agents.some((i) => isLabour(tree, i))) return false;
  // "Norway hammered Peru 5-0": what states do so to states is a game, where nothing tells of arms.
  if (noun === null && BEATS.test(lemma)) {
    const states = parts.every(({ referent: { kind } }) => kind === 'state');
    return !states || isArmed(clause, []);
  }
  if (noun === null && !ATTACKING.test(lemma)) return true;
  if (noun === null && isJoinedToWords(clause)) return false;
  if (noun !== null && !OF_ANY_KIND.test(lemmaAt(tree, noun)) && !OF_ARMS.test(lemmaAt(tree, noun)))
    return true;
  const beside = noun === null ? [] : tree.childrenBy(noun, 'compound', 'amod');
  if (hasTopic(clause) || beside.some((i) => NO_FORCE.test(lemmaAt(tree, i)))) return false;
  if (beside.some((i) => BY_ARMS.test(lemmaAt(tree, i)) || isWeapon(tree, i))) return true;
  const actors = parts.filter(({ role }) => role === 'actor');
  if (isArmed(clause, actors)) return true;
  // "Came under fire | from critics"
  const from = (obliques.get('from') ?? []).some((i) => isSomebody(lemmaAt(tree, i), true));
  if (noun !== null && from && actors.length === 0) return false;
  const states = actors.every(({ referent: { key } }) => /^(?:state|government):/.test(key));
  if (noun !== null && OF_ARMS.test(lemmaAt(tree, noun))) return states || isOnPlace(noun, clause);
  const known = actors.length > 0 ? states : clause.agents.length === 0;
  const targets = parts.filter(({ role }) => role === 'target');
  // "The attacks by Moscow": on whom is not told.
  const alone =
    targets.length === 0 && lemmaAt(tree, noun ?? clause.verb) === 'attack' && obliques.has('by');
  return isOnPlace(noun, clause) || (known && (alone || targets.some(isTarget)));
}

/** "Attacked and | smeared the leaders": with words, as the verb beside it tells. */
function isJoinedToWords({ tree, verb }: Clause): boolean {
  const { head } = tree.tokens[verb]!;
  const above = tree.relation(verb) === 'conj' && head >= 0 ? [head] : [];
  return [...above, ...tree.childrenBy(verb, 'conj')].some((i) => BY_WORDS.test(lemmaAt(tree, i)));
}

const BY_WORDS =
  /^(?:smear|mock|insult|ridicule|criticise|criticize|denounce|slander|vilify|malign|defame|belittle|condemn)$/;

/** "Strikes | by nurses hit hospitals", "a rail strike": work that is laid down. */
const isLabour = (tree: Tree, head: number) =>
  OF_ANY_KIND.test(lemmaAt(tree, head)) &&
  (tree.childrenBy(head, 'compound', 'amod').some((i) => NO_FORCE.test(lemmaAt(tree, i))) ||
    (phrasesOf(tree, [head]).get('by') ?? []).some((i) => PROTESTERS.has(lemmaAt(tree, i))));

const lemmaAt = (tree: Tree, i: number) => tree.tokens[i]!.lemma;

const isWeapon = (tree: Tree, i: number) =>
  [MISSILES, SHOTS, CRAFT].some((nouns) => nouns.has(lemmaAt(tree, i)));

/** "Over its plan", "for closing the border", "as weak": what somebody is attacked for in words. */
function hasTopic({ tree, verb, obliques }: Clause): boolean {
  const heads = ['over', 'for', 'as'].flatMap((word) => obliques.get(word) ?? []);
  const grounds = tree
    .childrenBy(verb, 'advcl')
    .some((i) => tree.childrenBy(i, 'mark').some((m) => tree.tokens[m]!.word === 'for'));
  return (
    grounds ||
    heads.some((i) => !isTime(tree, i) && !isPlace(tree, i) && lemmaAt(tree, i) !== 'time')
  );
}

/** By forces and armed groups, by people who attack, or with weapons. */
function isArmed({ tree, agents, obliques }: Clause, actors: readonly Part[]): boolean {
  const forces = actors.some(
    (part) =>
      part.referent.kind === 'armed-force' ||
      (part.referent.kind === 'group' && part.referent.key.startsWith('organisation:')) ||
      isArmedGroup({ kind: 'attack' }, part),
  );
  const doers = agents.some(
    (i) => FORCES.has(lemmaAt(tree, i)) || ASSAILANTS.test(lemmaAt(tree, i)) || isWeapon(tree, i),
  );
  return forces || doers || (obliques.get('with') ?? []).some((i) => isWeapon(tree, i));
}

/** What a state attacks by force: no company, no outlet and no body of states. */
const isTarget = ({ referent: { kind, key } }: Part) =>
  /^(?:state|armed-force|group)$/.test(kind) || /^(?:government|unnamed):/.test(key);

const isPlace = (tree: Tree, i: number) =>
  tree.tokens[i]!.entity === 'LOCATION' || PLACES.has(lemmaAt(tree, i));

/** "Attacked a refinery", "a strike on Belgorod", "attacks on government forces". */
function isOnPlace(noun: number | null, { tree, objects, obliques }: Clause): boolean {
  const heads =
    noun === null ? objects : ['on', 'against', 'in'].flatMap((word) => obliques.get(word) ?? []);
  return heads.some((i) => !isTime(tree, i) && (isPlace(tree, i) || FORCES.has(lemmaAt(tree, i))));
}
