import type { z } from 'zod';
import { crossRecordFaults } from './cross-record.ts';
import { Records } from './records.ts';

/**
 * Records that hold together: every id that is named exists, every record rests on words, no two
 * records have one id. Each fault is one zod issue, whose path leads to the record.
 */
export const DataSet = Records.superRefine((records, context) => {
  for (const fault of crossRecordFaults(records))
    context.addIssue({ code: 'custom', message: fault.message, path: fault.path });
});
export type DataSet = z.infer<typeof DataSet>;
