import { open } from 'node:fs/promises';

/** Bytes as they are or as they come. */
export type Content = string | Uint8Array | AsyncIterable<Uint8Array>;

/** Writes a file and flushes it; its name is safe only once its folder is flushed too. */
export async function writeDurably(target: string, content: Content): Promise<number> {
  const handle = await open(target, 'w');
  try {
    const whole = typeof content === 'string' || content instanceof Uint8Array;
    for await (const piece of whole ? [content] : content) await handle.appendFile(piece);
    await handle.sync();
    return (await handle.stat()).size;
  } finally {
    await handle.close();
  }
}

export async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

export function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
