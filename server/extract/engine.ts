import { setFlagsFromString } from 'node:v8';

/** Bytes of bytecode that a function runs before V8 looks whether to optimise it; its own is 67,584. */
const BUDGET = 600_000;

/**
 * Has the engine optimise later. Reading is some thousand small rules, of which each document runs
 * most a little: V8 spent a third of a second core on compiling what it then compiled again.
 * Measured in docs/decisions/0157. For the whole process, from now on.
 */
export function compileLater(): void {
  setFlagsFromString(`--interrupt-budget=${BUDGET}`);
}
