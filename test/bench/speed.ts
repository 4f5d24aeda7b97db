import { createHash } from 'node:crypto';
import { DocumentId } from '../../graph-data/schema/index.ts';
import {
  KnownActors,
  loadModels,
  readDocument,
  type Models,
  type ReadingInput,
} from '../../server/extract/index.ts';
import { readFile, type SourceDocument } from '../../server/ingest/readers/index.ts';
import { type Article, articles, textsMissing } from './articles.ts';
import type { BenchOptions } from './main.ts';

/** One core reads this share of what an import is measured by, so that the run takes a minute. */
const SHARE = 0.06;
/** Read first and told apart: the engine still compiles the code. */
const WARMING = 50;

/**
 * How many words a second one core brings from a file's bytes to proposals, processor time of this
 * process alone. Each reading makes its actors known to the next, as an import does.
 */
export async function run({ articles: count }: BenchOptions): Promise<void> {
  if (textsMissing !== null) return console.log(`  left out: ${textsMissing}`);
  const started = process.cpuUsage();
  const models = loadModels();
  console.log(`models loaded in ${secondsSince(started).toFixed(2)} s of processor time`);
  const all = [...articles(Math.max(2 * WARMING, Math.round(SHARE * count)))];
  const known = new KnownActors();
  await readAll('while it warms up', all.slice(0, WARMING), models, known);
  await readAll('after that', all.slice(WARMING), models, known);
}

async function readAll(
  when: string,
  some: readonly Article[],
  models: Models,
  known: KnownActors,
): Promise<void> {
  const started = process.cpuUsage();
  let statements = 0;
  for (const article of some) statements += await statementsOf(article, models, known);
  const seconds = secondsSince(started);
  const words = some.reduce((sum, article) => sum + article.words, 0);
  console.log(
    `${when}: ${some.length} articles, ${words} words, ${statements} statements in ` +
      `${seconds.toFixed(1)} s of processor time: ${Math.round(words / seconds)} words/s`,
  );
}

async function statementsOf(article: Article, models: Models, known: KnownActors): Promise<number> {
  const bytes = new TextEncoder().encode(article.content);
  let statements = 0;
  for (const source of await readFile({ name: article.name, mediaType: null, bytes })) {
    const reading = readDocument(inputOf(source), models, known);
    known.put(reading.actors);
    statements += reading.statements.length;
  }
  return statements;
}

function inputOf({ text, title, published, language }: SourceDocument): ReadingInput {
  const sha256 = createHash('sha256').update(text).digest('hex');
  const id = DocumentId.parse(`doc:${sha256.slice(0, 16)}`);
  return {
    text,
    document: {
      id,
      sha256,
      title: title ?? '',
      outlet: null,
      published,
      language: language ?? 'en',
    },
  };
}

function secondsSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}
