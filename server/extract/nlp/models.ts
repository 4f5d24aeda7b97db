import { hashMapOf, tableOf, type ModelFile } from './model-file.ts';
import type { NameModel } from './names.ts';
import type { ParserModel } from './parser.ts';
import type { TaggerModel } from './tagger.ts';

/** What turns text into parsed sentences. */
export interface LanguageModels {
  readonly tagger: TaggerModel;
  readonly names: NameModel;
  readonly parser: ParserModel;
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
