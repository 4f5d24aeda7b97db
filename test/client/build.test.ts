import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { builtClient } from '../browser/stand.ts';

let out: string;

beforeAll(async () => {
  out = await builtClient();
}, 120_000);

/** Files that load with the page: its scripts and preloads, and what those import statically. */
function initialFiles(): Set<string> {
  const html = readFileSync(join(out, 'index.html'), 'utf8');
  const queue = [...html.matchAll(/(?:src|href)="\.?\/?(assets\/[^"]+\.js)"/g)].map(
    ([, file]) => file ?? '',
  );
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

describe('the built client', () => {
  it('loads at most 110 kB of JavaScript, gzip, at start', () => {
    const files = [...initialFiles()];
    const sizes = files.map((file) => gzipSync(readFileSync(join(out, file))).length);
    const total = sizes.reduce((sum, size) => sum + size, 0);
    console.log(`initial JavaScript ${(total / 1000).toFixed(1)} kB gzip in ${files.length} files`);
    expect(files.length).toBeGreaterThan(0);
    expect(total).toBeLessThanOrEqual(110_000);
  });

  it('fetches nothing from elsewhere', () => {
    const html = readFileSync(join(out, 'index.html'), 'utf8');
    expect(html).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
  });
});
