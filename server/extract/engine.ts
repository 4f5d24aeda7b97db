import { setFlagsFromString } from 'node:v8';

/** Bytes of bytecode that a function runs before V8 looks whether to optimise it; its own is 67,584. */
const BUDGET = 600_000;

/** The V8 of Node 20; that of Node 24 knows no such flag and says so on the error stream. */
const HAS_BUDGET = process.versions.v8.startsWith('11.');

/**
 * Has the engine optimise later. Reading is some thousand small rules, of which each document runs
 * most a little: V8 spent a third of a second core on compiling what it then compiled again.
 * Measured in docs/decisions/0157. For the whole process, from now on.
 */
export function compileLater(): void {
  if (HAS_BUDGET) setFlagsFromString(`--interrupt-budget=${BUDGET}`);
}
