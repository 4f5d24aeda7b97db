/** Milliseconds: the median and the 95th percentile, by the clock and of processor time. */
export interface Timing {
  readonly p50: number;
  readonly p95: number;
  /** What the process itself worked, other processes left out: what to compare on a busy machine. */
  readonly cpu50: number;
  readonly cpu95: number;
  readonly runs: number;
}

/** Times one run of `body` for each case. */
export async function timed<T>(cases: readonly T[], body: (each: T) => unknown): Promise<Timing> {
  const times: number[] = [];
  const work: number[] = [];
  for (const each of cases) {
    const before = process.cpuUsage();
    const started = performance.now();
    await body(each);
    times.push(performance.now() - started);
    const { user, system } = process.cpuUsage(before);
    work.push((user + system) / 1000);
  }
  return {
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    cpu50: percentile(work, 0.5),
    cpu95: percentile(work, 0.95),
    runs: times.length,
  };
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

/** One line: ours, and the peer's with how many times its processor time (p50) ours takes. */
export function report(what: string, ours: Timing, peer: Timing | null = null): void {
  const ratio =
    peer === null ? '' : `  SQL ${show(peer)}  ratio ${(ours.cpu50 / peer.cpu50).toFixed(2)}`;
  console.log(`${what.padEnd(44)} ${show(ours)}${ratio}`);
}

function show({ p50, p95, cpu50, cpu95 }: Timing): string {
  return `${pair(p50, p95)} ms, cpu ${pair(cpu50, cpu95)}`;
}

function pair(a: number, b: number): string {
  return `${a.toFixed(2).padStart(6)} /${b.toFixed(2).padStart(7)}`;
}
