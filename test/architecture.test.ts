import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { walls } from './walls.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const ROOMS = ['graph-data', 'server', 'client'];
const SKIPPED = new Set(['node_modules', 'dist', '.git', 'coverage']);

function filesUnder(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (SKIPPED.has(entry.name) || entry.name.startsWith('.')) return [];
    return entry.isDirectory() ? filesUnder(path) : [path];
  });
}

const isSource = (path: string) => /\.(ts|tsx|mjs)$/.test(path);
const sources = ROOMS.flatMap(filesUnder).filter(isSource);

/** Import, export-from and import() specifiers; group 1 is set when only types come along. */
const SPECIFIER =
  /(?:^|[\s;}])(?:import|export)\s*(?:type\s+)?(?:[\w*{}\s,$]+?\s*from\s*)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;

/** Statements that bring types alone: nothing of them is left when the code runs. */
const TYPES_ALONE = /\b(?:import|export)\s+type\s*(?:\w+|\*|\{[^}]*\})\s*from\s*['"][^'"]+['"]/g;

const sourceOf = (path: string) => readFileSync(join(root, path), 'utf8');

/** What a file imports by a relative path, from the project root. */
function importsOf(path: string, text = sourceOf(path)): string[] {
  return [...text.matchAll(SPECIFIER)].flatMap(([, from, dynamic]) => {
    const specifier = from ?? dynamic ?? '';
    if (!specifier.startsWith('.')) return [];
    const target = resolve(root, dirname(path), specifier.replace(/\?.*$/, ''));
    return [relative(root, target).split(sep).join('/')];
  });
}

const arrows = new Map(sources.map((path) => [path, importsOf(path)]));
const targetsOf = (path: string) => arrows.get(path) ?? [];

const within = (path: string, folder: string) => path === folder || path.startsWith(`${folder}/`);
const plain = (path: string) => path.replace(/^\.\//, '');

/** Why an arrow is wrong; null when it is right. A wall's exceptions are relative to its `from`. */
function wrongness(from: string, to: string): string | null {
  for (const wall of walls) {
    if (!within(from, plain(wall.target)) || !within(to, plain(wall.from))) continue;
    const excepted = (wall.except ?? []).map((path) => join(plain(wall.from), path));
    if (excepted.some((path) => within(to, path))) continue;
    return `${from} imports ${to}: ${wall.message}`;
  }
  return null;
}

/** Cycles among imports, those of types too. Each once. */
function cycles(): string[][] {
  const found: string[][] = [];
  const done = new Set<string>();
  const trail: string[] = [];
  const visit = (path: string): void => {
    const at = trail.indexOf(path);
    if (at >= 0) found.push([...trail.slice(at), path]);
    if (at >= 0 || done.has(path)) return;
    trail.push(path);
    targetsOf(path).forEach(visit);
    trail.pop();
    done.add(path);
  };
  sources.forEach(visit);
  return found;
}

/** Every file that is loaded with one. */
function loadedWith(path: string, loaded = new Set<string>()): ReadonlySet<string> {
  if (loaded.has(path)) return loaded;
  loaded.add(path);
  if (!isSource(path)) return loaded;
  for (const next of importsOf(path, sourceOf(path).replaceAll(TYPES_ALONE, '')))
    loadedWith(next, loaded);
  return loaded;
}

describe('the house plan', () => {
  it('finds the imports that this check stands on', () => {
    expect(sources.length).toBeGreaterThan(100);
    expect(targetsOf('server/app.ts')).toContain('server/http/serve.ts');
    expect(targetsOf('server/graph/serialise.ts')).toContain('server/contract/index.ts');
  });

  it('knows a wrong arrow when it meets one', () => {
    expect(wrongness('server/routes/actors.ts', 'server/store/sqlite/index.ts')).toMatch(/driver/);
    expect(wrongness('server/extract/nlp/parse.ts', 'server/ingest/index.ts')).toMatch(/pure/);
    expect(wrongness('client/api/get.ts', 'server/store/store.ts')).not.toBeNull();
    expect(wrongness('server/cli/reread.ts', 'server/train/crf.ts')).toMatch(/weights/);
    expect(wrongness('server/routes/actors.ts', 'server/store/store.ts')).toBeNull();
  });

  it('has no arrow through a wall', () => {
    const wrong = sources.flatMap((from) =>
      targetsOf(from).flatMap((to) => wrongness(from, to) ?? []),
    );
    expect(wrong).toEqual([]);
  });

  it('has no import that leads nowhere', () => {
    const known = new Set([...ROOMS, 'test'].flatMap(filesUnder));
    const lost = sources.flatMap((from) =>
      targetsOf(from)
        .filter((to) => !known.has(to))
        .map((to) => `${from} -> ${to}`),
    );
    expect(lost).toEqual([]);
  });

  it('has no cycle', () => {
    expect(cycles()).toEqual([]);
  });

  it('loads neither the readers nor the models into the server, which starts the sooner', () => {
    const heavy = ['server/ingest/readers/index.ts', 'server/extract/index.ts'];
    const [reading, server] = ['server/ingest/child/main.ts', 'server/main.ts'].map((path) =>
      loadedWith(path),
    );
    expect(heavy.filter((path) => reading?.has(path))).toEqual(heavy);
    expect(heavy.filter((path) => server?.has(path))).toEqual([]);
  });

  it('names no folder of any machine', () => {
    const texts = [...sources, ...filesUnder('test').filter(isSource), ...filesUnder('docs')];
    // Assembled, so that this file does not name one itself.
    const folder = new RegExp(
      `(?<![\\w.~-])/(?:${['work', 'home', 'tmp', 'Users', 'root'].join('|')})/\\w`,
    );
    const naming = texts.filter((path) => folder.test(readFileSync(join(root, path), 'utf8')));
    expect(naming).toEqual([]);
  });
});
