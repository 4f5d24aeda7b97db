import { ACTOR_KINDS } from '../../graph-data/schema/index.ts';
import { firstOf } from '../store/store.ts';
import { FORMAT_OPTIONS, formatOf, readArgs, wholeOption } from './args.ts';
import { EXIT, UsageError, type Command, type Io } from './command.ts';
import { write } from './output.ts';
import { withRecord } from './record.ts';

const OPTIONS = {
  ...FORMAT_OPTIONS,
  kind: { type: 'string', multiple: true, default: [] as string[] },
  limit: { type: 'string' },
} as const;

const usage = `Usage: onrecord actors [WORDS] [--kind KIND ...] [--limit N] [--json | --csv]

Actors, each with how often it takes part. Each of the words must begin a word of a name or alias.
  onrecord actors ministry --kind government-body

  --kind KIND   one of ${ACTOR_KINDS.join(', ')};
                repeated for "or"
  --limit N     most actors, 1 to 100000 (default 50; 100000 with --csv)

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
  const fallback = format === 'csv' ? 100_000 : 50;
  const limit = wholeOption('limit', values.limit, { min: 1, max: 100_000, fallback });
  const text = positionals.join(' ').trim();
  const filter = { kind: kindsOf(values.kind), ...(text !== '' && { text }) };
  return withRecord(io, async (store) => {
    const { total, items } = await firstOf(limit, (page) => store.actors(filter, page));
    const counts = await store.actorCounts(items.map(({ id }) => id));
    const rows = items.map(({ id, kind, name, aliases }, index) => [
      ...[name, kind, counts[index]?.said ?? 0, counts[index]?.about ?? 0],
      ...[counts[index]?.agreements ?? 0, aliases.join('; '), id],
    ]);
    const columns = ['name', 'kind', 'said', 'about', 'agreements', 'aliases', 'id'];
    const json = { total, items: items.map((actor, at) => ({ ...actor, counts: counts[at] })) };
    write({ columns, rows, json }, format, io);
    io.err(items.length < total ? `${items.length} of ${total} actors.` : `${total} actors.`);
    return total > 0 ? EXIT.found : EXIT.nothing;
  });
}

export const actorsCommand: Command = { usage, run };
