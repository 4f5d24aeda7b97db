import type { Statement } from '../../graph-data/schema/index.ts';
import { selectorAt } from '../../graph-data/schema/index.ts';
import type { House } from '../../server/house.ts';
import { documentOf } from '../record/document.ts';

const TEXT = 'Ms Novak said the bridge is open. Later she said that the road is shut.';

const document = documentOf('doc:bridge', TEXT);

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
