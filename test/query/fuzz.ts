import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { isRefusal, parseSearch, printSearch } from '../../server/contract/index.ts';
import { looksLikeQuestion, readQuestion } from '../../server/query/questions/index.ts';
import { anySearchString } from './arbitraries.ts';

/**
 * Generated strings through the search language and the reader of questions: no crash, no hang,
 * every refusal with a code and a place inside the string.
 *
 *   node --import tsx test/query/fuzz.ts [--count N] [--seed N]
 */

/** Longest that one string may take, milliseconds of the processor: other work does not count. */
export const MAX_MS = 50;

const long = fc
  .tuple(anySearchString, fc.integer({ min: 1, max: 200 }))
  .map(([piece, times]) => piece.repeat(times).slice(0, 5000));
const question = fc
  .array(
    fc.oneof(
      fc.constantFrom('what did', 'who', 'how is', 'say', 'about', 'tied to', 'between', 'and'),
      fc.constantFrom('agreements', 'since', '2020', 'October', 'accused', 'of', 'that', 'carried'),
      fc.string({ maxLength: 6 }),
    ),
    { maxLength: 60 },
  )
  .map((words) => words.join(' '));
const strings = fc.oneof(
  anySearchString,
  anySearchString,
  fc.string({ unit: 'binary' }),
  question,
  long,
);

export interface Fuzzed {
  readonly strings: number;
  readonly refused: number;
  readonly slowest: number;
}

function checkOne(text: string): void {
  const { query, notes } = parseSearch(text);
  for (const { code, message, start, end } of notes) {
    const isPlaced = start >= 0 && start < end && end <= text.length;
    if (!isPlaced || message === '')
      throw new Error(`${code} has no place in ${JSON.stringify(text)}`);
  }
  const printed = printSearch(query);
  const again = parseSearch(printed);
  const isRead = again.notes.every((note) => note.code !== 'bad-query');
  if (!isRead || printSearch(again.query) !== printed) {
    throw new Error(`does not read back: ${JSON.stringify(text)}`);
  }
  if (looksLikeQuestion(text) || text.length <= 300) readQuestion(text);
}

/** Milliseconds of the processor, other threads of this process included. */
function processorMs(deed: () => unknown): number {
  const started = process.cpuUsage();
  deed();
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1000;
}

/** A slow string is run thrice and the best counts, because collecting garbage is no fault of the parser. Throws Error naming the string for whatever does not hold. */
export function fuzz(count: number, seed: number): Fuzzed {
  let refused = 0;
  let slowest = 0;
  for (const text of fc.sample(strings, { numRuns: count, seed })) {
    const time = () => processorMs(() => checkOne(text));
    if (parseSearch(text).notes.some(({ code }) => isRefusal(code))) refused += 1;
    const first = time();
    const ms = first > MAX_MS ? Math.min(first, time(), time()) : first;
    if (ms > MAX_MS) throw new Error(`${ms.toFixed(0)} ms for ${JSON.stringify(text)}`);
    slowest = Math.max(slowest, ms);
  }
  return { strings: count, refused, slowest };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const options = {
    count: { type: 'string', default: '200000' },
    seed: { type: 'string', default: '1' },
  } as const;
  const { values } = parseArgs({ options });
  const total = Number(values.count);
  const part = 5_000;
  let [refused, slowest] = [0, 0];
  for (let done = 0; done < total; done += part) {
    const found = fuzz(Math.min(part, total - done), Number(values.seed) + done);
    refused += found.refused;
    slowest = Math.max(slowest, found.slowest);
  }
  console.log(
    `${total} strings, ${refused} refused, none crashed; slowest ${slowest.toFixed(1)} ms`,
  );
}
