import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/**
 * Runs test files at a length that their own settings give, on any system:
 *
 *   node test/full.mjs NAME=VALUE ... FILE ...
 */
const given = process.argv.slice(2);
const settings = given.filter((word) => /^[A-Z_]+=/.test(word));
const files = given.filter((word) => !settings.includes(word));
const env = Object.fromEntries(
  settings.map((word) => [word.slice(0, word.indexOf('=')), word.slice(word.indexOf('=') + 1)]),
);
const vitest = join(
  dirname(createRequire(import.meta.url).resolve('vitest/package.json')),
  'vitest.mjs',
);
const { status } = spawnSync(process.execPath, [vitest, 'run', ...files], {
  env: { ...env, ...process.env },
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
