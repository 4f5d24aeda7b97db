import { defineConfig } from 'vitest/config';

const report = 'node_modules/.cache/onrecord/test-report.json';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    reporters: ['default', 'json'],
    outputFile: { json: report },
  },
});
