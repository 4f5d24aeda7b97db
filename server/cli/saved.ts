import { and, SavedList, term, type ResolvedTerm, type SavedReply } from '../contract/index.ts';
import { askedIn, askKept } from '../query/saved.ts';
import type { PageRequest } from '../store/store.ts';
import { FORMAT_OPTIONS, formatOf, readArgs, type Format } from './args.ts';
import { EXIT, UsageError, type Command, type Io } from './command.ts';
import { limitOf, limitUsage } from './lists.ts';
import { numberOf, write } from './output.ts';
import { withRecord } from './record.ts';
import { askableOf, change, named, now, removing, saving, seeing } from './saved-deeds.ts';
import { BRIEF, writeStatements } from './search.ts';

const OPTIONS = {
  ...FORMAT_OPTIONS,
  ask: { type: 'string' },
  seen: { type: 'boolean', default: false },
  remove: { type: 'boolean', default: false },
  limit: { type: 'string' },
} as const;

const usage = `Usage: onrecord saved [--json | --csv]
       onrecord saved NAME [--limit N] [--json | --csv]
       onrecord saved NAME --ask 'QUESTION'
       onrecord saved NAME --seen
       onrecord saved NAME --remove

Saved questions, each with how many statements match and how many of them are new; with a NAME, the
new ones. --ask saves a question under the name, --seen takes what is new as seen, --remove forgets
it. They are those that the page lists under Saved, and of a record, not of a browser.

${limitUsage('new statements', BRIEF)}

Exits 0 when something is new or what was asked for is done, 1 when nothing is new, 2 when it cannot
be done. So a line such as  onrecord saved 'Shoigu on Belarus' && notify  tells when somebody talks.`;

async function listAll(format: Format, io: Io): Promise<number> {
  return withRecord(io, async (store) => {
    const [at, askable] = [now(), askableOf(store)];
    const items: SavedReply[] = [];
    for (const each of await store.savedQuestions()) items.push(await askKept(each, at, askable));
    const rows = items.map(({ name, unseen, total, query, trouble }) => [
      name,
      unseen,
      total,
      trouble ?? query,
    ]);
    const columns = ['name', 'new', 'statements', 'question'];
    write({ columns, rows, json: SavedList.parse({ items }) }, format, io);
    io.err(`${numberOf(items.length, 'saved question')}.`);
    return items.some(({ unseen }) => (unseen ?? 0) > 0) ? EXIT.found : EXIT.nothing;
  });
}

async function listNew(
  name: string,
  given: string | undefined,
  format: Format,
  io: Io,
): Promise<number> {
  const limit = limitOf(given, format, BRIEF);
  return withRecord(io, async (store) => {
    const question = await named(store, name);
    const { filters, around } = askedIn(question.address);
    const askable = askableOf(store);
    const reading = await askable.read(filters);
    const since = term<ResolvedTerm>({ key: 'recorded', from: question.seen, to: null });
    const query = and(await askable.within(reading, around), since);
    const ask = (page: PageRequest) => store.statements(query, '-recorded', page);
    const total = await writeStatements({ store, ask, reading }, { format, limit, io });
    return total > 0 ? EXIT.found : EXIT.nothing;
  });
}

async function run(args: string[], io: Io): Promise<number> {
  const { values, positionals } = readArgs(args, OPTIONS);
  const format = formatOf(values);
  const [name, ...more] = positionals;
  if (more.length > 0) throw new UsageError('Name one saved question; quote its name.');
  const deeds = [values.ask !== undefined, values.seen, values.remove].filter(Boolean).length;
  if (deeds > 1) throw new UsageError('Take one of --ask, --seen and --remove.');
  if (name === undefined) {
    if (deeds > 0) throw new UsageError('Name the saved question.');
    return listAll(format, io);
  }
  if (deeds === 0) return listNew(name, values.limit, format, io);
  const deed =
    values.ask !== undefined
      ? saving(name, values.ask)
      : values.seen
        ? seeing(name)
        : removing(name);
  const { id, address, seen } = await change(deed, io);
  const columns = ['name', 'address', 'seen', 'id'];
  write(
    { columns, rows: [[name, address, seen, id]], json: { id, name, address, seen } },
    format,
    io,
  );
  return EXIT.found;
}

export const savedCommand: Command = { usage, run };
