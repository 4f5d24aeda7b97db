import type { ReadAgain } from '../contract/index.ts';
import { wholeList } from '../store/store.ts';
import { FORMAT_OPTIONS, formatOf, readArgs } from './args.ts';
import { EXIT, type Command, type Io } from './command.ts';
import { openIntake } from './intake.ts';
import { write } from './output.ts';
import { settingsOf, withRecord } from './record.ts';

const usage = `Usage: onrecord reread [DOCUMENT...] [--json | --csv]

Reads documents of the record again, by their ids; every document whose text is held when none is
named. For after an update of Onrecord: its proposals take the place of the earlier ones. What a
person decided stands; where a proposal beneath a decision has changed or gone, the decision is
listed as a conflict and nothing else happens to it. When a server runs on the same DATA_DIR, it
does the work.

Exits 0 when all were read and no decision is in conflict, 1 when some is or nothing is held, 2 when
a document cannot be read.`;

async function run(args: string[], io: Io): Promise<number> {
  const { values, positionals } = readArgs(args, FORMAT_OPTIONS);
  const format = formatOf(values);
  const named = positionals.length > 0 ? positionals : await heldDocuments(io);
  const intake = await openIntake(settingsOf(io), (fault) => io.err(`onrecord: ${String(fault)}`));
  if (intake.server !== null) io.err(`Read by the server at ${intake.server}.`);
  const read: ReadAgain[] = [];
  try {
    for (const document of named) read.push(await intake.readAgain(document));
  } finally {
    await intake.close();
  }
  const columns = ['document', 'statements', 'agreements', 'events', 'relations', 'title'];
  const rows = read.map((it) => [
    ...[it.document, it.statements, it.agreements, it.events, it.relations, it.title],
  ]);
  write({ columns, rows, json: read }, format, io);
  const conflicts = read.at(-1)?.conflicts ?? 0;
  io.err(`${read.length} documents read again; ${conflicts} decisions in conflict.`);
  return read.length > 0 && conflicts === 0 ? EXIT.found : EXIT.nothing;
}

function heldDocuments(io: Io): Promise<string[]> {
  return withRecord(io, async (store) => {
    const all = await wholeList((page) => store.documents({}, page));
    return all.filter(({ holding }) => holding === 'held').map(({ id }) => id);
  });
}

export const rereadCommand: Command = { usage, run };
