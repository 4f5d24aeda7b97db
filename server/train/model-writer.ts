import { brotliCompressSync, constants } from 'node:zlib';
import type { Directory, ModelFile, TableHeader } from '../extract/nlp/model-file.ts';

/** A weight table after training: `values[row * width + k]` of the feature `keys[row]`. */
export interface TrainedTable {
  readonly width: number;
  readonly bits: number;
  readonly keys: Uint32Array;
  readonly values: Float32Array;
}

/** Rows whose weights are all below this share of the greatest are left out. */
export const PRUNE_SHARE = 1 / 250;

/** Gathers the parts of a model file. */
export class ModelWriter {
  readonly #header: Record<string, unknown> = {};
  readonly #sections = new Map<string, Uint8Array>();

  set(name: string, value: unknown): this {
    this.#header[name] = value;
    return this;
  }

  /**
   * Adds a table, quantised to signed bytes. Rows whose greatest weight is below `prune` are left
   * out; weights beyond `limit` are clipped to it.
   */
  table(name: string, table: TrainedTable, prune: number, limit: number): this {
    const { width, bits } = table;
    const rows = strongRows(table, prune).sort((a, b) => table.keys[a]! - table.keys[b]!);
    const scale = limit / 127;
    const values = new Int8Array(rows.length * width);
    rows.forEach((row, i) => {
      for (let k = 0; k < width; k++) {
        const value = Math.round(table.values[row * width + k]! / scale);
        values[i * width + k] = Math.max(-127, Math.min(127, value));
      }
    });
    const keys = Uint32Array.from(rows, (row) => table.keys[row]!);
    this.#header[name] = { width, bits, scale } satisfies TableHeader;
    this.#sections.set(`${name}.keys`, packKeys(keys));
    this.#sections.set(`${name}.values`, new Uint8Array(values.buffer));
    return this;
  }

  /** Adds a table of another file under a new name. */
  include(file: ModelFile, from: string, to: string): this {
    this.#header[to] = file.header[from];
    for (const part of ['keys', 'values'])
      this.#sections.set(`${to}.${part}`, file.sections.get(`${from}.${part}`)!);
    return this;
  }

  /** Adds bytes as they are. */
  bytes(name: string, bytes: Uint8Array): this {
    this.#sections.set(name, bytes);
    return this;
  }

  /** Adds a map from 32-bit hashes to numbers below 65,536. */
  map(name: string, map: ReadonlyMap<number, number>): this {
    const entries = [...map].sort(([a], [b]) => a - b);
    const values = new Uint8Array(entries.length * 2);
    entries.forEach(([, value], i) => values.set([value & 255, value >> 8], 2 * i));
    this.#sections.set(`${name}.keys`, packKeys(Uint32Array.from(entries, ([key]) => key)));
    this.#sections.set(`${name}.values`, values);
    return this;
  }

  build(): ModelFile {
    return { header: this.#header, sections: this.#sections };
  }
}

function strongRows({ width, keys, values }: TrainedTable, prune: number): number[] {
  const rows: number[] = [];
  for (let row = 0; row < keys.length; row++) {
    let strongest = 0;
    for (let k = 0; k < width; k++)
      strongest = Math.max(strongest, Math.abs(values[row * width + k]!));
    if (strongest > prune) rows.push(row);
  }
  return rows;
}

/** Ascending 32-bit numbers as gaps in four byte planes. */
function packKeys(keys: Uint32Array): Uint8Array {
  const planes = new Uint8Array(keys.length * 4);
  let previous = 0;
  keys.forEach((key, i) => {
    const gap = key - previous;
    for (let plane = 0; plane < 4; plane++)
      planes[plane * keys.length + i] = (gap >>> (8 * plane)) & 255;
    previous = key;
  });
  return planes;
}

export function encodeModelFile(file: ModelFile): Uint8Array {
  const sections = [...file.sections];
  const directory: Directory = {
    header: file.header,
    sections: sections.map(([name, bytes]) => [name, bytes.length]),
  };
  const head = Buffer.from(JSON.stringify(directory));
  const size = Buffer.alloc(4);
  size.writeUInt32LE(head.length);
  const whole = Buffer.concat([size, head, ...sections.map(([, bytes]) => bytes)]);
  return brotliCompressSync(whole, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 9,
      [constants.BROTLI_PARAM_LGWIN]: 24,
      [constants.BROTLI_PARAM_SIZE_HINT]: whole.length,
    },
  });
}
