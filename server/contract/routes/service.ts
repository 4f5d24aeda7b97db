import { z } from 'zod';
import * as replies from '../replies.ts';
import { route } from '../route.ts';

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

/** The service itself and its description. */
export const SERVICE_ROUTES = { health, openapi, docs, docsStyle } as const;
