import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anchorFault, DataSet } from '../../graph-data/schema/index.ts';
import { newsTexts } from './news.ts';
import {
  KnownActors,
  loadModels,
  readDocument,
  sharedOrigins,
} from '../../server/extract/index.ts';

/** Written for this test: every shape that the reader has a rule for, in few words. */
const SEED = `Home News Talks in Vilnius end without result
Talks in Vilnius end without result
By Anna Example
“We did not agree, “According to Lithuanian President Gitanas Nauseda, a long-time critic, the talks on 24/2 failed.
“The next round begins in May.”
Polish Defence Minister Mariusz Blaszczak, who flew to Vilnius on Tuesday, told Reuters that “nobody was surprised” and accused Minsk of sending 4,000–6,000 troops.
The Institute for Things (IFT) said it was concerned about Russia's "special operation". It declined to comment further.
In 1999, Poland and Lithuania signed an agreement with the European Union, which was not implemented.
Photo: AFP.
https://example.org/a
Also read: Ministers meet
Related Posts
COMMENTS`;

const JUNK = [
  '“',
  '”',
  '"',
  '‘',
  '’',
  '«',
  '(',
  '\u0000',
  '\ud83d',
  '\u202e',
  '\u00a0',
  '\r\n',
  '\n',
  ',',
  '.',
  ' said ',
  ' that ',
  'according to ',
  '’s ',
  '\t',
  'É',
  '漢字',
  '-',
  '%',
  '1/2',
];

/** Deletes, doubles, moves or replaces a stretch of a text. */
const mutation = fc.record({
  at: fc.nat(SEED.length),
  length: fc.nat(80),
  to: fc.nat(SEED.length),
  kind: fc.constantFrom('delete', 'double', 'move', 'junk', 'upper'),
  junk: fc.array(fc.oneof(fc.constantFrom(...JUNK), fc.string()), { maxLength: 4 }),
});

function mutate(
  text: string,
  mutations: readonly (typeof mutation extends fc.Arbitrary<infer T> ? T : never)[],
): string {
  return mutations.reduce((now, { at, length, to, kind, junk }) => {
    const [head, part, tail] = [
      now.slice(0, at),
      now.slice(at, at + length),
      now.slice(at + length),
    ];
    if (kind === 'delete') return head + tail;
    if (kind === 'double') return head + part + part + tail;
    if (kind === 'move') return (head + tail).slice(0, to) + part + (head + tail).slice(to);
    if (kind === 'upper') return head + part.toUpperCase() + tail;
    return head + junk.join('') + tail;
  }, text);
}

const DOCUMENT = {
  id: 'doc:fuzz',
  title: 'Fuzz',
  outlet: null,
  published: '2023-05-10',
  language: 'en',
} as const;

/** Longest that one document may take, in milliseconds of processor time; far above what any takes. */
const LIMIT_MS = 2000;

/** Milliseconds of processor time, which other work on the machine does not lengthen. */
function spentSince(begun: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1000;
}

it(
  'reads any mutated document without a fault, each anchor fitting, in bounded time',
  { timeout: 60_000 },
  () => {
    const models = loadModels();
    fc.assert(
      fc.property(fc.array(mutation, { maxLength: 12 }), (mutations) => {
        const text = mutate(SEED, mutations);
        const sha256 = createHash('sha256').update(text).digest('hex');
        const document = { ...DOCUMENT, sha256 };
        const begun = process.cpuUsage();
        const { actors, mentions, statements, agreements, events, relations, blocks } =
          readDocument({ text, document }, models, new KnownActors());
        expect(spentSince(begun)).toBeLessThan(LIMIT_MS);
        const held = {
          authors: [],
          publishedBasis: 'stated',
          note: '',
          url: null,
          length: text.length,
          holding: 'held',
        };
        const parsed = DataSet.safeParse({
          format: 'onrecord/1',
          documents: [{ ...document, ...held }],
          actors,
          mentions,
          statements,
          agreements,
          events,
          relations,
        });
        expect(parsed.error?.issues).toBeUndefined();
        for (const { selector } of mentions) expect(anchorFault(text, selector)).toBeNull();
        for (const { reports } of statements)
          for (const selector of [...reports[0]!.content, ...reports[0]!.repeats])
            expect(anchorFault(text, selector)).toBeNull();
        for (const { start, end } of blocks) expect(start).toBeLessThan(end);
        expect(
          sharedOrigins([
            { id: 'doc:a', text },
            { id: 'doc:b', text: SEED },
          ]).length,
        ).toBeLessThan(2);
      }),
      { numRuns: 80 },
    );
  },
);

it('reads a title of one endless word in bounded time', { timeout: 30_000 }, () => {
  const models = loadModels();
  const text = `The talks ended; Bo Chan, minister of ${'a'.repeat(60_000)}s. It was signed in 2021.`;
  const sha256 = createHash('sha256').update(text).digest('hex');
  const meta = { id: 'doc:long', sha256, title: 'Long', outlet: null } as const;
  const begun = process.cpuUsage();
  readDocument(
    { text, document: { ...meta, published: '2023-05-10', language: 'en' } },
    models,
    new KnownActors(),
  );
  expect(spentSince(begun)).toBeLessThan(LIMIT_MS);
});

it(
  'reads sentences that end, or begin, at any of their words, without a stop',
  { timeout: 120_000 },
  () => {
    const models = loadModels();
    const known = new KnownActors();
    const sentences = newsTexts('e')
      .flatMap(({ input }) => input.text.split(/(?<=[.!?])\s+|\n+/))
      .filter((sentence, i) => i % 2 === 0 && sentence.split(' ').length > 4);
    expect(sentences.length).toBeGreaterThan(25);
    for (const sentence of sentences) {
      const words = sentence.split(' ');
      const cut = words.flatMap((_, i) => [words.slice(0, i + 1), words.slice(i)]);
      const text = cut.map((some) => some.join(' ').replace(/[.,;:]$/, '')).join('\n\n');
      const sha256 = createHash('sha256').update(text).digest('hex');
      const document = { ...DOCUMENT, sha256 };
      expect(() => readDocument({ text, document }, models, known), sentence).not.toThrow();
    }
  },
);
