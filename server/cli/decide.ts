import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ClaimId, DecisionId, type Action } from '../../graph-data/schema/index.ts';
import { DecisionReply, LOCAL_AUTHOR } from '../contract/index.ts';
import { RECORD_FILE } from '../store/sqlite/index.ts';
import { FORMAT_OPTIONS, formatOf, readArgs } from './args.ts';
import { EXIT, UsageError, type Command, type Io } from './command.ts';
import { write } from './output.ts';
import { settingsOf } from './record.ts';
import { askServer, openWriter } from './writer.ts';

const OPTIONS = { ...FORMAT_OPTIONS, note: { type: 'string', default: '' } } as const;

const AFTERWARDS = `When a server runs on the same DATA_DIR, the decision is made by it and stands in its log as one made
on its page. --note tells why.

Exits 0 when it was decided, 2 when it cannot be.`;

const usageOf = (verb: 'accept' | 'reject', past: string) =>
  `Usage: onrecord ${verb} ID... [--note TEXT] [--json | --csv]

${past} statements, agreements, events and ties by their ids, as one decision; prints the decision's
id, by which onrecord undo takes it back. ${AFTERWARDS}`;

const undoUsage = `Usage: onrecord undo DECISION [--note TEXT] [--json | --csv]

Takes a decision back, whole; an undo can itself be undone. ${AFTERWARDS}`;

const NO_ANSWER = 'The server that writes this record does not answer; nothing was decided.';

/** Makes a decision; the one way to close what was opened for it is in here. */
async function decide(action: Action, note: string, io: Io): Promise<DecisionReply> {
  const settings = settingsOf(io);
  const { dataDir } = settings;
  if (!existsSync(join(dataDir, RECORD_FILE)))
    throw new UsageError(`There is no record in ${dataDir}: start a server or ingest documents.`);
  const deed = await openWriter(settings, (fault) => io.err(`onrecord: ${String(fault)}`), {
    here:
      ({ record, close }) =>
      () =>
        record.decide(action, { by: LOCAL_AUTHOR, note }).finally(close),
    there: (url) => () =>
      askServer(`${url}/api/decisions`, DecisionReply, NO_ANSWER, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ action, note }),
      }),
  });
  return deed();
}

function command(usage: string, actionOf: (ids: readonly string[]) => Action): Command {
  return {
    usage,
    run: async (args, io) => {
      const { values, positionals } = readArgs(args, OPTIONS);
      const format = formatOf(values);
      const reply = await decide(actionOf(positionals), values.note, io);
      const rows = [[reply.decision.id, reply.changed.join(' ')]];
      write({ columns: ['decision', 'changed'], rows, json: reply }, format, io);
      return EXIT.found;
    },
  };
}

function claims(ids: readonly string[]): ClaimId[] {
  if (ids.length === 0) throw new UsageError('Name at least one record by its id.');
  return ids.map((id) => {
    const parsed = ClaimId.safeParse(id);
    if (parsed.success) return parsed.data;
    throw new UsageError(`${id} is no id of a statement, an agreement, an event or a tie.`);
  });
}

function decisionOf([id, ...more]: readonly string[]): DecisionId {
  const parsed = DecisionId.safeParse(id);
  if (parsed.success && more.length === 0) return parsed.data;
  throw new UsageError('Name one decision by its id, such as dec:5c78943b.');
}

export const acceptCommand = command(usageOf('accept', 'Accepts'), (ids) => ({
  kind: 'accept',
  records: claims(ids),
}));

export const rejectCommand = command(usageOf('reject', 'Rejects'), (ids) => ({
  kind: 'reject',
  records: claims(ids),
}));

export const undoCommand = command(undoUsage, (ids) => ({
  kind: 'undo',
  decision: decisionOf(ids),
}));
