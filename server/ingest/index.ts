/**
 * Bringing documents in. The readers themselves (`readers/index.ts`) are left out: they run in
 * processes of their own, and who imports this should not load them.
 */
export { ReadingPool } from './child/reading-pool.ts';
export { ReadingProcess, type ReadingLimits } from './child/reading-process.ts';
export { Importer } from './importer.ts';
export type { FileImporter } from './jobs/importing.ts';
export { JobRunner } from './jobs/runner.ts';
export { Spool } from './jobs/spool.ts';
export { MAX_FILE_BYTES, type SourceFile } from './readers/reader.ts';
