import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { KnownActors, loadModels, readDocument } from '../../server/extract/index.ts';
import { actOfCue, isReporting } from '../../server/extract/statements/acts/lexicon.ts';

const models = loadModels();

function actOf(text: string): string | undefined {
  const sha256 = createHash('sha256').update(text).digest('hex');
  const id = `doc:acts-${sha256.slice(0, 6)}` as const;
  const document = { id, sha256, title: '', outlet: null, published: null, language: 'en' };
  return readDocument({ text, document }, models, new KnownActors()).statements[0]?.act;
}

describe('the act that a cue names', () => {
  it.each([
    [['deny'], 'denial'],
    [['rule', 'out'], 'denial'],
    [['call', 'for'], 'request'],
    [['call', 'it'], 'assessment'],
    [['lash', 'out'], 'accusation'],
    [['agree', 'that'], 'assessment'],
    [['agree', 'to'], 'promise'],
    [['fire', 'back'], null],
    [['say'], null],
    [['according', 'to'], null],
  ])('%j: %s', (lemmas, act) => {
    expect(actOfCue(lemmas)).toBe(act);
  });

  it.each(['said', 'accusing', 'warnings', 'added', 'vows', 'according'])(
    'takes “%s” for a word of reporting',
    (word) => expect(isReporting(word)).toBe(true),
  );

  it.each(['launched', 'visited', 'table', 'wants'])('does not take “%s” for one', (word) =>
    expect(isReporting(word)).toBe(false),
  );
});

describe('the act that the words show where the cue only says "said"', () => {
  it.each([
    ['Norwegian Prime Minister Jonas Store said that the report was false.', 'denial'],
    ['Norwegian Prime Minister Jonas Store said that he would visit the town again.', 'promise'],
    ['Norwegian Prime Minister Jonas Store said that Russia must withdraw its troops.', 'request'],
    [
      'Norwegian Prime Minister Jonas Store said that Russia had violated the treaty.',
      'accusation',
    ],
    ['Norwegian Prime Minister Jonas Store said that the talks could fail.', 'assessment'],
    ['Norwegian Prime Minister Jonas Store said that the port was closed.', 'assertion'],
    ['“We condemn this attack on a hospital,” Norwegian minister Jonas Store said.', 'accusation'],
  ])('%s', (text, act) => {
    expect(actOf(text)).toBe(act);
  });

  it('does not take a demand that "must have been" for one', () => {
    expect(
      actOf('Polish minister Jan Nowak said that the crash must have been an accident.'),
    ).not.toBe('request');
  });
});
