import type { Random } from '../../server/contract/index.ts';

/**
 * A rank in 0..size-1, drawn so that rank r comes up about 1/(r + 1) as often as rank 0 (Zipf's law
 * with exponent 1, by inverting the continuous distribution).
 */
export function zipf(random: Random, size: number): number {
  return Math.min(size - 1, Math.floor(Math.exp(random() * Math.log(size + 1))) - 1);
}

export function pick<T>(random: Random, list: readonly T[]): T {
  return list[Math.floor(random() * list.length)] as T;
}

export function between(random: Random, least: number, most: number): number {
  return least + Math.floor(random() * (most - least + 1));
}
