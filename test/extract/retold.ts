import { createHash } from 'node:crypto';
import { KnownActors, loadModels, readDocument } from '../../server/extract/index.ts';

const models = loadModels();

/** A statement as it was read: names in place of ids. */
export interface Said {
  speaker: string;
  words: string;
  act: string;
  via: string[];
}

/** The statements and offices of a text of our own. */
export function read(text: string): { said: Said[]; offices: string[] } {
  const sha256 = createHash('sha256').update(text).digest('hex');
  const id = `doc:reworded-${sha256.slice(0, 6)}` as const;
  const meta = { id, sha256, title: 'A', outlet: null, published: '2023-05-10', language: 'en' };
  const { actors, statements, relations } = readDocument(
    { text, document: meta },
    models,
    new KnownActors(),
  );
  const name = (actor: string) => actors.find((one) => one.id === actor)?.name ?? actor;
  return {
    said: statements.map(({ speaker, text: words, act, reports }) => ({
      speaker: name(speaker),
      words,
      act,
      via: reports[0]!.via.map(name),
    })),
    offices: relations
      .filter(({ kind }) => kind === 'holds-office')
      .map(({ from, title, to }) => `${name(from)}, ${title}, ${name(to)}`),
  };
}
