import { AskReply } from '../ask.ts';
import { CypherReply, CypherRequest } from '../cypher.ts';
import { MAX_TEXT, freeText, oneOf, wholeNumber, wordList } from '../params.ts';
import * as replies from '../replies.ts';
import { route } from '../route.ts';
import { EXPORT_FORMATS, EXPORT_TYPES, GRAPH_LEVELS } from '../vocabulary.ts';
import { around } from './shared.ts';

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
    'stopping',
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

/** What is typed or asked in words, openCypher, and answers as files. */
export const QUESTION_ROUTES = { suggest, ask, cypher, exportAll } as const;
