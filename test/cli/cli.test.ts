import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EXIT, OutputClosed, type Command } from '../../server/cli/command.ts';
import { COMMANDS } from '../../server/cli/commands.ts';
import { runCommandLine } from '../../server/cli/main.ts';
import { inShell } from './shell.ts';

const bin = fileURLToPath(new URL('../../server/bin/onrecord.mjs', import.meta.url));
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-cli-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** In a folder without a record: over the sample. */
const run = (...argv: string[]) => inShell(argv, { folder });

describe('onrecord', () => {
  test('starts from any folder, says that it shows the sample, and ends with its exit code', () => {
    const env = { ...process.env, DATA_DIR: join(folder, 'none') };
    const options = { cwd: folder, env, encoding: 'utf8' } as const;
    const found = spawnSync(bin, ['search', 'speaker:Muzyka', '--json'], options);
    expect(found.status).toBe(0);
    expect(found.stderr).toContain('this is the sample');
    expect(JSON.parse(found.stdout)).toMatchObject({ total: 3, query: 'speaker:Muzyka' });
    const refused = spawnSync(bin, ['search', 'said:2022-13'], options);
    expect(refused.status).toBe(2);
    expect(refused.stderr).not.toMatch(/\n\s+at /);
  });

  test('tells every command and every usage', async () => {
    const { code, out } = await run('--help');
    expect(code).toBe(0);
    for (const { name } of COMMANDS) expect(out).toContain(`\n  ${name} `);
    for (const { name, load } of COMMANDS) {
      const { usage } = await load();
      expect(usage).toMatch(/^Usage: onrecord /);
      expect(await run(name, '--help')).toMatchObject({ code: 0, out: `${usage}\n` });
    }
  });

  test.each([
    ['nothing matches', ['search', 'speaker:Nobody'], 1, ''],
    ['an unknown command', ['serch'], 2, 'usage'],
    ['no command', [], 2, ''],
    ['an unknown option', ['search', '--spaeker=A'], 2, 'usage'],
    ['two formats', ['search', '--json', '--csv'], 2, 'usage'],
    ['a bad limit', ['search', '--limit=0'], 2, 'usage'],
    ['a bad date', ['search', 'a said:2022-13'], 2, 'bad-date'],
    ['a bad value', ['search', '--mode=shouted'], 2, 'bad-value'],
    ['a bad sort', ['search', '--sort=size'], 2, 'usage'],
    ['one end of a path', ['path', 'Shoigu'], 2, 'usage'],
    ['a path to nobody', ['path', 'Shoigu', 'Nobody'], 2, 'not-found'],
    ['a path to oneself', ['path', 'Shoigu', 'Sergei Shoigu'], 2, 'bad-value'],
    ['no path within one step', ['path', 'Shoigu', 'Muzyka', '--max=1'], 1, 'within 1 step from'],
    ['a strange kind', ['actors', '--kind=ghost'], 2, 'usage'],
    ['a strange format', ['export', 'xls'], 2, 'usage'],
    ['a strange type', ['export', 'jsonl', '--types=letters'], 2, 'usage'],
    ['a CSV of two types', ['export', 'csv', '--types=agreement,event'], 2, 'bad-value'],
    ['an unknown level', ['agreements', '--of=Ukraine', '--level=words'], 2, 'usage'],
    ['whom it is asked around', ['search', '--of=Ukraine'], 0, 'Asked: around Ukraine, 1 step'],
    ['four hops', ['search', '--of=Ukraine', '--hops=4'], 2, 'usage'],
    ['hops around nobody', ['search', '--hops=2'], 2, 'usage'],
    ['a neighbourhood of nobody', ['export', 'jsonl', '--of=Nobody'], 2, 'not-found'],
    ['agreements by speaker', ['agreements', '--speaker=Lukashenko'], 1, '“speaker”'],
    ['a strange kind of event', ['events', '--kind=party'], 2, 'bad-value (kind): “party” is no'],
    ['a strange kind of tie', ['relations', '--kind=friend'], 2, 'holds-office, member-of'],
    ['a strange state', ['agreements', '--state=torn'], 2, 'bad-value (state): “torn” is no state'],
    ['a kind of actors', ['events', '--kind=person'], 1, '“kind”'],
    ['a file that is not there', ['ingest', 'nowhere.txt'], 2, 'There is no nowhere.txt.'],
    ['a folder to look into', ['extract', '.'], 2, '. is a folder.'],
    ['events by act', ['export', 'csv', '--types=event', 'act:denial'], 0, '“act”'],
  ])('%s', async (_, argv, code, says) => {
    const found = await run(...argv);
    expect(found.code).toBe(code);
    expect(found.err).toContain(says);
  });

  test.each([
    ['a search', ['search', 'a said:2022-13'], '  a said:2022-13\n    ^^^^^^^^^^^^'],
    ['one behind options', ['search', '--limit', '5', 'said:1?'], '\n  said:1?\n  ^^^^^^^'],
    ['one in several words', ['search', '--', '-a', 'said:1?'], '\n  -a said:1?\n     ^^^^^^^'],
    ['an export', ['export', 'csv', 'a said:1?'], '\n  a said:1?\n    ^^^^^^^'],
    ['agreements', ['agreements', '--limit', '5', 'said:1?'], '\n  said:1?\n  ^^^^^^^'],
    ['Cypher', ['cypher', '--limit', '5', 'RETURN x'], '\n  RETURN x\n         ^'],
    ['Cypher in lines', ['cypher', 'MATCH (n)\nRETURN x\nLIMIT 1'], '\n  RETURN x\n         ^'],
    ['what is missing at its end', ['cypher', 'RETURN'], '\n  RETURN\n        ^'],
  ])('underlines what is wrong in %s', async (_, argv, shown) => {
    const { code, err } = await run(...argv);
    expect(code).toBe(2);
    expect(err).toContain(shown);
  });

  test('narrows to what a neighbourhood draws at a level', async () => {
    const found = async (level: string) => {
      const { out } = await run('search', '--of=Ukraine', `--level=${level}`, '--json');
      return (JSON.parse(out) as { total: number }).total;
    };
    const drawn = async (level: string) => {
      const { out } = await run('export', 'jsonl', '--of=Ukraine', `--level=${level}`);
      return out.split('\n').filter((line) => line.includes('"type":"statement"')).length;
    };
    const [actors, statements] = [await found('actors'), await found('statements')];
    expect(actors).toBeGreaterThan(statements);
    expect([await drawn('actors'), await drawn('statements')]).toEqual([actors, statements]);
  });

  test('gives the path of the sample with its evidence, in rows and as JSON', async () => {
    const question = ['path', 'Sergei Shoigu', 'Institute for the Study of War'];
    const { out } = await run(...question, '--json');
    const { paths, complete } = JSON.parse(out);
    expect(complete).toBe(true);
    const [first] = paths;
    expect(first.hops[0].from.name).toBe('Sergei Shoigu');
    expect(first.hops.at(-1).to.name).toBe('Institute for the Study of War');
    for (const hop of first.hops) {
      expect(hop.records.length).toBeGreaterThan(0);
      for (const record of hop.records) expect(record.says).not.toBe('');
    }
    const rows = (await run(...question, '--csv')).out.trim().split('\r\n');
    expect(rows[0]).toBe('path,step,from,to,record,says');
    const records = first.hops.flatMap((hop: { records: unknown[] }) => hop.records);
    expect(rows.length - 1).toBe(records.length);
  });

  test('writes fields of CSV that hold marks, commas and lines as RFC 4180 has it', async () => {
    const { out } = await run('search', 'actually', '--csv');
    expect(out.split('\r\n')[0]).toContain('speaker,');
    expect(out).toMatch(/"[^\r\n]*,[^\r\n]*"/);
  });

  test('writes no cell of CSV that a spreadsheet would run', async () => {
    const query = "UNWIND ['=1+1', '@SUM(A1)', '+cmd', '-3', '-x'] AS cell RETURN cell";
    const { out } = await run('cypher', query, '--csv');
    expect(out).toBe("cell\r\n'=1+1\r\n'@SUM(A1)\r\n'+cmd\r\n-3\r\n'-x\r\n");
  });

  test('exports what matches', async () => {
    const { code, out } = await run('export', 'jsonl', 'speaker:Muzyka');
    expect(code).toBe(0);
    expect(out.trim().split('\n').length).toBeGreaterThanOrEqual(3);
  });

  test.each([
    ['agreements', 'agreement', ['--actor=Belarus', '--state=signed']],
    ['events', 'event', ['--said=2022-10..', '--kind=visit', '--kind=meeting']],
    ['relations', 'relation', ['--of=Alexander Lukashenko', '--kind=holds-office']],
    ['agreements', 'agreement', ['agreements between Belarus and Russia']],
  ])('lists %s as the table of the screen does, and exports the same', async (list, type, argv) => {
    const { code, out } = await run(list, ...argv, '--json');
    expect(code).toBe(0);
    const { total, items } = JSON.parse(out) as { total: number; items: { id: string }[] };
    expect(items).toHaveLength(total);
    const narrowed = argv.filter((word) => !/^--(?:kind|state)|^agreements/.test(word));
    const exported = await run('export', 'jsonl', ...narrowed, `--types=${type}`);
    const ids = exported.out
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { id: string }).id);
    for (const { id } of items) expect(ids).toContain(id);
    expect(ids.every((id) => id.startsWith(items[0]!.id.slice(0, 4)))).toBe(true);
  });

  test('a reader that closes the pipe early is no fault, and what was open is closed', () => {
    const env = { ...process.env, DATA_DIR: join(folder, 'none'), TMPDIR: folder };
    const shell = `(${JSON.stringify(bin)} export jsonl; echo $? >&2) | true`;
    const { stderr } = spawnSync('sh', ['-c', shell], { env, encoding: 'utf8' });
    expect(stderr.trim().split('\n').at(-1)).toBe('0');
    // The sample stood in a record of its own, which is gone when it was closed.
    expect(readdirSync(folder).filter((name) => name.startsWith('onrecord-store-'))).toEqual([]);
  });

  test('an output that closes half-way ends a command where it stands, after its clean-up', async () => {
    const done: string[] = [];
    const writer: Command = {
      usage: '',
      run: async (_args, { out }) => {
        try {
          for (const line of ['one', 'two', 'three']) out(line);
          return EXIT.nothing;
        } finally {
          done.push('closed');
        }
      },
    };
    const entry = { name: 'writer', summary: '', load: async () => writer };
    const out = (text: string) => {
      if (text === 'two') throw new OutputClosed();
      done.push(text);
    };
    const err: string[] = [];
    const io = { out, err: (line: string) => void err.push(line), width: null, env: {}, folder };
    expect(await runCommandLine(['writer'], [entry], io)).toBe(EXIT.found);
    expect(done).toEqual(['one', 'closed']);
    expect(err).toEqual([]);
  });

  test('says of a fault only what it knows', async () => {
    const err: string[] = [];
    const faulty = { usage: '', run: () => Promise.reject(new Error('ours')) };
    const entry = { name: 'faulty', summary: '', load: async () => faulty };
    const io = { out: () => undefined, err: (line: string) => void err.push(line) };
    const rest = { width: null, env: {}, folder };
    expect(await runCommandLine(['faulty'], [entry], { ...io, ...rest })).toBe(70);
    expect(err[0]).toBe('onrecord: internal: ours');
    expect(err.join('\n')).not.toContain('not changed');
  });
});
