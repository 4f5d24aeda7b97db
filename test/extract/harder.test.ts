import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { KnownActors, loadModels, readDocument, type Reading } from '../../server/extract/index.ts';

const models = loadModels();

function read(text: string, published = '2023-05-10'): Reading {
  const sha256 = createHash('sha256').update(text).digest('hex');
  const id = `doc:hard-${sha256.slice(0, 6)}` as const;
  const document = { id, sha256, title: 'A', outlet: null, published, language: 'en' };
  return readDocument({ text, document }, models, new KnownActors());
}

const nameOf = ({ actors }: Reading, id: string) => actors.find((one) => one.id === id)?.name ?? id;

/** Speaker, carriers and words of each statement. */
function said(reading: Reading): [string, string, string][] {
  return reading.statements.map(({ speaker, reports, text }) => [
    nameOf(reading, speaker),
    reports[0]!.via.map((id) => nameOf(reading, id)).join(),
    text,
  ]);
}

const words = (reading: Reading) => said(reading).map(([, , text]) => text);

describe('who spoke and who carried it', () => {
  it('takes whoever is quoted as saying for the speaker', () => {
    const reading = read(
      'Vladimir Makei is a minister. BelTA cited Belarusian diplomat Pavel Orlov as saying that the border would stay open.',
    );
    expect(said(reading)).toEqual([['Pavel Orlov', 'BelTA', 'the border would stay open']]);
  });

  it('takes the speaker of a quotation, not the recording that it stands in', () => {
    const reading = read(
      '“I wanted the bridge to stand, not to burn,” Maksim Leshko told the court, according to a recording published by the Telegram channel Vestka.',
    );
    const [[speaker, , text]] = said(reading) as [[string, string, string]];
    expect([speaker, text]).toEqual(['Maksim Leshko', 'I wanted the bridge to stand, not to burn']);
  });

  it('lets a body speak through its press service', () => {
    const reading = read(
      'The press service of the Latvian Ministry of Defence reported that two boats had been found.',
    );
    expect(said(reading)[0]![0]).toBe('Ministry of Defence of Latvia');
  });

  it('knows an unknown outlet by the noun beside its name', () => {
    const reading = read(
      'Poland has closed the road for a week, the Granica newspaper reported on Monday.',
    );
    expect(said(reading)[0]![0]).toBe('Granica');
  });

  it('parts a body from its spokesperson', () => {
    const reading = read(
      'Ukrainian Southern Operational Command Spokesperson Colonel Olena Hrytsenko said that the island was under fire.',
    );
    expect(said(reading)[0]![0]).toBe('Olena Hrytsenko');
  });
});

describe('what was said', () => {
  it('reads past the marks of notes', () => {
    const reading = read(
      'Belarusian officials claimed that the drills had ended.[4] Ukrainian officials denied the claim.[5]',
    );
    expect(words(reading)).toEqual(['the drills had ended', 'the claim']);
  });

  it('keeps both sides of a cue between commas', () => {
    const reading = read(
      'Anatoly Glaz is a Belarusian diplomat. Minsk, Glaz said, reserves the right to a response.',
    );
    expect(words(reading)).toEqual(['Minsk reserves the right to a response']);
  });

  it('closes a quotation before its speaker where the mark is missing', () => {
    const reading = read(
      'Alexander Ross is an observer. "Six hundred people will not defend that border, he said. “But they show the flag.”',
    );
    expect(reading.statements[0]!.reports[0]!.content.map(({ exact }) => exact)).toEqual([
      'Six hundred people will not defend that border',
      'But they show the flag.',
    ]);
  });

  it('takes dashes for the marks of a quotation', () => {
    const reading = read(
      'Kazakh President Kassym-Jomart Tokayev met the guests.\n\n- We intend to bring mutual trade to half a billion dollars, - Tokayev stated.',
    );
    expect(words(reading)).toEqual(['We intend to bring mutual trade to half a billion dollars']);
  });

  it('counts neither the terms of speaking nor silence nor what one stopped short of', () => {
    const reading = read(
      'Peter Stano, asked to comment, left the room. He did not mention Minsk. He stopped short of threatening Belgrade with consequences.',
    );
    expect(words(reading)).toEqual([]);
  });
});

describe('claims', () => {
  it('seeks the parties of a signed agreement in the sentence before', () => {
    const reading = read(
      'Delegations of Kyrgyzstan and Latvia met in Riga. The memorandum was signed by the heads of two agencies.',
    );
    const [agreement] = reading.agreements;
    expect(agreement?.parties.map((id) => nameOf(reading, id)).sort()).toEqual([
      'Kyrgyzstan',
      'Latvia',
    ]);
  });

  it('seeks none where three states stand there', () => {
    const reading = read(
      'Delegations of Kyrgyzstan, Latvia and Estonia met in Riga. The memorandum was signed by the heads of two agencies.',
    );
    expect(reading.agreements).toEqual([]);
  });

  it('gives a counterpart the office of whom it is the counterpart', () => {
    const reading = read(
      'Polish President Andrzej Duda met his Serbian counterpart Aleksandar Vucic in Warsaw.',
    );
    const offices = reading.relations.map(({ from, to }) => [
      nameOf(reading, from),
      nameOf(reading, to),
    ]);
    expect(offices).toContainEqual(['Aleksandar Vucic', 'Serbia']);
  });

  it('tells a reception of one person by another as a meeting', () => {
    const reading = read('Latvian President Edgars Rinkevics received Zheenbek Kulubaev in Riga.');
    expect(reading.events.map(({ kind }) => kind)).toEqual(['meeting']);
  });
});
