import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { KnownActors, loadModels, readDocument } from '../../server/extract/index.ts';

/** Interviews printed as question and answer, and what only looks like one; written for these tests. */
const models = loadModels();

function read(...paragraphs: string[]) {
  const text = paragraphs.join('\n\n');
  const sha256 = createHash('sha256').update(text).digest('hex');
  const id = `doc:interview-${sha256.slice(0, 6)}` as const;
  const published = '2023-01-20';
  const document = { id, sha256, title: paragraphs[0]!, outlet: null, published, language: 'en' };
  const reading = readDocument({ text, document }, models, new KnownActors());
  const nameOf = (id: string) => reading.actors.find((one) => one.id === id)?.name ?? id;
  return reading.statements.map(({ speaker, mode, text: words, reports: [report] }) => ({
    speaker: nameOf(speaker),
    mode,
    words,
    via: report!.via.map(nameOf),
    exact: report!.content.map(({ start, end }) => text.slice(start, end)).join(' '),
  }));
}

const INTRODUCTION =
  'Historian Marta Kowalczyk spoke to Reuters about the border and the winter in Brest.';
const TURNS = [
  ['Will the border stay closed?', 'It will. The cabinet said so on Monday.'],
  ['Who pays for it?', 'We do, as ever. Nobody has asked the towns.'],
  ['Is there a way out?', 'There are two. I would begin with trains.'],
] as const;
const ANSWERS = TURNS.map(([, answer]) => answer);

const answers = (found: ReturnType<typeof read>) =>
  found.filter(({ speaker }) => speaker === 'Marta Kowalczyk').map(({ words }) => words);

describe('an interview', () => {
  it.each([
    ['after dashes', TURNS.flatMap(([asked, told]) => [`— ${asked}`, `— ${told}`])],
    ['by labels', TURNS.flatMap(([asked, told]) => [`Q: ${asked}`, `A: ${told}`])],
    [
      'by questions alone, where it is called one',
      [
        'The interview was held in Polish.',
        ...TURNS.flatMap(([asked, told]): string[] => [asked, told]),
      ],
    ],
  ])('gives each answer to whoever is introduced, printed %s', (_, turns) => {
    const found = read('The border', INTRODUCTION, ...turns);
    expect(answers(found)).toEqual(ANSWERS);
    const [first] = found.filter(({ words }) => words === ANSWERS[0]);
    expect(first).toMatchObject({ mode: 'direct', via: ['Reuters'], exact: ANSWERS[0] });
  });

  it('has answers of several paragraphs until the next question', () => {
    const turns = TURNS.flatMap(([asked, told]) => [`Q: ${asked}`, `A: ${told}`]);
    turns.splice(2, 0, 'That much is known.');
    const found = read('The border', INTRODUCTION, ...turns, 'The border was closed in May.');
    expect(answers(found)).toEqual([ANSWERS[0], 'That much is known.', ...ANSWERS.slice(1)]);
  });

  it.each([
    [
      'Donald Trump has changed his party, and Trump may run again, as Trump says. Historian Marta Kowalczyk of Yale answers our questions.',
    ],
    ['Trump is back. Reuters spoke to the historian Marta Kowalczyk about Trump.'],
    ['An interview with Marta Kowalczyk about Donald Trump and the fall of Trump.'],
    ['Our correspondent Adam Berg spoke to Marta Kowalczyk. Adam Berg lives in Brest.'],
    ['A word with Marta Kowalczyk of Yale. She is a historian.'],
  ])('is given by whom the introduction says to answer: %s', (introduction) => {
    const turns = TURNS.flatMap(([asked, told]) => [`Q: ${asked}`, `A: ${told}`]);
    expect(answers(read('The border', introduction, ...turns))).toEqual(ANSWERS);
  });

  it('is given by nobody where the introduction does not say by whom', () => {
    const turns = TURNS.flatMap(([asked, told]) => [`Q: ${asked}`, `A: ${told}`]);
    const introduction = 'Donald Trump has met Marta Kowalczyk. Trump may run again.';
    const found = read('The border', introduction, ...turns);
    expect(found.filter(({ words }) => ANSWERS.some((one) => one === words))).toEqual([]);
  });

  it('is none where an article asks its own questions', () => {
    const found = read(
      'The border',
      'Marta Kowalczyk has studied the border for years.',
      ...TURNS.flatMap(([asked, told]): string[] => [asked, told]),
    );
    expect(answers(found)).toEqual([]);
  });

  it('is none where the first person stands in quotations alone', () => {
    const found = read(
      'The border',
      'This note rests on an interview with Marta Kowalczyk.',
      ...TURNS.flatMap(([asked]): string[] => [asked, 'Ann Lee said: “We do not know.”']),
    );
    expect(answers(found)).toEqual([]);
  });

  it('is none where a list has dashes', () => {
    const items = TURNS.map(([, told]) => `— ${told}`);
    expect(answers(read('The border', INTRODUCTION, ...items, ...items))).toEqual([]);
  });
});
