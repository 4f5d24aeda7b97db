import { createHash } from 'node:crypto';
import { KnownActors, loadModels, readDocument, type Reading } from '../../server/extract/index.ts';

const models = loadModels();

/** A sentence of our own, read beneath a headline, with the names of its actors by id. */
export function readSentence(sentence: string): Reading & { names: ReadonlyMap<string, string> } {
  const text = `News of the day\n\n${sentence}`;
  const sha256 = createHash('sha256').update(text).digest('hex');
  const document = {
    id: 'doc:x' as const,
    sha256,
    title: 'News of the day',
    outlet: null,
    published: '2022-12-20',
    language: 'en',
  };
  const reading = readDocument({ text, document }, models, new KnownActors([]));
  return { ...reading, names: new Map(reading.actors.map(({ id, name }) => [id, name])) };
}
