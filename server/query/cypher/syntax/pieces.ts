import type { Expression, MapEntry } from './ast.ts';
import type { Tokens } from './tokens.ts';

export function parseEntries(t: Tokens): MapEntry[] {
  const entries: MapEntry[] = [];
  t.expectSymbol('{');
  if (t.symbol('}')) return entries;
  do {
    const key = t.schemaName('a map key');
    t.expectSymbol(':');
    entries.push({ key, value: t.expression() });
  } while (t.symbol(','));
  t.expectSymbol('}');
  return entries;
}

/** Expressions with commas between, up to and with the closing symbol. */
export function parseList(t: Tokens, close: string): Expression[] {
  const items: Expression[] = [];
  if (t.symbol(close)) return items;
  do items.push(t.expression());
  while (t.symbol(','));
  t.expectSymbol(close);
  return items;
}

export function parseLabels(t: Tokens): string[] {
  const labels: string[] = [];
  while (t.symbol(':')) labels.push(t.schemaName('a label'));
  return labels;
}
