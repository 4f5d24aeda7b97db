import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { SQLITE_PACKAGE } from '../../server/store/sqlite/driver.ts';

const PREPARE = fileURLToPath(new URL('../../server/bin/prepare.mjs', import.meta.url));

/** Packages come from folders, copied as packages from a registry are. */
const NPM = { npm_config_offline: 'true', npm_config_install_links: 'true' };

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'onrecord-prepare-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function put(path: string, content: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}

/** Two packages of the project's own names in its own folder: npm installs them without a network. */
function project(): void {
  mkdirSync(join(root, 'server/bin'), { recursive: true });
  copyFileSync(PREPARE, join(root, 'server/bin/prepare.mjs'));
  put('packages/tsx/package.json', JSON.stringify({ name: 'tsx', version: '1.0.0' }));
  put('packages/vite/package.json', JSON.stringify({ name: 'vite', version: '1.0.0' }));
  const build = `const { mkdirSync, writeFileSync, appendFileSync } = require('node:fs');
    mkdirSync('client/dist', { recursive: true });
    writeFileSync('client/dist/index.html', '');
    appendFileSync('builds', process.argv.slice(2).join(' ') + ';');`;
  put('packages/vite/bin/vite.js', build);
  put('client/main.ts', '1');
  lock({ tsx: 'file:packages/tsx', vite: 'file:packages/vite' });
}

/** package.json, and the lock file as npm writes it. */
function lock(dependencies: Record<string, string>): void {
  put('package.json', JSON.stringify({ name: 'small', version: '1.0.0', dependencies }));
  const { status, stderr } = spawnSync(
    'npm',
    ['install', '--package-lock-only', '--no-audit', '--no-fund'],
    { cwd: root, encoding: 'utf8', env: { ...process.env, ...NPM } },
  );
  if (status !== 0) throw new Error(stderr);
}

/** @param npm a shell script in the place of npm; null for npm itself */
function prepare(npm: string | null = null) {
  const env: NodeJS.ProcessEnv = { ...process.env, ...NPM };
  if (npm !== null) {
    put('shim/npm', `#!/bin/sh\n${npm}\n`);
    chmodSync(join(root, 'shim/npm'), 0o755);
    env['PATH'] = `${join(root, 'shim')}${delimiter}${process.env['PATH'] ?? ''}`;
  }
  const args = [join(root, 'server/bin/prepare.mjs'), 'start'];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    env,
    encoding: 'utf8',
  });
  return { status, said: stdout.split('\n').filter((line) => line.startsWith('prepare:')), stderr };
}

it('installs and builds what is missing, once; again when sources or the lock file change', () => {
  project();
  const first = prepare();
  expect(first).toMatchObject({ status: 0 });
  expect(first.said).toHaveLength(2);
  expect(existsSync(join(root, 'node_modules/tsx/package.json'))).toBe(true);
  expect(prepare()).toMatchObject({ status: 0, said: [] });

  put('client/main.ts', '2');
  expect(prepare().said).toHaveLength(1);
  expect(readFileSync(join(root, 'builds'), 'utf8').split(';')).toHaveLength(3);

  put('packages/more/package.json', JSON.stringify({ name: 'more', version: '1.0.0' }));
  lock({ tsx: 'file:packages/tsx', vite: 'file:packages/vite', more: 'file:packages/more' });
  expect(prepare().status).toBe(0);
  expect(existsSync(join(root, 'node_modules/more/package.json'))).toBe(true);
  expect(prepare()).toMatchObject({ status: 0, said: [] });
}, 120_000);

it('says what to do when packages cannot be had, and begins anew the next time', () => {
  project();
  const { status, stderr } = prepare('echo "npm error network" >&2; exit 1');
  expect(status).toBe(1);
  expect(stderr).toMatch(/network/);
  expect(prepare()).toMatchObject({ status: 0 });
}, 120_000);

it('fits a package to the Node that runs when it was compiled for another', () => {
  project();
  expect(prepare().status).toBe(0);
  put(`node_modules/${SQLITE_PACKAGE}/index.js`, `throw new Error('another NODE_MODULE_VERSION')`);
  rmSync(join(root, 'node_modules/.cache'), { recursive: true });
  const { status } = prepare(
    `echo "$@" >> asked; echo "module.exports = class {}" > node_modules/${SQLITE_PACKAGE}/index.js`,
  );
  expect(status).toBe(0);
  expect(readFileSync(join(root, 'asked'), 'utf8')).toBe(`rebuild ${SQLITE_PACKAGE}\n`);
}, 120_000);

it('says so when the binding for this Node could not be installed, which npm passes over', () => {
  project();
  const file = join(root, 'package-lock.json');
  const { packages, ...rest } = JSON.parse(readFileSync(file, 'utf8'));
  const missing = { version: '1.0.0', optional: true };
  writeFileSync(
    file,
    JSON.stringify({
      ...rest,
      packages: { ...packages, [`node_modules/${SQLITE_PACKAGE}`]: missing },
    }),
  );
  const { status, stderr } = prepare('exit 0');
  expect(status).toBe(1);
  expect(stderr).toContain(`${SQLITE_PACKAGE} could not be installed`);
}, 120_000);
