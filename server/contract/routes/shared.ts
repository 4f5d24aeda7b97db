import { besides, freeText, oneOf, wholeNumber } from '../params.ts';
import { GRAPH_LEVELS } from '../vocabulary.ts';

export const actorNamed = (description: string) =>
  freeText(`${description}: an id, a name or an alias`);

export const graphLimit = wholeNumber(
  1,
  10_000,
  2_000,
  'most nodes; those with most statements and neighbours are kept, the rest is counted',
);

export const graphLevel = oneOf(
  GRAPH_LEVELS,
  'actors',
  'one edge for each ordered pair of actors, or every statement as a node',
);

export const egoHops = besides(
  'of',
  wholeNumber(1, 3, 1, 'steps from actor to actor around `of`; an agreement or event is no step'),
);

/** What narrows a list or an export to what the graph of a neighbourhood draws. */
export const around = {
  of: actorNamed('only what the graph of the neighbourhood of this actor draws').optional(),
  hops: egoHops,
};
