import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runQuery } from '../../../server/query/cypher/engine.ts';
import { CypherError } from '../../../server/query/cypher/errors.ts';
import { MemoryGraph } from './memory-graph.ts';
import { parse } from '../../../server/query/cypher/syntax/parser.ts';

/** Fragments that queries are made of, so that random texts get past the first token. */
const FRAGMENTS = (
  'MATCH OPTIONAL WHERE RETURN WITH UNWIND AS ORDER BY SKIP LIMIT DISTINCT UNION ALL CALL YIELD ' +
  'CASE WHEN THEN ELSE END AND OR XOR NOT IN STARTS ENDS CONTAINS IS NULL TRUE exists count all ' +
  'any none single reduce shortestPath ( ) [ ] { } - -> <- -- < > = <> <= >= =~ .. . , : | * + / ' +
  '% ^ $p `x y` "s" \'t\' n m r x 1 2.5 0x1F 1e9 n.name (n) (n:A) -[r]- -[:T*1..2]-> count(*) ' +
  'CREATE date({year:2020}) // \n /* */ __proto__ constructor é — \\ ; # @ ` \' " 0x 1a'
).split(' ');

const soup = fc
  .array(fc.constantFrom(...FRAGMENTS), { maxLength: 25 })
  .map((parts) => parts.join(' '));
const text = fc.oneof(
  soup,
  soup,
  fc.string({ maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 30 }),
);

/** Long runs of one thing, as long as a request may be: what makes careless parsers hang or overflow. */
const monsters = [
  '('.repeat(50_000),
  `RETURN ${'['.repeat(50_000)}`,
  `RETURN ${'({a:'.repeat(12_000)}`,
  `RETURN ${'NOT '.repeat(20_000)}true`,
  `RETURN 1${' + 1'.repeat(20_000)}`,
  `RETURN ${'-'.repeat(50_000)}1`,
  `MATCH ${'(a)-->'.repeat(15_000)}(b) RETURN a`,
  `RETURN '${'\\'.repeat(50_001)}`,
  `/*${'*'.repeat(90_000)}`,
  `RETURN ${'a.'.repeat(40_000)}b`,
  `RETURN x${'[0]'.repeat(30_000)}`,
  `RETURN ${'CASE WHEN true THEN '.repeat(4_000)}1`,
  ' '.repeat(99_999),
  'RETURN 1 '.repeat(10_000),
];

const RUNS = Number(process.env['FUZZ_RUNS'] ?? 30_000);
const HANG_MS = 50;

/** Parses, and says how long it took; throws for anything but a whole CypherError. */
function refusalTime(query: string): number {
  const started = performance.now();
  try {
    parse(query);
  } catch (error) {
    if (!(error instanceof CypherError)) throw error;
    if (!error.position || !error.code.startsWith('cypher.')) {
      throw new Error(`A refusal without a place: ${error.message}`, { cause: error });
    }
  }
  return performance.now() - started;
}

/** The best of ten, so that what else the machine does is not taken for a hang. */
function bestTime(query: string): number {
  return Math.min(...Array.from({ length: 10 }, () => refusalTime(query)));
}

describe('the Cypher parser', () => {
  it('never crashes or hangs, and refuses with a code and a position', () => {
    const slow: string[] = [];
    const check = (query: string) => {
      if (refusalTime(query) > HANG_MS && bestTime(query) > HANG_MS) slow.push(query);
    };
    fc.assert(fc.property(text, check), { numRuns: RUNS });
    expect(slow).toEqual([]);
  });

  it.each(monsters.map((query) => [query.slice(0, 20), query.slice(0, 20_000)] as const))(
    'stands %s...',
    (_name, query) => {
      expect(bestTime(query)).toBeLessThan(HANG_MS);
    },
  );

  it('checks, plans and runs what it parses without crashing', () => {
    const graph = new MemoryGraph();
    const node = graph.addNode(['A'], [['name', 'x']]);
    graph.addRelationship('T', node, node, []);
    const run = (query: string) => {
      try {
        let left = 200;
        const { rows } = runQuery(query, graph, { parameters: new Map([['p', 1n]]) });
        for (const _ of rows) if ((left -= 1) === 0) break;
      } catch (error) {
        if (!(error instanceof CypherError)) throw error;
      }
    };
    fc.assert(fc.property(soup, run), { numRuns: Math.min(RUNS, 10_000) });
  });
});
