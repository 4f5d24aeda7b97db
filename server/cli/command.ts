import type { ErrorCode } from '../contract/index.ts';

/** A row in the list of commands. */
export interface CommandEntry {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  readonly load: () => Promise<Command>;
}

/** One deed of the command line. To add one: a Command here, a row in commands.ts, docs/cli.md. */
export interface Command {
  /** Everything that `onrecord NAME --help` prints. */
  readonly usage: string;
  /**
   * The question among the words after the command, in which an error may have its place; absent
   * when it takes none. Throws UsageError.
   */
  readonly question?: (args: string[]) => string;
  /** @returns an exit code, see EXIT; may throw OnrecordError or UsageError */
  readonly run: (args: string[], io: Io) => Promise<number>;
}

/** Where a command writes; answers to `out`, everything about them to `err`. */
export interface Io {
  /** May throw OutputClosed. */
  readonly out: (text: string) => void;
  readonly err: (line: string) => void;
  /** Columns of the terminal; null when the answer does not go to one, and nothing is cut. */
  readonly width: number | null;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Folder that relative paths are relative to. */
  readonly folder: string;
}

/** Exit codes, as docs/cli.md tells them. */
export const EXIT = {
  /** Answered. */
  found: 0,
  /** Answered: nothing matches, or something does not hold. */
  nothing: 1,
  /** The command, its question or the record cannot be used as given. */
  refused: 2,
  /** Stopped at a limit of time, memory or rows. */
  limit: 3,
  /** A fault in Onrecord. */
  fault: 70,
  /** Stopped by whoever asked: 128 and the number of SIGINT, as shells have it. */
  interrupted: 130,
} as const;

/** What no other question would mend. */
const FAULTS: readonly ErrorCode[] = ['internal', 'disk-full', 'damaged-record'];

/** The exit code of a command that an error ended. */
export function exitOfCode(code: ErrorCode): number {
  if (FAULTS.includes(code)) return EXIT.fault;
  return code.startsWith('limit-') ? EXIT.limit : EXIT.refused;
}

/** The words after a command cannot be read; the message tells what to do. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** A file or folder that cannot be read, as it was named, and why. */
export function cannotRead(named: string, error: unknown): UsageError {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return new UsageError(`There is no ${named}.`);
  if (code === 'EACCES') return new UsageError(`You may not read ${named}.`);
  if (code === 'EISDIR') return new UsageError(`${named} is a folder. Name the files in it.`);
  return new UsageError(`Cannot read ${named}: ${message}`);
}

/** Whoever read the answer has seen enough (head, less): what is open is closed, and no more done. */
export class OutputClosed extends Error {
  override readonly name = 'OutputClosed';
}
