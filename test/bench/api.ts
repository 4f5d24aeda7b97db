/**
 * How long the API takes on the sample record, over HTTP on this machine, beside the store alone
 * in the same run. Run: npm run bench -- --only api
 */
import { request as httpRequest, Agent } from 'node:http';
import { queryFromParams } from '../../server/query/params.ts';
import { startServer, type TestServer } from '../http/harness.ts';

const WARM_UP = 30;
const ROUNDS = 300;

/** Filters that a reader combines; every key of the vocabulary is in at least one. */
const STATEMENTS = [
  '',
  'speaker=Lukashenko&about=Ukraine',
  'speaker=Lukashenko&said=2022-10..2022-12&mode=direct',
  'act=accusation&act=warning&-via=BelTA&sort=said',
  'actor=Russia&facets=speaker,about,addressee,via,outlet,document,kind,mode,act,status,method,said',
  'text=war&sort=relevance',
  'text=%22regional%20grouping%22',
  'q=speaker:Lukashenko%20(about:Poland%20OR%20about:Ukraine)%20-mode:indirect%20force*',
  'via=Associated%20Press&kind=person&published=2022',
  'outlet=SOFREP&status=accepted&method=read&recorded=2020..',
  'document=Belarus&addressee=Russia',
  'agreement=military%20doctrine&limit=1000',
];

const OTHERS = [
  '/api/graph',
  '/api/graph?level=statements',
  '/api/graph?said=2022-11',
  '/api/neighbourhood?of=Lukashenko&hops=2',
  '/api/paths?from=Sergei%20Shoigu&to=Institute%20for%20the%20Study%20of%20War&k=3',
  '/api/suggest?q=luka',
  '/api/actors/actor:alexander-lukashenko',
  '/api/documents?limit=10',
  '/api/agreements',
  '/api/events',
];

const agent = new Agent({ keepAlive: true, maxSockets: 1 });

function get(url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    httpRequest(url, { agent }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${url}: ${response.statusCode}`));
      response.resume().on('end', resolve);
    })
      .on('error', reject)
      .end();
  });
}

interface Times {
  readonly p50: number;
  readonly p95: number;
  /** Processor time of one call, server and caller together: what a busy machine cannot blur. */
  readonly cpu: number;
}

async function time(deed: () => Promise<unknown>): Promise<Times> {
  for (let i = 0; i < WARM_UP; i += 1) await deed();
  const times: number[] = [];
  const before = process.cpuUsage();
  for (let i = 0; i < ROUNDS; i += 1) {
    const start = performance.now();
    await deed();
    times.push(performance.now() - start);
  }
  const { user, system } = process.cpuUsage(before);
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(times.length * share)] ?? NaN;
  return { p50: at(0.5), p95: at(0.95), cpu: (user + system) / 1000 / ROUNDS };
}

const ms = (value: number) => value.toFixed(2).padStart(7);

/** The same filters asked of the store without HTTP, parsing or presenting. */
async function storeTime({ house: { store } }: TestServer, filters: string): Promise<Times> {
  const params = new URLSearchParams(filters);
  for (const own of ['sort', 'facets', 'limit']) params.delete(own);
  const { query } = await queryFromParams(params, store);
  return time(() => store.statements(query, '-said', { limit: 50, cursor: null }));
}

export async function run(): Promise<void> {
  const server = await startServer();
  console.log(
    'GET /api/statements                       p50 ms  p95 ms  cpu ms  store cpu   ratio',
  );
  let worst = 0;
  for (const filters of STATEMENTS) {
    const over = await time(() => get(`${server.url}/api/statements?${filters}`));
    const alone = await storeTime(server, filters);
    worst = Math.max(worst, over.p95);
    const ratio = (over.cpu / alone.cpu).toFixed(1).padStart(7);
    const name = decodeURIComponent(filters).slice(0, 40).padEnd(40);
    console.log(
      `${name} ${ms(over.p50)} ${ms(over.p95)} ${ms(over.cpu)}    ${ms(alone.cpu)} ${ratio}`,
    );
  }
  console.log(`worst p95 ${worst.toFixed(2)} ms (aim: under 10 ms)`);
  for (const path of OTHERS) {
    const { p50, p95, cpu } = await time(() => get(server.url + path));
    console.log(`${path.slice(0, 40).padEnd(40)} ${ms(p50)} ${ms(p95)} ${ms(cpu)}`);
  }
  agent.destroy();
  await server.stop();
}
