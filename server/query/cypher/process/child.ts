import type { RecordGraph } from '../../../store/store.ts';
import type { Answer } from '../engine.ts';
import { runQuery } from '../engine.ts';
import { CypherError } from '../errors.ts';
import { StoreGraph } from '../store-graph.ts';
import { parametersOf, toWire } from '../wire.ts';
import type { ChildMessage, Failure, QueryMessage } from './messages.ts';

/** The process in which queries run: it opens the record for reading and answers its parent. */

/** A message is sent when it holds so many rows, or so many bytes of them. */
const PART = { rows: 1000, bytes: 1024 * 1024 };

/** The rows take more than the server keeps; told here, before any of the excess crosses to it. */
class AnswerTooLarge extends Error {}

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
  if (error instanceof AnswerTooLarge)
    return {
      type: 'AnswerLimit',
      phase: 'runtime',
      detail: 'AnswerTooLarge',
      message,
      position: null,
    };
  return { type: 'Internal', phase: 'runtime', detail: 'Internal', message, position: null };
}

/** Rows up to the limit, each as JSON, and whether there are more. */
function* limited({ rows }: Answer, limit: number): Generator<string, boolean> {
  let left = limit;
  for (const row of rows) {
    if (left === 0) return true;
    left -= 1;
    yield JSON.stringify(row.map(toWire));
  }
  return false;
}

/** Sends rows as they come. Throws AnswerTooLarge. @returns whether more rows matched */
function sendRows(id: number, rows: Generator<string, boolean>, answerMb: number): boolean {
  let part: string[] = [];
  let [bytes, sent] = [0, 0];
  const flush = () => {
    if (part.length > 0) send({ kind: 'rows', id, json: `[${part.join(',')}]` });
    sent += bytes;
    [part, bytes] = [[], 0];
  };
  for (;;) {
    const next = rows.next();
    if (next.done) {
      flush();
      return next.value;
    }
    part.push(next.value);
    bytes += Buffer.byteLength(next.value);
    if (sent + bytes > answerMb * 1024 * 1024) throw answerTooLarge(answerMb);
    if (part.length === PART.rows || bytes >= PART.bytes) flush();
  }
}

function answerTooLarge(megabytes: number): AnswerTooLarge {
  return new AnswerTooLarge(
    `The answer takes more than ${megabytes} MB. Return fewer columns, or add LIMIT.`,
  );
}

function answer(graph: StoreGraph, { id, request, answerMb }: QueryMessage): void {
  const started = performance.now();
  const parameters = parametersOf(request.params);
  const found = runQuery(request.query, graph, { parameters });
  const truncated = sendRows(id, limited(found, request.limit), answerMb);
  const ms = performance.now() - started;
  send({ kind: 'done', id, columns: found.columns, truncated, ms });
}

async function serve(module: string, dataDir: string): Promise<void> {
  const { openRecordGraph } = (await import(module)) as GraphModule;
  const record = openRecordGraph(dataDir);
  const graph = new StoreGraph(record);
  process.on('message', (query: QueryMessage) => {
    try {
      record.snapshot(() => answer(graph, query));
    } catch (error) {
      send({ kind: 'failed', id: query.id, failure: failureOf(error) });
    }
  });
  process.on('disconnect', () => process.exit(0));
  send({ kind: 'ready' });
}

const [module = '', dataDir = ''] = process.argv.slice(2);
await serve(module, dataDir);
