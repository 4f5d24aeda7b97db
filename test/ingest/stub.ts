import { slug } from '../../graph-data/schema/index.ts';
import type { JobDocument } from '../../server/contract/index.ts';
import type { FileImporter } from '../../server/ingest/index.ts';

const none = { statements: 0, agreements: 0, events: 0, relations: 0, actors: 0, notes: [] };

/** Takes each file for one document of its name, and keeps none. */
export const importer: FileImporter = {
  lanes: 1,
  open: async ({ name }) => [{ title: name, text: name } as never],
  begin: async ({ text }) => ({
    words: 1,
    finish: async () =>
      ({ id: `doc:${slug(text)}`, title: text, outcome: 'added', ...none }) as JobDocument,
    drop: () => undefined,
  }),
};
