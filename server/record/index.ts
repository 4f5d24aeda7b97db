export { createRecord } from './record.ts';
export type { RecordBook } from './record.ts';
export type { Reading } from './readings.ts';
export { anchorsIn } from './anchors.ts';
export type { Earlier } from './versions.ts';
