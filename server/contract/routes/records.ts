import {
  ActorId,
  ACTOR_KINDS,
  AgreementId,
  AGREEMENT_STATES,
  DocumentId,
  EventId,
  EVENT_KINDS,
  RelationId,
  RELATION_KINDS,
  StatementId,
} from '../../../graph-data/schema/index.ts';
import {
  dateRange,
  freeText,
  idList,
  idParam,
  oneOf,
  paging,
  several,
  wholeNumber,
  wordList,
} from '../params.ts';
import * as replies from '../replies.ts';
import { route } from '../route.ts';
import { MOST_IDS, STATEMENT_SORTS } from '../vocabulary.ts';
import { actorNamed, around, graphLevel } from './shared.ts';

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
    state: wordList(AGREEMENT_STATES, 'comma-separated states').optional(),
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

/** The records, as lists and one by one. */
export const RECORD_ROUTES = {
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
} as const;
