import { faultOfSurroundings, OnrecordError } from '../contract/index.ts';
import {
  EXIT,
  exitOfCode,
  OutputClosed,
  UsageError,
  type Command,
  type CommandEntry,
  type Io,
} from './command.ts';

function overview(commands: readonly CommandEntry[]): string {
  const list = commands.map(({ name, summary }) => `  ${name.padEnd(12)}${summary}`);
  return `Usage: onrecord COMMAND [...]

${list.join('\n')}

onrecord COMMAND --help tells more. The record is the one in DATA_DIR (.onrecord when not set); when
there is none, the sample. No server need run, and one may.

Exit codes: 0 found; 1 nothing found, or something does not hold; 2 cannot be asked that way;
3 stopped at a limit; 70 a fault in Onrecord; 130 stopped by Ctrl-C.
`;
}

/** Fields that the question stands in: of a search, of Cypher. */
const QUESTION_FIELDS: readonly (string | undefined)[] = ['q', 'query'];

/** The line of the question that is wrong, underlined; null when the error has no place in one. */
function underlined({ where }: OnrecordError, command: Command, args: string[]): string | null {
  const { field, position } = where;
  if (position === undefined || !QUESTION_FIELDS.includes(field)) return null;
  const question = command.question?.(args) ?? '';
  const { start, end } = position;
  if (end > question.length + 1) return null;
  const from = question.slice(0, start).lastIndexOf('\n') + 1;
  const [line = ''] = question.slice(from).split('\n', 1);
  const marks = Math.max(Math.min(end - from, line.length) - (start - from), 1);
  return `  ${line}\n  ${' '.repeat(start - from)}${'^'.repeat(marks)}`;
}

function explain(thrown: unknown, command: Command, args: string[], io: Io): number {
  const error = faultOfSurroundings(thrown) ?? thrown;
  if (error instanceof OutputClosed) return EXIT.found;
  if (error instanceof UsageError) {
    io.err(`onrecord: usage: ${error.message}`);
    return EXIT.refused;
  }
  if (!(error instanceof OnrecordError)) {
    io.err(`onrecord: internal: ${error instanceof Error ? error.message : String(error)}`);
    io.err('This is a fault in Onrecord. What had been written before it stands.');
    return EXIT.fault;
  }
  const field = error.where.field === undefined ? '' : ` (${error.where.field})`;
  io.err(`onrecord: ${error.code}${field}: ${error.message}`);
  const place = underlined(error, command, args);
  if (place !== null) io.err(place);
  return exitOfCode(error.code);
}

const asksForHelp = (args: readonly string[]): boolean =>
  args.some((arg) => arg === '--help' || arg === '-h');

/**
 * Runs one command line.
 *
 * @param argv the words after "onrecord"
 * @returns the exit code, see EXIT; never throws
 */
export async function runCommandLine(
  argv: readonly string[],
  commands: readonly CommandEntry[],
  io: Io,
): Promise<number> {
  const [name, ...args] = argv;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    io.out(overview(commands));
    return name === undefined ? EXIT.refused : EXIT.found;
  }
  const entry = commands.find((each) => each.name === name);
  if (entry === undefined) {
    io.err(`onrecord: usage: there is no command “${name}”. See onrecord --help.`);
    return EXIT.refused;
  }
  const command = await entry.load();
  if (asksForHelp(args)) {
    io.out(`${command.usage}\n`);
    return EXIT.found;
  }
  try {
    return await command.run(args, io);
  } catch (error) {
    return explain(error, command, args, io);
  }
}
