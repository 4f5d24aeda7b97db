import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runQuery } from '../../../server/query/cypher/engine.ts';
import { CypherError } from '../../../server/query/cypher/errors.ts';
import type { PropertyGraph } from '../../../server/query/cypher/graph.ts';
import { StoreGraph } from '../../../server/query/cypher/store-graph.ts';
import type { Value } from '../../../server/query/cypher/value.ts';
import {
  isList,
  isMap,
  isNode,
  isPath,
  isRelationship,
} from '../../../server/query/cypher/value.ts';
import { equivalenceKey } from '../../../server/query/cypher/values/equality.ts';
import { SqliteRecordGraph } from '../../../server/store/sqlite/graph.ts';
import { open } from '../../../server/store/sqlite/database.ts';
import { openTemporaryStore } from '../../../server/store/sqlite/index.ts';
import { records } from '../../store/arbitrary.ts';
import { fixture } from '../../store/fixture.ts';
import { recordGraphology } from './record-graphology.ts';

/** A value without what differs between graphs by design: keys, made-up ids, order of lists. */
function spell(value: Value): string {
  if (isNode(value)) {
    const properties = [...value.properties()].filter(([name]) => name !== 'recorded');
    return `(${[...value.labels].sort().join()} ${spell(new Map(properties))})`;
  }
  if (isRelationship(value)) {
    const ends = `${String(value.start.property('id'))}>${String(value.end.property('id'))}`;
    return `[${value.type} ${ends} ${spell(new Map(value.properties()))}]`;
  }
  if (isPath(value)) return `<${[...value.nodes, ...value.relationships].map(spell).join(' ')}>`;
  if (isList(value)) return `[${value.map(spell).sort().join()}]`;
  if (isMap(value)) {
    return `{${[...value]
      .map(([key, item]) => `${key}:${spell(item)}`)
      .sort()
      .join()}}`;
  }
  return equivalenceKey(value);
}

function answer(query: string, graph: PropertyGraph, ordered: boolean): string[] {
  try {
    const rows = [...runQuery(query, graph).rows].map((row) => row.map(spell).join(' | '));
    return ordered ? rows : rows.sort();
  } catch (error) {
    if (error instanceof CypherError) return [error.code];
    throw error;
  }
}

const types = fc.constantFrom(
  '',
  ':MADE',
  ':ABOUT',
  ':REPORTED_IN',
  ':PUBLISHED_BY',
  ':CARRIED_BY',
  ':ABOUT|ADDRESSED_TO',
  ':PARTY_TO|SIGNED',
  ':TOOK_PART',
  ':ALLY_OF|SUPPORTS|OPPOSES',
  ':NO_SUCH',
);
const label = fc.constantFrom(
  '',
  '',
  ':Actor',
  ':Person',
  ':Statement',
  ':Document',
  ':Event',
  ':Agreement',
  ':Actor:State',
);
const map = fc.constantFrom(
  '',
  '',
  '',
  " {id: 'actor:a1'}",
  " {name: 'Ukraine'}",
  " {act: 'denial'}",
  ' {kind: 5}',
  " {__proto__: 'x'}",
);
const node = (name: string) =>
  fc.tuple(label, map).map(([labels, properties]) => `(${name}${labels}${properties})`);
const hop = (name: string) =>
  fc
    .tuple(types, fc.constantFrom('', '', '', '*1..2', '*0..1'), fc.constantFrom('->', '<-', '-'))
    .map(([type, length, arrow]) => {
      const body = `[${length === '' ? name : ''}${type}${length}]`;
      return arrow === '<-' ? `<-${body}-` : `-${body}${arrow}`;
    });

/** Patterns that the model can match, beside those made at random. */
const known = fc.constantFrom(
  '(a)',
  '(a:Statement)',
  '(a:Actor)',
  '(a)-[r]->(b)',
  '(a)-[r]-(b)',
  '(a:Actor)-[r]-(b:Actor)',
  '(a:Actor)-[r:MADE]->(b:Statement)',
  '(a:Statement)-[r:ABOUT]->(b:Actor)',
  '(a:Statement)<-[r:MADE]-(b)-[q:MADE]->(c)',
  '(a:Actor)-[r:MADE]->(b)-[q:ABOUT]->(c:Actor)',
  '(a:Actor)-[r:MADE]->(b)-[q:ABOUT]->(a)',
  '(a)-[r:REPORTED_IN]->(b:Document)-[q:PUBLISHED_BY]->(c)',
  '(a:Actor)-[r:PARTY_TO]->(b)<-[q:PARTY_TO]-(c)',
  '(a)-[r:TOOK_PART]->(b:Event)<-[q:TOOK_PART]-(c)',
  '(a)-[r:ALLY_OF|SUPPORTS|OPPOSES|COMMANDS]-(b)',
  '(a)-[:CARRIED_BY|ADDRESSED_TO*1..2]-(b)',
);

const path = fc.oneof(
  known,
  known,
  known,
  node('a'),
  fc.tuple(node('a'), hop('r'), node('b')).map((parts) => parts.join('')),
  fc.tuple(node('a'), hop('r'), node('b'), hop('q'), node('c')).map((parts) => parts.join('')),
  fc
    .tuple(node('a'), hop('r'), node('b'), hop('q'), fc.constant('(a)'))
    .map((parts) => parts.join('')),
);

const operand = fc.constantFrom(
  'a.name',
  'a.id',
  'a.said',
  'a.confidence',
  'a.kind',
  'a.nothing',
  'a.aliases',
);
const constant = fc.constantFrom(
  "'Ukraine'",
  "'actor:a2'",
  "'2022'",
  '0.25',
  '1',
  'null',
  'true',
  "['x']",
  "'Zoë'",
);
const condition = fc.oneof(
  fc
    .tuple(operand, fc.constantFrom('=', '<>', '<', '<=', '>', '>='), constant)
    .map((parts) => parts.join(' ')),
  fc.tuple(operand, constant, constant).map(([left, x, y]) => `${left} IN [${x}, ${y}]`),
  fc
    .tuple(operand, fc.constantFrom("'U'", "'actor'", "'2022-1'", "''"))
    .map(([left, text]) => `${left} STARTS WITH ${text}`),
  fc.constantFrom(
    'a:Actor',
    '(a)-[:MADE]->()',
    'NOT (a)-[:ABOUT]-()',
    'exists { (a)--(:Document) }',
    'a.name IS NULL',
  ),
);
/** What an earlier clause binds, and conditions on it. */
const BOUND = "WITH ['actor:a1', 'actor:a2', null, 5, 'doc:d1'] AS ids ";
const bound = fc.constantFrom('a.id IN ids', 'a.id = ids[0]', 'ids[1] = a.id', 'a.id IN [ids[0]]');

const where = fc
  .oneof(fc.constant([]), fc.constant([]), fc.array(condition, { maxLength: 2 }))
  .map((list) => (list.length > 0 ? ` WHERE ${list.join(' AND ')}` : ''));

const result = fc.constantFrom(
  { text: 'RETURN a', ordered: false },
  { text: 'RETURN DISTINCT labels(a), a.id', ordered: false },
  { text: 'RETURN a.kind, count(*)', ordered: false },
  { text: 'RETURN a, count(DISTINCT a.name)', ordered: false },
  { text: 'RETURN count(*) AS c', ordered: false },
  { text: 'RETURN a.id, count(a.said) AS c ORDER BY c DESC, a.id', ordered: true },
  { text: 'RETURN a.act AS x, count(*) AS c, collect(DISTINCT a.mode) AS m', ordered: false },
  { text: 'RETURN DISTINCT a.id AS id ORDER BY id SKIP 1 LIMIT 3', ordered: true },
  { text: 'RETURN a.name AS name ORDER BY name DESC LIMIT 4', ordered: true },
  { text: 'RETURN a.id AS id, a.said AS said ORDER BY said DESC, id LIMIT 5', ordered: true },
  { text: 'RETURN a.confidence AS c, a.id AS id ORDER BY c, id SKIP 1 LIMIT 4', ordered: true },
  { text: 'WITH a.kind AS k, count(*) AS n ORDER BY n DESC LIMIT 2 RETURN n', ordered: true },
  { text: 'WITH count(*) AS c, a.act AS x ORDER BY c RETURN c', ordered: true },
  { text: 'WITH a.id AS id LIMIT 3 RETURN count(*) AS c', ordered: false },
  { text: 'RETURN count(*) AS c, a.act AS x', ordered: false },
  {
    text: 'RETURN count(a) AS x, count(a) AS y, count(*) + 1 AS z, a.aliases AS l',
    ordered: false,
  },
  { text: 'RETURN a.id AS id, count(*) AS c, count(*) AS d ORDER BY d LIMIT 0', ordered: true },
  { text: 'WITH a, count(*) AS n MATCH (a)-[x]-(y) RETURN n, x, y.id', ordered: false },
  { text: 'OPTIONAL MATCH (a)-[x:MADE|TOOK_PART]->(y) RETURN a.id, y', ordered: false },
);

/** Asks for the path's length too, except where a LIMIT leaves open which of equal rows it cuts. */
function withLength({ text, ordered }: { text: string; ordered: boolean }): string {
  return ordered ? text : text.replace('RETURN a.', 'RETURN length(p), a.');
}

const fresh = fc
  .tuple(path, where, result, fc.boolean())
  .map(([pattern, predicate, end, named]) => ({
    text: `MATCH ${named ? 'p = ' : ''}${pattern}${predicate} ${named ? withLength(end) : end.text}`,
    ordered: end.ordered,
  }));

const later = fc
  .tuple(path, bound, result, fc.constantFrom('', 'UNWIND ids AS id WITH ids, id '))
  .map(([pattern, predicate, { text, ordered }, unwound]) => ({
    text: `${BOUND}${unwound}MATCH ${pattern} WHERE ${predicate} ${text}`,
    ordered,
  }));

const query = fc.oneof({ weight: 4, arbitrary: fresh }, { weight: 1, arbitrary: later });

const GRAPHS = Number(process.env['CYPHER_GRAPHS'] ?? 10);
const QUERIES = 100;

describe('Cypher on the store and on graphology', () => {
  it(`gives the same answers (${GRAPHS} generated records, ${QUERIES} queries each)`, async () => {
    const asked = fc.tuple(records, fc.array(query, { minLength: QUERIES, maxLength: QUERIES }));
    let found = 0;
    await fc.assert(
      fc.asyncProperty(asked, async ([generated, queries]) => {
        const store = await openTemporaryStore();
        try {
          await store.write({ put: generated });
          const stored = new StoreGraph(
            new SqliteRecordGraph(open(store.path, { readonly: true })),
          );
          const inHand = recordGraphology(generated);
          for (const { text, ordered } of queries) {
            const expected = answer(text, inHand, ordered);
            found += expected.length;
            expect(answer(text, stored, ordered), text).toEqual(expected);
          }
        } finally {
          await store.close();
        }
      }),
      { numRuns: GRAPHS, endOnFailure: true },
    );
    expect(found).toBeGreaterThan(GRAPHS * QUERIES);
  }, 120_000);

  it('tells signing from being a party, where one actor does both first', async () => {
    const agreements = fixture().agreements.map((agreement) => ({
      ...agreement,
      signatories: agreement.parties,
    }));
    const text =
      'MATCH (a:Agreement)<-[r:PARTY_TO|SIGNED]-(b)-[q]-(a) RETURN b.id, type(r), type(q)';
    const store = await openTemporaryStore();
    try {
      await store.write({ put: { ...fixture(), agreements } });
      const stored = new StoreGraph(new SqliteRecordGraph(open(store.path, { readonly: true })));
      const expected = answer(text, recordGraphology({ ...fixture(), agreements }), false);
      expect(expected).toHaveLength(4);
      expect(answer(text, stored, false)).toEqual(expected);
    } finally {
      await store.close();
    }
  });
});
