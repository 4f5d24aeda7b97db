import { createHash } from 'node:crypto';
import { KnownActors, loadModels, readDocument, type Reading } from '../../server/extract/index.ts';

const models = loadModels();

/** A text of our own, as a document published on a day. */
export function read(text: string, published = '2022-12-07'): Reading {
  const sha256 = createHash('sha256').update(text).digest('hex');
  const id = `doc:prose-${sha256.slice(0, 6)}` as const;
  const document = { id, sha256, title: 'A', outlet: null, published, language: 'en' };
  return readDocument({ text, document }, models, new KnownActors());
}

export const nameOf = ({ actors }: Reading, id: string) =>
  actors.find((one) => one.id === id)?.name ?? id;

/** Speaker, carriers and words of each statement. */
export function said(text: string): [string, string, string][] {
  const reading = read(text);
  return reading.statements.map((one) => [
    nameOf(reading, one.speaker),
    one.reports[0]!.via.map((id) => nameOf(reading, id)).join(),
    one.text,
  ]);
}
