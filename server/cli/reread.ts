import type { ReadAgain } from '../contract/index.ts';
import { wholeList } from '../store/store.ts';
import { FORMAT_OPTIONS, formatOf, readArgs, type Format } from './args.ts';
import { EXIT, type Command, type Io } from './command.ts';
import { openIntake, type Intake } from './intake.ts';
import { numberOf, write } from './output.ts';
import { settingsOf, withRecord } from './record.ts';
import { exitOfBatch, refusalOf, tellRefusals, type Refusal } from './refusals.ts';

const usage = `Usage: onrecord reread [DOCUMENT...] [--json | --csv]

Reads documents of the record again, by their ids; every document whose text is held when none is
named. For after an update of Onrecord: its proposals take the place of the earlier ones. What a
person decided stands; where a proposal beneath a decision has changed or gone, the decision is
listed as a conflict and nothing else happens to it. When a server runs on the same DATA_DIR, it
does the work. A document that cannot be read is told, and the others are read all the same.

Exits 0 when all were read and no decision is in conflict, 1 when some is or nothing is held, 2 when
a document cannot be read, 3 when reading one was stopped at a limit, 70 when a fault was met.`;

async function run(args: string[], io: Io): Promise<number> {
  const { values, positionals } = readArgs(args, FORMAT_OPTIONS);
  const format = formatOf(values);
  const named = positionals.length > 0 ? positionals : await heldDocuments(io);
  const intake = await openIntake(settingsOf(io), (fault) => io.err(`onrecord: ${String(fault)}`));
  if (intake.server !== null) io.err(`Read by the server at ${intake.server}.`);
  const batch: Batch = { read: [], refusals: [] };
  try {
    await readEach(intake, named, batch).finally(() => intake.close());
  } finally {
    report(batch, format, io);
  }
  const { read, refusals } = batch;
  const holds = read.length > 0 && conflictsAfter(read) === 0;
  return exitOfBatch(refusals, holds ? EXIT.found : EXIT.nothing);
}

/** What has become of the documents so far. */
interface Batch {
  readonly read: ReadAgain[];
  readonly refusals: Refusal[];
}

/** Throws what every further document would meet as well. */
async function readEach(
  intake: Intake,
  documents: readonly string[],
  { read, refusals }: Batch,
): Promise<void> {
  for (const document of documents) {
    try {
      read.push(await intake.readAgain(document));
    } catch (error) {
      const refusal = refusalOf(document, error);
      if (refusal === null) throw error;
      refusals.push(refusal);
    }
  }
}

/** Decisions of the whole record, after the last reading. */
const conflictsAfter = (read: readonly ReadAgain[]): number => read.at(-1)?.conflicts ?? 0;

function report({ read, refusals }: Batch, format: Format, io: Io): void {
  const columns = ['document', 'statements', 'agreements', 'events', 'relations', 'title'];
  const rows = read.map((it) => [
    ...[it.document, it.statements, it.agreements, it.events, it.relations, it.title],
  ]);
  const refused = refusals.map(({ item, error }) => ({
    document: item,
    problem: error.toProblem(),
  }));
  write({ columns, rows, json: { read, refused } }, format, io);
  tellRefusals(refusals, io);
  const left = refusals.length > 0 ? `${refusals.length} could not be; ` : '';
  io.err(
    `${numberOf(read.length, 'document')} read again; ${left}${numberOf(conflictsAfter(read), 'decision')} in conflict.`,
  );
}

function heldDocuments(io: Io): Promise<string[]> {
  return withRecord(io, async (store) => {
    const all = await wholeList((page) => store.documents({}, page));
    return all.filter(({ holding }) => holding === 'held').map(({ id }) => id);
  });
}

export const rereadCommand: Command = { usage, run };
