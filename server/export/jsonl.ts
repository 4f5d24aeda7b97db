import { presentClaim, presentStatements } from './present.ts';
import type { Selection } from './selection.ts';

/** One record a line, as the API writes it, with its `type`: statements, then claims. */
export async function* jsonl(selection: Selection): AsyncGenerator<string> {
  const { reader } = selection;
  for await (const batch of selection.statements()) {
    const statements = await presentStatements(reader, batch);
    yield statements.map((it) => line({ type: 'statement', ...it })).join('');
  }
  for await (const claim of selection.claims()) {
    const { type, reply } = await presentClaim(reader, claim);
    yield line({ type, ...reply });
  }
}

function line(record: object): string {
  return `${JSON.stringify(record)}\n`;
}
