import { GRAPH_ROUTES } from './routes/graph.ts';
import { QUESTION_ROUTES } from './routes/questions.ts';
import { RECORD_ROUTES } from './routes/records.ts';
import { REVIEW_ROUTES } from './routes/review.ts';
import { SAVED_ROUTES } from './routes/saved.ts';
import { SERVICE_ROUTES } from './routes/service.ts';

/**
 * Every address, by name. To add one: a `route` in `routes/`, its deed in server/routes, its tests;
 * the reference and the OpenAPI document follow.
 */
export const ROUTES = {
  ...RECORD_ROUTES,
  ...GRAPH_ROUTES,
  ...QUESTION_ROUTES,
  ...SAVED_ROUTES,
  ...SERVICE_ROUTES,
  ...REVIEW_ROUTES,
} as const;
