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

/**
 * Pairs of positions whose signatures agree in at least one band, each once, in order. Of more than
 * LARGEST_BUCKET that agree in a band those count that agree in the bands after it too: a band that
 * very many share may hold a commonplace.
 *
 * @param most of so many that are alike throughout, each is paired with every other; of more, each
 *   with the next alone
 */
export function candidatePairs(
  signatures: readonly Signature[],
  most = LARGEST_BUCKET,
): [number, number][] {
  const pairs = new Set<number>();
  const all = [...signatures.keys()];
  for (let from = 0; from < HASHES; from += ROWS)
    for (const bucket of buckets(signatures, all, from, ROWS))
      for (const [a, b] of bucket.length <= most ? everyPair(bucket) : chain(bucket))
        pairs.add(a * signatures.length + b);
  return [...pairs]
    .sort((x, y) => x - y)
    .map((pair) => [Math.floor(pair / signatures.length), pair % signatures.length]);
}

const LARGEST_BUCKET = 200;
/** Hashes in which those agree who are alike throughout. */
const ALIKE = 16;

/** Of the signatures at `members` those that agree in `rows` hashes from one on. */
function buckets(
  signatures: readonly Signature[],
  members: readonly number[],
  from: number,
  rows: number,
): number[][] {
  const filed = new Map<string, number[]>();
  for (const i of members) {
    const key = Array.from({ length: rows }, (_, k) => signatures[i]![(from + k) % HASHES]).join();
    const bucket = filed.get(key);
    if (bucket) bucket.push(i);
    else filed.set(key, [i]);
  }
  return [...filed.values()]
    .filter(({ length }) => length > 1)
    .flatMap((bucket) =>
      bucket.length <= LARGEST_BUCKET || rows >= ALIKE
        ? [bucket]
        : buckets(signatures, bucket, from, rows + ROWS),
    );
}

const everyPair = (bucket: readonly number[]) =>
  bucket.flatMap((a, i) => bucket.slice(i + 1).map((b) => [a, b] as const));

const chain = (bucket: readonly number[]) =>
  bucket.slice(1).map((b, i) => [bucket[i]!, b] as const);
