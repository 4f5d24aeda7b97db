import { PATHS_PARAMS } from '../paths.ts';
import * as replies from '../replies.ts';
import { route } from '../route.ts';
import { actorNamed, egoHops, graphLevel, graphLimit } from './shared.ts';

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
  errors: ['bad-value', 'bad-date', 'bad-query', 'limit-time', 'busy', 'stopping'],
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
  errors: ['bad-value', 'bad-date', 'bad-query', 'not-found', 'limit-time', 'busy', 'stopping'],
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

/** The record as a graph, and the ways through it. */
export const GRAPH_ROUTES = { graph, neighbourhood, paths } as const;
