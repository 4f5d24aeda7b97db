import { z } from 'zod';
import { Actor, Mention } from './actor.ts';
import { Agreement } from './agreement.ts';
import { Decision } from './decision.ts';
import { Document } from './document.ts';
import { Event } from './event.ts';
import { Relation } from './relation.ts';
import { Statement } from './statement.ts';

/** Format name and version that every data set file states. */
export const DATA_SET_FORMAT = 'onrecord/1';

/** Every record by its type; each holds alone, whether they hold together is asked by `DataSet`. */
export const Records = z.strictObject({
  format: z.literal(DATA_SET_FORMAT),
  documents: z.array(Document),
  actors: z.array(Actor),
  mentions: z.array(Mention),
  statements: z.array(Statement),
  agreements: z.array(Agreement),
  events: z.array(Event),
  relations: z.array(Relation),
  decisions: z.array(Decision).default([]),
});

export type Records = z.infer<typeof Records>;
