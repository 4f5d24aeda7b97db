/** Numbers in [0, 1) that a seed decides. */
export type Random = () => number;

/**
 * mulberry32 (Tommy Ettinger, 2017, public domain), with 32 bits of state: what a layout, a training
 * or a test draws comes out the same each time. Not for secrets.
 */
export function randomSource(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
