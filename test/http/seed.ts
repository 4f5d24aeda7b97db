import { createHash } from 'node:crypto';
import type { Document, Statement } from '../../graph-data/schema/index.ts';
import { selectorAt } from '../../graph-data/schema/index.ts';
import type { House } from '../../server/house.ts';

const TEXT = 'Ms Novak said the bridge is open. Later she said that the road is shut.';

const document: Document = {
  id: 'doc:bridge',
  title: 'The bridge',
  outlet: null,
  authors: [],
  published: '2023-01-02',
  publishedBasis: 'stated',
  note: '',
  language: 'en',
  url: null,
  sha256: createHash('sha256').update(TEXT).digest('hex'),
  length: TEXT.length,
  holding: 'held',
};

function proposed(id: Statement['id'], words: string): Statement {
  const start = TEXT.indexOf(words);
  const content = [selectorAt(TEXT, start, start + words.length)];
  const report = { document: document.id, content, cue: null, source: null };
  return {
    id,
    speaker: 'actor:novak',
    text: words,
    mode: 'indirect',
    act: 'assertion',
    said: null,
    addressees: [],
    about: [],
    reports: [{ ...report, via: [], repeats: [], origin: 'orig:bridge' }],
    status: 'proposed',
    method: 'extracted',
    confidence: 0.5,
  };
}

const actors = (['actor:novak', 'actor:novak-of-maribor'] as const).map((id) => ({
  id,
  kind: 'person' as const,
  name: 'Jana Novak',
  aliases: [],
  wikidata: null,
  country: null,
  note: '',
}));
const open = proposed('stmt:bridge-open', 'the bridge is open');
const shut = proposed('stmt:road-shut', 'the road is shut');

/**
 * Fills the lists that are empty over the sample: a proposal, two actors of one name, a decision,
 * and a conflict, because the second reading no longer proposes what was accepted.
 */
export async function seedReview({ record }: House): Promise<void> {
  const read = (statements: Statement[]) =>
    record.importExtraction({ document, text: TEXT, proposals: { actors, statements } });
  await read([open, shut]);
  await record.decide({ kind: 'accept', records: [open.id] }, { by: 'local', note: 'It is.' });
  await read([shut]);
}
