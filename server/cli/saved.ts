import {
  and,
  OnrecordError,
  SavedList,
  SavedQuestion,
  SavedReply,
  term,
  type ResolvedTerm,
} from '../contract/index.ts';
import { presentStatements } from '../export/present.ts';
import { GraphView } from '../graph/view.ts';
import { oneActor } from '../query/one-actor.ts';
import { queryFromParams } from '../query/params.ts';
import { askedIn, askKept, askSaved, type Askable } from '../query/saved.ts';
import { keepQuestion, newQuestion, seenUpTo } from '../record/saved.ts';
import { firstOf, type Store } from '../store/store.ts';
import { FORMAT_OPTIONS, formatOf, readArgs, wholeOption, type Format } from './args.ts';
import { EXIT, UsageError, type Command, type Io } from './command.ts';
import { numberOf, write } from './output.ts';
import { settingsOf, withRecord } from './record.ts';
import { writeStatements } from './search.ts';
import { askServer, openWriter } from './writer.ts';

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

  --limit N     most new statements, 1 to 100000 (default 20; --csv gives all)

Exits 0 when something is new or what was asked for is done, 1 when nothing is new, 2 when it cannot
be done. So a line such as  onrecord saved 'Shoigu on Belarus' && notify  tells when somebody talks.`;

const now = () => new Date().toISOString();

function askableOf(store: Store): Askable {
  const graph = new GraphView(store);
  return {
    store,
    read: (filters) => queryFromParams(filters, store),
    within: async ({ query }, around) => {
      if (around === null) return query;
      const actor = await oneActor(store, 'of', around.of);
      return (await graph.scope({ ...around, actor }, query)).statements;
    },
  };
}

/** Throws `not-found`. */
async function named(store: Store, name: string): Promise<SavedQuestion> {
  const found = (await store.savedQuestions()).find((each) => each.name === name);
  if (found) return found;
  throw new OnrecordError('not-found', `No question is saved as “${name}”.`);
}

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
  const fallback = format === 'csv' ? 100_000 : 20;
  const limit = wholeOption('limit', given, { min: 1, max: 100_000, fallback });
  return withRecord(io, async (store) => {
    const question = await named(store, name);
    const { filters, around } = askedIn(question.address);
    const askable = askableOf(store);
    const reading = await askable.read(filters);
    const since = term<ResolvedTerm>({ key: 'recorded', from: question.seen, to: null });
    const query = and(await askable.within(reading, around), since);
    const found = await firstOf(limit, (page) => store.statements(query, '-recorded', page));
    const items = await presentStatements(store, found.items);
    const { search, notes } = reading;
    writeStatements({ total: found.total, query: search, notes, items }, format, io);
    return found.total > 0 ? EXIT.found : EXIT.nothing;
  });
}

const NO_ANSWER = 'The server that writes this record does not answer; nothing was changed.';

function post(url: string, body: unknown): [url: string, init: RequestInit] {
  const headers = { 'content-type': 'application/json' };
  return [url, { method: 'POST', headers, body: JSON.stringify(body) }];
}

/** What is done to saved questions, by this process or by the server that writes the record. */
interface Deed<T> {
  readonly here: (store: Store) => Promise<T>;
  readonly there: (url: string) => Promise<T>;
}

async function change<T>({ here, there }: Deed<T>, io: Io): Promise<T> {
  const onFault = (fault: unknown) => io.err(`onrecord: ${String(fault)}`);
  const deed = await openWriter(settingsOf(io), onFault, {
    here:
      ({ store, close }) =>
      () =>
        here(store).finally(close),
    there: (url) => () => there(url),
  });
  return deed();
}

/** The same, from a running server. */
async function namedThere(url: string, name: string): Promise<SavedReply> {
  const { items } = await askServer(`${url}/api/saved`, SavedList, NO_ANSWER);
  const found = items.find((each) => each.name === name);
  if (found) return found;
  throw new OnrecordError('not-found', `No question is saved as “${name}”.`);
}

function saving(name: string, question: string): Deed<SavedQuestion> {
  const request = {
    name,
    address: question === '' ? '' : `${new URLSearchParams({ q: question })}`,
  };
  return {
    here: async (store) => {
      const at = now();
      const kept = newQuestion(request, at);
      await askSaved(kept, at, askableOf(store));
      await keepQuestion(store, kept);
      return kept;
    },
    there: (url) => {
      const [address, init] = post(`${url}/api/saved`, request);
      return askServer(address, SavedReply, NO_ANSWER, init);
    },
  };
}

function seeing(name: string): Deed<SavedQuestion> {
  return {
    here: async (store) => {
      const at = now();
      return seenUpTo(store, { id: (await named(store, name)).id, seen: at, at });
    },
    there: async (url) => {
      const { id, at } = await namedThere(url, name);
      const [address, init] = post(`${url}/api/saved/${id}/seen`, { seen: at });
      return askServer(address, SavedReply, NO_ANSWER, init);
    },
  };
}

function removing(name: string): Deed<SavedQuestion> {
  return {
    here: async (store) => {
      const question = await named(store, name);
      await store.removeQuestion(question.id);
      return question;
    },
    there: async (url) => {
      const { id } = await namedThere(url, name);
      return askServer(`${url}/api/saved/${id}/remove`, SavedQuestion, NO_ANSWER, {
        method: 'POST',
      });
    },
  };
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
