import type Graph from 'graphology';
import { MultiDirectedGraph } from 'graphology';
import gexfModule from 'graphology-gexf';
import graphmlModule from 'graphology-graphml';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Records } from '../../graph-data/schema/index.ts';
import {
  ALL,
  term,
  type ExportFormat,
  type GraphLevel,
  type ResolvedQuery,
} from '../../server/contract/index.ts';
import { exportFile } from '../../server/export/index.ts';
import { Selection, typesFor } from '../../server/export/selection.ts';
import { loadRecords } from '../../server/record/sample.ts';
import { openTemporaryStore } from '../../server/store/sqlite/index.ts';
import type { Store } from '../../server/store/store.ts';
import { startServer } from '../http/harness.ts';
import { parseCsv } from './csv-reader.ts';

let store: Store;
let records: Records;

beforeAll(async () => {
  store = await openTemporaryStore();
  await store.loadSample(loadRecords());
  records = await store.dataSet();
});
afterAll(() => store.close());

async function exported(
  format: ExportFormat,
  query: ResolvedQuery = ALL,
  level: GraphLevel = 'actors',
  from: Store = store,
): Promise<string> {
  let text = '';
  const scope = { statements: query, claims: query };
  const selection = new Selection(from, scope, typesFor(format, undefined));
  for await (const chunk of exportFile(selection, format, { level, told: '' }).chunks)
    text += chunk;
  return text;
}

const warnings: ResolvedQuery = term({ key: 'act', value: 'warning' });
const nothing: ResolvedQuery = term({ key: 'speaker', ids: [] });

const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id).sort();

/** What a hostile or careless source can put into a text. */
const NASTY = `=cmd|' /C calc'!A0\n"quoted", comma; <b>&amp;</b> ]]> {x} \\ \u{1f600} \u0007 e\u0301`;

/** The sample, with the nasty words in every free text of one statement and its speaker. */
async function nastyStore(): Promise<Store> {
  const nasty = await openTemporaryStore();
  onTestFinished(() => nasty.close());
  await nasty.loadSample(loadRecords());
  const [statement] = records.statements;
  const speaker = records.actors.find(({ id }) => id === statement?.speaker);
  const document = records.documents.find(({ id }) => id === statement?.reports[0]?.document);
  if (!statement || !speaker || !document) throw new Error('the sample is empty');
  await nasty.write({
    put: {
      statements: [{ ...statement, text: NASTY }],
      actors: [{ ...speaker, name: NASTY }],
      documents: [{ ...document, title: NASTY }],
    },
  });
  return nasty;
}

describe('CSV', () => {
  it('has one row for each report, each cell as the record says', async () => {
    const [header = [], ...rows] = parseCsv(await exported('csv'));
    const reports = records.statements.flatMap(({ id, reports: all }) =>
      all.map(({ document, content }) => [
        id,
        document,
        content.map(({ start, end }) => `${start}-${end}`).join('; '),
      ]),
    );
    const cell = (row: string[], name: string) => row[header.indexOf(name)] ?? '';
    const found = rows.map((row) =>
      ['statement', 'document', 'offsets'].map((it) => cell(row, it)),
    );
    expect(found.sort()).toEqual(reports.sort());
    expect(rows.every((row) => row.length === header.length)).toBe(true);
  });

  it('cannot be taken for a formula, and keeps every other character', async () => {
    const nasty = await nastyStore();
    const text = await exported('csv', ALL, 'actors', nasty);
    const [header = [], ...rows] = parseCsv(text);
    const at = header.indexOf('text');
    expect(rows.map((row) => row[at])).toContain(`'${NASTY}`);
    for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
  });
});

describe('JSON Lines', () => {
  it('has every record that matches, once', async () => {
    const lines = (await exported('jsonl')).trimEnd().split('\n');
    const found = lines.map((line) => JSON.parse(line) as { type: string; id: string });
    expect(ids(found.filter(({ type }) => type === 'statement'))).toEqual(ids(records.statements));
    expect(ids(found.filter(({ type }) => type === 'agreement'))).toEqual(ids(records.agreements));
    expect(ids(found.filter(({ type }) => type === 'event'))).toEqual(ids(records.events));
    expect(ids(found.filter(({ type }) => type === 'relation'))).toEqual(ids(records.relations));
  });

  it('has exactly what a filter matches', async () => {
    const lines = (await exported('jsonl', warnings)).trimEnd().split('\n');
    const matching = records.statements.filter(({ act }) => act === 'warning');
    expect(ids(lines.map((line) => JSON.parse(line) as { id: string }))).toEqual(ids(matching));
  });
});

interface Reader {
  readonly parse: (graph: typeof Graph, text: string) => Graph;
}

/** Graph files as another program's reader understands them. */
const READERS: [ExportFormat, Reader['parse']][] = [
  ['gexf', (gexfModule as unknown as Reader).parse],
  ['graphml', (graphmlModule as unknown as Reader).parse],
];

describe.each(READERS)('%s', (format, parse) => {
  const read = async (level: GraphLevel, from = store) => {
    const text = await exported(format, ALL, level, from);
    return parse(MultiDirectedGraph as typeof Graph, text);
  };

  it('keeps parallel statements apart, each with its words and its documents', async () => {
    const graph = await read('actors');
    const expected = records.statements.flatMap(({ id, about, addressees }) =>
      [...new Set<string>([...about, ...addressees])].map((target) => `${id}>${target}`),
    );
    const says = graph.filterEdges((_edge, { type }) => type === 'says');
    expect(says.sort()).toEqual(expected.sort());
    for (const statement of records.statements.slice(0, 20)) {
      const edge = says.find((key) => key.startsWith(`${statement.id}>`));
      if (edge === undefined) continue;
      expect(graph.source(edge)).toBe(statement.speaker);
      expect(graph.getEdgeAttribute(edge, 'text')).toBe(statement.text);
    }
  });

  it('has every statement as a node when asked to, with nothing left out', async () => {
    const graph = await read('statements');
    for (const { id, speaker } of records.statements)
      expect(graph.inNeighbors(id)).toContain(speaker);
    for (const { id } of [...records.agreements, ...records.events])
      expect(graph.hasNode(id)).toBe(true);
    expect(records.relations.every(({ id }) => graph.hasEdge(id))).toBe(true);
  });

  it('survives whatever a source may write', async () => {
    const nasty = await nastyStore();
    const graph = await read('statements', nasty);
    const labels = graph.mapNodes((_node, { label }) => String(label));
    // XML cannot hold the control character; everything else is kept.
    expect(labels).toContain(NASTY.replace('\u0007', '\ufffd'));
  });
});

describe('JSON-LD', () => {
  it('describes everything that it refers to', async () => {
    const text = await exported('jsonld');
    const { '@graph': items } = JSON.parse(text) as { '@graph': Record<string, unknown>[] };
    const described = new Set(items.map((item) => item['@id']));
    expect(described.size).toBe(items.length);
    const referred = [...text.matchAll(/\{"@id":"((?:actor|doc|stmt|agr|evt|rel):[^"#]+)"\}/g)];
    expect(referred.length).toBeGreaterThan(500);
    for (const [, id] of referred) expect(described.has(id)).toBe(true);
    const quotations = items.filter((item) => item['@type'] === 'schema:Quotation');
    expect(quotations).toHaveLength(records.statements.length);
  });

  it('is whole JSON when nothing matches', async () => {
    expect(JSON.parse(await exported('jsonld', nothing))).toMatchObject({ '@graph': [] });
  });
});

interface Entity {
  readonly id: string;
  readonly schema: string;
  readonly properties: Readonly<Record<string, readonly string[]>>;
}

const LINKS = ['organizer', 'involved', 'proof', 'employee', 'employer', 'member', 'organization'];

describe('FollowTheMoney', () => {
  const entities = async (query?: ResolvedQuery, from?: Store) =>
    (await exported('ftm', query, 'actors', from))
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Entity);

  it('has an entity for every record, and for everything that one refers to', async () => {
    const all = await entities();
    const known = new Set(all.map(({ id }) => id));
    expect(known.size).toBe(all.length);
    const named = [...LINKS, 'subject', 'object'].flatMap((name) =>
      all.flatMap(({ properties }) => properties[name] ?? []),
    );
    expect(named.filter((id) => !known.has(id))).toEqual([]);
    const claims = [records.statements, records.agreements, records.events, records.relations];
    for (const { id } of claims.flat()) expect(known).toContain(id.replace(':', '-'));
  });

  it('says who spoke of whom in which words, and gives dates that the model can read', async () => {
    const [statement] = records.statements.filter(({ about }) => about.length > 0);
    const all = await entities();
    const event = all.find(({ properties }) => properties['recordId']?.includes(statement!.id));
    expect(event?.properties).toMatchObject({
      organizer: [statement!.speaker.replace(':', '-')],
      summary: [statement!.text],
    });
    const dates = all.flatMap(({ properties: { date = [], startDate = [], endDate = [] } }) => [
      ...date,
      ...startDate,
      ...endDate,
    ]);
    for (const date of dates) expect(date).toMatch(/^\d{4}(-\d{2}(-\d{2})?)?$/);
  });

  it('has what a filter matches and nothing when nothing does', async () => {
    const told = (await entities(warnings)).filter(({ properties }) =>
      properties['keywords']?.includes('statement'),
    );
    expect(told).toHaveLength(records.statements.filter(({ act }) => act === 'warning').length);
    expect(await entities(nothing)).toEqual([]);
  });
});

describe('the one-file story', () => {
  const page = async (query?: ResolvedQuery, from?: Store) =>
    parseHTML(await exported('story', query, 'actors', from)).document;

  it('tells every matching record once, by its day, with its passages marked', async () => {
    const told = await page(warnings);
    const ours = records.statements.filter(({ act }) => act === 'warning');
    const articles = ours.map(({ id }) => told.querySelectorAll(`[id="${id}"]`));
    expect(articles.map(({ length }) => length)).toEqual(ours.map(() => 1));
    for (const { id, reports } of ours) {
      const marks = [...told.querySelectorAll(`[id="${id}"] mark`)].map((it) => it.textContent);
      expect(marks).toEqual(reports.flatMap(({ content }) => content.map(({ exact }) => exact)));
    }
  });

  it('leads from each passage to a document that is there, and needs nothing from elsewhere', async () => {
    const told = await page();
    const links = [...told.querySelectorAll('a')].map((it) => it.getAttribute('href') ?? '');
    for (const link of links.filter((it) => it.startsWith('#')))
      expect(told.getElementById(link.slice(1))).not.toBeNull();
    expect(told.querySelectorAll('script, img, link, iframe, object')).toHaveLength(0);
  });

  it('shows what a source may write as text', async () => {
    const told = await page(ALL, await nastyStore());
    expect(told.body.textContent).toContain('<b>&amp;</b>');
    expect(told.querySelectorAll('b')).toHaveLength(0);
  });
});

describe('citations', () => {
  it('name speaker, document, offsets and hash, one report a line', async () => {
    const lines = (await exported('citations')).trimEnd().split('\n');
    const claims = [records.agreements, records.events, records.relations].flat();
    const reports = records.statements.flatMap(({ reports: all }) => all);
    const rests = claims.flatMap(({ evidence }) => evidence);
    expect(lines).toHaveLength(reports.length + rests.length);
    for (const { id, reports } of records.statements) {
      const line = lines.find((it) => it.endsWith(`[${id}]`)) ?? '';
      const { sha256 } = records.documents.find((it) => it.id === reports[0]?.document) ?? {};
      expect(lines.filter((it) => it.endsWith(`[${id}]`)).join()).toContain(sha256);
      expect(line).toMatch(/characters \d+-\d+/);
    }
  });

  it('give every document once in BibTeX, braces balanced whatever the title', async () => {
    const nasty = await nastyStore();
    const text = await exported('bibtex', ALL, 'actors', nasty);
    expect(text.match(/^@online\{/gm)).toHaveLength(records.documents.length);
    let depth = 0;
    for (const character of text.replace(/\\[{}]/g, '')) {
      if (character === '{') depth += 1;
      if (character === '}') depth -= 1;
      expect(depth).toBeGreaterThanOrEqual(0);
    }
    expect(depth).toBe(0);
  });

  it('give every document once in CSL-JSON', async () => {
    const items = JSON.parse(await exported('csl')) as { id: string; issued?: unknown }[];
    expect(ids(items)).toEqual(ids(records.documents));
    expect(JSON.parse(await exported('csl', nothing))).toEqual([]);
  });
});

describe('GET /api/export', () => {
  it('streams the same file, to be saved under a name', async () => {
    const server = await startServer();
    const response = await server.get('/api/export?format=jsonl&act=warning');
    expect(response.headers.get('content-disposition')).toBe('attachment; filename=onrecord.jsonl');
    const text = await response.text();
    const theirs = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: string });
    const ours = records.statements.filter(({ act }) => act === 'warning');
    expect(ids(theirs)).toEqual(ids(ours));
    await server.stop();
  });

  it('breaks the connection when it fails half-way, so that nobody takes a part for the whole', async () => {
    const server = await startServer();
    const { store: whole } = server.house;
    const each = whole.eachStatement.bind(whole);
    whole.eachStatement = async function* (query, batch) {
      let given = 0;
      for await (const statements of each(query, Math.min(batch, 10))) {
        if (given > 0) throw new Error('the disk is gone');
        given += 1;
        yield statements;
      }
    };
    const response = await server.get('/api/export?format=jsonl', {
      'Accept-Encoding': 'identity',
    });
    await expect(response.text()).rejects.toThrow();
    expect(server.faults).toHaveLength(1);
    await server.stop();
  });
});
