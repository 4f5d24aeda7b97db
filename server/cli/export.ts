import { EXPORT_FORMATS, GRAPH_LEVELS } from '../contract/index.ts';
import { exportFile } from '../export/index.ts';
import { queryFromParams } from '../query/params.ts';
import { readArgs } from './args.ts';
import { EXIT, UsageError, type Command, type Io } from './command.ts';
import { withRecord } from './record.ts';
import { KEY_OPTIONS, paramsOf, tellReading } from './search.ts';

const OPTIONS = {
  ...KEY_OPTIONS,
  level: { type: 'string', default: 'actors' },
} as const;

const usage = `Usage: onrecord export FORMAT ['QUESTION'] [--KEY VALUE ...] [--level LEVEL]

Everything that matches, whole, on standard output. FORMAT is one of
${EXPORT_FORMATS.join(', ')}.
QUESTION and keys are those of onrecord search.
  onrecord export csv act:accusation > accusations.csv

  --level LEVEL  for graph formats: ${GRAPH_LEVELS.join(' or ')} (default actors)

Exits 0 when it is written, 2 when it cannot be asked.`;

/** One of a fixed list. Throws UsageError. */
function oneOf<W extends string>(what: string, words: readonly W[], given: unknown): W {
  const known = words.find((word) => word === given);
  if (known !== undefined) return known;
  throw new UsageError(`${what} is one of ${words.join(', ')}.`);
}

async function run(args: string[], io: Io): Promise<number> {
  const { values, positionals } = readArgs(args, OPTIONS);
  const [given, ...question] = positionals;
  const format = oneOf('FORMAT', EXPORT_FORMATS, given);
  const level = oneOf('--level', GRAPH_LEVELS, values.level);
  return withRecord(io, async (store) => {
    const asked = await queryFromParams(paramsOf(values, question.join(' ')), store);
    tellReading(asked, io);
    for await (const chunk of exportFile(store, asked.query, format, {
      level,
      search: asked.search,
    }).chunks)
      io.out(chunk);
    return EXIT.found;
  });
}

export const exportCommand: Command = { usage, run };
