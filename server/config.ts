import { resolve } from 'node:path';
import { z } from 'zod';

const LOOPBACK = ['127.0.0.1', '::1', 'localhost'] as const;

const environment = z.object({
  HOST: z
    .enum(LOOPBACK, {
      error:
        'HOST must be 127.0.0.1, ::1 or localhost: without sign-in, Onrecord serves this machine only',
    })
    .default('127.0.0.1'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, { error: 'PORT must be a number from 0 to 65535; 0 takes any free port' })
    .transform(Number)
    .pipe(z.int().max(65_535, { error: 'PORT must be at most 65535' }))
    .default(4870),
  DATA_DIR: z.string().min(1, { error: 'DATA_DIR must name a folder' }).default('.onrecord'),
  SAMPLE: z
    .enum(['0', '1'], { error: 'SAMPLE must be 1, or 0 to begin a record without the sample' })
    .default('1'),
});

export interface Config {
  readonly host: string;
  /** 0 for any free port. */
  readonly port: number;
  /** Absolute path of the folder that holds the record. */
  readonly dataDir: string;
  /** Whether a record that holds nothing is begun with the sample. */
  readonly sample: boolean;
}

/** Settings that cannot be used; the message has one line for each. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/**
 * Reads HOST, PORT, DATA_DIR and SAMPLE. Throws ConfigError.
 *
 * @param env usually process.env
 * @param folder that a relative DATA_DIR is relative to
 */
export function configFrom(
  env: Readonly<Record<string, string | undefined>>,
  folder: string,
): Config {
  const result = environment.safeParse(env);
  if (!result.success) {
    throw new ConfigError(result.error.issues.map((issue) => issue.message).join('\n'));
  }
  const { HOST, PORT, DATA_DIR, SAMPLE } = result.data;
  return { host: HOST, port: PORT, dataDir: resolve(folder, DATA_DIR), sample: SAMPLE === '1' };
}
