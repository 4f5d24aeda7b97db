import { basename, extname, resolve } from 'node:path';
import { readFile as readBytes } from 'node:fs/promises';
import {
  KnownActors,
  loadModels,
  readDocument,
  type Models,
  type Reading,
} from '../extract/index.ts';
import { predictSpans } from '../extract/spans.ts';
import { documentOf } from '../ingest/documents.ts';
import { readFile, type SourceFile } from '../ingest/readers/index.ts';
import { wholeList, type Store } from '../store/store.ts';
import { FORMAT_OPTIONS, formatOf, readArgs, type Format } from './args.ts';
import { cannotRead, EXIT, UsageError, type Command, type Io } from './command.ts';
import { write, type Listing } from './output.ts';
import { withRecord } from './record.ts';
import { exitOfBatch, refusalOf, tellRefusals, type Refusal } from './refusals.ts';

const OPTIONS = {
  ...FORMAT_OPTIONS,
  spans: { type: 'boolean', default: false },
  published: { type: 'string' },
} as const;

const usage = `Usage: onrecord extract FILE... [--published DATE] [--spans | --json | --csv]

What the reader finds in documents, without importing them: statements with speaker, act and
confidence; with --json agreements, events, relations and actors too. The record's actors are known
to it and nothing is written.

  --published DATE  what "on Tuesday" counts from, when the document does not say
  --spans           source, cue and content as character offsets, one document a line: the form
                    that the evaluator of attribution corpora reads. Texts are taken as they are.

A file that cannot be read is told, and the others are read all the same.

Exits 0 when something is found, 1 when nothing is, 2 when a file cannot be read.`;

async function sourceFile(io: Io, name: string): Promise<SourceFile> {
  try {
    const bytes = new Uint8Array(await readBytes(resolve(io.folder, name)));
    return { name, mediaType: null, bytes };
  } catch (error) {
    throw cannotRead(name, error);
  }
}

/** Does a deed for each file. Gives those that could not be read. */
async function forEachFile(
  files: readonly string[],
  deed: (name: string) => Promise<void>,
): Promise<Refusal[]> {
  const refusals: Refusal[] = [];
  for (const name of files) {
    try {
      await deed(name);
    } catch (error) {
      const refusal = refusalOf(name, error);
      if (refusal === null) throw error;
      refusals.push(refusal);
    }
  }
  return refusals;
}

/** What came of files. */
interface Outcome {
  /** Whether anything was found in one of them. */
  readonly found: boolean;
  readonly refusals: readonly Refusal[];
}

async function printSpans(files: readonly string[], io: Io, models: Models): Promise<Outcome> {
  let found = false;
  const refusals = await forEachFile(files, async (name) => {
    const { bytes } = await sourceFile(io, name);
    const doc = basename(name, extname(name));
    const prediction = predictSpans(doc, new TextDecoder().decode(bytes), models);
    found ||= prediction.attributions.length > 0;
    io.out(`${JSON.stringify(prediction)}\n`);
  });
  return { found, refusals };
}

interface Read {
  readonly name: string;
  readonly reading: Reading;
  readonly names: ReadonlyMap<string, string>;
}

async function readAll(
  files: readonly string[],
  published: string | undefined,
  io: Io,
  models: Models,
): Promise<{ readonly reads: Read[]; readonly refusals: Refusal[] }> {
  return withRecord(io, async (store) => {
    const known = await everyActor(store);
    const reads: Read[] = [];
    const refusals = await forEachFile(files, async (name) => {
      for (const source of await readFile(await sourceFile(io, name))) {
        const { document } = await documentOf(store, source, published ? { published } : {});
        const input = { text: source.text, document };
        const reading = readDocument(input, models, known.index);
        const names = new Map([
          ...known.names,
          ...reading.actors.map((actor) => [actor.id, actor.name] as const),
        ]);
        reads.push({ name, reading, names });
      }
    });
    return { reads, refusals };
  });
}

async function everyActor(store: Store) {
  const actors = await wholeList((page) => store.actors({}, page));
  const names = new Map<string, string>(actors.map(({ id, name }) => [id, name]));
  return { index: new KnownActors(actors), names };
}

function listing(reads: readonly Read[]): Listing {
  const columns = ['file', 'confidence', 'said', 'speaker', 'act', 'mode', 'about', 'text'];
  const rows = reads.flatMap(({ name, reading, names }) =>
    reading.statements.map((it) => [
      basename(name),
      it.confidence === null ? '' : it.confidence.toFixed(2),
      it.said ?? '',
      names.get(it.speaker) ?? it.speaker,
      it.act,
      it.mode,
      it.about.map((id) => names.get(id) ?? id).join('; '),
      it.text,
    ]),
  );
  return { columns, rows, json: reads.map(({ name, reading }) => ({ file: name, ...reading })) };
}

async function run(args: string[], io: Io): Promise<number> {
  const { values, positionals } = readArgs(args, OPTIONS);
  const format = formatOf(values);
  if (positionals.length === 0) throw new UsageError('Name at least one file.');
  const models = loadModels();
  const { found, refusals } = values.spans
    ? await printSpans(positionals, io, models)
    : await printReadings(positionals, values.published, { format, io, models });
  tellRefusals(refusals, io);
  return exitOfBatch(refusals, found ? EXIT.found : EXIT.nothing);
}

async function printReadings(
  files: readonly string[],
  published: string | undefined,
  { format, io, models }: { readonly format: Format; readonly io: Io; readonly models: Models },
): Promise<Outcome> {
  const { reads, refusals } = await readAll(files, published, io, models);
  write(listing(reads), format, io);
  return { found: reads.some(({ reading }) => reading.statements.length > 0), refusals };
}

export const extractCommand: Command = { usage, run };
