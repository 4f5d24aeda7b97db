import type { Agreement, AgreementState } from '../../../graph-data/schema/index.ts';
import { isMoreThanTwo, isPair, pairBefore, pairNear } from '../actors/pairs.ts';
import type { Span } from '../nlp/index.ts';
import type { Tree } from '../text/tree.ts';
import { agreed } from './agreed.ts';
import { joined, record } from './agreement-record.ts';
import type { Clause } from './clause.ts';
import { inSet } from '../text/in-set.ts';
import type { ClaimContext } from './context.ts';
import { nominalAgreements } from './nominal-agreements.ts';
import { areForStates, BINDING, isBinding, judgesIt, withNear } from './near-parties.ts';
import { found, phrase, type Found } from './told-agreement.ts';
import { partiesUnder, withPersons } from './parties.ts';
import { awarded } from './awards.ts';
import { phraseAfter, phrasesOf } from './phrases.ts';
import { signings } from './signings.ts';
import { personsAt } from './signers.ts';

const NOUNS = new Set(
  (
    'agreement treaty deal pact accord memorandum protocol convention doctrine amendment ammendment document ' +
    'declaration ceasefire cease-fire truce charter partnership roadmap framework arrangement ' +
    'armistice contract plan programme program union loan communique alliance extension settlement ' +
    'understanding swap exchange statute compact concession lease moratorium concordat statement letter principle paper decree sheet'
  ).split(' '),
);
/** Nouns that name an agreement only beside a verb of signing. */
const WEAK = new Set(
  'document plan programme program contract union framework declaration loan alliance communique statute lease concession statement letter principle paper decree'.split(
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
  const own = partnersOf(clause.tree, noun);
  // Who brokered it "between" others is no party.
  const brokered = BROKERS.test(clause.lemma) && between.length + own.length > 0;
  const heads = [...(brokered ? [] : clause.agents), ...partners, ...between];
  const signers = [...heads, ...own];
  const beside = partiesUnder(signers, clause, context);
  const near =
    beside.parties.length < 2 &&
    partners.length === withs.length &&
    !partners.some((partner) => isSeveral(clause.tree, partner)) &&
    !judgesIt(clause.tree, clause.tree.tokens[noun]!.head) &&
    (isBinding(clause, noun, state) || (state === 'adopted' && areTwoOfPair(clause, context))) &&
    areForStates(heads, clause, context);
  const { people } = beside;
  const told = near ? withNear(beside.parties, clause, context) : beside.parties;
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

/** "Which signed a pact with Peru, | flew aid to Chile with others": past a comma and the next verb. */
const isPastVerb = ({ tokens }: Tree, noun: number, head: number) =>
  tokens.some(
    ({ word }, i) =>
      i > noun && i < head && word === ',' && /^VB[DN]$/.test(tokens[i + 1]?.tag ?? ''),
  );

const BROKERS = /^(?:broker|mediate|facilitate)$/;

/** "With the three nations": whom the two states named before are not. */
function isSeveral(tree: Tree, head: number): boolean {
  return isMoreThanTwo(tree.tokens, tree.reach(head)[0], head);
}

/**
 * What is signed: the objects, what they are a number of ("a pile | of papers"), and what is said to
 * be among them.
 */
function signedBy(clause: Clause): number[] {
  const { tree, lemma, obliques } = clause;
  const own = objectsOf(clause).map((object) => antecedent(tree, object));
  const counted = own
    .filter((object) => COUNT.test(tree.tokens[object]!.lemma))
    .flatMap((object) => tree.childrenBy(object, 'nmod'));
  const entered = obliques.get(COMES_TO[lemma] ?? '') ?? [];
  return [
    ...own,
    ...counted,
    ...entered,
    ...signatures(clause),
    ...(obliques.get('including') ?? []),
  ];
}

/**
 * Also what the parser took for the subject: of another verb ("signed | two contracts on radars"), or
 * of a participle ("a deal | struck between").
 */
function objectsOf({ tree, verb, agents, objects, obliques }: Clause): readonly number[] {
  if (objects.length > 0) return objects;
  const clauses = tree
    .childrenBy(verb, 'ccomp')
    .filter(
      (i) =>
        /^VB[ZP]$/.test(tree.tokens[i]!.tag) &&
        tree.childrenBy(i, 'mark').length === 0 &&
        tree.childrenBy(i, 'nsubj').every((subject) => subject > verb),
    );
  // "Signed a minerals | deal", of which the tagger made a verb
  const nouns = clauses.filter((i) => NOUNS.has(tree.tokens[i]!.lemma));
  if (nouns.length > 0) return nouns;
  const taken = clauses.flatMap((i) => tree.childrenBy(i, 'nsubj')).filter((i) => i > verb);
  if (taken.length > 0) return taken;
  return obliques.has('between') ? agents.filter((i) => NOUNS.has(tree.tokens[i]!.lemma)) : [];
}

/** "Put their signatures | under a contract", "set his signature | to a treaty". */
function signatures({ tree, objects, obliques }: Clause): number[] {
  const signs = objects.some(
    (i) =>
      tree.tokens[i]!.lemma === 'signature' ||
      (tree.tokens[i]!.lemma === 'name' && /^(?:their|his|her)$/.test(tree.tokens[i - 1]!.word)),
  );
  return signs ? ['under', 'to', 'on'].flatMap((word) => obliques.get(word) ?? []) : [];
}

/** "Came | to an agreement", "entered | into a pact". */
const COMES_TO: Readonly<Record<string, string>> = { come: 'to', enter: 'into', arrive: 'at' };

const COUNT =
  /^(?:pile|package|packet|number|series|set|raft|range|bundle|host|slew|dozen|pair|couple|batch|string|list|handful|variety|text|term)s?$/;

/** Words that one may sign alone or with others who agree: a petition is no agreement. */
const DECLARES =
  /^(?:statement|declaration|document|plan|letter|program|programme|paper|principle|decree)$/;

/** Whether persons for whom nobody is told to stand may be its parties. */
function mayBindPersons({ tree, lemma, obliques }: Clause, noun: number): boolean {
  const together = obliques.has('with') || partnersOf(tree, noun).length > 0;
  if (/^(?:adopt|approve|ratif|endorse|amend|revise|update|announce|unveil)/.test(lemma))
    return false;
  if (!DECLARES.test(tree.tokens[noun]!.lemma) || together) return true;
  return tree
    .childrenBy(noun, 'amod')
    .some((i) => /^(?:joint|common|bi|tri|multi)/.test(tree.tokens[i]!.lemma));
}

/** "Which was signed": what the relative pronoun stands for. */
function antecedent(tree: Tree, object: number): number {
  if (!/^W/.test(tree.tokens[object]!.tag)) return object;
  const verb = tree.tokens[object]!.head;
  const noun = verb < 0 ? -1 : tree.tokens[verb]!.head;
  if (noun < 0 || noun >= object) return object;
  // "The agreement on visas, | which was signed"
  if (NOUNS.has(tree.tokens[noun]!.lemma)) return noun;
  const { head } = tree.tokens[noun]!;
  const governed = tree.relation(noun) === 'nmod';
  if (governed && head >= 0 && NOUNS.has(tree.tokens[head]!.lemma)) return head;
  // "A memorandum on marking the border, | which they signed"
  const topic = head >= 0 && head < noun ? tree.tokens[head]! : null;
  const marking = topic?.tag === 'VBG' && tree.tokens[noun + 1]?.word === ',';
  const above = marking ? topic.head : -1;
  return above >= 0 && above < noun && BINDING.test(tree.tokens[above]!.lemma) ? above : noun;
}

/** "A memorandum between A and B", "a contract for launchers | with Hanwha", "a batch of papers | with X". */
function partnersOf(tree: Tree, noun: number): number[] {
  const next = phraseAfter(tree, noun);
  const beside = next !== null && /^(?:with|between)$/.test(tree.tokens[noun + 1]!.lemma);
  const topics = tree.childrenBy(noun, 'nmod').filter((i) => !STRIFE.test(tree.tokens[i]!.lemma));
  const phrases = phrasesOf(tree, [noun, ...topics]);
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
  const parties =
    beside.parties.length < 2 ? withNear(beside.parties, clause, context) : beside.parties;
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
    return BINDING.test(lemma) || (lemma === 'contract' && clause.obliques.has('with'));
  // A "term sheet", and no other
  if (lemma === 'sheet') return /^terms?$/.test(tree.tokens[object - 1]?.lemma ?? '');
  // A letter "of intent", and no other
  if (lemma === 'letter')
    return /^(?:intent|understanding)$/.test(tree.tokens[object + 2]?.lemma ?? '');
  if (state === 'signed' || !WEAK.has(lemma)) return true;
  // "Peru and Chile agreed a plan"
  if (clause.lemma === 'agree' && agents.length > 1) return true;
  // "Made a contract with a firm", "extended a contract", not "made a contract"
  const partner = clause.obliques.has('with') || state === 'amended';
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
