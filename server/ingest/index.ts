export { ReadingPool } from './child/reading-pool.ts';
export { ReadingProcess, type ReadingLimits } from './child/reading-process.ts';
export { Importer } from './importer.ts';
export type { FileImporter } from './jobs/importing.ts';
export { JobRunner } from './jobs/runner.ts';
export { Spool } from './jobs/spool.ts';
export { MAX_FILE_BYTES, readFile, type SourceFile } from './readers/index.ts';
