import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { KnownActors, loadModels, readDocument } from '../../server/extract/index.ts';

/** Transcripts with labels in capitals, and what only looks like one; written for these tests. */
const models = loadModels();

function read(...paragraphs: string[]): [speaker: string, words: string][] {
  const text = paragraphs.join('\n\n');
  const sha256 = createHash('sha256').update(text).digest('hex');
  const id = `doc:transcript-${sha256.slice(0, 6)}` as const;
  const published = '2023-01-20';
  const document = { id, sha256, title: paragraphs[0]!, outlet: null, published, language: 'en' };
  const { actors, statements } = readDocument({ text, document }, models, new KnownActors());
  for (const { reports } of statements)
    for (const { exact, start, end } of reports[0]!.content)
      expect(text.slice(start, end)).toBe(exact);
  return statements.map(({ speaker, text: words }) => [
    actors.find(({ id: actor }) => actor === speaker)?.name ?? speaker,
    words,
  ]);
}

describe('a transcript', () => {
  it('gives each turn to whoever its label names, questions to nobody', () => {
    const found = read(
      'Press briefing',
      'MS. LAMBERT-ROY: Good afternoon. The talks began this morning.',
      'Q    Thank you. Minister Haugen says that you provoked the strike. Do you deny it?',
      'MS. LAMBERT-ROY: I do. We asked them to wait.',
      'Nobody has left the table.',
      'QUESTION (via interpreter): And the bridge?',
      'SECRETARY-GENERAL HAUGEN: The bridge is safe.',
      'FOREIGN MINISTER ODA (via interpreter): (In Japanese) We will pay for it.',
      'Senator Brandt: I object.',
    );
    expect(found).toEqual([
      ['Lambert-Roy', 'Good afternoon. The talks began this morning.'],
      ['Lambert-Roy', 'I do. We asked them to wait.'],
      ['Lambert-Roy', 'Nobody has left the table.'],
      ['Haugen', 'The bridge is safe.'],
      ['Oda', 'We will pay for it.'],
      ['Brandt', 'I object.'],
    ]);
  });

  it('knows its people by their full names', () => {
    const found = read(
      'Anna Brandt and Emil Costa spoke about the bridge.',
      'BRANDT: It is safe.',
      'COSTA: I doubt it.',
      'BRANDT: Ask the engineers.',
    );
    expect(found.map(([speaker]) => speaker)).toEqual(['Anna Brandt', 'Emil Costa', 'Anna Brandt']);
  });

  it('ends where its labels do', () => {
    const found = read(
      'Hearing',
      'MR. COSTA: It is late.',
      'MS. BRANDT: It is early.',
      'MR. COSTA: So be it.',
      'The hearing was held in Leeds.',
    );
    expect(found).toHaveLength(3);
  });

  it('is none where headings end in colons', () => {
    const found = read(
      'NOTE: the bridge is closed.',
      'CONTACT: write to the council.',
      'LEEDS: the road is open.',
      'BACKGROUND: it was built in 1900.',
    );
    expect(found).toEqual([]);
  });

  it('is none where labels are those of a page', () => {
    const found = read(
      'Border shut',
      'READ ALSO: Ministers meet in Riga',
      'Minister Ann Lee said that the border was shut.',
      'READ ALSO: Ministers leave Riga',
      'PHOTO: the bridge',
      'She added that it would stay so.',
      'READ ALSO: Riga in winter',
    );
    expect(found).toEqual([
      ['Ann Lee', 'the border was shut'],
      ['Ann Lee', 'it would stay so'],
    ]);
  });
});

describe('a transcript whose labels are names in small letters', () => {
  it('gives each turn to the person whom its label ends in, and none to who only asks', () => {
    const found = read(
      'Press conference after the talks',
      'President of Norway Ana Lund: Good evening. We have agreed to train our troops together.',
      'President of Peru Carlos Vega: Thank you. We are ready for any development.',
      'The border stays open.',
      'Sabine Berg (Reuters): Mr President, will Peru join?',
      'Carlos Vega: No. Nobody has asked us to do so.',
      'Question: And the bases?',
      'Ana Lund: I agree with this completely.',
    );
    expect(found).toEqual([
      ['Ana Lund', 'Good evening. We have agreed to train our troops together.'],
      ['Carlos Vega', 'Thank you. We are ready for any development.'],
      ['Carlos Vega', 'The border stays open.'],
      ['Carlos Vega', 'No. Nobody has asked us to do so.'],
      ['Ana Lund', 'I agree with this completely.'],
    ]);
  });

  it('is none where a colon brings in what somebody said in an article', () => {
    const found = read(
      'Two leaders disagree',
      'Norwegian President Ana Lund said that the border stays open.',
      'Ana Lund: “We are sure of it.”',
      'The talks in Oslo went on for three days, and nobody had expected them to.',
      'Officials of both sides met again on Monday.',
      'A bus was late. Carlos Vega said that the border would be closed.',
    );
    expect(found).toEqual([
      ['Ana Lund', 'the border stays open'],
      ['Ana Lund', 'We are sure of it.'],
      ['Carlos Vega', 'the border would be closed'],
    ]);
  });
});
