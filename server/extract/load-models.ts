import { readFileSync } from 'node:fs';
import { attributionModels, type AttributionModels } from './attribution/models.ts';
import { compileLater } from './engine.ts';
import { decodeModelFile, type ModelFile } from './nlp/model-file.ts';
import { languageModels, type LanguageModels } from './nlp/models.ts';

/** Everything learned that the pipeline needs; opaque to its users. Immutable, share freely. */
export interface Models extends LanguageModels {
  readonly attribution: AttributionModels;
}

/** Models by file name, without the ending. */
type ModelName = 'tagger' | 'names' | 'parser' | 'clusters' | 'attribution';

/**
 * Loads the weights that ship beside the code, in under 1.5 s, and readies the engine for reading.
 * Call once per process.
 * @throws Error when the weight files are missing or damaged.
 */
export function loadModels(folder = new URL('./models/', import.meta.url)): Models {
  compileLater();
  const file = (name: ModelName) => readModelFile(new URL(`${name}.bin.br`, folder));
  return {
    ...languageModels(file('tagger'), file('names'), file('parser')),
    attribution: attributionModels(file('attribution'), file('clusters')),
  };
}

function readModelFile(url: URL): ModelFile {
  return decodeModelFile(readFileSync(url));
}
