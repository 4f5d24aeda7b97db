import type { Agreement, AgreementState } from '../../../graph-data/schema/index.ts';
import { isMoreThanTwo, isPair, pairBefore, pairNear } from '../actors/pairs.ts';
import type { Span } from '../nlp/index.ts';
import type { Tree } from '../text/tree.ts';
import { agreed } from './agreed.ts';
import { joined, record } from './agreement-record.ts';
import type { Clause } from './clause.ts';
import { inSet } from '../text/in-set.ts';
import type { ClaimContext } from './context.ts';
import { partiesJoined } from './joined-states.ts';
import { BROKERS, nominalAgreements } from './nominal-agreements.ts';
import { areForStates, BINDING, isBinding, judgesIt, withNear } from './near-parties.ts';
import { found, phrase, type Found } from './told-agreement.ts';
import { partiesUnder, speakersOwn, withPersons } from './parties.ts';
import { awarded } from './awards.ts';
import { phraseAfter, phrasesOf } from './phrases.ts';
import { NOUNS, signatures, signedBy } from './signed-nouns.ts';
import { signings } from './signings.ts';
import { personsAt } from './signers.ts';

/** Nouns that name an agreement only beside a verb of signing. */
const WEAK = new Set(
  'document plan programme program contract union framework declaration loan alliance communique statute lease concession statement letter principle paper decree package'.split(
    ' ',
  ),
);

const STATE_OF_VERB: readonly (readonly [AgreementState, ReadonlySet<string>])[] = [
  ['signed', new Set('sign initial ink conclude seal formalise formalize'.split(' '))],
  ['adopted', new Set('adopt approve ratify endorse'.split(' '))],
  ['amended', new Set('amend revise update extend renew prolong'.split(' '))],
  [
    'announced',
    new Set(
      (
        'announce reach strike agree negotiate broker make clinch secure finalise finalize unveil ' +
        'come enter arrive'
      ).split(' '),
    ),
  ],
  // "Have a treaty with"
  ['in-force', new Set(['have'])],
];

/** Agreements that a document tells of, with at least two parties, in text order, each once. */
export function agreementRecords(context: ClaimContext): Agreement[] {
  const clauses = context.clauses;
  const told = clauses.flatMap(
    (clause) =>
      byNoun(clause, context) ??
      awarded(clause, context) ??
      agreed(clause, context) ??
      inForce(clause, context) ??
      [],
  );
  const taken = (span: Span) =>
    told.some((one) => one.span.start < span.end && span.start < one.span.end);
  const named = [...nominalAgreements(context), ...signings(context)].filter(
    ({ shape, span }) => shape === 'listed' || !taken(span),
  );
  const found = [...told, ...named].sort((a, b) => a.span.start - b.span.start);
  return joined(found, context).map((mentions) => record(mentions, context));
}

/** "Signed a trade agreement with X", "an agreement was reached between X and Y". */
function byNoun(clause: Clause, context: ClaimContext): Found | null {
  const objects = signedBy(clause);
  const state =
    signatures(clause).length > 0
      ? 'signed'
      : STATE_OF_VERB.find(([, verbs]) => inSet(clause.lemma, verbs))?.[0];
  const noun = state && objects.find((object) => isAgreement(clause, object, state, context));
  if (state === undefined || noun === undefined) return null;
  const withs = clause.obliques.get('with') ?? [];
  const partners = withs.filter((i) => !isFoe(clause.tree, i) && !isPastVerb(clause.tree, noun, i));
  const between = clause.obliques.get('between') ?? [];
  const partnersBeside = partnersOf(clause.tree, noun);
  // Who brokered it is no party, but where it is "brokered by A with B".
  const others = partners.length === 0 || between.length + partnersBeside.length > 0;
  const behalf = behalfOf(clause);
  const signs = behalf.length > 0 ? behalf : clause.agents;
  const own = BROKERS.test(clause.lemma) && others ? [] : signs;
  const heads = [...own, ...partners, ...between];
  const signers = [...heads, ...partnersBeside];
  const beside = partiesUnder(signers, clause, context);
  const near =
    behalf.length === 0 &&
    beside.parties.length < 2 &&
    partners.length === withs.length &&
    !partners.some((partner) => isSeveral(clause.tree, partner)) &&
    !judgesIt(clause.tree, clause.tree.tokens[noun]!.head) &&
    (isBinding(clause, noun, state) || (state === 'adopted' && areTwoOfPair(clause, context))) &&
    areForStates(heads, clause, context);
  const { people } = beside;
  const joint = beside.parties.length < 2 ? joinedBefore(clause.tree, noun, context) : [];
  const named = joint.length > 1 ? joint : beside.parties;
  const told = near ? withNear(named, clause, context) : named;
  const parties = mayBindPersons(clause, noun) ? withPersons(told, signers, clause, context) : told;
  if (parties.length < 2) return null;
  const { tree } = clause;
  const anaphoric =
    WEAK.has(tree.tokens[noun]!.lemma) ||
    tree.childrenBy(noun, 'det').some((i) => /^(?:the|this|that)$/i.test(tree.tokens[i]!.word));
  return found(
    near ? 'near' : 'clause',
    clause,
    state,
    phrase(context.text, tree, noun),
    parties,
    people,
    anaphoric,
  );
}

/** "Signed the truce | on behalf of the Peruvian government": for whom somebody does. */
const behalfOf = ({ tree, obliques }: Clause) =>
  (obliques.get('on') ?? [])
    .filter((i) => tree.tokens[i]!.lemma === 'behalf')
    .flatMap((i) => tree.childrenBy(i, 'nmod'));

/** "A | Russian-Iranian | agreement was reached": whose it is by the adjective before it. */
const joinedBefore = (tree: Tree, noun: number, { discourse }: ClaimContext) =>
  tree
    .childrenBy(noun, 'amod', 'compound')
    .flatMap((i) => partiesJoined(tree.tokens[i]!.word, discourse.cast));

/** "Which signed a pact with Peru, | flew aid to Chile with others": past a comma and the next verb. */
const isPastVerb = ({ tokens }: Tree, noun: number, head: number) =>
  tokens.some(
    ({ word }, i) =>
      i > noun && i < head && word === ',' && /^VB[DN]$/.test(tokens[i + 1]?.tag ?? ''),
  );

/** "With the three nations": whom the two states named before are not. */
function isSeveral(tree: Tree, head: number): boolean {
  return isMoreThanTwo(tree.tokens, tree.reach(head)[0], head);
}

/** Words that one may sign alone or with others who agree: a petition is no agreement. */
const DECLARES =
  /^(?:statement|declaration|document|plan|letter|program|programme|paper|principle|decree)$/;

/** What heads of two states sign together only when they have agreed on it. */
const ORDERS = /^(?:decree|plan|program|programme|document)$/;

/** Whether persons for whom nobody is told to stand may be its parties. */
function mayBindPersons({ tree, lemma, obliques, agents }: Clause, noun: number): boolean {
  // "Putin and Lukashenko signed a decree": no one state's
  const jointly = agents.length === 2 && ORDERS.test(tree.tokens[noun]!.lemma);
  const together = obliques.has('with') || partnersOf(tree, noun).length > 0 || jointly;
  if (/^(?:adopt|approve|ratif|endorse|amend|revise|update|unveil)/.test(lemma)) return false;
  if (lemma === 'announce' && !together) return false;
  if (!DECLARES.test(tree.tokens[noun]!.lemma) || together) return true;
  return tree
    .childrenBy(noun, 'amod')
    .some((i) => /^(?:joint|common|bi|tri|multi)/.test(tree.tokens[i]!.lemma));
}

/** "A memorandum between A and B", "a contract for launchers | with Hanwha", "a batch of papers | with X". */
function partnersOf(tree: Tree, noun: number): number[] {
  const next = phraseAfter(tree, noun);
  const beside = next !== null && /^(?:with|between)$/.test(tree.tokens[noun + 1]!.lemma);
  const topics = tree.childrenBy(noun, 'nmod').filter((i) => !STRIFE.test(tree.tokens[i]!.lemma));
  // "A memorandum of understanding | with A"
  const inner = tree
    .childrenBy(noun, 'acl')
    .filter((i) => tree.tokens[i]!.word === 'understanding');
  const phrases = phrasesOf(tree, [noun, ...inner, ...topics]);
  // "A protocol on the exchange of data | between A and B"
  const deeper = phrasesOf(
    tree,
    topics.flatMap((topic) => tree.childrenBy(topic, 'nmod')),
  );
  const between = phrases.get('between') ?? deeper.get('between') ?? [];
  const own = [...(phrases.get('with') ?? []), ...between];
  return beside && !own.includes(next) ? [next, ...own] : own;
}

/** "On the war with X", of which the parser hung "with X" on the verb. */
const isFoe = (tree: Tree, head: number) =>
  tree
    .childrenBy(head, 'case')
    .some(
      (i) => i > 0 && tree.tokens[i]!.word === 'with' && STRIFE.test(tree.tokens[i - 1]!.lemma),
    );

/** "A statement on the war | with X": no partner of it. */
const STRIFE =
  /^(?:war|conflict|fight|struggle|dispute|clash|confrontation|border|tension|quarrel|standoff|rivalry|talk|meeting)$/;

/** "Regarding the protocol, they confirmed that | it had entered into force". */
function meantBy(tree: Tree, subject: number): number {
  if (!/^it$/i.test(tree.tokens[subject]!.word)) return subject;
  const before = tree.tokens.slice(0, subject);
  const noun = before.findIndex(({ lemma, tag }) => tag === 'NN' && BINDING.test(lemma));
  return noun < 0 ? subject : noun;
}

/** "The agreement took effect in 2016", "the protocol entered into force". */
function inForce(clause: Clause, context: ClaimContext): Found | null {
  const { tree, verb, lemma, agents } = clause;
  const after = tree.tokens
    .slice(verb + 1, verb + 4)
    .map((token) => token.lemma)
    .join(' ');
  const forced =
    (/^(?:enter|come|go)$/.test(lemma) && /^into (?:force|effect)/.test(after)) ||
    (lemma === 'take' && after.startsWith('effect'));
  const [subject] = forced ? agents : [];
  const noun = subject === undefined ? undefined : meantBy(tree, subject);
  if (
    noun === undefined ||
    !(BINDING.test(tree.tokens[noun]!.lemma) || tree.tokens[noun]!.lemma === 'deal')
  )
    return null;
  const partners = partnersOf(tree, noun);
  const beside = partiesUnder(partners.length > 0 ? partners : [noun], clause, context);
  const speaks = partners.length > 0 ? speakersOwn(noun, beside.parties, clause, context) : [];
  const named = [...beside.parties, ...speaks];
  const parties = named.length < 2 ? withNear(named, clause, context) : named;
  if (parties.length < 2) return null;
  return found('force', clause, 'in-force', phrase(context.text, tree, noun), parties, [], true);
}

function isAgreement(
  clause: Clause,
  object: number,
  state: AgreementState,
  context: ClaimContext,
): boolean {
  const { tree, agents, sentence } = clause;
  const { lemma } = tree.tokens[object]!;
  if (!NOUNS.has(lemma)) return false;
  if (state === 'in-force')
    return (
      BINDING.test(lemma) ||
      (lemma === 'contract' && (clause.obliques.has('with') || agents.length > 1))
    );
  // A "term sheet", and no other
  if (lemma === 'sheet') return /^terms?$/.test(tree.tokens[object - 1]?.lemma ?? '');
  // A letter "of intent", and no other
  if (lemma === 'letter')
    return /^(?:intent|understanding)$/.test(tree.tokens[object + 2]?.lemma ?? '');
  if (state === 'signed' || !WEAK.has(lemma)) return true;
  // "Peru and Chile agreed a plan"
  const joint = clause.obliques.has('with');
  if (clause.lemma === 'agree' && (agents.length > 1 || joint)) return true;
  // "Made a contract with a firm", "extended a contract", not "made a contract"
  const partner = joint || state === 'amended';
  if (lemma === 'contract' && partner) return true;
  if (state !== 'adopted') return false;
  const both = agents.some((agent) => isPair(tree.tokens, tree.reach(agent)[0], agent));
  if (both) return pairBefore(sentence, object, context.discourse).length === 2;
  return (
    agents.length > 1 &&
    (partiesUnder(agents, clause, context).parties.length > 1 || areTwoOfPair(clause, context))
  );
}

/** "Ministers X and Y approved the plan", after a sentence that names two states. */
const areTwoOfPair = (clause: Clause, { discourse }: ClaimContext) =>
  personsAt(clause.agents, clause, discourse).length === 2 &&
  pairNear(clause.sentence, discourse).length === 2;
