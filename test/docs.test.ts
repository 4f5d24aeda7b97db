import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readQuestion } from '../server/query/questions/read.ts';

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

/** Questions of the table in docs/search.md, without what may be left out. */
const questions = text('docs/search.md')
  .split('## Plain questions')[1]!
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (?:question|-)/.test(line))
  .flatMap((line) =>
    line
      .split('|')[1]!
      .replace(/ ?\([^)]*\)/g, '')
      .split(';'),
  )
  .map((question) => question.trim());

describe('docs/search.md', () => {
  it('has questions to show', () => expect(questions.length).toBeGreaterThan(15));

  it.each(questions)('shows a question that is understood: %s', (question) => {
    expect(readQuestion(question)).not.toBeNull();
  });
});

describe.each(pages)('%s', (page) => {
  it('names paths and pages that exist', () => {
    const named = [...pathsIn(page), ...linksIn(page)];
    expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it('names commands that exist', () => {
    expect(commandsIn(page).filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
  });
});
