import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';

const outer = mkdtempSync(join(tmpdir(), 'onrecord-temporary-'));
afterAll(() => rmSync(outer, { recursive: true, force: true }));

const helper = new URL('./temporary.mjs', import.meta.url).href;

/** A run of tests that makes a file in its temporary folder, and then does what the script says. */
function run(then: string) {
  const script = `
    const { default: setup } = await import(${JSON.stringify(helper)});
    const done = setup();
    const { tmpdir } = await import('node:os');
    (await import('node:fs')).writeFileSync(tmpdir() + '/left', 'by a test');
    console.log(tmpdir());
    ${then}`;
  const env = { ...process.env, TMPDIR: outer };
  return spawn(process.execPath, ['--input-type=module', '-e', script], { env, stdio: 'pipe' });
}

it('goes with its run, and after a killed one when the next begins; other folders stay', async () => {
  mkdirSync(join(outer, 'mine'));
  writeFileSync(join(outer, 'onrecord-run-notes.txt'), 'mine too');
  const killed = run('setInterval(() => {}, 1000);');
  const [line] = (await once(killed.stdout, 'data')) as [Buffer];
  const folder = line.toString().trim();
  killed.kill('SIGKILL');
  await once(killed, 'close');
  expect(existsSync(join(folder, 'left'))).toBe(true);
  for (const end of ['done();', 'process.exit(1);', "throw new Error('a fault');"])
    await once(run(end), 'close');
  expect(readdirSync(outer).sort()).toEqual(['mine', 'onrecord-run-notes.txt']);
});
