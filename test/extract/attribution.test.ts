import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isNegated, isSpeech, type CueWords } from '../../server/extract/attribution/cue-words.ts';
import {
  Lattice,
  type Constraints,
  type CrfModel,
  type Sequence,
} from '../../server/extract/attribution/crf.ts';
import { attributions, type Attribution } from '../../server/extract/attribution/index.ts';
import { findQuotations } from '../../server/extract/attribution/quotations.ts';
import { loadModels } from '../../server/extract/load-models.ts';
import { parse, type Span } from '../../server/extract/nlp/index.ts';
import { randomSource } from '../../server/contract/index.ts';
import { tokenise } from '../../server/extract/nlp/tokens.ts';
import type { Scorer } from '../../server/extract/nlp/weights.ts';

const models = loadModels();
const read = (text: string) => attributions(parse(text, models), models);
const wordsOf = (text: string, spans: readonly Span[]) =>
  spans.map(({ start, end }) => text.slice(start, end));

/** Scores straight from a table: the feature is the row. */
const tableScorer = (width: number, table: readonly number[]): Scorer => ({
  width,
  accumulate(features, from, to, out, offset) {
    for (let i = from; i < to; i++)
      for (let k = 0; k < width; k++) out[offset + k]! += table[features[i]! * width + k]!;
  },
});

/** A chain whose every position has a feature, and so weights, of its own. */
function chain(length: number, labels: number, weights: readonly number[], barred: number) {
  const pairs = labels * labels;
  const rows = Uint32Array.from({ length }, (_, i) => i);
  const starts = Uint32Array.from({ length: length + 1 }, (_, i) => i);
  const sequence: Sequence = {
    length,
    emission: rows,
    emissionStarts: starts,
    transition: rows,
    transitionStarts: starts,
  };
  const constraints: Constraints = {
    labels,
    forbidden: new Uint8Array(pairs).fill(1, barred, barred + 1),
    notFirst: new Uint8Array(labels),
  };
  const model: CrfModel = {
    emissions: tableScorer(labels, weights.slice(0, length * labels)),
    transitions: tableScorer(pairs, weights.slice(length * labels)),
    constraints,
  };
  return { sequence, model };
}

function* labellings(length: number, labels: number): Generator<Uint8Array> {
  for (let code = 0; code < labels ** length; code++)
    yield Uint8Array.from({ length }, (_, i) => Math.floor(code / labels ** i) % labels);
}

const chains = fc
  .record({ length: fc.integer({ min: 1, max: 5 }), labels: fc.integer({ min: 2, max: 3 }) })
  .chain(({ length, labels }) =>
    fc.record({
      length: fc.constant(length),
      labels: fc.constant(labels),
      barred: fc.integer({ min: 0, max: labels * labels - 1 }),
      weights: fc.array(fc.double({ min: -3, max: 3, noNaN: true }), {
        minLength: length * (labels + labels * labels),
        maxLength: length * (labels + labels * labels),
      }),
    }),
  );

describe('conditional random field', () => {
  it('finds the best labelling and its marginals as counting all of them does', () => {
    fc.assert(
      fc.property(chains, ({ length, labels, weights, barred }) => {
        const { sequence, model } = chain(length, labels, weights, barred);
        const lattice = new Lattice(sequence, model);
        const { marginals, logPartition } = lattice.marginals();
        let total = 0;
        let best = -Infinity;
        const expected = new Float64Array(length * labels);
        for (const labelling of labellings(length, labels)) {
          const score = lattice.pathScore(labelling);
          best = Math.max(best, score);
          total += Math.exp(score);
          labelling.forEach((label, i) => (expected[i * labels + label]! += Math.exp(score)));
        }
        expect(lattice.pathScore(lattice.viterbi())).toBeCloseTo(best, 6);
        expect(logPartition).toBeCloseTo(Math.log(total), 6);
        marginals.forEach((value, i) => expect(value).toBeCloseTo(expected[i]! / total, 6));
      }),
    );
  });
});

describe('Viterbi by kinds', () => {
  it('finds the best labelling that shows exactly the kinds, as counting all does', () => {
    const kindAt = (i: number, label: number) => (label === 1 ? 1 : label === 2 && i > 1 ? 2 : 0);
    fc.assert(
      fc.property(chains, ({ length, labels, weights, barred }) => {
        const { sequence, model } = chain(length, labels, weights, barred);
        const lattice = new Lattice(sequence, model);
        const best = [-Infinity, -Infinity, -Infinity, -Infinity];
        for (const labelling of labellings(length, labels)) {
          const score = lattice.pathScore(labelling);
          const kinds = labelling.reduce((mask, label, i) => mask | kindAt(i, label), 0);
          if (score > -5e5) best[kinds] = Math.max(best[kinds]!, score);
        }
        lattice.viterbiByKinds(kindAt, 4).forEach((path, kinds) => {
          if (path === null) expect(best[kinds]).toBe(-Infinity);
          else expect(lattice.pathScore(path)).toBeCloseTo(best[kinds]!, 6);
        });
      }),
    );
  });

  it('draws labellings as often as they are probable', () => {
    fc.assert(
      fc.property(chains, ({ length, labels, weights, barred }) => {
        const { sequence, model } = chain(length, labels, weights, barred);
        const lattice = new Lattice(sequence, model);
        const sums = lattice.forwardBackward();
        const all = [...labellings(length, labels)];
        const shares = new Map(
          all.map((path) => [path.join(''), Math.exp(lattice.pathScore(path) - sums.logPartition)]),
        );
        const drawn = lattice.samples(2000, sums, randomSource(5));
        for (const [key, share] of shares) {
          const count = drawn.filter((path) => path.join('') === key).length;
          expect(Math.abs(count / drawn.length - share)).toBeLessThan(0.06);
        }
      }),
      { numRuns: 15 },
    );
  });

  it('gives a label once where it is asked to', () => {
    const kindAt = (_: number, label: number) => (label === 1 ? 1 : 0);
    fc.assert(
      fc.property(chains, ({ length, labels, weights, barred }) => {
        const { sequence, model } = chain(length, labels, weights, barred);
        const lattice = new Lattice(sequence, model);
        const scores = [...labellings(length, labels)]
          .filter((labelling) => labelling.filter((label) => label === 1).length === 1)
          .map((labelling) => lattice.pathScore(labelling));
        const best = Math.max(-Infinity, ...scores.filter((score) => score > -5e5));
        const [, path] = lattice.viterbiByKinds(kindAt, 2, 1);
        expect(path ? lattice.pathScore(path) : -Infinity).toBeCloseTo(best, 6);
      }),
    );
  });
});

describe('findQuotations', () => {
  const quoted = (text: string) => {
    const words = text.split(' ');
    return findQuotations(words, () => true).map(({ first, last }) =>
      words.slice(first, last + 1).join(' '),
    );
  };
  it.each([
    ['He said “ we go ” and left', ['“ we go ”']],
    ['" a " b " c "', ['" a "', '" c "']],
    ['„ tak ” i « oui »', ['„ tak ”', '« oui »']],
    ['“ it goes on', ['“ it goes on']],
    ['‘ one ’ two', ['‘ one ’']],
    ['no marks', []],
  ])('%s', (text, expected) => expect(quoted(text)).toEqual(expected));

  const quotedAsSet = (text: string) => {
    const tokens = tokenise(text);
    const touches = (i: number) => tokens[i + 1]?.start === tokens[i]!.end;
    const words = tokens.map(({ start, end }) => text.slice(start, end));
    return findQuotations(words, touches).map(({ first, last }) =>
      text.slice(tokens[first]!.start, tokens[last]!.end),
    );
  };
  it.each([
    ["''We go,'' he said. ''Now.''", ["''We go,''", "''Now.''"]],
    ['He asked: "Read “the plan” aloud."', ['"Read “the plan” aloud."']],
    ['”We go,” he said.', ['”We go,”']],
    ['as we do." He said "we go."', ['"we go."']],
    ['"We go, he said. "They stay."', ['"They stay."']],
    ['“We go," he said. “They stay.”', ['“We go,"', '“They stay.”']],
    ['"It goes on', ['"It goes on']],
  ])('%s', (text, expected) => expect(quotedAsSet(text)).toEqual(expected));

  it('gives ranges in order that do not overlap', () => {
    const mark = fc.constantFrom('“', '”', '"', '‘', '’', '«', '»', "''", '``', 'a', 'b');
    fc.assert(
      fc.property(fc.array(mark), fc.func(fc.boolean()), (words, touches) => {
        let next = 0;
        for (const { first, last } of findQuotations(words, touches)) {
          expect(first).toBeGreaterThanOrEqual(next);
          expect(last).toBeGreaterThanOrEqual(first);
          expect(last).toBeLessThan(words.length);
          next = last + 1;
        }
      }),
    );
  });
});

describe('the words of a cue', () => {
  const cue = (lemmas: string, modifiers: string[] = []): CueWords => ({
    lemmas: lemmas.split(' '),
    modifiers,
    verbless: false,
    quoted: false,
  });
  it('tells speech from attitude', () => {
    expect(isSpeech(cue('say'))).toBe(true);
    expect(isSpeech(cue('believe'))).toBe(false);
    expect(isSpeech({ ...cue('believe'), quoted: true })).toBe(true);
  });

  it('sees negation in the cue and beside it', () => {
    expect(isNegated(cue('do not say'))).toBe(true);
    expect(isNegated(cue('say', ["n't"]))).toBe(true);
    expect(isNegated(cue('say'))).toBe(false);
  });
});

describe('attributions', () => {
  it.each([
    [
      '“We will not attack anyone,” Alexander Lukashenko said on Tuesday.',
      { source: ['Alexander Lukashenko'], cue: ['said'], mode: 'direct' },
    ],
    [
      'The minister warned that the border would be closed.',
      { source: ['The minister'], cue: ['warned'], mode: 'indirect' },
    ],
    ['According to Reuters, the talks have failed.', { source: ['Reuters'], mode: 'indirect' }],
  ])('%s', (text, expected) => {
    const found = read(text);
    expect(found).toHaveLength(1);
    const { source, cue, mode } = found[0]!;
    expect({ source: wordsOf(text, source), cue: wordsOf(text, cue), mode }).toMatchObject(
      expected,
    );
  });

  it('gives the outermost of nested attributions', () => {
    const text = 'Mr. Smith said that Ms. Jones believed that the plan would fail.';
    expect(read(text).map(({ source }) => wordsOf(text, source))).toEqual([['Mr. Smith']]);
  });

  const passage = fc.constantFrom(
    '“We will not go,” he said.',
    'Minsk denied it.',
    '"Never" -- Karen Smith',
    'TRUMP: Wrong.',
    'The report, which officials said “was late,” found',
    'according to',
    '“',
    '”',
    '\n',
    'told',
    'She told reporters that',
    '— he added — “and so it is',
    'asked: ‘why?’',
    '\u00a0',
    '…',
  );
  const mangled = fc
    .tuple(fc.array(passage, { maxLength: 25 }), fc.array(fc.nat(600), { maxLength: 8 }))
    .map(([parts, cuts]) =>
      cuts.reduce((t, at) => t.slice(0, at) + t.slice(at + 3), parts.join(' ')),
    );

  it('gives true, ordered, disjoint spans for any text', () => {
    fc.assert(
      fc.property(mangled, (text) => read(text).forEach((one) => expectSound(one, text))),
      { numRuns: 200 },
    );
  });
});

describe('time', () => {
  // Processor time, the least of three: what the collector and the compiler add differs by run.
  const seconds = (text: string) =>
    Math.min(
      ...[1, 2, 3].map(() => {
        const from = process.cpuUsage();
        read(text);
        return process.cpuUsage(from).user / 1e6;
      }),
    );
  it.each(['said ', 'he said “'])(
    'grows in proportion for nothing but %j',
    (unit) => {
      seconds(unit.repeat(250));
      expect(seconds(unit.repeat(1000))).toBeLessThan(9 * seconds(unit.repeat(250)));
    },
    240_000,
  );
});

function expectSound(one: Attribution, text: string): void {
  expect(one.content.length).toBeGreaterThan(0);
  expect(one.confidence).toBeGreaterThan(0);
  expect(one.confidence).toBeLessThanOrEqual(1);
  const taken = new Set<number>();
  for (const spans of [one.source, one.cue, one.content]) {
    let last = 0;
    for (const { start, end } of spans) {
      expect(start).toBeGreaterThanOrEqual(last);
      expect(end).toBeGreaterThan(start);
      expect(end).toBeLessThanOrEqual(text.length);
      last = end;
      for (let i = start; i < end; i++) {
        expect(taken.has(i)).toBe(false);
        taken.add(i);
      }
    }
  }
}
