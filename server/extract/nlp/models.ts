import { readFileSync } from 'node:fs';
import type { AttributionModels } from '../attribution/models.ts';
import { attributionModels } from '../attribution/models.ts';
import { decodeModelFile, hashMapOf, tableOf, type ModelFile } from './model-file.ts';
import type { NameModel } from './names.ts';
import type { ParserModel } from './parser.ts';
import type { TaggerModel } from './tagger.ts';

/** What turns text into parsed sentences. */
export interface LanguageModels {
  readonly tagger: TaggerModel;
  readonly names: NameModel;
  readonly parser: ParserModel;
}

/** Everything learned that the pipeline needs; opaque to its users. Immutable, share freely. */
export interface Models extends LanguageModels {
  readonly attribution: AttributionModels;
}

/** Models by file name, without the ending. */
type ModelName = 'tagger' | 'names' | 'parser' | 'clusters' | 'attribution';

/**
 * Loads the weights that ship beside the code, in under 1.5 s. Call once per process.
 * @throws Error when the weight files are missing or damaged.
 */
export function loadModels(folder = new URL('../models/', import.meta.url)): Models {
  const file = (name: ModelName) => readModelFile(new URL(`${name}.bin.br`, folder));
  return {
    ...languageModels(file('tagger'), file('names'), file('parser')),
    attribution: attributionModels(file('attribution'), file('clusters')),
  };
}

export function languageModels(
  tagger: ModelFile,
  names: ModelFile,
  parser: ModelFile,
): LanguageModels {
  return { tagger: taggerModel(tagger), names: nameModel(names), parser: parserModel(parser) };
}

function taggerModel(file: ModelFile): TaggerModel {
  return {
    weights: tableOf(file, 'weights'),
    tags: file.header.tags as string[],
    certain: hashMapOf(file, 'certain'),
  };
}

function nameModel(file: ModelFile): NameModel {
  return { weights: tableOf(file, 'weights') };
}

export function parserModel(file: ModelFile): ParserModel {
  return { weights: tableOf(file, 'weights'), relations: file.header.relations as string[] };
}

function readModelFile(url: URL): ModelFile {
  return decodeModelFile(readFileSync(url));
}
