import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { computing, ProcessPool } from '../../server/graph/processes.ts';
import { startServer } from '../http/harness.ts';

const CHILD = new URL('./waiting-child.ts', import.meta.url);
const code = (expected: string) => expect.objectContaining({ code: expected });
const FOREVER = { forMs: 600_000 };

describe('a pool of processes', () => {
  it('runs as many of them at once as it has room for, and no more', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'onrecord-pool-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    // A pool that runs one after the other comes to its limit: the first waits for a second.
    const pool = new ProcessPool({ size: 2, timeLimit: 20_000 });
    const task = { forMs: 150, meet: { folder, count: 2 } };
    const spans = await Promise.all(
      Array.from({ length: 5 }, () => pool.run<[number, number]>(CHILD, task)),
    );
    const atOnce = spans.map(
      ([began]) => spans.filter(([from, to]) => from <= began && began < to).length,
    );
    expect(Math.max(...atOnce)).toBe(2);
  });

  it('refuses what would wait behind too many', async () => {
    const pool = new ProcessPool({ size: 1, queue: 1 });
    const [running, waiting] = [pool.run(CHILD, FOREVER), pool.run(CHILD, FOREVER)];
    const ended = Promise.allSettled([running, waiting]);
    await expect(pool.run(CHILD, FOREVER)).rejects.toEqual(code('busy'));
    await pool.close();
    expect((await ended).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });

  it('ends a task at its time limit and goes on with the next', async () => {
    const pool = new ProcessPool({ size: 1, timeLimit: 4000 });
    const [long, short] = [pool.run(CHILD, FOREVER), pool.run(CHILD, { forMs: 1 })];
    await expect(long).rejects.toEqual(code('limit-time'));
    await expect(short).resolves.toHaveLength(2);
  });

  it('says so when a process ends without a reply', async () => {
    const work = new ProcessPool().run(CHILD, { forMs: -1 });
    await expect(work).rejects.toThrow('before its task was done');
  });

  it('is closed with the house', async () => {
    const server = await startServer();
    const work = expect(computing.run(CHILD, FOREVER)).rejects.toEqual(code('stopping'));
    await server.stop();
    await work;
  });
});
