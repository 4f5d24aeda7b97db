import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** Only this machine is ever asked, whatever the file says. */
const Address = z.url({ protocol: /^http$/, hostname: /^(127\.0\.0\.1|localhost|\[::1\])$/ });

const fileIn = (dataDir: string) => join(dataDir, 'server.url');

/** Leaves word in a data folder of where its server listens, for commands that bring it something. */
export function leaveAddress(dataDir: string, url: string): void {
  writeFileSync(fileIn(dataDir), `${url}\n`);
}

/** Done by whoever takes the writer's place, too: a server that was killed leaves its word behind. */
export function removeAddress(dataDir: string): void {
  rmSync(fileIn(dataDir), { force: true });
}

/** Where the server over a data folder listens, without a slash at the end; null when none told. */
export function addressIn(dataDir: string): string | null {
  try {
    const told = Address.safeParse(readFileSync(fileIn(dataDir), 'utf8').trim());
    return told.success ? new URL(told.data).origin : null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
