import type { CypherRequest, CypherValue } from '../../../contract/index.ts';
import type { RecordGraph } from '../../../store/store.ts';
import type { Answer } from '../engine.ts';
import { runQuery } from '../engine.ts';
import { CypherError } from '../errors.ts';
import { StoreGraph } from '../store-graph.ts';
import { parametersOf, toWire } from '../wire.ts';
import type { ChildMessage, Failure, QueryMessage } from './messages.ts';

/** The process in which queries run: it opens the record for reading and answers its parent. */

const ROWS_PER_MESSAGE = 1000;

interface GraphModule {
  openRecordGraph(dataDir: string): RecordGraph;
}

function send(message: ChildMessage): void {
  process.send?.(message);
}

function failureOf(error: unknown): Failure {
  if (error instanceof CypherError) {
    const { type, phase, detail, message, position } = error;
    return { type, phase, detail, message, position };
  }
  const message = error instanceof Error ? error.message : String(error);
  return { type: 'Internal', phase: 'runtime', detail: 'Internal', message, position: null };
}

/** Rows up to the limit, and whether there are more. */
function* limited({ rows }: Answer, limit: number): Generator<CypherValue[], boolean> {
  let left = limit;
  for (const row of rows) {
    if (left === 0) return true;
    left -= 1;
    yield row.map(toWire);
  }
  return false;
}

function answer(graph: StoreGraph, id: number, request: CypherRequest): void {
  const started = performance.now();
  const parameters = parametersOf(request.params);
  const found = runQuery(request.query, graph, { parameters });
  const rows = limited(found, request.limit);
  let part: CypherValue[][] = [];
  for (;;) {
    const next = rows.next();
    if (next.done || part.length === ROWS_PER_MESSAGE) {
      if (part.length > 0) send({ kind: 'rows', id, rows: part });
      part = [];
    }
    if (next.done) {
      const ms = performance.now() - started;
      send({ kind: 'done', id, columns: found.columns, truncated: next.value, ms });
      return;
    }
    part.push(next.value);
  }
}

async function serve(module: string, dataDir: string): Promise<void> {
  const { openRecordGraph } = (await import(module)) as GraphModule;
  const record = openRecordGraph(dataDir);
  const graph = new StoreGraph(record);
  process.on('message', ({ id, request }: QueryMessage) => {
    try {
      record.snapshot(() => answer(graph, id, request));
    } catch (error) {
      send({ kind: 'failed', id, failure: failureOf(error) });
    }
  });
  process.on('disconnect', () => process.exit(0));
  send({ kind: 'ready' });
}

const [module = '', dataDir = ''] = process.argv.slice(2);
await serve(module, dataDir);
