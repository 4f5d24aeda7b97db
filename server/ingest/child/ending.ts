import type { ChildProcess } from 'node:child_process';
import { OnrecordError } from '../../contract/index.ts';

/** How a process came to an end. */
export interface Ending {
  /** Exit code, signal, or why it could not be started. */
  readonly how: string;
  /** The last of what it wrote to its error stream. */
  readonly stderr: string;
}

/** Characters of the error stream that are kept: what V8 says when its heap is full, and a stack. */
const KEPT = 4000;

/** Calls back once, when the process has ended or could not be started. */
export function endingOf(child: ChildProcess, tell: (ending: Ending) => void): void {
  let stderr = '';
  child.stderr?.on('data', (data: Buffer) => {
    stderr = (stderr + data.toString()).slice(-KEPT);
  });
  let told = false;
  const once = (how: string) => {
    if (!told) tell({ how, stderr });
    told = true;
  };
  child.on('error', (error) => {
    // Also told of a message or a kill that failed, while the process lives.
    if (child.pid === undefined) once(error.message);
  });
  // Not 'exit': what it wrote last may come after that.
  child.once('close', (code, signal) => once(signal ?? `exit code ${code}`));
}

export function tooMuchMemory(megabytes: number): OnrecordError {
  return new OnrecordError(
    'limit-memory',
    `The document needs more than ${megabytes} MB to be read. Split it.`,
  );
}

/**
 * `limit-memory` when the heap was full; `internal` for every other end, with the last words as
 * its cause, for the log.
 */
export function endedBy({ how, stderr }: Ending, heapMb: number): OnrecordError {
  if (/heap out of memory|heap limit/i.test(stderr)) return tooMuchMemory(heapMb);
  const detail = `The process that reads ended (${how}). Bring the document again.`;
  return Object.assign(new OnrecordError('internal', detail), { cause: stderr });
}
