import { describe, expect, it } from 'vitest';
import { isCypher } from '../../client/state/console-language.ts';
import { csvOf, plain } from '../../client/state/console-values.ts';

describe('the query bar', () => {
  it('tells Cypher from words to search for', () => {
    for (const query of [
      'MATCH (n) RETURN n',
      ' match (n) return n',
      'CALL db.labels()',
      'EXPLAIN MATCH (n) RETURN n',
      'RETURN 1',
    ])
      expect(isCypher(query), query).toBe(true);
    for (const words of [
      'match fixing',
      'call for peace',
      'return of the army',
      'with Poland',
      'speaker:Lukashenko',
    ])
      expect(isCypher(words), words).toBe(false);
  });
});

describe('an answer as words', () => {
  const node = (id: string, name: string) => ({
    $type: 'node' as const,
    id,
    labels: ['Actor'],
    properties: { name },
  });

  it('writes a path in the direction of its ties', () => {
    const [a, b] = [node('actor:a', 'A'), node('actor:b', 'B')];
    const tie = {
      $type: 'relationship' as const,
      id: 'x',
      type: 'ALLY_OF',
      start: 'actor:b',
      end: 'actor:a',
      properties: {},
    };
    expect(plain({ $type: 'path', nodes: [a, b], relationships: [tie] })).toBe('A ←ALLY_OF– B');
  });

  it('keeps commas, quotes and formulas from harming a spreadsheet', () => {
    const reply = {
      columns: ['a', 'b'],
      rows: [
        ['x,"y"', '=1+1'],
        [-3, null],
      ],
      truncated: false,
      ms: 1,
    };
    expect(csvOf(reply)).toBe('a,b\r\n"x,""y""",\'=1+1\r\n-3,\r\n');
  });
});
