import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { DocumentHints, inWords, isHiddenPath, type Job, type JobItem } from '../contract/index.ts';
import { MAX_FILE_BYTES, type SourceFile } from '../ingest/index.ts';
import { FORMAT_OPTIONS, formatOf, readArgs } from './args.ts';
import { cannotRead, EXIT, UsageError, type Command, type Io } from './command.ts';
import { openIntake, type Intake } from './intake.ts';
import { write } from './output.ts';
import { settingsOf } from './record.ts';

const OPTIONS = {
  ...FORMAT_OPTIONS,
  title: { type: 'string' },
  outlet: { type: 'string' },
  published: { type: 'string' },
  language: { type: 'string' },
  url: { type: 'string' },
} as const;

const usage = `Usage: onrecord ingest FILE|FOLDER... [--outlet NAME] [--published DATE] [--title TEXT]
                       [--language TAG] [--url ADDRESS] [--json | --csv]

Brings documents into the record: plain text, Markdown, HTML, PDF with a text layer, DOCX, EML and
JSON Lines; a folder with everything below it that is not hidden. What is known of them can be told; it holds for
every file named. Statements, agreements, events and ties come in as proposals for a person to
decide. Each document comes in whole or not at all; one that is known already is not read again.
Ctrl-C stops after the document under way. When a server runs on the same DATA_DIR, the documents
are brought to it, and come in as if they had been dropped on its page.

Exits 0 when all came in or was known, 1 when a file or a document was refused, 2 when the command
cannot be carried out, 70 when a fault broke it off, 130 when Ctrl-C did.`;

/** Files handed to one job; a large folder becomes several, so that memory stays bounded. */
const FILES_A_JOB = 500;

/** Bytes handed to one job, likewise; a single file may have more. */
const BYTES_A_JOB = 100_000_000;

async function filesBelow(io: Io, named: string): Promise<string[]> {
  const place = resolve(io.folder, named);
  const found = await stat(place).catch((error: unknown) => {
    throw cannotRead(named, error);
  });
  if (!found.isDirectory()) return [place];
  const entries = await readdir(place, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !isHiddenPath(relative(place, path)))
    .sort();
}

async function load(io: Io, place: string): Promise<SourceFile> {
  const name = relative(io.folder, place) || place;
  // One byte over the limit is enough for the reader to refuse it by its own words.
  const { size } = await stat(place);
  const bytes = size > MAX_FILE_BYTES ? new Uint8Array(MAX_FILE_BYTES + 1) : await readFile(place);
  return { name, mediaType: null, bytes: new Uint8Array(bytes) };
}

function bar(job: Job): string {
  const found = job.items.reduce((sum, item) => sum + Math.max(1, item.found), 0);
  const done = job.items.reduce((sum, item) => sum + through(item), 0);
  const filled = Math.round((20 * done) / Math.max(1, found));
  const rate = job.wordsPerSecond === null ? '' : `  ${job.wordsPerSecond} words/s`;
  const left = job.secondsLeft === null ? '' : `  ${job.secondsLeft} s left`;
  return `[${'#'.repeat(filled).padEnd(20, '.')}] ${done}/${found}${rate}${left}`;
}

/** A file that could not be opened counts as one document. */
function through({ found, finished, outcome }: JobItem): number {
  return found === 0 && outcome === 'refused' ? 1 : finished;
}

function refused({ outcome }: JobItem): boolean {
  return outcome === 'refused';
}

/** Whether something of a file did not come in. */
function short(item: JobItem): boolean {
  return refused(item) || item.refused > 0;
}

function problemsOf({ problem, refusals }: JobItem): string {
  const whys = refusals.map(
    ({ place, problem: { code, detail } }) => `${place}: ${code}: ${detail}`,
  );
  if (refusals.length > 1 || problem === null) return whys.join('; ');
  return `${problem.code}: ${problem.detail}`;
}

function hintsOf(values: Record<string, unknown>): DocumentHints {
  const { json: _json, csv: _csv, ...given } = values;
  const parsed = DocumentHints.safeParse(given, { error: inWords });
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new UsageError(`--${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not understood'}`);
}

async function run(args: string[], io: Io): Promise<number> {
  const { values, positionals } = readArgs(args, OPTIONS);
  const format = formatOf(values);
  const hints = hintsOf(values);
  if (positionals.length === 0) throw new UsageError('Name at least one file or folder.');
  const places = (await Promise.all(positionals.map((named) => filesBelow(io, named)))).flat();
  const intake = await openIntake(settingsOf(io), (fault) => io.err(`onrecord: ${String(fault)}`));
  if (intake.server !== null) io.err(`Brought to the server at ${intake.server}.`);
  const stopped = new AbortController();
  const stop = () => stopped.abort();
  process.once('SIGINT', stop);
  const jobs: Job[] = [];
  try {
    for await (const files of inLots(places, io)) {
      if (stopped.signal.aborted) break;
      const job = await follow(intake, await intake.add(files, hints), stopped.signal, io);
      jobs.push(job);
      if (job.state === 'failed') break;
    }
  } finally {
    process.off('SIGINT', stop);
    await intake.close();
  }
  report(jobs, format, io);
  return stopped.signal.aborted ? EXIT.interrupted : exitOf(jobs);
}

function exitOf(jobs: readonly Job[]): number {
  if (jobs.some(({ state }) => state === 'failed')) return EXIT.fault;
  return jobs.some(({ items }) => items.some(short)) ? EXIT.nothing : EXIT.found;
}

/** The files in lots of bounded number and size, in order. */
async function* inLots(places: readonly string[], io: Io): AsyncGenerator<SourceFile[]> {
  let lot: SourceFile[] = [];
  let bytes = 0;
  for (const place of places) {
    const file = await load(io, place);
    if (lot.length === FILES_A_JOB || (lot.length > 0 && bytes + file.bytes.length > BYTES_A_JOB)) {
      yield lot;
      lot = [];
      bytes = 0;
    }
    lot.push(file);
    bytes += file.bytes.length;
  }
  if (lot.length > 0) yield lot;
}

async function follow(intake: Intake, { id }: Job, signal: AbortSignal, io: Io): Promise<Job> {
  const live = io.width !== null;
  const job = await intake.follow(id, signal, (at) => {
    if (live) io.out(`\r${bar(at)}   `);
  });
  if (live) io.out('\n');
  return job;
}

function report(jobs: readonly Job[], format: ReturnType<typeof formatOf>, io: Io): void {
  const items = jobs.flatMap((job) => job.items);
  const rows = items.map((item) => [
    item.name,
    item.outcome ?? '',
    item.finished - item.refused,
    item.proposals.statements,
    problemsOf(item),
  ]);
  const columns = ['file', 'outcome', 'documents', 'statements', 'problem'];
  write({ columns, rows, json: jobs }, format, io);
  const documents = items.reduce((sum, item) => sum + item.finished - item.refused, 0);
  const lost = items.reduce((sum, item) => sum + item.refused, 0);
  const refusals = items.filter(refused).length;
  const stopped = items.filter(({ outcome }) => outcome === 'stopped').length;
  for (const { problem } of jobs) if (problem !== null) io.err(`onrecord: ${problem.detail}`);
  io.err(
    `${documents} documents from ${items.length} files; ${refusals} files and ${lost} documents refused${stopped > 0 ? `; ${stopped} files stopped` : ''}.`,
  );
}

export const ingestCommand: Command = { usage, run };
