import { csvLines } from '../../server/contract/csv.ts';
import type { CypherNode, CypherReply, CypherValue } from '../../server/contract/cypher.ts';

/** Values of an answer as words: in cells, in a copy, in CSV. */

type Tagged = Extract<CypherValue, { $type: string }>;

export function isTagged(value: CypherValue): value is Tagged {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What a person calls a node: its name, its title, its words; its id when it has none of these. */
export function nodeLabel({ id, properties }: CypherNode): string {
  const named = properties['name'] ?? properties['title'] ?? properties['text'];
  return typeof named === 'string' ? named : id;
}

function tagged(value: Tagged): string {
  switch (value.$type) {
    case 'node':
      return nodeLabel(value);
    case 'relationship':
      return `:${value.type}`;
    case 'path':
      return value.nodes
        .map((node, i) => {
          const tie = value.relationships[i];
          if (tie === undefined) return nodeLabel(node);
          const forward = tie.start === node.id;
          return `${nodeLabel(node)} ${forward ? `–${tie.type}→` : `←${tie.type}–`} `;
        })
        .join('');
    case 'map':
      return `{${value.entries.map(([key, inner]) => `${key}: ${plain(inner)}`).join(', ')}}`;
    default:
      return value.value;
  }
}

export function plain(value: CypherValue): string {
  if (value === null) return '';
  if (Array.isArray(value)) return `[${value.map(plain).join(', ')}]`;
  return isTagged(value) ? tagged(value) : String(value);
}

/** What a column sorts by; nulls are last either way. */
export function sortKey(value: CypherValue): string | number | null {
  if (value === null || typeof value === 'number') return value;
  return plain(value);
}

/** The id that a cell opens in the evidence panel; null when it holds no record. */
export function recordOf(value: CypherValue): string | null {
  if (typeof value === 'string') return RECORD_ID.test(value) ? value : null;
  if (Array.isArray(value) || !isTagged(value)) return null;
  if (value.$type === 'node') return value.id;
  return value.$type === 'relationship' && RECORD_ID.test(value.id) ? value.id : null;
}

const RECORD_ID = /^(?:actor|stmt|doc|agr|evt|rel):[a-z0-9]+(?:-[a-z0-9]+)*$/;

export function csvOf({ columns, rows }: CypherReply): string {
  return csvLines([columns, ...rows.map((row) => row.map(plain))]);
}

/** Cells by tabs, as spreadsheets paste them. */
export function tsvOf({ columns, rows }: CypherReply): string {
  const line = (cells: readonly string[]) =>
    cells.map((cell) => cell.replace(/\s+/g, ' ')).join('\t');
  return [line(columns), ...rows.map((row) => line(row.map(plain)))].join('\n');
}
