import type { ResolvedQuery } from '../contract/index.ts';
import { eachClaim } from '../graph/collect.ts';
import type { Claim } from '../graph/projection.ts';
import type { RecordReader } from '../store/store.ts';
import { presenterFor, presentStatements } from './present.ts';
import { BATCH } from './rows.ts';

/** One record a line, as the API writes it, with its `type`: statements, then claims. */
export async function* jsonl(reader: RecordReader, query: ResolvedQuery): AsyncGenerator<string> {
  for await (const batch of reader.eachStatement(query, BATCH)) {
    const statements = await presentStatements(reader, batch);
    yield statements.map((it) => line({ type: 'statement', ...it })).join('');
  }
  for await (const claim of eachClaim(reader, query)) yield line(await presented(reader, claim));
}

function line(record: object): string {
  return `${JSON.stringify(record)}\n`;
}

async function presented(reader: RecordReader, { type, record }: Claim): Promise<object> {
  switch (type) {
    case 'agreement': {
      const presenter = await presenterFor(reader, { agreements: [record] });
      return { type, ...presenter.agreement(record) };
    }
    case 'event': {
      const presenter = await presenterFor(reader, { events: [record] });
      return { type, ...presenter.event(record) };
    }
    case 'relation': {
      const presenter = await presenterFor(reader, { relations: [record] });
      return { type, ...presenter.relation(record) };
    }
  }
}
