import { namingsOfSentence } from '../actors/naming-index.ts';
import { isPair } from '../actors/pairs.ts';
import { summaryOf } from '../../contract/index.ts';
import type { Referent } from '../actors/referent.ts';
import type { Token } from '../nlp/index.ts';
import type { Tree } from '../text/tree.ts';
import { referentsOf, type Clause } from './clause.ts';
import type { ClaimContext } from './context.ts';
import { bound, partiesUnder, statesOfPeople, withPersons } from './parties.ts';
import { personsAt, quotedAs } from './signers.ts';
import { TIME } from './subjects.ts';
import { found, phrase, type Found } from './told-agreement.ts';

/** "X and Y agreed to exchange prisoners", "the IMF agreed to lend Kenya money". */
export function agreed(clause: Clause, context: ClaimContext): Found | null {
  const { tree, verb } = clause;
  if (!/^agree?$/.test(clause.lemma) && !decideTogether(clause)) return null;
  const between = agreedBetween(clause, context);
  if (between || clause.passive) return between;
  const [deed] = [...tree.childrenBy(verb, 'xcomp', 'ccomp'), ...deedsWith(clause)].filter(
    (i) => i > verb && !isReport(tree, i),
  );
  const on = topicsOf(clause);
  if (deed === undefined && on.length === 0) return null;
  if (deed !== undefined && (isOpinion(tree, deed) || isTalk(tree, deed))) return null;
  const agents =
    clause.agents.length > 0
      ? [...joinedBefore(clause), ...clause.agents]
      : subjectsBefore(clause, context);
  const own = [...agents, ...partnersOf(clause)];
  // "Berlin and Warsaw agreed to send a battery | to Ukraine": the two are all who agreed.
  const enough = deed === undefined || partiesUnder(own, clause, context).parties.length > 1;
  const partners = [...partnersOf(clause), ...(enough ? [] : beneficiaries(tree, deed))];
  const { parties: named, people } = partiesUnder(
    [...agents, ...partners.filter((i) => !hasDeed(clause, i))],
    clause,
    context,
  );
  // What hangs on "his Peruvian counterpart to widen trade" tells of no party.
  const meant = partners
    .filter((i) => hasDeed(clause, i))
    .flatMap((i) => [
      ...statesOfPeople(i, clause, context.discourse),
      ...referentsOf([i], clause, context.discourse).flatMap((one) =>
        bound(one, context.discourse),
      ),
    ]);
  const told = [...new Set([...named, ...meant])];
  const met = thoseWhoMet(agents, clause, context);
  const parties = [
    met,
    withPersons(told, own, clause, context),
    ofUs(agents, deed, clause, context),
  ].find(({ length }) => length > 1);
  if (!parties || (met.length < 2 && !mayAgree(agents, clause, context))) return null;
  const last = deed ?? on.at(-1)!;
  const name = context.text
    .slice(tree.tokens[tree.reach(last)[0]]!.start, tree.tokens[tree.reach(last)[1]]!.end)
    .replace(/\s+/gu, ' ')
    .replace(/^(?:to|that|on)\s+/, '');
  const wide = found(
    'agreed',
    clause,
    'announced',
    summaryOf(name, LONGEST_NAME),
    parties,
    people,
    false,
  );
  const end = Math.max(wide.span.end, tree.tokens[tree.reach(last)[1]]!.end);
  return { ...wide, span: { start: wide.span.start, end: trimmed(context.text, end) } };
}

/** "We agreed to | deploy a group of Russian and Belarusian forces": the two that the deed names, the speaker's among them. */
function ofUs(
  agents: readonly number[],
  deed: number | undefined,
  clause: Clause,
  context: ClaimContext,
): readonly Referent[] {
  const [we, more] = agents;
  if (we === undefined || more !== undefined || deed === undefined) return [];
  const speaker = quotedAs(we, clause, context.told);
  const own = speaker ? bound(speaker, context.discourse) : [];
  const { parties } = partiesUnder([deed], clause, context);
  return parties.length === 2 && own.some((one) => parties.includes(one)) ? parties : [];
}

/** "Agreed to a truce, the ministry | said": who tells of it, which the parser hung on it. */
const isReport = ({ tokens }: Tree, at: number) => /^(?:say|said|report)$/.test(tokens[at]!.lemma);

/** "The two countries decided | to widen trade". */
const decideTogether = ({ lemma, agents, tree, verb }: Clause) =>
  /^(?:decide?|resolve?)$/.test(lemma) &&
  tree.childrenBy(verb, 'xcomp').length > 0 &&
  agents.length > 0 &&
  agents.every((agent) => isPair(tree.tokens, tree.reach(agent)[0], agent));

/** "Its envoy X and | his colleague Y had agreed", of which the parser hung "Y had agreed" on the colleague. */
function joinedBefore({ tree, verb, agents }: Clause): number[] {
  const joined = tree.tokens[verb]!.head;
  const [agent] = agents;
  const apart = tree.relation(verb) === 'dep' && joined >= 0 && joined + 3 > (agent ?? -1);
  if (!apart || agent === undefined || joined > agent || tree.relation(joined) !== 'conj')
    return [];
  return [tree.tokens[joined]!.head, joined];
}

/** "The route, agreed between A and B", "the price was agreed by A and B". */
function agreedBetween(clause: Clause, context: ClaimContext): Found | null {
  const { tree, objects, agents, passive, obliques } = clause;
  const heads = obliques.get('between') ?? (passive ? agents : []);
  const noun = passive ? objects[0] : agents[0];
  if (noun === undefined || heads.length === 0 || !tree.tokens[noun]!.tag.startsWith('NN'))
    return null;
  const { parties, people } = partiesUnder(heads, clause, context);
  if (parties.length < 2) return null;
  const name = phrase(context.text, tree, noun);
  return found('agreed', clause, 'announced', name, parties, people, true);
}

/** "Agreed with his counterpart | to widen trade", which the parser hung on the counterpart. */
const deedsWith = (clause: Clause) =>
  partnersOf(clause).flatMap((partner) => deedsOn(clause, partner));

const deedsOn = ({ tree }: Clause, partner: number) =>
  tree.childrenBy(partner, 'acl').filter((i) => i > partner && tree.tokens[i]!.tag === 'VB');

const hasDeed = (clause: Clause, partner: number) => deedsOn(clause, partner).length > 0;

/** With whom: nobody where it is with what somebody says. */
const partnersOf = ({ tree, obliques }: Clause) =>
  (obliques.get('with') ?? []).filter((i) => !OPINIONS.test(tree.tokens[i]!.lemma));

const OPINIONS =
  /^(?:request|proposal|assessment|view|statement|decision|opinion|idea|conclusion|position|demand|call|suggestion|argument|remark|comment|approach|claim|premise|criticism)$/;

/**
 * "X met Y in Z. | They agreed", "X met Y, where they | agreed": the two of whose meeting the words or
 * the sentence before tell.
 */
function thoseWhoMet(
  agents: readonly number[],
  { tree, sentence }: Clause,
  { discourse }: ClaimContext,
): readonly Referent[] {
  const [they, more] = agents;
  if (they === undefined || more !== undefined) return [];
  if (!/^they$/i.test(tree.tokens[they]!.word)) return [];
  const here = tree.tokens.slice(0, they).some(meets);
  const before = discourse.trees[sentence - 1]?.tokens ?? [];
  if (!here && !before.some(meets)) return [];
  const persons = namingsOfSentence(discourse.namings, here ? sentence : sentence - 1)
    .filter(({ to }) => !here || to <= they)
    .map(({ referent }) => referent)
    .filter(({ key }) => key.startsWith('person:'));
  const parties = [...new Set(persons)].map((one) => bound(one, discourse)[0] ?? one);
  return parties.length === 2 && parties[0] !== parties[1] ? parties : [];
}

const meets = ({ lemma, tag }: Token) => MEETS.test(lemma) && /^(?:VB[DNG]|NN)/.test(tag);

const MEETS = /^(?:meet|met|talk|negotiat|confer|receive|host|sign|agree|approve|discuss)/;

/** "Agreed | on the price", "agreed with him | on the price": no day on which they did. */
function topicsOf({ tree, verb, obliques }: Clause): readonly number[] {
  const next = tree.tokens[verb + 1]?.lemma ?? '';
  const deeds = tree
    .childrenBy(verb, 'advcl', 'xcomp')
    .filter((i) => i > verb && tree.tokens[i]!.tag === 'VBG' && marksTopic(tree, i));
  if (/^(?:on|upon|to)$/.test(next)) return [...(obliques.get(next) ?? []), ...deeds];
  if (next !== 'with') return [];
  const topics = ['on', 'about'].flatMap((word) => obliques.get(word) ?? []);
  return [
    ...topics.filter(
      (i) => i > verb && /^NN/.test(tree.tokens[i]!.tag) && !TIME.test(tree.tokens[i]!.lemma),
    ),
    ...deeds,
  ];
}

/** "Agreed with Peru on | stationing troops", "agreed on | deploying troops". */
const marksTopic = (tree: Tree, at: number) =>
  tree.childrenBy(at, 'mark', 'case').some((i) => /^(?:on|about)$/.test(tree.tokens[i]!.word));

/** Whether those who agree are parties or persons whom the text names: no analysts. */
function mayAgree(agents: readonly number[], clause: Clause, context: ClaimContext): boolean {
  return (
    partiesUnder(agents, clause, context).parties.length > 0 ||
    personsAt(agents, clause, context.discourse).length > 0
  );
}

/** "Agreed that it is so": no deed that both take on. */
function isOpinion(tree: Tree, deed: number): boolean {
  if (tree.relation(deed) !== 'ccomp') return false;
  const helpers = tree.childrenBy(deed, 'aux', 'mark').map((i) => tree.tokens[i]!.word);
  const bids = helpers.some((word) => /^(?:would|should|will|shall|must|to)$/i.test(word));
  return (tree.tokens[deed]!.lemma === 'be' || !bids) && tree.tokens[deed]!.tag !== 'VB';
}

/** "Agreed to | meet again in May": no more than to go on. */
const isTalk = (tree: Tree, deed: number) => /^(?:meet|talk)$/.test(tree.tokens[deed]!.lemma);

/** "X and Prime Minister of Peru Y agreed", where the parser hangs them on something else: those just before. */
function subjectsBefore({ tree, sentence, verb }: Clause, { discourse }: ClaimContext): number[] {
  const here = namingsOfSentence(discourse.namings, sentence).filter(({ to }) => to <= verb);
  const found: number[] = [];
  let to = verb;
  for (const naming of here.reverse()) {
    const between = tree.tokens.slice(naming.to, to);
    const joined = between.every(({ tag, word }) => word === 'and' || /^(?:NN|JJ|IN|DT)/.test(tag));
    if (!joined || (found.length === 0 && between.length > 0)) break;
    found.push(naming.to - 1);
    to = naming.from;
  }
  return found;
}

const LONGEST_NAME = 80;

function trimmed(text: string, end: number): number {
  return /[.,;]/.test(text[end - 1]!) ? end - 1 : end;
}

/** Whom the deed is for: "lend Kenya $941 million", "supply gas to Moldova". */
function beneficiaries(tree: Clause['tree'], deed: number): number[] {
  const by = BUYS.test(tree.tokens[deed]!.lemma) ? /^(?:from|with|for)$/ : /^(?:to|with|for)$/;
  const tos = tree
    .childrenBy(deed, 'nmod')
    .filter((i) => tree.childrenBy(i, 'case').some((c) => by.test(tree.tokens[c]!.lemma)));
  const given = tree
    .childrenBy(deed, 'dobj', 'iobj')
    .filter((i) => !GROUPS.test(tree.tokens[i]!.lemma) && !tellsWhy(tree, i));
  return [...given, ...tos];
}

/** "Raise imports | amid Russia's threats": whose deed is its ground, and no party to it. */
function tellsWhy(tree: Clause['tree'], head: number): boolean {
  const [, last] = tree.reach(head);
  return tree.tokens
    .slice(head + 1, last + 1)
    .some(({ word }) => /^(?:amid|despite|because|following|after|against|over)$/.test(word));
}

/** "Buy tanks | from South Korea": who gives. */
const BUYS = /^(?:buy|purchase|import|borrow|lease|order|procure|acquire)$/;

/** "Deploy a group of troops": what is made or moved, and no party. */
const GROUPS =
  /^(?:group|faction|union|company|militia|initiative|agreement|pact|treaty|deal|accord|ceasefire|truce|memorandum|contract|partnership|coalition)$/;
