import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

/** What the documents name, against what there is. */

const root = fileURLToPath(new URL('../', import.meta.url));
const text = (path: string) => readFileSync(join(root, path), 'utf8');

const pages = [
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .map((path) => join('docs', path)),
  'README.md',
  'CONTRIBUTING.md',
  'graph-data/README.md',
];

const scripts = (JSON.parse(text('package.json')) as { scripts: Record<string, string> }).scripts;

const ROOMS = /^(?:server|client|test|graph-data|docs)\/[^<>*{}]*$/;

/** Words in backticks that are paths from the root; one with a placeholder names no file. */
function pathsIn(page: string): string[] {
  return [...text(page).matchAll(/`([^`\n]+)`/g)]
    .flatMap(([, code = '']) => code.split(/\s+/))
    .filter((word) => ROOMS.test(word));
}

function linksIn(page: string): string[] {
  return [...text(page).matchAll(/\]\(([^)#\s]+)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !target.includes(':'))
    .map((target) => join(dirname(page), target));
}

const commandsIn = (page: string) =>
  [...text(page).matchAll(/\bnpm run ([\w:-]+)/g)].map(([, name = '']) => name);

describe.each(pages)('%s', (page) => {
  it('names paths and pages that exist', () => {
    const named = [...pathsIn(page), ...linksIn(page)];
    expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it('names commands that exist', () => {
    expect(commandsIn(page).filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
  });
});
