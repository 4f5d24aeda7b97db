import { brotliDecompressSync } from 'node:zlib';
import { HashedWeights } from './weights.ts';

/**
 * The file format of a model: a brotli stream of a JSON directory and named byte sections. Sorted
 * 32-bit keys are kept as gaps, split in four byte planes, which compress well.
 */
export interface ModelFile {
  readonly header: Readonly<Record<string, unknown>>;
  readonly sections: ReadonlyMap<string, Uint8Array>;
}

/** What stands before the sections, after its own length as 32 bits, little-endian. */
export interface Directory {
  header: Readonly<Record<string, unknown>>;
  sections: [name: string, length: number][];
}

/** The header entry of a weight table, beside its sections `NAME.keys` and `NAME.values`. */
export interface TableHeader {
  width: number;
  bits: number;
  scale: number;
}

/** @throws Error when the bytes are not a model file. */
export function decodeModelFile(bytes: Uint8Array): ModelFile {
  const whole = brotliDecompressSync(bytes);
  const directoryEnd = 4 + whole.readUInt32LE(0);
  const directory = JSON.parse(whole.toString('utf8', 4, directoryEnd)) as Directory;
  const sections = new Map<string, Uint8Array>();
  let at = directoryEnd;
  for (const [name, length] of directory.sections) {
    sections.set(name, whole.subarray(at, at + length));
    at += length;
  }
  return { header: directory.header, sections };
}

/** Ascending 32-bit numbers from their byte planes. */
export function unpackKeys(planes: Uint8Array): Uint32Array {
  const length = planes.length / 4;
  const keys = new Uint32Array(length);
  let previous = 0;
  for (let i = 0; i < length; i++) {
    const low = planes[i]! | (planes[length + i]! << 8) | (planes[2 * length + i]! << 16);
    previous += low + planes[3 * length + i]! * 2 ** 24;
    keys[i] = previous;
  }
  return keys;
}

/** The weight table that the file holds under a name. */
export function tableOf(file: ModelFile, name: string): HashedWeights {
  const { width, bits, scale } = file.header[name] as TableHeader;
  const keys = unpackKeys(sectionOf(file, `${name}.keys`));
  const values = sectionOf(file, `${name}.values`);
  const signed = new Int8Array(values.buffer, values.byteOffset, values.length);
  return new HashedWeights(width, bits, scale, keys, signed);
}

/** The map from 32-bit hashes to numbers below 65,536 that the file holds under a name. */
export function hashMapOf(file: ModelFile, name: string): Map<number, number> {
  const keys = unpackKeys(sectionOf(file, `${name}.keys`));
  const values = sectionOf(file, `${name}.values`);
  const map = new Map<number, number>();
  keys.forEach((key, i) => map.set(key, values[2 * i]! + 256 * values[2 * i + 1]!));
  return map;
}

export function sectionOf(file: ModelFile, name: string): Uint8Array {
  const bytes = file.sections.get(name);
  if (!bytes) throw new Error(`The model file lacks its section "${name}"; rebuild the weights.`);
  return bytes;
}
