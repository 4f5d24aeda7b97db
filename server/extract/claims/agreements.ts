import type { Agreement, AgreementStatus } from '../../../graph-data/schema/index.ts';
import { selectorAt } from '../../../graph-data/schema/index.ts';
import type { Referent } from '../actors/referent.ts';
import { spanId } from '../ids.ts';
import { contains } from '../text/place.ts';
import {
  clauseSpan,
  factualClauses,
  inSet,
  namedUnder,
  referentsOf,
  type Clause,
} from './clause.ts';
import type { ClaimContext } from './index.ts';

/** Confidence of an agreement with two named parties; measured on the development articles. */
const STATED = 0.75;

const NOUNS = new Set(
  (
    'agreement treaty deal pact accord memorandum protocol convention doctrine amendment ammendment document ' +
    'declaration ceasefire cease-fire truce charter partnership roadmap framework arrangement ' +
    'armistice contract plan programme program union'
  ).split(' '),
);
/** Nouns that name an agreement only beside a verb of signing. */
const WEAK = new Set(
  'document plan programme program contract union framework declaration'.split(' '),
);

const STATUS_OF_VERB: readonly (readonly [AgreementStatus, ReadonlySet<string>])[] = [
  ['signed', new Set('sign initial ink conclude seal'.split(' '))],
  ['adopted', new Set('adopt approve ratify endorse'.split(' '))],
  ['amended', new Set('amend revise update'.split(' '))],
  ['announced', new Set('announce reach strike agree negotiate broker make'.split(' '))],
];

/** Agreements that clauses tell of, with at least two parties, in text order. */
export function agreementRecords(context: ClaimContext): Agreement[] {
  const found = factualClauses(context.discourse).flatMap(
    (clause) => agreementOf(clause, context) ?? [],
  );
  return found.filter(({ id }, i) => found.findIndex((other) => other.id === id) === i);
}

function agreementOf(clause: Clause, context: ClaimContext): Agreement | null {
  const state = STATUS_OF_VERB.find(([, verbs]) => inSet(clause.lemma, verbs))?.[0];
  const noun = state && clause.objects.find((object) => isAgreement(clause, object, state));
  if (state === undefined || noun === undefined) return null;
  const heads = [
    ...clause.agents,
    ...(clause.obliques.get('with') ?? []),
    ...(clause.obliques.get('between') ?? []),
  ];
  const people = [
    ...referentsOf(heads, clause, context.discourse),
    ...namedUnder(heads, clause, context.discourse),
  ];
  const parties = partiesOf(people, context);
  return parties.length < 2 ? null : record(clause, noun, state, parties, people, context);
}

function isAgreement({ tree }: Clause, object: number, state: AgreementStatus): boolean {
  const { lemma } = tree.tokens[object]!;
  return NOUNS.has(lemma) && (state === 'signed' || !WEAK.has(lemma));
}

/** States and international bodies; a person or a government binds the state it acts for. */
function partiesOf(people: readonly Referent[], { discourse }: ClaimContext): Referent[] {
  const parties = people.flatMap((referent): Referent[] => {
    if (
      referent.kind === 'state' ||
      referent.kind === 'international-organisation' ||
      referent.kind === 'company'
    )
      return [referent];
    return referent.country === null ? [] : [discourse.cast.state(referent.country)];
  });
  return [...new Set(parties)];
}

function record(
  clause: Clause,
  noun: number,
  state: AgreementStatus,
  parties: readonly Referent[],
  people: readonly Referent[],
  context: ClaimContext,
): Agreement {
  const { text, document, settler, dates, discourse } = context;
  const { tree, sentence } = clause;
  const span = clauseSpan(clause);
  const whole = discourse.parsed.sentences[sentence]!;
  const date = dates.find((one) => contains(whole, one))?.date ?? null;
  const failed = neverImplemented(clause);
  const history = [
    { state, date },
    ...(failed ? [{ state: 'not-implemented' as const, date: null }] : []),
  ];
  const signatories = state === 'signed' ? people.filter(({ kind }) => kind === 'person') : [];
  const names = parties.map(({ name }) => name);
  return {
    id: spanId('agr', document.sha256, span),
    name: `${phrase(text, tree, noun)} (${names.join(', ')})`,
    summary: text.slice(span.start, span.end).replace(/\s+/gu, ' '),
    parties: [...new Set(parties.map((party) => settler.id(party)))],
    signatories: [...new Set(signatories.map((one) => settler.id(one)))],
    date,
    place: null,
    state: history.at(-1)!.state,
    history,
    evidence: [{ document: document.id, selectors: [selectorAt(text, span.start, span.end)] }],
    status: 'proposed',
    method: 'extracted',
    confidence: STATED,
  };
}

/** The noun with what stands before it and its first complement: "amendments to the security cooperation agreement". */
function phrase(text: string, tree: Clause['tree'], noun: number): string {
  const [first] = tree.reach(noun);
  const from = /^(?:DT|PRP\$)$/.test(tree.tokens[first]!.tag) && first < noun ? first + 1 : first;
  return text
    .slice(tree.tokens[Math.min(from, noun)]!.start, tree.tokens[noun]!.end)
    .replace(/\s+/gu, ' ');
}

/** "... but the agreement was not fully implemented". */
function neverImplemented({ tree, verb }: Clause): boolean {
  return tree.tokens.some(
    ({ lemma }, i) =>
      i > verb &&
      /^(?:implement|ratif|honou?r|fulfil)/.test(lemma) &&
      tree.childrenBy(i, 'neg').length > 0,
  );
}
