import { defineConfig } from 'vitest/config';

const report = 'node_modules/.cache/onrecord/test-report.json';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/temporary.mjs',
    pool: 'forks',
    maxWorkers: 2,
    // Modules are loaded as the server loads them: the runner's own loader rewrites every import
    // into a property read, which made the extractor's inner loops three to eight times slower.
    execArgv: ['--import', 'tsx'],
    experimental: { viteModuleRunner: false, nodeLoader: false },
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // What is waited for comes in its time on a busy machine; a second is no part of any claim.
    expect: { poll: { timeout: 20_000 } },
    reporters: ['default', 'json'],
    outputFile: { json: report },
  },
});
