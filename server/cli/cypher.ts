import {
  CYPHER_LIMITS,
  CypherRequest,
  firstWrong,
  inWords,
  type CypherValue,
} from '../contract/index.ts';
import { CypherRunner } from '../query/cypher/runner.ts';
import { FORMAT_OPTIONS, formatOf, readArgs, wholeOption } from './args.ts';
import { EXIT, UsageError, type Command, type Io } from './command.ts';
import { write, type Cell } from './output.ts';
import { withRecord } from './record.ts';

const OPTIONS = {
  ...FORMAT_OPTIONS,
  params: { type: 'string', default: '{}' },
  limit: { type: 'string' },
  timeout: { type: 'string' },
} as const;

const usage = `Usage: onrecord cypher 'QUERY' [--params JSON] [--limit N] [--timeout MS] [--json | --csv]

Runs one openCypher query that only reads; EXPLAIN before it shows its plan.
  onrecord cypher 'MATCH (a:Actor)-[:MADE]->(s) RETURN a.name, count(s) ORDER BY count(s) DESC'

  --params JSON  parameters, as one JSON object
  --limit N      most rows, 1 to ${CYPHER_LIMITS.rows} (default ${CYPHER_LIMITS.rows})
  --timeout MS   1 to ${CYPHER_LIMITS.timeoutMs} milliseconds (default ${CYPHER_LIMITS.timeoutMs})

Exits 0 when there are rows, 1 when there are none, 2 when the query cannot be run, 3 when it was
stopped at a limit or more rows matched than --limit let through.`;

/** Where the module stands that opens a record for the child process. */
const MODULE = new URL('../store/sqlite/graph.ts', import.meta.url).href;

function paramsIn(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new UsageError('--params takes one JSON object, such as \'{"name": "Ukraine"}\'.');
  }
}

function requestOf(args: string[]) {
  const { values, positionals } = readArgs(args, OPTIONS);
  const { rows, timeoutMs } = CYPHER_LIMITS;
  const asked = {
    query: positionals.join(' '),
    params: paramsIn(values.params),
    limit: wholeOption('limit', values.limit, { min: 1, max: rows, fallback: rows }),
    timeoutMs: wholeOption('timeout', values.timeout, {
      min: 1,
      max: timeoutMs,
      fallback: timeoutMs,
    }),
  };
  const request = CypherRequest.safeParse(asked, { error: inWords });
  if (request.success) return { request: request.data, format: formatOf(values) };
  throw new UsageError(firstWrong(request.error).told);
}

/** A node or relationship by its id, other values as JSON has them. */
function cellOf(value: CypherValue): Cell {
  if (value === null || typeof value === 'number' || typeof value === 'string') return value;
  if (typeof value !== 'object' || Array.isArray(value)) return JSON.stringify(value);
  if (value.$type === 'node' || value.$type === 'relationship') return value.id;
  return 'value' in value ? value.value : JSON.stringify(value);
}

async function run(args: string[], io: Io): Promise<number> {
  const { request, format } = requestOf(args);
  return withRecord(io, async (_store, dataDir) => {
    const runner = new CypherRunner({ source: { module: MODULE, dataDir }, concurrency: 1 });
    try {
      const reply = await runner.run(request);
      const rows = reply.rows.map((row) => row.map(cellOf));
      write({ columns: reply.columns, rows, json: reply }, format, io);
      io.err(`${rows.length} rows in ${reply.ms.toFixed(0)} ms.`);
      if (reply.truncated) io.err(`limit-rows: more rows match than --limit ${request.limit}.`);
      return reply.truncated ? EXIT.limit : rows.length > 0 ? EXIT.found : EXIT.nothing;
    } finally {
      await runner.close();
    }
  });
}

const question = (args: string[]) => readArgs(args, OPTIONS).positionals.join(' ');

export const cypherCommand: Command = { usage, question, run };
