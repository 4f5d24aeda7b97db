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

/** Folders whose tests leave nothing behind in their process, so that they share one: the weights are loaded once. */
const PURE = ['client', 'contract', 'export', 'extract', 'graph', 'query', 'record', 'tck'].map(
  (folder) => `test/${folder}/**/*.test.ts`,
);

export default defineConfig({
  test: {
    maxWorkers: 2,
    reporters: ['default', 'json'],
    outputFile: { json: report },
    projects: [
      {
        test: {
          ...shared,
          name: 'apart',
          include: ['test/**/*.test.ts'],
          exclude: PURE,
          globalSetup: 'test/temporary.mjs',
        },
      },
      { test: { ...shared, name: 'pure', include: PURE, isolate: false } },
    ],
  },
});
