import type Sqlite from 'better-sqlite3';
import { Database } from '../../server/store/sqlite/driver.ts';
import type { FacetName, ResolvedQuery, ResolvedTerm } from '../../server/contract/index.ts';
import { and, not, or, randomSource, term, type Random } from '../../server/contract/index.ts';
import { loadRecords } from '../../server/record/sample.ts';
import { createSqliteStore, openTemporaryStore } from '../../server/store/sqlite/index.ts';
import type { StatementSort } from '../../server/store/store.ts';
import { benchRecord, wordAt } from './generate.ts';
import { report, timed } from './measure.ts';
import { between, pick, zipf } from './random.ts';

const RUNS = 60;
/** Searches of each kind that are asked before any is timed, so that no kind pays for compiling. */
const WARMING = 10;
/** Words that people search for stand in one statement of some hundred, not in every second. */
const COMMONEST_WORD = 60;
const WORDS = 3000;
const PAGE = { limit: 50, cursor: null };
const FACETS: readonly FacetName[] = ['speaker', 'about', 'via', 'outlet', 'act', 'mode', 'said'];

type Draw = (random: Random) => ResolvedQuery;

const actor = (random: Random, actors: number) => `actor:n${zipf(random, actors)}`;
const word = (random: Random): ResolvedTerm => ({
  key: 'text',
  value: wordAt(between(random, COMMONEST_WORD, WORDS)),
  form: 'word',
});
const year = (random: Random) => between(random, 2010, 2024);
const saidIn = (from: number, to = from): ResolvedTerm => ({
  key: 'said',
  from: `${from}-01-01`,
  to: `${to}-12-31`,
});

/** Hand-written SQL for one kind of search; it is asked for a page of ids and for the count. */
interface Written {
  /** From and where, `s` the statement. */
  readonly from: string;
  readonly order?: string;
  readonly values: (query: ResolvedQuery) => (string | number)[];
}

interface Search {
  readonly what: string;
  readonly sort: StatementSort;
  readonly draw: (actors: number) => Draw;
  readonly written?: Written;
}

const STATEMENTS = `FROM statements s`;
const LATEST = 'ORDER BY s.said_desc, s.id';

const SEARCHES: readonly Search[] = [
  {
    what: 'a speaker',
    sort: '-said',
    draw: (actors) => (random) => term({ key: 'speaker', ids: [actor(random, actors)] }),
    written: {
      from: `${STATEMENTS} WHERE s.live = 1 AND s.speaker = (SELECT key FROM actors WHERE id = ?)`,
      values: (query) => [idsIn(query)[0] ?? ''],
    },
  },
  {
    what: 'a speaker in a year',
    sort: '-said',
    draw: (actors) => (random) =>
      and<ResolvedTerm>(
        term({ key: 'speaker', ids: [actor(random, actors)] }),
        term(saidIn(year(random))),
      ),
    written: {
      from: `${STATEMENTS} WHERE s.live = 1 AND s.speaker = (SELECT key FROM actors WHERE id = ?)
        AND s.said_desc BETWEEN ? AND ?`,
      values: (query) => {
        const from = yearsIn(query)[0] ?? 0;
        return [idsIn(query)[0] ?? '', -(from * 10_000 + 1231), -(from * 10_000 + 101)];
      },
    },
  },
  {
    what: 'about a hub, by act',
    sort: '-said',
    draw: () => (random) =>
      and<ResolvedTerm>(
        term({ key: 'about', ids: [`actor:n${between(random, 0, 9)}`] }),
        term({ key: 'act', value: pick(random, ['denial', 'warning', 'promise']) }),
      ),
    written: {
      from: `${STATEMENTS} WHERE s.live = 1 AND s.act = ? AND s.key IN (SELECT statement FROM about
        WHERE actor = (SELECT key FROM actors WHERE id = ?))`,
      values: (query) => [valuesIn(query)[0] ?? '', idsIn(query)[0] ?? ''],
    },
  },
  {
    what: 'two words in a span of years',
    sort: '-said',
    draw: () => (random) => {
      const from = year(random);
      return and<ResolvedTerm>(
        term(word(random)),
        term(word(random)),
        term(saidIn(from, from + 3)),
      );
    },
    written: {
      from: `${STATEMENTS} WHERE s.live = 1 AND s.said_asc BETWEEN ? AND ? AND s.key IN
        (SELECT rowid FROM statement_words WHERE statement_words MATCH ?)`,
      values: (query) => {
        const [from = 0, to = 0] = yearsIn(query);
        return [from * 10_000 + 101, to * 10_000 + 1231, valuesIn(query).map(quoted).join(' ')];
      },
    },
  },
  {
    what: 'one of two words, ranked',
    sort: 'relevance',
    draw: () => (random) => or<ResolvedTerm>(term(word(random)), term(word(random))),
    written: {
      from: `FROM statement_words w JOIN statements s ON s.key = w.rowid
        WHERE statement_words MATCH ? AND s.live = 1`,
      order: 'ORDER BY rank',
      values: (query) => [valuesIn(query).map(quoted).join(' OR ')],
    },
  },
  {
    what: 'words without a speaker, by outlet',
    sort: '-said',
    draw: (actors) => (random) =>
      and<ResolvedTerm>(
        term(word(random)),
        not(term({ key: 'speaker', ids: [actor(random, actors)] })),
        term({ key: 'outlet', ids: [`actor:n${97 * between(random, 0, 30) + 1}`] }),
      ),
  },
  {
    what: 'half the record: a mode, many years',
    sort: '-recorded',
    draw: () => (random) => {
      const from = year(random);
      return and<ResolvedTerm>(
        term({ key: 'mode', value: pick(random, ['direct', 'indirect', 'mixed']) }),
        term(saidIn(from - 5, from + 5)),
      );
    },
  },
  { what: 'everything', sort: '-said', draw: () => () => ({ type: 'all' }) },
];

function termsIn(query: ResolvedQuery): ResolvedTerm[] {
  if (query.type === 'term') return [query.term];
  return query.type === 'and' || query.type === 'or' ? query.of.flatMap(termsIn) : [];
}

function idsIn(query: ResolvedQuery): string[] {
  return termsIn(query).flatMap((each) => ('ids' in each ? each.ids : []));
}

function valuesIn(query: ResolvedQuery): string[] {
  return termsIn(query).flatMap((each) => ('value' in each ? [each.value] : []));
}

function yearsIn(query: ResolvedQuery): number[] {
  return termsIn(query).flatMap((each) =>
    'from' in each ? [Number(each.from?.slice(0, 4)), Number(each.to?.slice(0, 4))] : [],
  );
}

function quoted(text: string): string {
  return `"${text}"`;
}

/** Search and facets on a generated record, beside hand-written SQL on the same file. */
export async function run({ size }: { size: number }): Promise<void> {
  await sample();
  const record = await benchRecord(size);
  const made =
    record.seconds === null ? 'kept from before' : `made in ${record.seconds.toFixed(0)} s`;
  console.log(`${size} statements, ${record.actors} actors, ${made}; p50 / p95`);
  const started = performance.now();
  const store = await createSqliteStore(record.dataDir);
  console.log(`opened, columns read: ${((performance.now() - started) / 1000).toFixed(1)} s`);
  const database = new Database(record.path, { readonly: true });
  database.pragma('mmap_size = 1073741824');
  for (const search of SEARCHES)
    for (const query of drawn(search, record.actors, WARMING, 1000))
      await store.statements(query, search.sort, PAGE);
  for (const search of SEARCHES) {
    const { what, sort, written } = search;
    const queries = drawn(search, record.actors, RUNS, 0);
    const ours = await timed(queries, (query) => store.statements(query, sort, PAGE));
    const peer = written ? await timed(queries, byHand(database, written)) : null;
    report(`search: ${what}`, ours, peer);
  }
  await facets(store, database, record.actors);
  database.close();
  await store.close();
}

/** Queries of one kind; others for another `salt`. */
function drawn({ what, draw }: Search, actors: number, count: number, salt: number) {
  const random = randomSource(what.length + salt);
  return Array.from({ length: count }, () => draw(actors)(random));
}

/** What a person would write for this one search: it reads no record, only ids and their count. */
function byHand(database: Sqlite.Database, { from, order = LATEST, values }: Written) {
  const page = database.prepare(`SELECT s.id ${from} ${order} LIMIT 50`).pluck();
  const count = database.prepare(`SELECT count(*) ${from}`).pluck();
  return (query: ResolvedQuery) => [page.all(...values(query)), count.get(...values(query))];
}

/** The sample record, every kind of search and sort. */
async function sample(): Promise<void> {
  const store = await openTemporaryStore();
  const records = loadRecords();
  await store.loadSample(records);
  const queries: ResolvedQuery[] = [
    { type: 'all' },
    ...records.actors.flatMap(({ id }) => [
      term<ResolvedTerm>({ key: 'actor', ids: [id] }),
      and<ResolvedTerm>(term({ key: 'speaker', ids: [id] }), term(saidIn(2022))),
    ]),
    ...records.statements.map(({ text }): ResolvedQuery =>
      term({ key: 'text', value: text.split(' ')[0] ?? '', form: 'prefix' }),
    ),
  ];
  for (const sort of ['-said', 'relevance'] as const)
    report(
      `sample, ${queries.length} searches by ${sort}`,
      await timed(queries, (query) => store.statements(query, sort, PAGE)),
    );
  report(
    `sample, ${FACETS.length} facets`,
    await timed(queries, (query) => store.facets(query, FACETS, 20)),
  );
  await store.close();
}

async function facets(
  store: Awaited<ReturnType<typeof createSqliteStore>>,
  database: Sqlite.Database,
  actors: number,
): Promise<void> {
  const matched = `(SELECT s.key, s.speaker, s.act, s.mode, s.said_asc FROM statements s
    WHERE s.live = 1 AND s.speaker = (SELECT key FROM actors WHERE id = ?))`;
  const written = [
    `SELECT m.speaker, count(*) FROM ${matched} m GROUP BY 1`,
    `SELECT l.actor, count(*) FROM ${matched} m JOIN about l ON l.statement = m.key GROUP BY 1`,
    `SELECT l.actor, count(DISTINCT m.key) FROM ${matched} m JOIN reports r ON r.statement = m.key
      JOIN via l ON l.report = r.key GROUP BY 1`,
    `SELECT d.outlet, count(DISTINCT m.key) FROM ${matched} m
      JOIN reports r ON r.statement = m.key JOIN documents d ON d.key = r.document GROUP BY 1`,
    `SELECT m.act, count(*) FROM ${matched} m GROUP BY 1`,
    `SELECT m.mode, count(*) FROM ${matched} m GROUP BY 1`,
    `SELECT m.said_asc / 100, count(*) FROM ${matched} m GROUP BY 1`,
  ].map((sql) => database.prepare(sql));
  for (const search of SEARCHES) {
    const { what } = search;
    const queries = drawn(search, actors, RUNS, 1);
    const ours = await timed(queries, (query) => store.facets(query, FACETS, 20));
    const peer =
      what === 'a speaker'
        ? await timed(queries, (query) =>
            written.forEach((statement) => statement.all(idsIn(query)[0] ?? '')),
          )
        : null;
    report(`${FACETS.length} facets: ${what}`, ours, peer);
  }
}
