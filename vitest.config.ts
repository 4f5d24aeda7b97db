import { defineConfig } from 'vitest/config';

const report = 'node_modules/.cache/onrecord/test-report.json';

const shared = {
  pool: 'forks',
  // Modules are loaded as the server loads them: the runner's own loader rewrites every import
  // into a property read, which made the extractor's inner loops three to eight times slower.
  execArgv: ['--import', 'tsx'],
  experimental: { viteModuleRunner: false, nodeLoader: false },
  testTimeout: 30_000,
  hookTimeout: 60_000,
  // What is waited for comes in its time on a busy machine; a second is no part of any claim.
  expect: { poll: { timeout: 20_000 } },
} as const;

const testsOf = (...folders: string[]) => folders.map((folder) => `test/${folder}/**/*.test.ts`);

/**
 * Files that share a process with others of their project, since loading the server takes seconds
 * of processor time: each opens a record of its own and closes it. One that changes what others see
 * of the process (its environment, a global) belongs in none of these folders.
 */
const BROWSER = testsOf('browser');
const HOUSE = testsOf('http', 'ingest', 'records');
const PURE = testsOf('client', 'contract', 'export', 'extract', 'graph', 'query', 'record', 'tck');

/** A project whose files run in one process a worker, the longest first. */
const together = (name: string, include: string[]) => ({
  test: { ...shared, name, include, isolate: false, restoreMocks: true },
});

export default defineConfig({
  test: {
    maxWorkers: 2,
    globalSetup: 'test/temporary.mjs',
    reporters: ['default', 'json'],
    outputFile: { json: report },
    // They run in the order of their names: the longest files first, small ones fill the end.
    projects: [
      {
        test: {
          ...shared,
          name: 'apart',
          include: ['test/**/*.test.ts'],
          exclude: [...BROWSER, ...HOUSE, ...PURE],
        },
      },
      together('browser', BROWSER),
      together('house', HOUSE),
      together('pure', PURE),
    ],
  },
});
