/** Milliseconds: the median, the 95th percentile and the number of runs. */
export interface Timing {
  readonly p50: number;
  readonly p95: number;
  readonly runs: number;
}

/** Times one run of `body` for each case. */
export async function timed<T>(cases: readonly T[], body: (each: T) => unknown): Promise<Timing> {
  const times: number[] = [];
  for (const each of cases) {
    const started = performance.now();
    await body(each);
    times.push(performance.now() - started);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(share * times.length))];
  return { p50: at(0.5) ?? 0, p95: at(0.95) ?? 0, runs: times.length };
}

/** One line: what was measured, ours, the peer's and how many times the peer's p50 ours takes. */
export function report(what: string, ours: Timing, peer: Timing | null = null): void {
  const show = ({ p50, p95 }: Timing) =>
    `${p50.toFixed(2).padStart(8)} /${p95.toFixed(2).padStart(8)}`;
  const ratio =
    peer === null ? '' : `   SQL ${show(peer)}   ratio ${(ours.p50 / peer.p50).toFixed(2)}`;
  console.log(`${what.padEnd(44)} ${show(ours)} ms${ratio}`);
}
