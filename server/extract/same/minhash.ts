import { fnv1a } from '../../contract/fnv.ts';

/**
 * Near-duplicates among many: MinHash signatures of shingle sets (Broder 1997) filed by locality
 * sensitive hashing in bands (Leskovec, Rajaraman and Ullman, Mining of Massive Datasets, ch. 3).
 */

/** Hashes in a signature. With 64 bands of two, sets of Jaccard 0.25 meet with p = 0.98. */
const HASHES = 128;
const ROWS = 2;

export type Signature = Uint32Array;

/** FNV-1a, with a final mix so that low bits vary. */
function hash32(text: string): number {
  return mix(fnv1a(text));
}

/** Finaliser of MurmurHash3 (Appleby, public domain). */
function mix(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Hashes of every run of `size` neighbouring words; of the whole when it is shorter. */
export function shingles(words: readonly string[], size: number): Set<number> {
  const hashes = new Set<number>();
  for (let i = 0; i + size <= words.length; i++)
    hashes.add(hash32(words.slice(i, i + size).join(' ')));
  if (hashes.size === 0 && words.length > 0) hashes.add(hash32(words.join(' ')));
  return hashes;
}

export function signature(shingleSet: ReadonlySet<number>): Signature {
  const lowest = new Uint32Array(HASHES).fill(0xffffffff);
  for (const shingle of shingleSet)
    for (let k = 0; k < HASHES; k++) {
      const hash = mix(shingle ^ Math.imul(k + 1, 0x9e3779b1));
      if (hash < lowest[k]!) lowest[k] = hash;
    }
  return lowest;
}

/** Pairs of positions whose signatures agree in at least one band, each once, in order. */
export function candidatePairs(signatures: readonly Signature[]): [number, number][] {
  const pairs = new Set<number>();
  for (let from = 0; from < HASHES; from += ROWS) {
    for (const bucket of bandBuckets(signatures, from))
      bucket.forEach((a, i) =>
        bucket.slice(i + 1).forEach((b) => pairs.add(a * signatures.length + b)),
      );
  }
  return [...pairs]
    .sort((x, y) => x - y)
    .map((pair) => [Math.floor(pair / signatures.length), pair % signatures.length]);
}

/** A band that very many share holds a commonplace, no copy; larger buckets are left out. */
const LARGEST_BUCKET = 200;

function bandBuckets(signatures: readonly Signature[], from: number): number[][] {
  const buckets = new Map<string, number[]>();
  signatures.forEach((values, i) => {
    const key = values.slice(from, from + ROWS).join();
    const bucket = buckets.get(key);
    if (bucket) bucket.push(i);
    else buckets.set(key, [i]);
  });
  return [...buckets.values()].filter(({ length }) => length > 1 && length <= LARGEST_BUCKET);
}
