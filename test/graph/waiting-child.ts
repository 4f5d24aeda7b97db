import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface Task {
  /** How long it takes; below 0, it ends without a reply. */
  readonly forMs: number;
  /** A folder in which it waits until so many tasks have begun. */
  readonly meet?: { readonly folder: string; readonly count: number };
}

/** For processes.test.ts: takes as long as the task says and replies with when it began and ended. */
process.once('message', ({ forMs, meet }: Task) => {
  if (forMs < 0) process.exit(3);
  const began = Date.now();
  const end = () => {
    process.send?.([began, Date.now()], () => process.disconnect());
  };
  if (meet === undefined) return void setTimeout(end, forMs);
  writeFileSync(join(meet.folder, String(process.pid)), '');
  const look = setInterval(() => {
    if (readdirSync(meet.folder).length < meet.count) return;
    clearInterval(look);
    setTimeout(end, forMs);
  }, 5);
});
