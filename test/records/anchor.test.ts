import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { selectorsInto, unanchored } from '../../server/record/anchoring.ts';
import { loadRecords } from '../../server/record/sample.ts';
import { inShell } from '../cli/shell.ts';

/** The articles themselves are not part of the repository. */
const corpus = new URL('../../../shared/corpus/', import.meta.url).pathname;
const present = existsSync(corpus);
const articles = present ? readdirSync(corpus).map((name) => join(corpus, name)) : [];

const records = loadRecords();
const document = records.documents.find(({ title }) => title === 'Belarus blows against Ukraine')!;
const placed = selectorsInto(records, document.id);

const run = (...args: string[]) => inShell(['anchor', ...args], { folder: tmpdir() });

/**
 * Offsets at which one changed character must show in one selector only: inside its words and
 * outside the words and contexts of every other. One offset for each such selector.
 */
function loneOffsets(length: number): Map<number, number> {
  const found = new Map<number, number>();
  for (let at = 0; at < length; at += 1) {
    const near = placed.flatMap(({ selector: s }, i) =>
      at >= s.start - s.prefix.length && at < s.end + s.suffix.length ? [i] : [],
    );
    const only = near[0];
    if (near.length !== 1 || only === undefined) continue;
    const { start, end } = placed[only]!.selector;
    if (at >= start && at < end) found.set(only, at);
  }
  return found;
}

describe.skipIf(!present)('anchor (skipped where ../shared/corpus is absent)', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'onrecord-anchor-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const original = () => {
    const texts = articles.map((file) => readFileSync(file, 'utf8'));
    return texts.find((text) => text.startsWith(document.title))!;
  };

  it('finds every passage of the record in the five articles', async () => {
    const { code, out } = await run(...articles);
    const all = records.documents.map(({ id }) => selectorsInto(records, id).length);
    expect(out).toContain(`${all.reduce((a, b) => a + b)} passages anchor, 0 do not; 5 files`);
    expect(code).toBe(0);
  });

  it('reports exactly the ten passages that were altered, and fails', async () => {
    const text = original();
    const altered = [...loneOffsets(text.length)].slice(0, 10);
    expect(altered.length).toBe(10);
    const characters = text.split('');
    for (const [, at] of altered) characters[at] = characters[at] === '#' ? '%' : '#';
    const copy = characters.join('');
    const file = join(folder, 'altered.txt');
    writeFileSync(file, copy);

    const expected = altered.map(([i]) => placed[i]!);
    expect(unanchored(records, document.id, copy)).toEqual(
      expected
        .sort((a, b) => placed.indexOf(a) - placed.indexOf(b))
        .map((one) => ({ ...one, fault: 'exact-differs' })),
    );
    const { code, out } = await run('--as', document.id, file);
    expect(code).toBe(1);
    expect(out).toContain(`${placed.length - 10} passages anchor, 10 do not`);
    for (const { record, role } of expected) expect(out).toContain(`${record}  ${role}`);
  });

  it('knows no document for an altered text until it is told which', async () => {
    const file = join(folder, 'unknown.txt');
    writeFileSync(file, `${original()}\n`);
    const { code, out } = await run(file);
    expect(code).toBe(1);
    expect(out).toContain('UNKNOWN');
    expect(out).toContain('1 of no known document; 5 documents not given');
    const named = await run('--as', document.id, file);
    expect(named.code).toBe(0);
    expect(named.out).toContain('SHA-256 differs');
  });

  it('prints the selectors of words, for a new record', async () => {
    const file = articles.find((path) => readFileSync(path, 'utf8') === original())!;
    const { code, out } = await run('--quote', 'Tatsiana Kulakevich', file);
    const known = records.mentions
      .filter(
        ({ document: id, actor }) => id === document.id && actor === 'actor:tatsiana-kulakevich',
      )
      .map(({ selector }) => selector)
      .filter(({ exact }) => exact === 'Tatsiana Kulakevich');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual(known);
    const nowhere = await run('--quote', 'words that nobody said', file);
    expect([nowhere.code, JSON.parse(nowhere.out)]).toEqual([1, []]);
  });

  it('reports the documents that were not given', async () => {
    const { code, out } = await run(articles[0]!);
    expect(code).toBe(1);
    expect(out.match(/NOT GIVEN/g)).toHaveLength(4);
  });

  it('reports a text cut short, without looking elsewhere for the words', () => {
    const half = original().slice(0, Math.floor(document.length / 2));
    const faults = unanchored(records, document.id, half);
    const beyond = placed.filter(({ selector }) => selector.end > half.length);
    expect(faults.filter(({ fault }) => fault === 'out-of-range')).toHaveLength(beyond.length);
    const moved = ` ${original()}`;
    expect(unanchored(records, document.id, moved)).toHaveLength(placed.length);
  });
});

describe('anchor, on wrong input', () => {
  const here = fileURLToPath(import.meta.url);

  it.each([
    [['--as', 'doc:nowhere', here], 'not-found'],
    [['--as', document.id, here, here], 'usage'],
    [['--quote', 'words', here, here], 'usage'],
    [['no-such-file.txt'], 'usage'],
    [['--records', 'no-such-folder', here], 'invalid-records'],
    [['--frobnicate'], 'usage'],
    [[], 'usage'],
  ])('%j cannot run, and says why by a code, to standard error', async (args, why) => {
    const { code, out, err } = await run(...args);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toMatch(new RegExp(`^onrecord: ${why}\\b`));
  });

  it('explains itself on --help', async () => {
    const { code, out } = await run('--help');
    expect(code).toBe(0);
    expect(out).toMatch(/^Usage: onrecord anchor/);
  });
});
