export { createRecord } from './record.ts';
export type { By, RecordBook, RecordOptions } from './record.ts';
export type { Proposals, Reading } from './readings.ts';
export { anchorsIn, faultsIn } from './anchors.ts';
export { standing, undone } from './replay.ts';
export type { Earlier } from './versions.ts';
