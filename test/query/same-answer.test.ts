import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Server } from 'node:http';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Records } from '../../graph-data/schema/index.ts';
import { createApp } from '../../server/app.ts';
import { CypherRequest, StatementPage } from '../../server/contract/index.ts';
import { openHouse, type House } from '../../server/house.ts';
import { close, createServer, listen } from '../../server/http/server.ts';
import { queryFromParams } from '../../server/query/params.ts';
import { loadRecords } from '../../server/record/sample.ts';
import { createSqliteStore } from '../../server/store/sqlite/index.ts';
import { inShell } from '../cli/shell.ts';
import { records as anyRecords } from '../store/arbitrary.ts';
import { isMatch } from '../store/oracle.ts';
import { cypherOf } from './same-cypher.ts';
import { GENERATED_QUESTIONS, SAMPLE_QUESTIONS, type Question } from './same-questions.ts';

/** A record on disk, served over HTTP. */
interface Served {
  readonly records: Records;
  readonly dataDir: string;
  readonly house: House;
  readonly server: Server;
  readonly address: string;
}

async function open(records: Records): Promise<Served> {
  const dataDir = mkdtempSync(join(tmpdir(), 'onrecord-same-'));
  const writer = await createSqliteStore(dataDir);
  await writer.loadSample(records);
  await writer.close();
  const house = await openHouse(dataDir);
  const onFault = (error: unknown) => console.error(error);
  const server = createServer(createApp({ ...house, clientDir: dataDir, onFault }));
  return { records, dataDir, house, server, address: await listen(server, '127.0.0.1', 0) };
}

async function stop({ server, house, dataDir }: Served): Promise<void> {
  await close(server, 100);
  await house.close();
  rmSync(dataDir, { recursive: true, force: true });
}

async function byBox({ house: { store } }: Served, { box }: Question): Promise<string[]> {
  const params = new URLSearchParams(box === '' ? [] : [['q', box]]);
  const { query } = await queryFromParams(params, store);
  return store.statementIds(query);
}

async function byAddress({ address }: Served, url: string): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const next = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const reply = await fetch(
      `${address}/api/statements?${url}&limit=20${next}`.replace('?&', '?'),
    );
    expect(reply.status, url).toBe(200);
    const page: StatementPage = StatementPage.parse(await reply.json());
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.next;
    if (cursor === null) expect(ids.length).toBe(page.total);
  } while (cursor !== null);
  return ids.sort();
}

async function told({ dataDir }: Served, args: readonly string[]) {
  const { code, out } = await inShell(args, { folder: dataDir, env: { DATA_DIR: dataDir } });
  return { code, lines: out.split('\n').filter((line) => line !== '') };
}

/** `speaker=A&-via=B&q=words` as words of a command line. */
function argsOf(url: string): string[] {
  const params = [...new URLSearchParams(url)];
  const words = params.filter(([name]) => name === 'q').map(([, value]) => value);
  const options = params
    .filter(([name]) => name !== 'q')
    .map(([name, value]) => (name.startsWith('-') ? `-${name}=-${value}` : `--${name}=${value}`));
  return [...options, ...(words.length > 0 ? ['--', ...words] : [])];
}

async function byShell(served: Served, args: readonly string[]): Promise<string[]> {
  const { code, lines } = await told(served, ['search', '--ids', ...args]);
  expect(code).toBe(lines.length > 0 ? 0 : 1);
  return lines.sort();
}

/** The same question in Cypher. */
async function byCypher({ house }: Served, { means }: Question): Promise<string[]> {
  const query = `MATCH (s:Statement) WHERE ${cypherOf(means)} RETURN s.id`;
  const { rows } = await house.cypher.run(CypherRequest.parse({ query }));
  return rows.map(([id]) => String(id)).sort();
}

/** Every statement looked at. */
async function byScan(
  { records, house: { store } }: Served,
  { means }: Question,
): Promise<string[]> {
  const stored = await store.statementsById(records.statements.map(({ id }) => id));
  const holds = stored.filter((each) => isMatch(means, each, records, (id) => id));
  return holds.map(({ id }) => id).sort();
}

function sameAnswers(questions: readonly Question[], records: () => Records): void {
  let served: Served;
  beforeAll(async () => {
    served = await open(records());
  });
  afterAll(() => stop(served));

  test.each(questions)('$box', async (question) => {
    const expected = await byScan(served, question);
    expect((await byBox(served, question)).sort()).toEqual(expected);
    expect(await byAddress(served, question.url)).toEqual(expected);
    expect(await byAddress(served, new URLSearchParams({ q: question.box }).toString())).toEqual(
      expected,
    );
    expect(await byShell(served, argsOf(question.url))).toEqual(expected);
    expect(await byShell(served, ['--', question.box])).toEqual(expected);
    const rejected = new Set<string>(
      served.records.statements.filter(({ status }) => status === 'rejected').map(({ id }) => id),
    );
    const inGraph = expected.filter((id) => !rejected.has(id));
    expect(await byCypher(served, question)).toEqual(inGraph);
  });

  test('most questions find something, and most do not find everything', async () => {
    const found = await Promise.all(questions.map((question) => byScan(served, question)));
    const telling = found.filter(
      ({ length }) => length > 0 && length < served.records.statements.length,
    );
    expect(telling.length).toBeGreaterThan(questions.length * 0.85);
  });
}

/** The largest of some generated records. */
function generated(): Records {
  const drawn = fc.sample(anyRecords, { seed: 60, numRuns: 40 });
  return drawn.reduce((most, each) =>
    each.statements.length > most.statements.length ? each : most,
  );
}

describe('one question, one answer: box, address, shell, Cypher and a scan by hand', () => {
  describe('on the sample', () => sameAnswers(SAMPLE_QUESTIONS, loadRecords));
  describe('on generated records', () => sameAnswers(GENERATED_QUESTIONS, generated));

  test('there are at least 60 questions, and Cypher can ask three of four', () => {
    const questions = [...SAMPLE_QUESTIONS, ...GENERATED_QUESTIONS];
    expect(questions.length).toBeGreaterThanOrEqual(60);
    const inCypher = questions.filter(({ means }) => cypherOf(means) !== null);
    expect(inCypher.length).toBeGreaterThan(questions.length * 0.75);
  });
});
