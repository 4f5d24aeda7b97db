import { z } from 'zod';
import { Actor, Mention } from './actor.ts';
import { Agreement } from './agreement.ts';
import { Decision } from './decision.ts';
import { Document } from './document.ts';
import { Event } from './event.ts';
import { Relation } from './relation.ts';
import { Statement } from './statement.ts';
import { crossRecordFaults } from './cross-record.ts';

/** Format name and version that every data set file states. */
export const DATA_SET_FORMAT = 'onrecord/1';

const shape = z.strictObject({
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

export type Records = z.infer<typeof shape>;

/**
 * Records that hold together: every id that is named exists, every record rests on words, no two
 * records have one id. Each fault is one zod issue, whose path leads to the record.
 */
export const DataSet = shape.superRefine((records, context) => {
  for (const fault of crossRecordFaults(records))
    context.addIssue({ code: 'custom', message: fault.message, path: fault.path });
});
export type DataSet = z.infer<typeof DataSet>;
