import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type Sqlite from 'better-sqlite3';
import { Database } from '../../server/store/sqlite/driver.ts';
import { ACTS, METHODS, MODES, RELATION_KINDS } from '../../graph-data/schema/index.ts';
import { createSqliteStore, RECORD_FILE } from '../../server/store/sqlite/index.ts';
import { dayColumns } from '../../server/store/sqlite/days.ts';
import { MIGRATIONS } from '../../server/store/sqlite/schema.ts';
import { randomSource, type Random } from '../../server/contract/index.ts';
import { between, pick, zipf } from './random.ts';

/** Raise when the generator writes something else, so that kept files are made anew. */
const GENERATOR_VERSION = 2;
const SEED = 20221207;
const CACHE = new URL('../../node_modules/.cache/onrecord/', import.meta.url).pathname;

/** How much of everything there is for one statement. */
const SHARES = { actors: 0.2, documents: 0.1, agreements: 0.001, events: 0.005, relations: 0.05 };
/** Distinct words; Zipf's law makes the first ones common and most of them rare. */
const VOCABULARY = 50_000;
const OUTLETS = 200;
const FIRST_YEAR = 2010;
const YEARS = 15;

export interface BenchRecord {
  readonly dataDir: string;
  readonly path: string;
  readonly statements: number;
  readonly actors: number;
  /** Seconds that generating and loading took; null when the file was there already. */
  readonly seconds: number | null;
}

/**
 * A generated record, whose degrees, words and documents follow Zipf's law; made once and kept in
 * node_modules/.cache. Actor `actor:n0` is the largest hub; words come from `wordAt`, most common
 * first. The same size always gives the same record.
 */
export async function benchRecord(statements: number): Promise<BenchRecord> {
  const version = `v${GENERATOR_VERSION}.${MIGRATIONS.length}`;
  const dataDir = join(CACHE, `bench-${statements}-${version}`);
  const path = join(dataDir, RECORD_FILE);
  const actors = Math.max(20, Math.floor(statements * SHARES.actors));
  if (existsSync(path)) return { dataDir, path, statements, actors, seconds: null };
  const started = performance.now();
  const making = `${dataDir}.making-${process.pid}`;
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { recursive: true });
  await (await createSqliteStore(making)).close();
  fill(join(making, RECORD_FILE), statements, actors);
  // Another process may have made the same record meanwhile; the two are alike.
  if (existsSync(path)) rmSync(making, { recursive: true, force: true });
  else renameSync(making, dataDir);
  return { dataDir, path, statements, actors, seconds: (performance.now() - started) / 1000 };
}

/** The n-th most common word: consonants and vowels in turn, all of them different. */
export function wordAt(rank: number): string {
  const [consonants, vowels] = ['bdfgklmnprstvz', 'aeiou'];
  let [word, rest] = ['', rank];
  do {
    word += (consonants[rest % 14] ?? '') + (vowels[Math.floor(rest / 14) % 5] ?? '');
    rest = Math.floor(rest / 70);
  } while (rest > 0);
  return word;
}

/** The name of the n-th actor: two words that stand in no other name in this order. */
function nameAt(n: number): string {
  const capital = (word: string) => (word[0] ?? '').toUpperCase() + word.slice(1);
  return `${capital(wordAt(n % 997))} ${capital(wordAt(n))}`;
}

type Insert = (...values: (string | number | null)[]) => number;

function fill(path: string, statements: number, actors: number): void {
  const database = new Database(path);
  database.pragma('foreign_keys = OFF');
  database.pragma('synchronous = OFF');
  database.pragma('cache_size = -262144');
  const indexes = database
    .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL")
    .all() as { name: string; sql: string }[];
  database.transaction(() => {
    for (const { name } of indexes) database.exec(`DROP INDEX ${name}`);
    load(database, statements, actors);
    for (const { sql } of indexes) database.exec(sql);
    database.exec("UPDATE meta SET value = 1 WHERE name = 'revision'; ANALYZE");
  })();
  database.exec("INSERT INTO statement_words (statement_words) VALUES ('optimize')");
  database.pragma('wal_checkpoint(TRUNCATE)');
  database.close();
}

function load(database: Sqlite.Database, statements: number, actors: number): void {
  const random = randomSource(SEED);
  const documents = Math.max(5, Math.floor(statements * SHARES.documents));
  const into = (table: string, columns: string): Insert => {
    const marks = columns.split(',').map(() => '?');
    const insert = database.prepare(`INSERT INTO ${table} (${columns}) VALUES (${marks.join()})`);
    return (...values) => Number(insert.run(...values).lastInsertRowid);
  };
  loadActors(into, random, actors);
  loadDocuments(into, random, documents, actors);
  loadStatements(into, random, statements, actors, documents);
  loadClaims(into, random, statements, actors, documents);
}

type Into = (table: string, columns: string) => Insert;

const KINDS = ['person', 'person', 'person', 'state', 'government-body', 'company', 'group'];

/** The first actors are media: they are the outlets and the carriers. */
function loadActors(into: Into, random: Random, actors: number): void {
  const actor = into('actors', 'key,id,kind,name,name_key,note');
  const name = into('names', 'actor,ord,name,words');
  const indexed = into('name_words', 'rowid,words');
  for (let n = 0; n < actors; n++) {
    const kind = n % 97 === 1 ? 'media' : pick(random, KINDS);
    const names = [nameAt(n), ...(random() < 0.3 ? [`${nameAt(n)} ${wordAt(n + 7)}`] : [])];
    actor(n + 1, `actor:n${n}`, kind, names[0] ?? '', (names[0] ?? '').toLowerCase(), '');
    names.forEach((each, ord) =>
      indexed(name(n + 1, ord, each, each.toLowerCase()), each.toLowerCase()),
    );
  }
}

function outletAt(random: Random, actors: number): number {
  const outlets = Math.min(OUTLETS, Math.floor(actors / 97));
  return outlets === 0 ? 2 : 97 * zipf(random, outlets) + 2;
}

function dateAt(random: Random): string {
  const days = Math.floor(random() * YEARS * 365.25);
  return new Date(Date.UTC(FIRST_YEAR, 0, 1 + days)).toISOString().slice(0, 10);
}

function loadDocuments(into: Into, random: Random, documents: number, actors: number): void {
  const insert = into(
    'documents',
    'key,id,title,title_words,outlet,authors,published,published_from,published_to,published_desc,published_basis,note,language,sha256,length,holding',
  );
  for (let n = 0; n < documents; n++) {
    const date = dateAt(random);
    const { from, to, desc } = dayColumns(date);
    const title = sentence(random, 6);
    insert(
      n + 1,
      `doc:d${n}`,
      title,
      title,
      outletAt(random, actors),
      '[]',
      date,
      from,
      to,
      desc,
      'stated',
      '',
      'en',
      n.toString(16).padStart(64, '0'),
      100_000,
      'cited',
    );
  }
}

function sentence(random: Random, words: number): string {
  return Array.from({ length: words }, () => wordAt(zipf(random, VOCABULARY))).join(' ');
}

function loadStatements(
  into: Into,
  random: Random,
  statements: number,
  actors: number,
  documents: number,
): void {
  const statement = into(
    'statements',
    'key,id,speaker,text,mode,act,said,said_from,said_to,said_asc,said_desc,status,live,method,confidence,recorded',
  );
  const indexed = into('statement_words', 'rowid,content,quotation');
  const lists = {
    about: into('about', 'statement,ord,actor,live'),
    addressees: into('addressees', 'statement,ord,actor,live'),
  };
  const report = reportLoader(into, random, actors);
  for (let key = 1; key <= statements; key++) {
    const text = sentence(random, between(random, 8, 20));
    const said = random() < 0.05 ? null : dateAt(random);
    const { from, to, asc, desc } = dayColumns(said);
    const drawn = random();
    const status = drawn < 0.02 ? 'rejected' : drawn < 0.3 ? 'proposed' : 'accepted';
    const live = status === 'rejected' ? 0 : 1;
    const recorded = `2024-0${between(random, 1, 9)}-1${between(random, 0, 9)}T00:00:00.000Z`;
    statement(
      key,
      `stmt:s${key}`,
      zipf(random, actors) + 1,
      text,
      pick(random, MODES),
      pick(random, ACTS),
      said,
      from,
      to,
      asc,
      desc,
      status,
      live,
      pick(random, METHODS),
      random(),
      recorded,
    );
    indexed(key, text, text);
    const named = new Set(
      Array.from({ length: between(random, 0, 2) }, () => zipf(random, actors)),
    );
    [...named].forEach((actor, ord) => lists.about(key, ord, actor + 1, live));
    if (random() < 0.2) lists.addressees(key, 0, zipf(random, actors) + 1, live);
    const carrying = new Set(
      Array.from({ length: random() < 0.1 ? 2 : 1 }, () => Math.floor(random() * documents)),
    );
    [...carrying].forEach((document, ord) => report(key, ord, document + 1, text, live));
  }
}

function reportLoader(into: Into, random: Random, actors: number) {
  const report = into('reports', 'statement,ord,document,origin,live');
  const selector = into('selectors', 'report,role,ord,exact,prefix,suffix,start_offset,end_offset');
  const via = into('via', 'report,ord,statement,actor,live');
  return (statement: number, ord: number, document: number, text: string, live: number) => {
    const key = report(statement, ord, document, `orig:o${document}`, live);
    const start = between(random, 5, 90_000);
    selector(key, 'content', 0, text, 'before that ', ' after that', start, start + text.length);
    selector(key, 'cue', 0, 'said', 'before that ', ' after that', start - 5, start - 1);
    if (random() < 0.4) via(key, 0, statement, outletAt(random, actors), live);
  };
}

function loadClaims(
  into: Into,
  random: Random,
  statements: number,
  actors: number,
  documents: number,
): void {
  const common = 'id,words,date,date_from,date_to,date_desc,status,live,method,confidence';
  const values = (id: string, words: string) => {
    const date = dateAt(random);
    const { from, to, desc } = dayColumns(date);
    return [id, words, date, from, to, desc, 'accepted', 1, 'read', null] as const;
  };
  const anyActor = () => zipf(random, actors) + 1;
  const times = (share: number, body: (n: number) => void) => {
    for (let n = 0; n < Math.ceil(statements * share); n++) body(n);
  };
  const evidence = {
    agreement: into('evidence', 'agreement,ord,document'),
    event: into('evidence', 'event,ord,document'),
    relation: into('evidence', 'relation,ord,document'),
  };
  const passage = into(
    'evidence_selectors',
    'evidence,ord,exact,prefix,suffix,start_offset,end_offset',
  );
  const rest = (on: keyof typeof evidence, key: number) => {
    const document = Math.floor(random() * documents) + 1;
    passage(evidence[on](key, 0, document), 0, 'some words', '', '', 0, 10);
  };
  const agreement = into('agreements', `${common},name,summary,state,history`);
  const party = into('agreement_actors', 'agreement,role,ord,actor,live');
  times(SHARES.agreements, (n) => {
    const name = sentence(random, 4);
    const key = agreement(...values(`agr:g${n}`, name), name, name, 'signed', '[]');
    for (let ord = 0; ord < 2; ord++) party(key, 'party', ord, anyActor(), 1);
    rest('agreement', key);
  });
  const event = into('events', `${common},kind,name`);
  const participant = into('participants', 'event,ord,actor,role,live');
  times(SHARES.events, (n) => {
    const name = sentence(random, 4);
    const key = event(...values(`evt:e${n}`, name), 'meeting', name);
    for (let ord = 0; ord < 2; ord++) participant(key, ord, anyActor(), 'participant', 1);
    rest('event', key);
  });
  const relation = into('relations', `${common},kind,from_actor,to_actor`);
  times(SHARES.relations, (n) =>
    rest(
      'relation',
      relation(...values(`rel:r${n}`, ''), pick(random, RELATION_KINDS), anyActor(), anyActor()),
    ),
  );
}
