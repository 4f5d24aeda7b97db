import { COMMANDS } from '../../server/cli/commands.ts';
import type { Io } from '../../server/cli/command.ts';
import { runCommandLine } from '../../server/cli/main.ts';

interface Told {
  readonly code: number;
  readonly out: string;
  /** Its lines, joined. */
  readonly err: string;
}

/** Runs a command line in this process, with answers that no terminal cuts. */
export async function inShell(
  argv: readonly string[],
  { folder, env = {} }: Pick<Io, 'folder'> & Partial<Pick<Io, 'env'>>,
): Promise<Told> {
  let out = '';
  const err: string[] = [];
  const code = await runCommandLine(argv, COMMANDS, {
    out: (text) => void (out += text),
    err: (line) => void err.push(line),
    width: null,
    env,
    folder,
  });
  return { code, out, err: err.join('\n') };
}
