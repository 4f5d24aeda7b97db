import fc from 'fast-check';
import type { Records } from '../../graph-data/schema/index.ts';
import {
  ACTOR_KINDS,
  ACTS,
  AGREEMENT_STATES,
  DataSet,
  EVENT_KINDS,
  METHODS,
  MODES,
  RELATION_KINDS,
  ROLES,
  STATUSES,
} from '../../graph-data/schema/index.ts';
import type { ResolvedQuery, ResolvedTerm } from '../../server/contract/index.ts';

/** Small pools, so that generated records share actors, words and days, and queries hit them. */
const ACTORS = 7;
const DOCUMENTS = 4;
const LENGTH = 5000;
const NAMES = [
  'Alexander Lukashenko',
  'Łukasz Żółć',
  'Valeriy Zaluzhnyi',
  'Ukraine',
  'United Nations',
  'Україна',
  'Zoë O’Neill',
];
const WORDS = [
  'attack',
  'attacked',
  'peace',
  'won’t',
  'co-operation',
  'NATO’s',
  'Łódź',
  'Україна',
  'café',
  '«war»',
  'the',
  '2022',
];
const DATES = [
  '2022-12-07',
  '2022-12',
  '2022',
  '2022~',
  '2022-09-26/2022-10-02',
  '../2022-10-01',
  '2022-11-30/..',
  '2022-22',
  '202X',
];
const DAYS = ['2021-12-31', '2022-09-30', '2022-10-02', '2022-12-07', '2022-12-31', '2030-01-01'];

const actorId = fc.nat(ACTORS - 1).map((i) => `actor:a${i}`);
const documentId = fc.nat(DOCUMENTS - 1).map((i) => `doc:d${i}`);
const date = fc.option(fc.constantFrom(...DATES));
const text = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 6 })
  .map((list) => list.join(' '));
const selector = fc.tuple(text, fc.nat(1000)).map(([exact, start]) => ({
  exact,
  prefix: '',
  suffix: '',
  start,
  end: start + exact.length,
}));
const evidence = fc.array(
  fc.record({
    document: documentId,
    selectors: fc.array(selector, { minLength: 1, maxLength: 2 }),
  }),
  { minLength: 1, maxLength: 2 },
);
const provenance = {
  status: fc.constantFrom(...STATUSES),
  method: fc.constantFrom(...METHODS),
  confidence: fc.option(fc.constantFrom(0, 0.25, 0.95)),
};
const some = { minLength: 0, maxLength: 2 };
const actorList = fc.uniqueArray(actorId, some);

const report = fc.record({
  document: documentId,
  content: fc.array(selector, { minLength: 1, maxLength: 2 }),
  cue: fc.option(selector),
  source: fc.option(selector),
  via: actorList,
  repeats: fc.array(selector, { maxLength: 1 }),
  origin: fc.nat(2).map((i) => `orig:o${i}`),
});
const statement = fc.record({
  speaker: actorId,
  text,
  mode: fc.constantFrom(...MODES),
  act: fc.constantFrom(...ACTS),
  said: date,
  addressees: actorList,
  about: actorList,
  reports: fc.uniqueArray(report, {
    minLength: 1,
    maxLength: 2,
    selector: ({ document }) => document,
  }),
  ...provenance,
});
const agreement = fc.record({
  name: text,
  summary: text,
  parties: fc.uniqueArray(actorId, { minLength: 2, maxLength: 3 }),
  signatories: actorList,
  date,
  place: fc.option(text),
  state: fc.constantFrom(...AGREEMENT_STATES),
  history: fc.array(fc.record({ state: fc.constantFrom(...AGREEMENT_STATES), date }), some),
  evidence,
  ...provenance,
});
const event = fc.record({
  kind: fc.constantFrom(...EVENT_KINDS),
  name: text,
  participants: fc.array(fc.record({ actor: actorId, role: fc.constantFrom(...ROLES) }), {
    minLength: 1,
    maxLength: 3,
  }),
  date,
  place: fc.option(text),
  figures: fc.array(
    fc.record({
      text,
      value: fc.option(fc.constantFrom(3, 0.5)),
      unit: fc.constant('troop'),
    }),
    some,
  ),
  evidence,
  ...provenance,
});
const relation = fc
  .record({
    kind: fc.constantFrom(...RELATION_KINDS),
    ends: fc.uniqueArray(actorId, { minLength: 2, maxLength: 2 }),
    title: fc.option(text),
    valid: date,
    evidence,
    ...provenance,
  })
  .map(({ ends: [from, to], ...rest }) => ({ ...rest, from, to }));
const actor = fc.record({
  kind: fc.constantFrom(...ACTOR_KINDS),
  aliases: fc.uniqueArray(text, some),
  wikidata: fc.option(fc.constant('Q42')),
  country: fc.option(actorId),
  note: fc.constantFrom('', 'of Minsk'),
});
const document = fc.record({
  title: text,
  outlet: fc.option(actorId),
  authors: fc.array(text, some),
  published: date,
  publishedBasis: fc.constantFrom('stated', 'inferred', 'unknown'),
  note: fc.constant(''),
  language: fc.constant('en'),
  url: fc.option(fc.constant('https://example.org/a')),
});
const mention = fc.record({ document: documentId, selector, actor: fc.option(actorId) });

function numbered<T>(prefix: string, list: readonly T[]): (T & { id: string })[] {
  return list.map((record, i) => ({ id: `${prefix}:${prefix[0]}${i}`, ...record }));
}

/** A data set that holds together. */
export const records: fc.Arbitrary<Records> = fc
  .record({
    documents: fc.array(document, { minLength: DOCUMENTS, maxLength: DOCUMENTS }),
    actors: fc.array(actor, { minLength: ACTORS, maxLength: ACTORS }),
    mentions: fc.array(mention, { maxLength: 6 }),
    statements: fc.array(statement, { maxLength: 24 }),
    agreements: fc.array(agreement, { maxLength: 3 }),
    events: fc.array(event, { maxLength: 3 }),
    relations: fc.array(relation, { maxLength: 4 }),
  })
  .map((drawn) =>
    DataSet.parse({
      format: 'onrecord/1',
      documents: numbered('doc', drawn.documents).map((each) => ({
        ...each,
        sha256: '0'.repeat(64),
        length: LENGTH,
        holding: 'cited',
      })),
      actors: numbered('actor', drawn.actors).map((each, i) => ({ ...each, name: NAMES[i] })),
      mentions: numbered('men', drawn.mentions),
      statements: numbered('stmt', drawn.statements),
      agreements: numbered('agr', drawn.agreements),
      events: numbered('evt', drawn.events).map((each) => ({
        ...each,
        figures: each.figures.map((figure) => ({
          ...figure,
          selector: each.evidence[0]?.selectors[0],
        })),
      })),
      relations: numbered('rel', drawn.relations),
      decisions: [],
    }),
  );

const ids = (id: fc.Arbitrary<string>) => fc.array(id, { minLength: 0, maxLength: 2 });
const bound = fc.option(fc.constantFrom(...DAYS));
/** Around the instant at which the contract suite's clock stands, and that one. */
const INSTANTS = ['08:09.009', '08:09.010', '08:09.011'].map((time) => `2024-05-06T07:${time}Z`);
const recordedBound = fc.option(fc.constantFrom(...DAYS, '2024-05-06', ...INSTANTS));
const term: fc.Arbitrary<ResolvedTerm> = fc.oneof(
  fc.record({
    key: fc.constantFrom('speaker', 'about', 'addressee', 'via', 'outlet', 'actor'),
    ids: ids(fc.oneof({ weight: 9, arbitrary: actorId }, fc.constant('actor:nobody'))),
  }),
  fc.record({ key: fc.constant('document'), ids: ids(documentId) }),
  fc.record({
    key: fc.constant('agreement'),
    ids: ids(fc.nat(2).map((i) => `agr:a${i}`)),
  }),
  fc.record({ key: fc.constant('kind'), value: fc.constantFrom(...ACTOR_KINDS) }),
  fc.record({ key: fc.constant('mode'), value: fc.constantFrom(...MODES) }),
  fc.record({ key: fc.constant('act'), value: fc.constantFrom(...ACTS) }),
  fc.record({ key: fc.constant('status'), value: fc.constantFrom(...STATUSES) }),
  fc.record({ key: fc.constant('method'), value: fc.constantFrom(...METHODS) }),
  fc.record({
    key: fc.constantFrom('said', 'published'),
    from: bound,
    to: bound,
  }),
  fc.record({ key: fc.constant('recorded'), from: recordedBound, to: recordedBound }),
  fc.record({ key: fc.constantFrom('said', 'published'), undated: fc.constant(true) }),
  fc.record({
    key: fc.constant('text'),
    value: fc.oneof(
      text,
      fc.constantFrom('att', 'wont', 'nato', 'lodz', 'укра', 'co', '2', '"', '*', 'AND', ''),
    ),
    form: fc.constantFrom('word', 'phrase', 'prefix'),
  }),
) as fc.Arbitrary<ResolvedTerm>;

/** Any query over the pools above. */
export const query: fc.Arbitrary<ResolvedQuery> = fc.letrec<{ query: ResolvedQuery }>((tie) => ({
  query: fc.oneof(
    { maxDepth: 3 },
    { weight: 5, arbitrary: term.map((t): ResolvedQuery => ({ type: 'term', term: t })) },
    { weight: 1, arbitrary: fc.constant<ResolvedQuery>({ type: 'all' }) },
    {
      weight: 3,
      arbitrary: fc
        .tuple(
          fc.constantFrom('and' as const, 'or' as const),
          fc.array(tie('query'), { minLength: 0, maxLength: 3 }),
        )
        .map(([type, of]): ResolvedQuery => ({ type, of })),
    },
    { weight: 2, arbitrary: tie('query').map((of): ResolvedQuery => ({ type: 'not', of })) },
  ),
})).query;
