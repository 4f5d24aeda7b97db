import { idParam } from '../params.ts';
import { route } from '../route.ts';
import {
  SavedId,
  SavedList,
  SavedQuestion,
  SavedReply,
  SaveRequest,
  SeenRequest,
} from '../saved.ts';

const BODY_ERRORS = ['bad-json', 'bad-value', 'unsupported-type', 'too-large'] as const;

const id = idParam(SavedId, 'saved', 'id of a saved question');

const savedQuestions = route({
  method: 'GET',
  path: '/api/saved',
  summary:
    'Saved questions by name, each with how many statements match and how many of them are new since it was last seen',
  reply: SavedList,
  errors: [],
  example: '/api/saved',
});

const saveQuestion = route({
  method: 'POST',
  path: '/api/saved',
  summary: 'Saves the question of an address of the screen under a name',
  body: SaveRequest,
  reply: SavedReply,
  errors: ['bad-date', 'bad-query', 'not-found', ...BODY_ERRORS],
  example: '/api/saved',
  exampleBody: { name: 'Shoigu on Belarus', address: 'speaker=Shoigu&about=Belarus&view=table' },
});

const seeQuestion = route({
  method: 'POST',
  path: '/api/saved/:id/seen',
  summary: 'Takes the statements that entered the record before an instant as seen',
  params: { id },
  body: SeenRequest,
  reply: SavedReply,
  errors: ['bad-id', 'not-found', ...BODY_ERRORS],
  example: '/api/saved/{first}/seen',
  exampleBody: { seen: '2022-12-07T09:30:00.000Z' },
});

const removeQuestion = route({
  method: 'POST',
  path: '/api/saved/:id/remove',
  summary: 'Removes a saved question; replies with it, so that it can be saved again',
  params: { id },
  reply: SavedQuestion,
  errors: ['bad-id', 'not-found'],
  example: '/api/saved/{first}/remove',
});

/** Questions kept to be asked again. */
export const SAVED_ROUTES = { savedQuestions, saveQuestion, seeQuestion, removeQuestion } as const;
