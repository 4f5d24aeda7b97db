import { ACTOR_KINDS, type Actor } from '../../graph-data/schema/index.ts';
import type { PageRequest, Store } from '../store/store.ts';
import { FORMAT_OPTIONS, formatOf, readArgs } from './args.ts';
import { EXIT, UsageError, type Command, type Io } from './command.ts';
import { limitOf, limitUsage, writeList } from './lists.ts';
import type { Listing } from './output.ts';
import { withRecord } from './record.ts';

const OPTIONS = {
  ...FORMAT_OPTIONS,
  kind: { type: 'string', multiple: true, default: [] as string[] },
  limit: { type: 'string' },
} as const;

/** Actors that are listed when no number is asked for. */
const ROWS = 50;

const usage = `Usage: onrecord actors [WORDS] [--kind KIND ...] [--limit N] [--json | --csv]

Actors, each with how often it takes part. Each of the words must begin a word of a name or alias.
  onrecord actors ministry --kind government-body

  --kind KIND   one of ${ACTOR_KINDS.join(', ')};
                repeated for "or"
${limitUsage('actors', ROWS)}

Exits 0 when there is one, 1 when there is none, 2 when it cannot be asked.`;

function kindsOf(kinds: readonly string[]): string[] | undefined {
  const strange = kinds.find((kind) => !(ACTOR_KINDS as readonly string[]).includes(kind));
  if (strange !== undefined) {
    throw new UsageError(`--kind takes one of ${ACTOR_KINDS.join(', ')}, not ${strange}.`);
  }
  return kinds.length > 0 ? [...kinds] : undefined;
}

async function run(args: string[], io: Io): Promise<number> {
  const { values, positionals } = readArgs(args, OPTIONS);
  const format = formatOf(values);
  const limit = limitOf(values.limit, format, ROWS);
  const text = positionals.join(' ').trim();
  const filter = { kind: kindsOf(values.kind), ...(text !== '' && { text }) };
  return withRecord(io, async (store) => {
    const ask = (page: PageRequest) => store.actors(filter, page);
    const listing = (items: readonly Actor[], total: number) => listingOf(store, items, total);
    const total = await writeList({ ask, one: 'actor', listing }, { format, limit, io });
    return total > 0 ? EXIT.found : EXIT.nothing;
  });
}

async function listingOf(store: Store, items: readonly Actor[], total: number): Promise<Listing> {
  const counts = await store.actorCounts(items.map(({ id }) => id));
  const rows = items.map(({ id, kind, name, aliases }, index) => [
    ...[name, kind, counts[index]?.said ?? 0, counts[index]?.about ?? 0],
    ...[counts[index]?.agreements ?? 0, aliases.join('; '), id],
  ]);
  const columns = ['name', 'kind', 'said', 'about', 'agreements', 'aliases', 'id'];
  const json = { total, items: items.map((actor, at) => ({ ...actor, counts: counts[at] })) };
  return { columns, rows, json };
}

export const actorsCommand: Command = { usage, run };
