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

/** Events as "kind, role name, role name ..." in the order of the text. */
export function eventsOf(sentence: string): string[] {
  const { events, names } = readSentence(sentence);
  return events.map(({ kind, participants }) =>
    [kind, ...participants.map(({ role, actor }) => `${role} ${names.get(actor)}`)].join(', '),
  );
}

/** Agreements as "state: party + party ...". */
export function agreementsOf(sentence: string): string[] {
  const { agreements, names } = readSentence(sentence);
  return agreements.map(
    ({ state, parties }) => `${state}: ${parties.map((id) => names.get(id)).join(' + ')}`,
  );
}

/** Ties as "name kind name". */
export function tiesOf(sentence: string): string[] {
  const { relations, names } = readSentence(sentence);
  return relations.map(({ kind, from, to }) => `${names.get(from)} ${kind} ${names.get(to)}`);
}

/** Ties, those of ministries to their governments left out. */
export const ownTiesOf = (sentence: string) =>
  tiesOf(sentence).filter((tie) => !/^Ministry .* part-of Government/.test(tie));
