import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { builtClient } from '../browser/stand.ts';

let out: string;

beforeAll(async () => {
  out = await builtClient();
}, 120_000);

/** Scripts and preloads of the page, from the folder of the build. */
function startFiles(): string[] {
  const html = readFileSync(join(out, 'index.html'), 'utf8');
  const named = html.matchAll(/(?:src|href)="\.?\/?(assets\/[^"]+\.js)"/g);
  return [...named].map(([, file]) => file ?? '');
}

/** The files with all that they import statically. */
function withImports(files: readonly string[]): Set<string> {
  const queue = [...files];
  const found = new Set<string>();
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (found.has(file)) continue;
    found.add(file);
    const code = readFileSync(join(out, file), 'utf8');
    for (const [, name] of code.matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g))
      queue.push(join(dirname(file), name ?? ''));
  }
  return found;
}

/** Bytes of the files, each compressed for itself. */
function gzipped(files: Iterable<string>): number {
  return [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(out, file))).length, 0);
}

describe('the built client', () => {
  it('loads at most 70 kB of JavaScript, gzip, with the page', () => {
    const files = withImports(startFiles());
    const size = gzipped(files);
    console.log(`initial JavaScript ${(size / 1000).toFixed(1)} kB gzip in ${files.size} files`);
    expect(files.size).toBeGreaterThan(0);
    expect(size).toBeLessThanOrEqual(70_000);
  });

  it('draws the graph with at most 60 kB more', () => {
    const initial = withImports(startFiles());
    const scenes = readdirSync(join(out, 'assets')).filter((name) => /^scene-.*\.js$/.test(name));
    expect(scenes).toHaveLength(1);
    const scene = withImports(scenes.map((name) => join('assets', name)));
    const size = gzipped([...scene].filter((file) => !initial.has(file)));
    console.log(`the scene ${(size / 1000).toFixed(1)} kB gzip`);
    expect(size).toBeGreaterThan(0);
    expect(size).toBeLessThanOrEqual(60_000);
  });

  it('fetches nothing from elsewhere', () => {
    const html = readFileSync(join(out, 'index.html'), 'utf8');
    expect(html).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
  });
});
