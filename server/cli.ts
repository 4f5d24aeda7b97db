import { OutputClosed } from './cli/command.ts';
import { COMMANDS } from './cli/commands.ts';
import { runCommandLine } from './cli/main.ts';

let closed = false;
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  closed = true;
});

process.exitCode = await runCommandLine(process.argv.slice(2), COMMANDS, {
  out: (text) => {
    if (closed) throw new OutputClosed();
    process.stdout.write(text);
  },
  err: (line) => process.stderr.write(`${line}\n`),
  width: process.stdout.isTTY ? process.stdout.columns : null,
  env: process.env,
  folder: process.cwd(),
});
