import {
  EXPORT_TYPES,
  isQueryKey,
  QUERY_KEY_NAMES,
  QUERY_KEYS,
  STATEMENT_SORTS,
  type StatementReply,
} from '../contract/index.ts';
import { queryFromParams, type SearchRequest } from '../query/params.ts';
import { toldAs } from '../export/index.ts';
import { presentStatements } from '../export/present.ts';
import type { PageRequest, Store, StoredStatement } from '../store/store.ts';
import { FORMAT_OPTIONS, formatOf, oneOf, readArgs } from './args.ts';
import { EXIT, type Command, type Io } from './command.ts';
import { limitOf, limitUsage, writeList, type List, type ListForm } from './lists.ts';
import type { Listing } from './output.ts';
import { withRecord } from './record.ts';
import { AROUND_OPTIONS, AROUND_USAGE, hopsOf, scopeOf, type Around } from './scope.ts';

/** Every key of the vocabulary as an option. */
export const KEY_OPTIONS = Object.fromEntries(
  QUERY_KEY_NAMES.map((key) => [key, { type: 'string', multiple: true }] as const),
);

const OPTIONS = {
  ...KEY_OPTIONS,
  ...AROUND_OPTIONS,
  ...FORMAT_OPTIONS,
  ids: { type: 'boolean', default: false },
  sort: { type: 'string', default: '-said' },
  limit: { type: 'string' },
} as const;

/** Statements that are listed when no number is asked for. */
export const BRIEF = 20;

const usage = `Usage: onrecord search ['QUESTION'] [--KEY VALUE ...] [--of ACTOR [--hops N]]
                       [--sort ORDER] [--limit N] [--ids | --json | --csv]

Statements that match. QUESTION is what the search box takes (docs/search.md); quote it whole:
  onrecord search 'speaker:Lukashenko about:Poland said:2022-10..2022-12 -via:BelTA "sabotage"'
  onrecord search --speaker "Konrad Muzyka" --mode direct --via=-Twitter

Keys, repeated for "or", with a leading - on the value for "not" (--via=-BelTA):
${QUERY_KEY_NAMES.map((key) => `  --${key.padEnd(12)}${QUERY_KEYS[key].meaning}`).join('\n')}

${AROUND_USAGE}
  --sort ORDER  ${STATEMENT_SORTS.join(', ')} (default -said)
${limitUsage('statements', BRIEF)}
  --ids         the ids of the whole match, one a line
  --json, --csv instead of a table

Exits 0 when something matches, 1 when nothing does, 2 when the question cannot be read.`;

/** The same parameters as an address would have. */
export function paramsOf(
  values: Readonly<Record<string, unknown>>,
  question: string,
): URLSearchParams {
  const params = new URLSearchParams();
  if (question !== '') params.append('q', question);
  for (const [key, given] of Object.entries(values)) {
    if (!isQueryKey(key) || !Array.isArray(given)) continue;
    for (const value of given) params.append(key, String(value));
  }
  return params;
}

const names = (actors: readonly { name: string }[]) => actors.map(({ name }) => name).join('; ');

function listing(items: readonly StatementReply[], json: unknown): Listing {
  const columns = [
    'said',
    'speaker',
    'act',
    'mode',
    'about',
    'to',
    'via',
    'documents',
    'text',
    'id',
  ];
  const rows = items.map((item) => [
    item.said,
    item.speaker.name,
    item.act,
    item.mode,
    names(item.about),
    names(item.addressees),
    names(item.reports.flatMap(({ via }) => via)),
    item.reports.map(({ document }) => document.id).join('; '),
    item.text,
    item.id,
  ]);
  return { columns, rows, json };
}

/** What fits a line: when, who, what, how it is called. */
function briefly(items: readonly StatementReply[]): Listing {
  const rows = items.map(({ said, speaker, act, text }) => [said ?? '', speaker.name, act, text]);
  return { columns: ['said', 'speaker', 'act', 'text'], rows, json: null };
}

/** A list of statements, as it was read what is asked for. */
interface Statements {
  readonly store: Store;
  readonly ask: List<StoredStatement>['ask'];
  readonly reading: Pick<SearchRequest, 'search' | 'notes'>;
}

/** Writes statements in the form asked for, and how many there are on the other stream. */
export function writeStatements(
  { store, ask, reading: { search: query, notes } }: Statements,
  form: ListForm,
): Promise<number> {
  const listingOf = async (found: readonly StoredStatement[], total: number) => {
    const items = await presentStatements(store, found);
    return form.format === 'table'
      ? briefly(items)
      : listing(items, { total, query, notes, items });
  };
  return writeList({ ask, one: 'statement', listing: listingOf }, form);
}

/** Tells on the other stream how a question was read, and around whom it is asked. */
export function tellReading(
  { search, notes }: Pick<SearchRequest, 'search' | 'notes'>,
  around: Around,
  io: Io,
): void {
  const told = toldAs({
    search,
    around: around.of ?? null,
    hops: hopsOf(around),
    types: EXPORT_TYPES,
  });
  io.err(told === '' ? 'Asked for everything.' : `Asked: ${told}`);
  for (const { message } of notes) io.err(`Note: ${message}`);
}

async function run(args: string[], io: Io): Promise<number> {
  const { values, positionals } = readArgs(args, OPTIONS);
  const format = formatOf(values);
  const sort = oneOf('--sort', STATEMENT_SORTS, values.sort);
  const limit = limitOf(values.limit, format, BRIEF);
  return withRecord(io, async (store) => {
    const asked = await queryFromParams(paramsOf(values, positionals.join(' ')), store);
    tellReading(asked, values, io);
    const { statements: query } = await scopeOf(store, asked, values);
    if (values.ids) {
      const ids = await store.statementIds(query);
      io.out(ids.map((id) => `${id}\n`).join(''));
      return ids.length > 0 ? EXIT.found : EXIT.nothing;
    }
    const ask = (page: PageRequest) => store.statements(query, sort, page);
    const total = await writeStatements({ store, ask, reading: asked }, { format, limit, io });
    return total > 0 ? EXIT.found : EXIT.nothing;
  });
}

const question = (args: string[]) => readArgs(args, OPTIONS).positionals.join(' ');

export const searchCommand: Command = { usage, question, run };
