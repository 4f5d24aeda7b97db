/**
 * Makes a clean clone ready, then gets out of the way: installs packages when the lock file is
 * newer than what stands, builds the client when its sources changed, and for tests sees to a
 * browser. Plain Node, no package: it runs before anything is installed. Run again it does
 * nothing, because each step leaves a mark of what it was done for.
 *
 * Usage: node server/bin/prepare.mjs start|test
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const marks = join(root, 'node_modules', '.cache', 'onrecord');
const LEAST_NODE = [20, 19];

function say(line) {
  console.log(`prepare: ${line}`);
}

function fail(line) {
  console.error(`prepare: ${line}`);
  process.exit(1);
}

function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options });
  if (error) return { ok: false, why: error.message };
  return { ok: status === 0, why: `${command} ended with ${status}` };
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const [leastMajor, leastMinor] = LEAST_NODE;
  if (major > leastMajor || (major === leastMajor && minor >= leastMinor)) return;
  fail(`Node ${process.versions.node} is too old. Install Node ${LEAST_NODE.join('.')} or newer.`);
}

/** Hash of files by path and content, folders walked in name order. */
function hashOf(paths, ignored = []) {
  const hash = createHash('sha256').update(process.versions.modules);
  const walk = (path) => {
    const absolute = join(root, path);
    if (ignored.includes(path) || !existsSync(absolute)) return;
    const entries = entriesOf(absolute);
    if (entries === null) hash.update(`\0${path}\0`).update(readFileSync(absolute));
    else for (const name of entries) walk(`${path}/${name}`);
  };
  for (const path of paths) walk(path);
  return hash.digest('hex');
}

function entriesOf(path) {
  try {
    return readdirSync(path).sort();
  } catch (error) {
    if (error.code === 'ENOTDIR') return null;
    throw error;
  }
}

function isMarked(name, value) {
  const file = join(marks, name);
  return existsSync(file) && readFileSync(file, 'utf8') === value;
}

function mark(name, value) {
  mkdirSync(marks, { recursive: true });
  writeFileSync(join(marks, name), value);
}

/**
 * Whether what npm last wrote into node_modules is what the lock file asks for. npm keeps its own
 * note of what stands there; that note lacks only the root package, so the rest is compared. A
 * change of the lock file alone is noted there too, so each folder must be there as well.
 */
function isInstalled() {
  const installed = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installed)) return false;
  const asked = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const stands = JSON.parse(readFileSync(installed, 'utf8')).packages;
  return Object.entries(asked).every(
    ([path, { version, optional }]) =>
      path === '' ||
      optional ||
      (stands[path]?.version === version && existsSync(join(root, path, 'package.json'))),
  );
}

/** The binding to SQLite that server/store/sqlite/driver.ts takes on the Node that runs. */
const SQLITE =
  Number(process.versions.node.split('.')[0]) >= 22 ? 'better-sqlite3' : 'better-sqlite3-12';

/** Packages that fit some versions of Node only, and what loads each of them. */
const NATIVE = [[SQLITE, `new (require('${SQLITE}'))(':memory:')`]];

/**
 * Whether a native package stands there in the version that the lock file asks for; true when it is
 * not used here. They are optional, and npm passes over those that fail.
 */
function isThere([name]) {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const path = `node_modules/${name}`;
  const asked = packages[path];
  const file = join(root, path, 'package.json');
  if (asked === undefined) return true;
  return existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).version === asked.version;
}

/** Whether a native package was compiled for the Node that runs; true when it is not used here. */
function loads([name, script]) {
  if (!existsSync(join(root, 'node_modules', name))) return isThere([name]);
  return spawnSync(process.execPath, ['-e', script], { cwd: root }).status === 0;
}

function rebuild() {
  const missing = NATIVE.filter((one) => !isThere(one)).map(([name]) => name);
  if (missing.length > 0)
    fail(
      `${missing.join(', ')} could not be installed. Run npm install --foreground-scripts to see why.`,
    );
  const names = NATIVE.map(([name]) => name);
  say(`fitting ${names.join(', ')} to Node ${process.versions.node} (npm rebuild) ...`);
  const { ok, why } = npm(['rebuild', ...names]);
  // npm may have built for the headers of another Node, where its settings name them.
  if (!ok || !NATIVE.every(loads))
    fail(
      `packages do not fit this Node: ${ok ? 'they were built for another one' : why}. Delete node_modules and try again.`,
    );
}

function npm(args) {
  const isWindows = process.platform === 'win32';
  return run(isWindows ? 'npm.cmd' : 'npm', args, { shell: isWindows });
}

function install() {
  const wanted = hashOf(['package-lock.json']);
  if (isMarked('installed', wanted) && existsSync(join(root, 'node_modules', 'tsx'))) return;
  if (!isInstalled() || !NATIVE.every(isThere)) {
    say('installing packages (npm ci) ...');
    // Nothing but an older SQLite binding needs a script of its own, and it is fitted below. npm would
    // compile what comes built (better-sqlite3 13), and drop it where there is no compiler.
    const { ok, why } = npm(['ci', '--ignore-scripts']);
    if (!ok) fail(`packages could not be installed: ${why}. Is the network there? Then try again.`);
  }
  if (!NATIVE.every(loads)) rebuild();
  mark('installed', wanted);
}

const CLIENT_SOURCES = ['client', 'server/contract', 'graph-data/schema', 'package-lock.json'];

function build() {
  const wanted = hashOf(CLIENT_SOURCES, ['client/dist']);
  if (isMarked('built', wanted) && existsSync(join(root, 'client', 'dist', 'index.html'))) return;
  say('building the client (vite build) ...');
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const { ok, why } = run(process.execPath, [vite, 'build', 'client', '--logLevel', 'warn']);
  if (!ok) fail(`the client could not be built: ${why}`);
  mark('built', wanted);
}

const BROWSER_NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
];

const BROWSER_PLACES = [
  '/usr/bin/chromium',
  '/snap/bin/chromium',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** A Chromium that stands on this machine; null when none does. */
function findBrowser() {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const onPath = folders.flatMap((folder) => BROWSER_NAMES.map((name) => join(folder, name)));
  const places = [process.env.CHROMIUM_PATH, ...onPath, ...BROWSER_PLACES];
  return places.find((path) => path && isExecutable(path)) ?? downloadedBrowser();
}

/** The browser that playwright has downloaded for this version of itself; null when none stands. */
function downloadedBrowser() {
  try {
    const script =
      "import { chromium } from 'playwright-core'; process.stdout.write(chromium.executablePath())";
    const path = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      cwd: root,
      encoding: 'utf8',
    });
    return isExecutable(path) ? path : null;
  } catch {
    return null;
  }
}

function installDebianPackage() {
  if (!existsSync('/etc/debian_version') || process.getuid?.() !== 0) return;
  say("no browser found; installing Debian's chromium (apt-get) ...");
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const args = ['install', '-y', '--no-install-recommends', 'chromium'];
  const quiet = { env, stdio: ['ignore', 'ignore', 'inherit'] };
  if (run('apt-get', args, quiet).ok) return;
  run('apt-get', ['update'], quiet);
  run('apt-get', args, quiet);
}

function downloadBrowser() {
  say('no browser found; downloading the one of playwright ...');
  const cli = join(root, 'node_modules', 'playwright-core', 'cli.js');
  const libraries = process.getuid?.() === 0 ? ['--with-deps'] : [];
  run(process.execPath, [cli, 'install', ...libraries, '--no-shell', 'chromium']);
}

/** Leaves the browser's path where the browser tests read it. */
function browser() {
  let path = findBrowser();
  for (const get of [installDebianPackage, downloadBrowser]) {
    if (path) break;
    get();
    path = findBrowser();
  }
  if (!path) {
    say('no Chromium could be found or got: browser tests will fail. Set CHROMIUM_PATH to one.');
    return;
  }
  if (isMarked('chromium', path)) return;
  mark('chromium', path);
  say(`browser tests use ${path}`);
}

const mode = process.argv[2];
if (mode !== 'start' && mode !== 'test') fail('usage: node server/bin/prepare.mjs start|test');
checkNode();
install();
build();
if (mode === 'test') browser();
