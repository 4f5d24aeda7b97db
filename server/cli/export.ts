import { EXPORT_FORMATS, EXPORT_TYPES, type ExportType } from '../contract/index.ts';
import { exportFile, toldAs } from '../export/index.ts';
import { askedOf, Selection, typesFor } from '../export/selection.ts';
import { LISTS } from '../graph/collect.ts';
import { notesOnClaims } from '../query/claims.ts';
import { queryFromParams } from '../query/params.ts';
import { oneOf, readArgs } from './args.ts';
import { EXIT, type Command, type Io } from './command.ts';
import { withRecord } from './record.ts';
import { AROUND_OPTIONS, AROUND_USAGE, hopsOf, levelOf, scopeOf } from './scope.ts';
import { KEY_OPTIONS, paramsOf, tellReading } from './search.ts';

const OPTIONS = {
  ...KEY_OPTIONS,
  ...AROUND_OPTIONS,
  types: { type: 'string' },
} as const;

const usage = `Usage: onrecord export FORMAT ['QUESTION'] [--KEY VALUE ...] [--of ACTOR [--hops N]]
                       [--types TYPES] [--level LEVEL]

Everything that matches, whole, on standard output. FORMAT is one of
${EXPORT_FORMATS.join(', ')}.
QUESTION and keys are those of onrecord search.
  onrecord export csv act:accusation > accusations.csv

${AROUND_USAGE}
  --types TYPES comma-separated: ${EXPORT_TYPES.join(', ')} (default all; in csv one,
                statement when left out)

Exits 0 when it is written, 2 when it cannot be asked.`;

/** Types as they are typed; undefined when none are. Throws UsageError. */
function typesOf(given: string | undefined): ExportType[] | undefined {
  const words = given?.split(',').filter((word) => word !== '');
  return words && [...new Set(words.map((word) => oneOf('--types', EXPORT_TYPES, word)))];
}

async function run(args: string[], io: Io): Promise<number> {
  const { values, positionals } = readArgs(args, OPTIONS);
  const [given, ...question] = positionals;
  const format = oneOf('FORMAT', EXPORT_FORMATS, given);
  const level = levelOf(values);
  const types = typesFor(format, typesOf(values.types));
  const hops = hopsOf(values);
  return withRecord(io, async (store) => {
    const asked = await queryFromParams(
      paramsOf(values, question.join(' ')),
      store,
      askedOf(types),
    );
    const claims = types.filter((type) => type !== 'statement');
    const foreign =
      claims.length < types.length
        ? []
        : notesOnClaims(asked.typed, claims.map((type) => LISTS[type]).join(' and '));
    tellReading({ search: asked.search, notes: [...asked.notes, ...foreign] }, values, io);
    const selection = new Selection(store, await scopeOf(store, asked, values), types);
    const { search } = asked;
    const told = toldAs({ search, around: values.of ?? null, hops, types });
    for await (const chunk of exportFile(selection, format, { level, told }).chunks) io.out(chunk);
    return EXIT.found;
  });
}

const question = (args: string[]) => readArgs(args, OPTIONS).positionals.slice(1).join(' ');

export const exportCommand: Command = { usage, question, run };
