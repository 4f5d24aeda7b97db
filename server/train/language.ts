import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeModelFile, type ModelFile } from '../extract/nlp/model-file.ts';
import { languageModels, parserModel, type LanguageModels } from '../extract/nlp/models.ts';
import { encodeModelFile } from './model-writer.ts';
import { trainNames } from './names.ts';
import { trainParser } from './parser.ts';
import { readSilver, type SilverDocument } from './silver.ts';
import { trainTagger } from './tagger.ts';

/** The stage that learns tagger, name tagger and parser from the corpus's CoreNLP layer. */

/** Where a stage keeps what later stages need. */
export function saved(work: string, name: string, make: () => ModelFile): ModelFile {
  const path = join(work, `${name}.bin.br`);
  if (existsSync(path)) return decodeModelFile(readFileSync(path));
  mkdirSync(work, { recursive: true });
  const file = make();
  writeFileSync(path, encodeModelFile(file));
  return decodeModelFile(readFileSync(path));
}

/** Documents whose number leaves this remainder are kept from the fold's parser. */
const FOLDS = 2;

const sentencesOf = (documents: readonly SilverDocument[]) =>
  documents.flatMap((document) => document.sentences);

/** The models for new text. */
export function trainedLanguage(corpus: string, work: string): LanguageModels {
  const silver = lazily(() => readSilver(join(corpus, 'silver.train.jsonl')));
  return languageModels(
    saved(work, 'tagger', () => trainTagger(sentencesOf(silver()))),
    saved(work, 'names', () => trainNames(sentencesOf(silver()))),
    saved(work, 'parser', () => trainParser(sentencesOf(silver()))),
  );
}

/**
 * Models for the training documents themselves: each document is parsed by a parser that has not
 * seen it, so that its trees are as faulty as those of new text (jackknifing). Returns a look-up by
 * document name; the few documents without a CoreNLP layer are new to every parser.
 */
export function jackknifedLanguage(corpus: string, work: string): (name: string) => LanguageModels {
  const full = trainedLanguage(corpus, work);
  const silver = readSilver(join(corpus, 'silver.train.jsonl'));
  const byDocument = new Map<string, LanguageModels>();
  for (let fold = 0; fold < FOLDS; fold++) {
    const others = silver.filter((_, i) => i % FOLDS !== fold);
    const parser = saved(work, `parser.fold${fold}`, () => trainParser(sentencesOf(others)));
    const models = { ...full, parser: parserModel(parser) };
    silver.forEach((document, i) => {
      if (i % FOLDS === fold) byDocument.set(document.name, models);
    });
  }
  return (name) => byDocument.get(name) ?? full;
}

function lazily<T>(make: () => T): () => T {
  let value: T | undefined;
  return () => (value ??= make());
}
