import { OnrecordError } from '../../contract/index.ts';
import {
  KnownActors,
  loadModels,
  prepareText,
  readPrepared,
  type Models,
  type PreparedText,
  type Reading,
  type ReadingInput,
} from '../../extract/index.ts';
import { readFile } from '../readers/index.ts';
import type { Answer, Ask, Tasks } from './protocol.ts';
import { outliveStrayRejections } from './stray.ts';

outliveStrayRejections();

const known = new KnownActors();
let loaded: Models | null = null;
let prepared: PreparedText | null = null;

/** Loaded when the first text comes, so that a process that only opens files starts at once. */
function models(): Models {
  loaded ??= loadModels();
  return loaded;
}

function extract({ text, document }: ReadingInput): Reading {
  const ahead = prepared;
  prepared = null;
  const fits = ahead?.text === text && ahead.title === document.title;
  return readPrepared(fits ? ahead : prepareText(text, document.title, models()), document, known);
}

type Handlers = { [N in keyof Tasks]: (input: Tasks[N]['ask']) => Promise<Tasks[N]['answer']> };

const HANDLERS: Handlers = {
  read: (file) => readFile(file),
  prepare: async ({ text, title }) => {
    prepared = prepareText(text, title, models());
    return null;
  },
  extract: async (input) => extract(input),
  know: async ({ put, remove }) => {
    known.remove(remove);
    known.put(put);
    return null;
  },
};

async function answer({ id, task, input }: Ask): Promise<Answer> {
  try {
    const output = await HANDLERS[task](input as never);
    return { id, ok: true, output };
  } catch (error) {
    const problem = error instanceof OnrecordError ? error.toProblem() : null;
    return { id, ok: false, problem, message: error instanceof Error ? faultOf(error) : '' };
  }
}

/** What was wrong, and in which line of ours: a fault in reading is told by nothing else. */
function faultOf({ message, stack = '' }: Error): string {
  const line = /[\w-]+\.ts:\d+/.exec(stack)?.[0];
  return line === undefined ? message : `${message} (${line})`;
}

process.on('message', (ask) => {
  void answer(ask as Ask).then((reply) => process.send?.(reply));
});
process.on('disconnect', () => process.exit(0));
