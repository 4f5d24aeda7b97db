import {
  sectionOf,
  unpackKeys,
  type ModelFile,
  type TableHeader,
} from '../extract/nlp/model-file.ts';
import type { TrainedCrf } from './crf.ts';
import type { TrainedTable } from './model-writer.ts';

/**
 * One field from several: the mean of their weights is the normalised product of their
 * distributions, a logarithmic opinion pool (Smith, Cohn and Osborne 2005). It is surer than each of
 * them and costs no more to apply. A feature that one of them lacks weighs nothing there.
 */
export function averagedCrf(files: readonly ModelFile[]): TrainedCrf {
  return {
    emissions: averagedTable(files, 'crf.emissions'),
    transitions: averagedTable(files, 'crf.transitions'),
  };
}

function averagedTable(files: readonly ModelFile[], name: string): TrainedTable {
  const { width, bits } = files[0]!.header[name] as TableHeader;
  const rows = new Map<number, Float32Array>();
  for (const file of files) addRows(file, name, 1 / files.length, rows);
  const values = new Float32Array(rows.size * width);
  [...rows.values()].forEach((row, i) => values.set(row, i * width));
  return { width, bits, keys: Uint32Array.from(rows.keys()), values };
}

function addRows(
  file: ModelFile,
  name: string,
  share: number,
  rows: Map<number, Float32Array>,
): void {
  const { width, scale } = file.header[name] as TableHeader;
  const bytes = sectionOf(file, `${name}.values`);
  const weights = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  unpackKeys(sectionOf(file, `${name}.keys`)).forEach((key, at) => {
    let row = rows.get(key);
    if (!row) rows.set(key, (row = new Float32Array(width)));
    for (let k = 0; k < width; k++) row[k]! += weights[at * width + k]! * scale * share;
  });
}
