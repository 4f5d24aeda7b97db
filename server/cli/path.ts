import { ACTS, recordTypeOf } from '../../graph-data/schema/index.ts';
import { DATE_RANGE_HELP, dateRangeOf, MAX_HOPS, MAX_PATHS, TIE_KINDS } from '../contract/index.ts';
import { PathFinder, type FoundPaths } from '../query/paths/index.ts';
import { pathsRequestOf, type NamedPathsRequest } from '../query/paths/request.ts';
import type { Store } from '../store/store.ts';
import { FORMAT_OPTIONS, formatOf, readArgs, wholeOption } from './args.ts';
import { EXIT, UsageError, type Command, type Io } from './command.ts';
import { numberOf, write } from './output.ts';
import { withRecord } from './record.ts';

const OPTIONS = {
  ...FORMAT_OPTIONS,
  k: { type: 'string' },
  max: { type: 'string' },
  kinds: { type: 'string' },
  acts: { type: 'string' },
  period: { type: 'string' },
  document: { type: 'string' },
  through: { type: 'string' },
  avoid: { type: 'string' },
  plain: { type: 'boolean', default: false },
  'in-time': { type: 'boolean', default: false },
} as const;

const usage = `Usage: onrecord path FROM TO [--k N] [--max N] [--kinds ...] [--acts ...] [--period A..B]
                     [--document D] [--through ...] [--avoid ...] [--plain] [--in-time]
                     [--json | --csv]

How two actors are tied, best path first, each step with the records that it rests on.
  onrecord path "Sergei Shoigu" "Institute for the Study of War" --k 3

  --k N         most paths, 1 to ${MAX_PATHS} (default 1)
  --max N       most steps, 1 to ${MAX_HOPS} (default 4)
  --kinds ...   what counts as a step: some of ${TIE_KINDS.join(',')}
                (default: all but outlet)
  --acts ...    only statements that do one of ${ACTS.join(',')}
  --period A..B only ties of these days
  --document D  only what this document reports
  --through ... actors that every path must pass, comma-separated
  --avoid ...   actors that no path may pass, comma-separated
  --plain       do not let hubs cost more
  --in-time     each step dated, and no earlier than the one before

Exits 0 when there is a path, 1 when there is none within --max steps, 2 when it cannot be asked.`;

/** Words of a fixed list. Throws UsageError. */
function someOf<W extends string>(
  name: string,
  words: readonly W[],
  given?: string,
): W[] | undefined {
  if (given === undefined) return undefined;
  return given.split(',').map((word) => {
    const known = words.find((each) => each === word.trim());
    if (known !== undefined) return known;
    throw new UsageError(`--${name} takes some of ${words.join(', ')}.`);
  });
}

function periodOf(given?: string) {
  if (given === undefined) return undefined;
  const range = dateRangeOf(given);
  if (range === null) throw new UsageError(`--period: ${DATE_RANGE_HELP}.`);
  return range;
}

function askedIn(args: string[]): {
  asked: NamedPathsRequest;
  format: ReturnType<typeof formatOf>;
} {
  const { values, positionals } = readArgs(args, OPTIONS);
  const [from, to, ...more] = positionals;
  if (from === undefined || to === undefined || more.length > 0) {
    throw new UsageError('Name two actors: onrecord path FROM TO, each quoted when it has spaces.');
  }
  const asked = {
    ...{ from, to, document: values.document, through: values.through, avoid: values.avoid },
    k: wholeOption('k', values.k, { min: 1, max: MAX_PATHS, fallback: 1 }),
    max: wholeOption('max', values.max, { min: 1, max: MAX_HOPS, fallback: 4 }),
    kinds: someOf('kinds', TIE_KINDS, values.kinds),
    acts: someOf('acts', ACTS, values.acts),
    period: periodOf(values.period),
    discountHubs: !values.plain,
    inTime: values['in-time'],
  };
  return { asked, format: formatOf(values) };
}

/** What a record says, in one line, by id. */
async function linesOf(store: Store, ids: readonly string[]): Promise<Map<string, string>> {
  const lines = new Map<string, string>();
  const those = (type: string) => ids.filter((id) => recordTypeOf(id) === type);
  for (const { id, text } of await store.statementsById(those('statement'))) {
    lines.set(id, `“${text}”`);
  }
  for (const { id, name } of await store.agreementsById(those('agreement'))) lines.set(id, name);
  for (const { id, name } of await store.eventsById(those('event'))) lines.set(id, name);
  for (const { id, kind, title } of await store.relationsById(those('relation'))) {
    lines.set(id, title === null ? kind : `${kind}: ${title}`);
  }
  return lines;
}

async function described(store: Store, found: FoundPaths) {
  const hops = found.paths.flatMap((path) => path.hops);
  const ids = new Set([found.from, found.to, ...hops.flatMap(({ from, to }) => [from, to])]);
  const actors = await store.actorsById([...ids]);
  const names = new Map<string, string>(actors.map(({ id, name }) => [id, name]));
  const lines = await linesOf(store, [...new Set(hops.flatMap(({ records }) => records))]);
  const actor = (id: string) => ({ id, name: names.get(id) ?? id });
  return {
    ...found,
    from: actor(found.from),
    to: actor(found.to),
    paths: found.paths.map(({ cost, hops: steps }) => ({
      cost,
      hops: steps.map(({ from, to, records, omitted }) => ({
        from: actor(from),
        to: actor(to),
        records: records.map((id) => ({ id, says: lines.get(id) ?? '' })),
        omitted,
      })),
    })),
  };
}

/** A row for each record behind each step. */
function rowsOf({ paths }: Awaited<ReturnType<typeof described>>) {
  return paths.flatMap(({ hops }, path) =>
    hops.flatMap(({ from, to, records }, step) =>
      records.map(({ id, says }) => [path + 1, step + 1, from.name, to.name, id, says]),
    ),
  );
}

function tell(found: Awaited<ReturnType<typeof described>>, io: Io): void {
  const { from, to, max, paths, complete, work } = found;
  const count = paths.length === 0 ? 'None' : String(paths.length);
  io.err(`${count} within ${numberOf(max, 'step')} from ${from.name} to ${to.name}.`);
  if (!complete)
    io.err(`The search stopped at its limit of ${work.limit} edges: there may be others.`);
}

async function run(args: string[], io: Io): Promise<number> {
  const { asked, format } = askedIn(args);
  return withRecord(io, async (store) => {
    const request = await pathsRequestOf(asked, store);
    const found = await described(store, await new PathFinder(store).paths(request));
    const columns = ['path', 'step', 'from', 'to', 'record', 'says'];
    write({ columns, rows: rowsOf(found), json: found }, format, io);
    tell(found, io);
    return found.paths.length > 0 ? EXIT.found : EXIT.nothing;
  });
}

export const pathCommand: Command = { usage, run };
