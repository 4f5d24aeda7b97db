import { readFile } from 'node:fs/promises';

/**
 * The anonymous memory of a process in megabytes (heap, buffers, stacks), as Linux tells it; pages
 * of files that it maps are not counted. Null on other systems, and once the process has ended.
 */
export async function anonymousMemory(pid: number | undefined): Promise<number | null> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const kilobytes = /^RssAnon:\s+(\d+)/m.exec(status)?.[1];
  return kilobytes === undefined ? null : Number(kilobytes) / 1024;
}
