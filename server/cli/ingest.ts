import { DocumentHints, inWords, type Job, type JobItem } from '../contract/index.ts';
import type { SourceFile } from '../ingest/index.ts';
import { FORMAT_OPTIONS, formatOf, readArgs, type Format } from './args.ts';
import { EXIT, UsageError, type Command, type Io } from './command.ts';
import { filesNamed, inLots } from './ingest-files.ts';
import { openIntake, type Intake } from './intake.ts';
import { write } from './output.ts';
import { settingsOf } from './record.ts';
import { tellRefusals, type Refusal } from './refusals.ts';

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

Brings documents into the record: plain text, Markdown, HTML, PDF with a text layer, DOCX, EML,
JSON Lines and JSON (a list of documents); a folder with everything below it that is not hidden.
What is known of them can be told; it holds for every file named. Statements, agreements, events and
ties come in as proposals for a person to decide. Each document comes in whole or not at all; one
that is known already is not read again. A file or a folder in it that cannot be read is told, and
the others come in all the same. Ctrl-C stops after the document under way. When a server runs on
the same DATA_DIR, the documents are brought to it, and come in as if they had been dropped on its
page.

Exits 0 when all came in or was known, 1 when a file or a document was refused, 2 when the command
cannot be carried out or something named is not there, 70 when a fault broke it off, 130 when Ctrl-C
did.`;

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
  const brought: Brought = { jobs: [], unread: [] };
  const refuse = (refusal: Refusal) => void brought.unread.push(refusal);
  const places = await filesNamed(io, positionals, refuse);
  const intake = await openIntake(settingsOf(io), (fault) => io.err(`onrecord: ${String(fault)}`));
  if (intake.server !== null) io.err(`Brought to the server at ${intake.server}.`);
  const stopped = new AbortController();
  const stop = () => stopped.abort();
  process.once('SIGINT', stop);
  const { signal } = stopped;
  try {
    const lots = inLots(places, io, refuse);
    await bringAll(lots, hints, { intake, brought, signal, io }).finally(() => intake.close());
  } finally {
    process.off('SIGINT', stop);
    report(brought, format, io);
  }
  return signal.aborted ? EXIT.interrupted : exitOf(brought);
}

/** What has become of the files so far. */
interface Brought {
  /** As they were told last: the last one may be under way when something broke off. */
  readonly jobs: Job[];
  /** Files and folders that could not be read and are in no job. */
  readonly unread: Refusal[];
}

function exitOf({ jobs, unread }: Brought): number {
  if (jobs.some(({ state }) => state === 'failed')) return EXIT.fault;
  const isShort = unread.length > 0 || jobs.some(({ items }) => items.some(short));
  return isShort ? EXIT.nothing : EXIT.found;
}

interface Bringing {
  readonly intake: Intake;
  readonly brought: Brought;
  readonly signal: AbortSignal;
  readonly io: Io;
}

/** Brings lots of files in turn, until one fails or the signal aborts. */
async function bringAll(
  lots: AsyncIterable<SourceFile[]>,
  hints: DocumentHints,
  bringing: Bringing,
): Promise<void> {
  for await (const files of lots) {
    if (bringing.signal.aborted) return;
    await bring(files, hints, bringing);
    if (bringing.brought.jobs.at(-1)?.state === 'failed') return;
  }
}

/** Brings files as one job and tells of it until it ends. */
async function bring(
  files: readonly SourceFile[],
  hints: DocumentHints,
  { intake, brought: { jobs }, signal, io }: Bringing,
): Promise<void> {
  const accepted = await intake.add(files, hints);
  const at = jobs.push(accepted) - 1;
  const live = io.width !== null;
  jobs[at] = await intake.follow(accepted.id, signal, (job) => {
    jobs[at] = job;
    if (live) io.out(`\r${bar(job)}   `);
  });
  if (live) io.out('\n');
}

function report({ jobs, unread }: Brought, format: Format, io: Io): void {
  const items = jobs.flatMap((job) => job.items);
  const rows = items.map((item) => [
    item.name,
    item.outcome ?? '',
    item.finished - item.refused,
    item.proposals.statements,
    problemsOf(item),
  ]);
  const problems = unread.map(({ item, error }) => ({ name: item, problem: error.toProblem() }));
  for (const { name, problem } of problems)
    rows.push([name, 'refused', 0, 0, `${problem.code}: ${problem.detail}`]);
  const columns = ['file', 'outcome', 'documents', 'statements', 'problem'];
  write({ columns, rows, json: { jobs, unread: problems } }, format, io);
  tellRefusals(unread, io);
  const documents = items.reduce((sum, item) => sum + item.finished - item.refused, 0);
  const lost = items.reduce((sum, item) => sum + item.refused, 0);
  const refusals = items.filter(refused).length + unread.length;
  const stopped = items.filter(({ outcome }) => outcome === 'stopped').length;
  for (const { problem } of jobs) if (problem !== null) io.err(`onrecord: ${problem.detail}`);
  io.err(
    `${documents} documents from ${items.length + unread.length} files; ${refusals} files and ${lost} documents refused${stopped > 0 ? `; ${stopped} files stopped` : ''}.`,
  );
}

export const ingestCommand: Command = { usage, run };
