import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * One temporary folder for a whole run of tests, in which every test, server and browser of the run
 * makes its own. It goes when the run ends, however the tests in it ended; one that a killed run
 * has left goes when the next begins. Its name tells the process that it belongs to.
 */
const NAME = /^onrecord-run-(\d+)-/;

/** @param {number} pid */
function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** @param {string} folder */
function removeLeft(folder) {
  for (const name of readdirSync(folder)) {
    const pid = NAME.exec(name)?.[1];
    if (pid === undefined || isRunning(Number(pid))) continue;
    rmSync(join(folder, name), { recursive: true, force: true });
  }
}

/** Before all tests; their processes inherit the environment. Returns what is done after all. */
export default function setup() {
  const outer = tmpdir();
  removeLeft(outer);
  const own = mkdtempSync(join(outer, `onrecord-run-${process.pid}-`));
  const remove = () => rmSync(own, { recursive: true, force: true, maxRetries: 3 });
  process.env.TMPDIR = own;
  process.once('exit', remove);
  return () => {
    const left = readdirSync(own).filter((name) => name.startsWith('onrecord-'));
    if (left.length > 0) console.log(`left behind by tests, removed now: ${left.join(', ')}`);
    remove();
  };
}
