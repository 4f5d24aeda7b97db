import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { addressIn } from '../../server/address.ts';
import { ConfigError, configFrom } from '../../server/config.ts';
import type { Health } from '../../server/contract/index.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const dataDir = mkdtempSync(join(tmpdir(), 'onrecord-start-'));
const running = new Set<ChildProcess>();

afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
  rmSync(dataDir, { recursive: true, force: true });
});

/** `npm start` without the preparation, as a process of its own. */
function start(env: Record<string, string>) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
    cwd: root,
    env: { PATH: process.env['PATH'] ?? '', PORT: '0', DATA_DIR: dataDir, ...env },
  });
  running.add(child);
  let output = '';
  child.stdout.on('data', (chunk) => (output += String(chunk)));
  child.stderr.on('data', (chunk) => (output += String(chunk)));
  const ended = once(child, 'close').then(([code]) => {
    running.delete(child);
    return code as number | null;
  });
  const url = async () => {
    for (;;) {
      const found = /Onrecord is at (http:\S+)/.exec(output)?.[1];
      if (found !== undefined) return found;
      if (child.exitCode !== null) throw new Error(output);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  return { child, ended, url, output: () => output };
}

describe('settings', () => {
  it('default to this machine, port 4870 and a folder here', () => {
    expect(configFrom({}, '/somewhere')).toEqual({
      host: '127.0.0.1',
      port: 4870,
      dataDir: '/somewhere/.onrecord',
      sample: true,
    });
  });

  it.each([
    [{ HOST: '0.0.0.0' }, 'sign-in'],
    [{ HOST: '192.168.1.2' }, 'sign-in'],
    [{ HOST: 'example.org' }, 'sign-in'],
    [{ PORT: '70000' }, '65535'],
    [{ PORT: '-1' }, '65535'],
    [{ PORT: 'http' }, '65535'],
    [{ DATA_DIR: '' }, 'DATA_DIR'],
    [{ SAMPLE: 'no' }, 'SAMPLE'],
  ])('refuse %o and say why', (env, why) => {
    expect(() => configFrom(env, '/')).toThrow(ConfigError);
    expect(() => configFrom(env, '/')).toThrow(why);
  });
});

describe('the server process', () => {
  it('does not listen beyond this machine', async () => {
    const server = start({ HOST: '0.0.0.0' });
    expect(await server.ended).toBe(2);
    expect(server.output()).toContain('HOST must be 127.0.0.1');
  }, 60_000);

  it('names a data folder that is none', async () => {
    const file = join(dataDir, 'a file');
    writeFileSync(file, '');
    const server = start({ DATA_DIR: file });
    expect(await server.ended).toBe(2);
    expect(server.output()).toContain('Cannot use');
    expect(server.output()).not.toContain('    at ');
  }, 60_000);

  it('begins a record of nothing where no sample is wanted', async () => {
    const own = join(dataDir, 'own');
    const server = start({ SAMPLE: '0', DATA_DIR: own });
    const health = (await (await fetch(`${await server.url()}/healthz`)).json()) as Health;
    expect(health.counts).toMatchObject({ statements: 0, actors: 0, documents: 0 });
    expect(server.output()).not.toContain('Loaded');
    server.child.kill('SIGTERM');
    expect(await server.ended).toBe(0);
  }, 60_000);

  it('loads the sample once, names the way out of a busy port, and stops on Ctrl-C', async () => {
    const first = start({});
    const url = await first.url();
    expect(first.output()).toContain('Loaded the sample');
    const health = (await (await fetch(`${url}/healthz`)).json()) as Health;
    expect(health.counts.statements).toBeGreaterThan(80);

    expect(addressIn(dataDir)).toBe(url);

    const port = new URL(url).port;
    const second = start({ PORT: port });
    expect(await second.ended).toBe(2);
    expect(second.output()).toContain(`PORT=${Number(port) + 1} npm start`);

    const third = start({});
    expect(await third.ended).toBe(2);
    expect(third.output()).toContain('record-in-use');

    first.child.kill('SIGINT');
    expect(await first.ended).toBe(0);
    expect(addressIn(dataDir)).toBeNull();

    const again = start({});
    const stands = (await (await fetch(`${await again.url()}/healthz`)).json()) as Health;
    expect(stands).toEqual(health);
    expect(again.output()).not.toContain('Loaded');
    again.child.kill('SIGTERM');
    expect(await again.ended).toBe(0);
    // Four processes that each load TypeScript: seconds on a free machine, far more on a busy one.
  }, 120_000);
});
