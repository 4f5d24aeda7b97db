import { readdirSync, readFileSync } from 'node:fs';

/** What one process takes, as Linux counts it (proc(5)); memory in megabytes of 2^20 bytes. */
export interface ProcessUse {
  readonly pid: number;
  /** The last words of its command line, to tell processes apart. */
  readonly command: string;
  /** Resident now: its own and what it maps of files. */
  readonly resident: number;
  /** Of that its own: heap, stacks, buffers. */
  readonly own: number;
  /** The most that was ever resident. */
  readonly peak: number;
  /** Processor time so far, seconds. */
  readonly seconds: number;
}

/** Clock ticks a second in /proc: fixed for programs, whatever the kernel's own clock. */
const TICKS = 100;

/** Whether this system tells what processes take; elsewhere that is left out of the figures. */
export const tellsUse = process.platform === 'linux';

/** A process and all that it started, as they stand. */
export function familyOf(root: number): ProcessUse[] {
  const found = readdirSync('/proc')
    .map(Number)
    .filter((pid) => Number.isInteger(pid))
    .map((pid) => ({ pid, status: statusOf(pid) }));
  const family = new Set([root]);
  for (let before = 0; before < family.size;) {
    before = family.size;
    for (const { pid, status } of found)
      if (family.has(Number(status.get('PPid')))) family.add(pid);
  }
  return found
    .filter(({ pid, status }) => family.has(pid) && status.has('VmRSS'))
    .map(({ pid, status }) => ({
      pid,
      command: commandOf(pid),
      resident: megabytes(status.get('VmRSS')),
      own: megabytes(status.get('RssAnon')),
      peak: megabytes(status.get('VmHWM')),
      seconds: secondsOf(pid),
    }));
}

function statusOf(pid: number): ReadonlyMap<string, string> {
  const lines = contentOf(`/proc/${pid}/status`).split('\n');
  return new Map(
    lines.map((line): [string, string] => [
      line.split(':')[0] ?? '',
      line.slice(line.indexOf(':') + 1).trim(),
    ]),
  );
}

/** Fields 14 and 15 of stat, counted behind the name, which may hold anything. */
function secondsOf(pid: number): number {
  const stat = contentOf(`/proc/${pid}/stat`);
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / TICKS;
}

function commandOf(pid: number): string {
  const words = contentOf(`/proc/${pid}/cmdline`).split('\0');
  const script = words.find((word) => /\.[mc]?[jt]s$/.test(word) && !word.includes('node_modules'));
  return (script ?? words[0] ?? '').split('/').slice(-2).join('/');
}

/** Empty when the process has ended meanwhile. */
function contentOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function megabytes(kilobytes: string | undefined): number {
  return Number.parseInt(kilobytes ?? '0', 10) / 1024;
}
