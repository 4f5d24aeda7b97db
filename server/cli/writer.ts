import type { z } from 'zod';
import { addressIn } from '../address.ts';
import type { Config } from '../config.ts';
import { OnrecordError, Problem } from '../contract/index.ts';
import { openHouse, type House } from '../house.ts';

/** What changes a record: this process, or the server that writes it already. */
export interface Hands<T> {
  readonly here: (house: House) => T;
  /** @param url of the server, without a slash at the end */
  readonly there: (url: string) => T;
}

/**
 * Takes the writer's place, or finds the server that has it. Throws what opening the record throws,
 * and `record-in-use` when another process than a server writes it.
 *
 * @param onFault told of faults that break off or refuse what this process does
 */
export async function openWriter<T>(
  { dataDir, sample }: Pick<Config, 'dataDir' | 'sample'>,
  onFault: (error: unknown) => void,
  { here, there }: Hands<T>,
): Promise<T> {
  try {
    return here(await openHouse(dataDir, onFault, sample));
  } catch (error) {
    const url = isInUse(error) ? addressIn(dataDir) : null;
    if (url === null) throw error;
    return there(url);
  }
}

function isInUse(error: unknown): boolean {
  return error instanceof OnrecordError && error.code === 'record-in-use';
}

/** One call of a server's API. Throws the problem that it replies with, or `no-answer`. */
export async function askServer<S extends z.ZodType>(
  url: string,
  schema: S,
  unanswered: string,
  init: RequestInit = {},
): Promise<z.infer<S>> {
  const answered = await answerOf(url, init).catch(() => null);
  if (answered === null) throw new OnrecordError('no-answer', unanswered);
  const { ok, reply } = answered;
  if (ok) return schema.parse(reply);
  const { code, detail, field, position } = Problem.parse(reply);
  throw new OnrecordError(code, detail, { ...(field && { field }), ...(position && { position }) });
}

/** Rejects when nobody answers, or not to the end. */
async function answerOf(url: string, init: RequestInit): Promise<{ ok: boolean; reply: unknown }> {
  const response = await fetch(url, init);
  return { ok: response.ok, reply: await response.json() };
}
