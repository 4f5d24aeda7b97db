import { actorsCommand } from './actors.ts';
import { anchorCommand } from './anchor.ts';
import type { Command } from './command.ts';
import { cypherCommand } from './cypher.ts';
import { exportCommand } from './export.ts';
import { extractCommand } from './extract.ts';
import { ingestCommand } from './ingest.ts';
import { pathCommand } from './path.ts';
import { searchCommand } from './search.ts';

const anchor: Command = {
  name: 'anchor',
  summary: 'check that every quoted passage stands in its document',
  usage: '',
  run: (args, io) => anchorCommand(args, (line) => io.out(`${line}\n`)),
};

/** Every command, in the order of `onrecord --help`. To add one, add it here and to docs/cli.md. */
export const COMMANDS: readonly Command[] = [
  searchCommand,
  pathCommand,
  cypherCommand,
  actorsCommand,
  exportCommand,
  ingestCommand,
  extractCommand,
  anchor,
];
