import { z } from 'zod';
import {
  ActorId,
  ACTOR_KINDS,
  AgreementId,
  AGREEMENT_STATUSES,
  DocumentId,
  EventId,
  EVENT_KINDS,
  RelationId,
  RELATION_KINDS,
  StatementId,
} from '../../graph-data/schema/index.ts';
import {
  MAX_TEXT,
  dateRange,
  freeText,
  idList,
  idParam,
  oneOf,
  paging,
  several,
  wholeNumber,
  wordList,
} from './params.ts';
import { PATHS_PARAMS } from './paths.ts';
import { AskReply } from './ask.ts';
import { CypherReply, CypherRequest } from './cypher.ts';
import * as replies from './replies.ts';
import { REVIEW_ROUTES } from './review-routes.ts';
import { route } from './route.ts';
import {
  EXPORT_FORMATS,
  EXPORT_TYPES,
  GRAPH_LEVELS,
  MOST_IDS,
  STATEMENT_SORTS,
} from './vocabulary.ts';

const actorNamed = (description: string) => freeText(`${description}: an id, a name or an alias`);

const graphLimit = wholeNumber(
  1,
  10_000,
  2_000,
  'most nodes; those with most statements and neighbours are kept, the rest is counted',
);

const graphLevel = oneOf(
  GRAPH_LEVELS,
  'actors',
  'one edge for each ordered pair of actors, or every statement as a node',
);

const egoHops = wholeNumber(
  1,
  3,
  1,
  'steps from actor to actor around `of`; an agreement or event is no step',
);

/** What narrows a list or an export to what the graph of a neighbourhood draws. */
const around = {
  of: actorNamed('only what the graph of the neighbourhood of this actor draws').optional(),
  hops: egoHops,
};

const claimFilters = {
  date: several(dateRange('when it was made, happened or held, as `said`')).optional(),
  ...around,
  ...paging(),
};
const place = freeText('words that each begin a word of the place').optional();
const CLAIM_ERRORS = ['bad-value', 'bad-date', 'bad-cursor', 'bad-query', 'not-found'] as const;

const statements = route({
  method: 'GET',
  path: '/api/statements',
  summary: 'Statements that match the filters, a page at a time',
  filters: true,
  query: {
    sort: oneOf(STATEMENT_SORTS, '-said', 'undated statements come last either way'),
    facets: wordList(
      replies.FACET_NAMES,
      'comma-separated names of facets to count over the whole match',
    ).optional(),
    facetLimit: wholeNumber(1, 1000, 20, 'most values listed for each facet'),
    ids: idList(
      StatementId,
      'stmt',
      MOST_IDS,
      'these statements alone, in this order, on one page; stands without filters and `of`',
    ).optional(),
    ...around,
    level: graphLevel,
    ...paging(),
  },
  reply: replies.StatementPage,
  errors: ['bad-value', 'bad-id', 'bad-date', 'bad-cursor', 'bad-query', 'not-found'],
  example: '/api/statements?speaker=Lukashenko&about=Ukraine&facets=act,via&limit=5',
});

const statement = route({
  method: 'GET',
  path: '/api/statements/:id',
  summary: 'One statement with every report of it',
  params: { id: idParam(StatementId, 'stmt', 'id of a statement') },
  reply: replies.StatementReply,
  errors: ['bad-id', 'not-found'],
  example: '/api/statements/{first}',
});

const actors = route({
  method: 'GET',
  path: '/api/actors',
  summary: 'Actors by name, with how often each takes part',
  query: {
    q: freeText('words; each must begin some word of a name or alias').optional(),
    kind: wordList(ACTOR_KINDS, 'comma-separated kinds').optional(),
    ...paging(),
  },
  reply: replies.ActorPage,
  errors: ['bad-value', 'bad-cursor'],
  example: '/api/actors?kind=think-tank,media',
});

const actor = route({
  method: 'GET',
  path: '/api/actors/:id',
  summary: 'One actor with agreements, events, ties and documents',
  params: { id: idParam(ActorId, 'actor', 'id of an actor; a merged id leads to what it became') },
  reply: replies.ActorReply,
  errors: ['bad-id', 'not-found'],
  example: '/api/actors/{first}',
});

const agreements = route({
  method: 'GET',
  path: '/api/agreements',
  summary: 'Agreements: parties, signatories, what became of them',
  filters: true,
  query: {
    state: wordList(AGREEMENT_STATUSES, 'comma-separated states').optional(),
    party: several(actorNamed('one of its parties')).optional(),
    place,
    ...claimFilters,
  },
  reply: replies.AgreementPage,
  errors: CLAIM_ERRORS,
  example: '/api/agreements?actor=Belarus',
});

const agreement = route({
  method: 'GET',
  path: '/api/agreements/:id',
  summary: 'One agreement with the words it rests on',
  params: { id: idParam(AgreementId, 'agr', 'id of an agreement') },
  reply: replies.AgreementReply,
  errors: ['bad-id', 'not-found'],
  example: '/api/agreements/{first}',
});

const events = route({
  method: 'GET',
  path: '/api/events',
  summary: 'Events: who took part, when, where, with what figures',
  filters: true,
  query: {
    kind: wordList(EVENT_KINDS, 'comma-separated kinds of event').optional(),
    place,
    ...claimFilters,
  },
  reply: replies.EventPage,
  errors: CLAIM_ERRORS,
  example: '/api/events?date=2022',
});

const event = route({
  method: 'GET',
  path: '/api/events/:id',
  summary: 'One event with the words it rests on',
  params: { id: idParam(EventId, 'evt', 'id of an event') },
  reply: replies.EventReply,
  errors: ['bad-id', 'not-found'],
  example: '/api/events/{first}',
});

const relations = route({
  method: 'GET',
  path: '/api/relations',
  summary: 'Dated ties between two actors, stated as fact',
  filters: true,
  query: {
    kind: wordList(RELATION_KINDS, 'comma-separated kinds of relation').optional(),
    ...claimFilters,
  },
  reply: replies.RelationPage,
  errors: CLAIM_ERRORS,
  example: '/api/relations?kind=holds-office',
});

const relation = route({
  method: 'GET',
  path: '/api/relations/:id',
  summary: 'One relation with the words it rests on',
  params: { id: idParam(RelationId, 'rel', 'id of a relation') },
  reply: replies.RelationReply,
  errors: ['bad-id', 'not-found'],
  example: '/api/relations/{first}',
});

const documents = route({
  method: 'GET',
  path: '/api/documents',
  summary: 'Documents with how many statements each reports',
  query: { q: freeText('words of the title').optional(), ...paging() },
  reply: replies.DocumentPage,
  errors: ['bad-value', 'bad-cursor'],
  example: '/api/documents',
});

const document = route({
  method: 'GET',
  path: '/api/documents/:id',
  summary: 'One document: its text when held, and every marked passage in order',
  params: { id: idParam(DocumentId, 'doc', 'id of a document') },
  reply: replies.DocumentReply,
  errors: ['bad-id', 'not-found'],
  example: '/api/documents/{first}',
});

const graph = route({
  method: 'GET',
  path: '/api/graph',
  summary: 'The graph of the matching statements, laid out, in the serialised form of graphology',
  filters: true,
  query: {
    level: graphLevel,
    limit: graphLimit,
  },
  reply: replies.GraphReply,
  errors: ['bad-value', 'bad-date', 'bad-query', 'limit-time'],
  example: '/api/graph?said=2022',
});

const neighbourhood = route({
  method: 'GET',
  path: '/api/neighbourhood',
  summary: 'The ego network of one actor, bounded',
  filters: true,
  query: {
    of: actorNamed('the actor in the middle'),
    hops: egoHops,
    level: graphLevel,
    limit: graphLimit,
  },
  reply: replies.GraphReply,
  errors: ['bad-value', 'bad-date', 'bad-query', 'not-found', 'limit-time'],
  example: '/api/neighbourhood?of=Lukashenko&hops=1',
});

const paths = route({
  method: 'GET',
  path: '/api/paths',
  summary: 'How two actors are tied: the best paths, each step with its evidence',
  query: PATHS_PARAMS,
  reply: replies.PathsReply,
  errors: ['bad-value', 'bad-date', 'not-found'],
  example: '/api/paths?from=Sergei%20Shoigu&to=Institute%20for%20the%20Study%20of%20War&k=3',
});

const suggest = route({
  method: 'GET',
  path: '/api/suggest',
  summary: 'What the search box may mean: actors, documents, agreements, keys and values',
  query: {
    q: freeText('what has been typed'),
    at: wholeNumber(
      0,
      MAX_TEXT,
      MAX_TEXT,
      'where the cursor stands, in UTF-16 code units; else the end',
    ),
    limit: wholeNumber(1, 50, 10, 'most suggestions'),
  },
  reply: replies.SuggestReply,
  errors: ['bad-value'],
  example: '/api/suggest?q=luka',
});

const ask = route({
  method: 'GET',
  path: '/api/ask',
  summary: 'How a plain question is read: as a search, a path or agreements; not its answer',
  query: { q: freeText('the question, e.g. “what did Lukashenko say about Poland”') },
  reply: AskReply,
  errors: ['bad-value'],
  example: '/api/ask?q=what%20did%20Lukashenko%20say%20about%20Poland',
});

const cypher = route({
  method: 'POST',
  path: '/api/cypher',
  summary: 'Runs an openCypher query that only reads, in a process with limits of its own',
  body: CypherRequest,
  reply: CypherReply,
  errors: [
    'bad-value',
    'bad-json',
    'too-large',
    'unsupported-type',
    'cypher-syntax',
    'cypher-semantic',
    'cypher-runtime',
    'cypher-write',
    'limit-time',
    'limit-memory',
    'busy',
  ],
  example: '/api/cypher',
  exampleBody: {
    query: 'MATCH (a:Actor)-[:MADE]->(s:Statement) RETURN a.name, count(s) ORDER BY count(s) DESC',
    limit: 10,
  },
});

const exportAll = route({
  method: 'GET',
  path: '/api/export',
  summary: 'Everything that matches the filters, streamed and whole',
  filters: true,
  query: {
    format: oneOf(EXPORT_FORMATS, 'csv', 'form of the export'),
    types: wordList(
      EXPORT_TYPES,
      'comma-separated types of records; all when left out, in `csv` one, `statement` when left out',
    ).optional(),
    ...around,
    level: oneOf(GRAPH_LEVELS, 'actors', 'for gexf, graphml and a neighbourhood: as in /api/graph'),
  },
  media: [
    'text/csv',
    'application/jsonl',
    'application/gexf+xml',
    'application/graphml+xml',
    'application/ld+json',
    'text/html',
    'text/plain',
    'application/x-bibtex',
    'application/vnd.citationstyles.csl+json',
  ],
  errors: ['bad-value', 'bad-date', 'bad-query', 'not-found'],
  example: '/api/export?format=csv&act=accusation',
});

const health = route({
  method: 'GET',
  path: '/healthz',
  summary: 'Whether the server and its record answer',
  reply: replies.Health,
  errors: [],
  example: '/healthz',
});

const openapi = route({
  method: 'GET',
  path: '/api/openapi.json',
  summary: 'This API as an OpenAPI 3.1 document',
  reply: z.looseObject({ openapi: z.string() }),
  errors: [],
  example: '/api/openapi.json',
});

const docs = route({
  method: 'GET',
  path: '/api/docs',
  summary: 'This API as a page to read',
  media: ['text/html'],
  errors: [],
  example: '/api/docs',
});

const docsStyle = route({
  method: 'GET',
  path: '/api/docs.css',
  summary: 'The style of that page',
  media: ['text/css'],
  errors: [],
  example: '/api/docs.css',
});

/**
 * Every address, by name. To add one: a `route` here, its deed in server/routes, its tests; the
 * reference and the OpenAPI document follow.
 */
export const ROUTES = {
  statements,
  statement,
  actors,
  actor,
  agreements,
  agreement,
  events,
  event,
  relations,
  relation,
  documents,
  document,
  graph,
  neighbourhood,
  paths,
  suggest,
  ask,
  cypher,
  exportAll,
  health,
  openapi,
  docs,
  docsStyle,
  ...REVIEW_ROUTES,
} as const;
