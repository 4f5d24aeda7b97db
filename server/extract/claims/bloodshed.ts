import type { Tree } from '../text/tree.ts';
import type { Clause } from './clause.ts';
import type { Part } from './event-record.ts';
import { antecedentOf } from './fitting-frames.ts';
import { ATTACKS } from './frame-nouns.ts';
import type { Frame } from './frames.ts';
import { mayAttack } from './partakers.ts';
import { isTime } from './subjects.ts';

/** Whoever takes up arms: "rebels", "gunmen". */
export const isArmedGroup = ({ kind }: Pick<Frame, 'kind'>, { referent, role }: Part) =>
  (kind === 'attack' || (kind === 'deployment' && !/\bgunmen\b/i.test(referent.name))) &&
  role === 'actor' &&
  referent.kind === 'group' &&
  /^(?:the )?enemy$|\b(?:rebels|fighters|militants|insurgents|gunmen|separatists|terrorists|jihadists|guerrillas|saboteurs|militiamen|mercenaries|extremists|bandits|pirates)\b/i.test(
    referent.name,
  );

/** "Security forces killed 40 protesters", "two soldiers were killed in shelling": an attack, though nobody is named. */
export function isBloodshed({ kind }: Frame, clause: Clause): boolean {
  const { lemma, passive, agents, objects, tree, obliques, verb } = clause;
  if (kind !== 'attack') return false;
  if (lemma === 'die' || lemma === 'perish') return true;
  const dead =
    /^(?:shoot|gun)$/.test(lemma) && /^(?:dead|down)$/.test(tree.tokens[verb + 1]?.word ?? '');
  if (passive && agents.length === 0 && (dead || MURDERS.test(lemma))) return true;
  if (!dead && !SHEDS.test(lemma)) return false;
  const fell = objects.some((i) => IN_ARMS.test(tree.tokens[i]!.lemma));
  if (passive && agents.length === 0 && fell) return true;
  if (passive && agents.length === 0)
    return ['in', 'by', 'during'].some((word) =>
      (obliques.get(word) ?? []).some((i) => isViolence(tree, i)),
    );
  return agents.some((at) => mayAttack(tree, meantBy(tree, at)) && !pointsBack(tree, at));
}

/** Who is killed by arms where nothing tells of another death: "three soldiers were killed". */
const IN_ARMS =
  /^(?:soldier|serviceman|servicemen|fighter|militant|rebel|insurgent|protester|demonstrator|peacekeeper|gunman|jihadist|guerrilla|combatant|militiaman|policeman|troop)$/;

/** "In shelling", "in clashes", "in five days | of fighting". */
function isViolence(tree: Tree, at: number): boolean {
  const tells = (i: number) => {
    const { lemma, word } = tree.tokens[i]!;
    return ATTACKS.has(lemma) || FIGHTING.test(lemma) || FIGHTING.test(word.toLowerCase());
  };
  return tells(at) || (isTime(tree, at) && tree.childrenBy(at, 'nmod', 'acl').some(tells));
}

const FIGHTING = /^(?:fighting|clash|violence|crossfire|skirmish|hostilities|gunbattle|firefight)$/;

const SHEDS =
  /^(?:kill|murder|massacre|behead|execute|wound|stab|kidnap|abduct|assassinate|leave)$/;

/** Verbs of deeds that are done on purpose, whoever did them. */
const MURDERS = /^(?:murder|massacre|behead|stab|kidnap|abduct|assassinate)$/;

/** "The strike killed": one told of before. */
const pointsBack = (tree: Tree, at: number) =>
  ATTACKS.has(tree.tokens[at]!.lemma) &&
  tree.childrenBy(at, 'det').some((i) => /^(?:the|this|that)$/i.test(tree.tokens[i]!.word));

/** The noun for a pronoun that stands for it: "the storm | that killed". */
function meantBy(tree: Tree, head: number): number {
  const pronoun = /^(?:that|which)$/.test(tree.tokens[head]!.word);
  return (pronoun ? antecedentOf(tree, head)[0] : undefined) ?? head;
}

/** "The earthquake killed 3,000 people": what did it is neither somebody nor a weapon. */
export function isMishap(
  { kind, agent }: Frame,
  { agents, passive, tree }: Clause,
  parts: readonly Part[],
): boolean {
  if (kind !== 'attack') return false;
  if (passive && agents.length === 0) return tree.tokens.some(({ lemma }) => MISHAPS.test(lemma));
  if (passive || agents.length === 0) return false;
  return (
    !parts.some(({ role }) => role === agent) &&
    (!agents.some((at) => mayAttack(tree, meantBy(tree, at))) ||
      agents.some((at) => isCalledMishap(tree, at)))
  );
}

/** "Typhoon | Malakas": named after what it is. */
const isCalledMishap = (tree: Tree, head: number) =>
  [head, Math.max(0, head - 1), ...tree.childrenBy(head, 'compound')].some((i) =>
    MISHAPS.test(tree.tokens[i]!.word.toLowerCase()),
  );

/** Nouns beside which "were killed" tells of no attack. */
const MISHAPS =
  /^(?:accident|crash|earthquake|quake|flood|flooding|avalanche|landslide|collision|storm|hurricane|typhoon|cyclone|tornado|wildfire|tsunami|drill|stampede)$/;
