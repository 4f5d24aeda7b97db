import { COMMANDS } from './cli/commands.ts';
import { runCommandLine } from './cli/main.ts';

// A reader that has seen enough (head, less) closes the pipe; that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

process.exitCode = await runCommandLine(process.argv.slice(2), COMMANDS, {
  out: (text) => process.stdout.write(text),
  err: (line) => process.stderr.write(`${line}\n`),
  width: process.stdout.isTTY ? process.stdout.columns : null,
  env: process.env,
  folder: process.cwd(),
});
