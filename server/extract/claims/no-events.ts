import type { Referent } from '../actors/referent.ts';
import type { Tree } from '../text/tree.ts';
import type { Clause } from './clause.ts';
import type { Part } from './event-record.ts';
import type { Frame } from './frames.ts';
import { phrasesOf } from './phrases.ts';

/** Whether a clause fits a frame by its words, but tells of a habit, a game, a tale or of words alone. */
export function isNoEvent(frame: Frame, clause: Clause, parts: readonly Part[]): boolean {
  return (
    isInWords(frame, clause, parts) ||
    isCustom(frame, clause) ||
    isMatch(frame, clause) ||
    isTale(clause) ||
    isFulfilled(clause) ||
    isOtherList(frame, clause) ||
    isOfMarkets(frame, clause) ||
    isFreedFromDuty(clause) ||
    isOffStage(clause) ||
    isForThePress(frame, clause) ||
    isAppeal(frame, clause) ||
    isOverYears(frame, clause) ||
    isMarch(frame, clause) ||
    isHandedOver(frame, clause, parts) ||
    isArrival(frame, clause)
  );
}

/** "Norway sends its oil abroad", "often travels to Lima", "wins elections": done as a rule, and not once. */
const isCustom = ({ kind }: Frame, { tree, verb, lemma }: Clause) =>
  /^VB[ZP]$/.test(tree.tokens[verb]!.tag)
    ? kind === 'delivery' || /^(?:win|head)$/.test(lemma) || isRule(tree, verb)
    : isCustomary(tree, verb);

const isRule = (tree: Tree, verb: number) =>
  tree.childrenBy(verb, 'advmod').some((i) => AS_A_RULE.test(tree.tokens[i]!.word));

/** "Talks are | often held": more than once. */
export const isCustomary = (tree: Tree, verb: number) =>
  tree.childrenBy(verb, 'auxpass').some((i) => /^(?:is|are)$/.test(tree.tokens[i]!.word)) &&
  isRule(tree, verb);

const AS_A_RULE =
  /^(?:constantly|often|regularly|usually|frequently|always|sometimes|routinely|rarely|seldom)$/i;

/** "Norway met Peru in the final": a game. */
const isMatch = ({ kind }: Frame, { tree, obliques }: Clause) =>
  kind === 'meeting' && (obliques.get('in') ?? []).some((i) => GAMES.test(tree.tokens[i]!.lemma));

const GAMES = /^(?:final|semi-?final|quarter-?final|match|qualifier|tie|league|cup|tournament)$/;

/** "In the novel, Norway invades Peru": what a work or a game tells of. */
const isTale = ({ tree, obliques }: Clause) =>
  (obliques.get('in') ?? []).some((i) => {
    const { lemma } = tree.tokens[i]!;
    // "In a series of strikes" counts them.
    const counts = COUNTING.test(lemma) && tree.tokens[i + 1]?.word === 'of';
    return TALES.test(lemma) && !counts;
  });

const COUNTING = /^(?:series|scene|episode)$/;

const TALES =
  /^(?:novel|film|movie|book|story|tale|play|drama|comedy|opera|musical|comic|series|sitcom|episode|scene|dream|simulation|scenario|wargame|videogame)$/;

/** "Met the demands", "the deadline was met": nobody did. */
const isFulfilled = ({ lemma, tree, objects }: Clause) =>
  lemma === 'meet' && objects.some((i) => FULFILLED.test(tree.tokens[i]!.lemma));

const FULFILLED =
  /^(?:demand|criterion|criteria|deadline|target|requirement|need|condition|challenge|goal|standard|expectation|obligation|commitment|threshold|quota|cost|resistance|criticism|opposition|fate|death|end)$/;

/** "Was placed on the list of best authors": of none who are shunned or sought. */
function isOtherList({ kind }: Frame, { tree, obliques }: Clause): boolean {
  if (kind !== 'sanction') return false;
  const lists = ['on', 'to', 'in']
    .flatMap((word) => obliques.get(word) ?? [])
    .filter((i) => /^(?:list|register)$/.test(tree.tokens[i]!.lemma));
  return lists.some((list) => {
    const [first, last] = tree.reach(list);
    return !tree.tokens.slice(first, last + 1).some(({ word }) => SHUNNED.test(word));
  });
}

const SHUNNED =
  /(?:sanction|wanted|terror|extremis|agent|undesirable|banned|prohibited|restrict|entit|designated|black|watch|embargo|hostile|unfriendly|control|criminal|stop|non-grata)/i;

/** "A rally in shares drew investors": no crowd's. */
const isOfMarkets = ({ kind }: Frame, { tree, agents }: Clause) =>
  kind === 'protest' &&
  agents.some((agent) =>
    tree.childrenBy(agent, 'nmod', 'compound').some((i) => TRADED.test(tree.tokens[i]!.lemma)),
  );

const TRADED = /^(?:share|stock|bond|market|price|currency|commodity|equity|crypto|oil|gold)$/;

/** "Released from her contract", "freed of debts": held by nobody. */
const isFreedFromDuty = ({ lemma, tree, obliques }: Clause) =>
  /^(?:release|free)$/.test(lemma) &&
  ['from', 'of'].some((word) =>
    (obliques.get(word) ?? []).some((i) => DUTIES.test(tree.tokens[i]!.lemma)),
  );

const DUTIES = /^(?:contract|debt|duty|obligation|burden|promise|oath)$/;

/** "Stepped down from the podium": from no office. */
const isOffStage = ({ lemma, tree, obliques }: Clause) =>
  /^(?:step|stand)$/.test(lemma) &&
  (obliques.get('from') ?? []).some((i) => STAGES.test(tree.tokens[i]!.lemma));

const STAGES = /^(?:podium|stage|plane|train|car|bus|ladder|platform|pedestal)$/;

/** "Held a press conference ahead of the summit": no meeting of those who speak to the press. */
const isForThePress = ({ kind }: Frame, { tree, objects, obliques }: Clause) =>
  kind === 'meeting' &&
  !obliques.has('with') &&
  objects.some((i) => {
    const own = tree.childrenBy(i, 'compound', 'amod').map((one) => tree.tokens[one]!.word);
    return own.some((word) => /^(?:press|news)$/i.test(word)) && !own.includes('joint');
  });

/** "Called on the members | for support": asked, and not visited. */
const isAppeal = ({ kind }: Frame, { lemma, obliques, tree }: Clause) =>
  kind === 'meeting' &&
  lemma === 'call' &&
  (obliques.has('for') || phrasesOf(tree, obliques.get('on') ?? []).has('for'));

/** "Signed the pact, | ending ten years of negotiations": what went on for years is no meeting. */
const isOverYears = ({ kind }: Frame, { tree, objects, lemma }: Clause) =>
  kind === 'meeting' &&
  /^(?:conclude|end|finish|complete|follow)$/.test(lemma) &&
  objects.some((i) => /^(?:year|decade|month)$/.test(tree.tokens[i]!.lemma));

/** "Fighters advanced to the border": up to where nobody is attacked. */
const isMarch = ({ kind }: Frame, { tree, lemma, obliques }: Clause) =>
  kind === 'attack' &&
  lemma === 'advance' &&
  ['to', 'towards', 'toward'].some((word) =>
    (obliques.get(word) ?? []).some((i) => /^(?:border|frontier)$/.test(tree.tokens[i]!.lemma)),
  );

/** "The army took over a base from the peacekeepers": given, and not taken. */
const isHandedOver = (
  { kind }: Frame,
  { tree, verb, lemma, obliques }: Clause,
  parts: readonly Part[],
) =>
  kind === 'attack' &&
  lemma === 'take' &&
  tree.tokens[verb + 1]?.word === 'over' &&
  obliques.has('from') &&
  parts.every(({ role, referent }) => role !== 'actor' || referent.country !== null);

/** "Attacked the town, | arriving on motorcycles": how somebody came, and no move of forces. */
const isArrival = ({ kind }: Frame, { tree, verb, lemma }: Clause) =>
  kind === 'deployment' &&
  tree.tokens[verb]!.tag === 'VBG' &&
  /^(?:arrive|come|ride)$/.test(lemma) &&
  /^(?:attack|raid|storm|strike|ambush|kill)$/.test(
    tree.tokens[tree.tokens[verb]!.head]?.lemma ?? '',
  );

/** "Manila protested to Beijing", "the senator protested the order", "held a rally": words alone. */
function isInWords(
  { kind }: Frame,
  { lemma, objects, obliques, tree }: Clause,
  parts: readonly Part[],
): boolean {
  // "Norway claimed an attack": states say so, and groups own up to it.
  if (kind === 'attack' && lemma === 'claim')
    return parts.some(({ role, referent: { key, kind: who } }) => {
      return role === 'actor' && (IN_POWER.test(key) || who === 'armed-force' || who === 'person');
    });
  if (kind !== 'protest') return false;
  if (lemma === 'protest' && obliques.has('to')) return true;
  const actors = parts.filter(({ role }) => role === 'actor');
  const official = actors.length > 0 && actors.every(({ referent }) => isOfficial(referent));
  if (lemma === 'protest' && official) return true;
  const persons =
    actors.length > 0 &&
    actors.every(({ referent: { kind: who, key } }) => who === 'person' || IN_POWER.test(key));
  const object = lemma === 'protest' || objects.some((i) => tree.tokens[i]!.lemma === 'rally');
  return persons && objects.length > 0 && object;
}

/** "The foreign minister protested against the statement": in words. */
const isOfficial = ({ kind, key, posts }: Referent) =>
  IN_POWER.test(key) ||
  kind === 'government-body' ||
  posts.some(({ of, former }) => !former && /^(?:state|government-body)$/.test(of.kind));

/** States and governments hold no rallies. */
const IN_POWER = /^(?:state|government):/;
