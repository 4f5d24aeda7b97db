import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  AgreementPage,
  GraphReply,
  QueryNote,
  StatementPage,
} from '../../server/contract/index.ts';
import { parseCsv } from '../export/csv-reader.ts';
import { problemOf, startServer, type TestServer } from './harness.ts';

/** One question, asked of graph, lists and exports through HTTP: all hold the same records. */

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(async () => {
  expect(server.faults).toEqual([]);
  await server.stop();
});

interface Listed {
  readonly total: number;
  readonly items: readonly { readonly id: string }[];
  readonly notes: readonly QueryNote[];
}

const LISTS = { agreement: 'agreements', event: 'events', relation: 'relations' } as const;
const TYPES = ['agreement', 'event', 'relation'] as const;
const idsOf = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id).sort();

const list = (type: keyof typeof LISTS, asked: string) =>
  server.json<Listed>(`/api/${LISTS[type]}?limit=1000&${asked}`);

async function exported(asked: string): Promise<{ type: string; id: string }[]> {
  const text = await (await server.get(`/api/export?format=jsonl&${asked}`)).text();
  const lines = text.split('\n').filter((line) => line !== '');
  return lines.map((line) => JSON.parse(line) as { type: string; id: string });
}

/** Records of a type in a graph without a limit that counts here. */
async function drawn(asked: string): Promise<Record<string, string[]>> {
  const path = asked.startsWith('of=') ? 'neighbourhood' : 'graph';
  const { nodes, edges } = await server.json<GraphReply>(`/api/${path}?limit=10000&${asked}`);
  const keysOf = (type: string) =>
    nodes.filter(({ attributes }) => attributes.type === type).map(({ key }) => key as string);
  const recordsOf = (...types: string[]) =>
    edges
      .filter(({ attributes }) => types.includes(attributes.type))
      .flatMap(({ attributes }) => attributes.records as string[]);
  return {
    statement: [...new Set(recordsOf('says', 'made'))].sort(),
    agreement: keysOf('agreement').sort(),
    event: keysOf('event').sort(),
    relation: recordsOf('relation').sort(),
  };
}

const ASKED = [
  '',
  'actor=Belarus',
  'actor=Belarus&actor=Ryanair&-actor=Russia',
  'said=2022-10..2022-12',
  'said=unknown',
  '-said=unknown',
  'outlet=Reuters',
  'published=2022-11',
  'method=extracted',
  'status=accepted',
  'q=military',
  'q=actor:Belarus+AND+actor:Russia',
  'q=speaker:Lukashenko+OR+actor:Ukraine',
  'speaker=Lukashenko',
  '-speaker=Lukashenko',
  'act=accusation',
  'kind=person',
  'of=Alexander+Lukashenko&hops=1',
  'of=Belarus&hops=2',
  'of=Konrad+Muzyka&hops=1&level=statements',
  'of=Belarus&hops=1&said=2022-12',
  'of=Belarus&hops=1&speaker=Lukashenko',
];

it.each(['statements', 'agreements', 'export', 'suggestions'])(
  'steps around nobody are refused: %s',
  async (path) => {
    const format = path === 'export' ? '&format=csv' : '';
    const problem = await problemOf(await server.get(`/api/${path}?hops=2${format}`));
    expect(problem).toMatchObject({ code: 'bad-value', field: 'hops' });
  },
);

describe('graph, lists and exports of one question', () => {
  it.each(ASKED)('hold the same claims under “%s”', async (asked) => {
    const graph = await drawn(asked);
    const own = asked.replace(/&level=\w+/, '');
    const lines = await exported(asked);
    for (const type of TYPES) {
      const { items, total } = await list(type, own);
      expect({ type, ids: idsOf(items) }).toEqual({ type, ids: graph[type] });
      expect(total).toBe(items.length);
      expect(idsOf(lines.filter((line) => line.type === type))).toEqual(graph[type]);
    }
  });

  it.each(ASKED.filter((asked) => asked.startsWith('of=')))(
    'hold the same statements under “%s”',
    async (asked) => {
      const graph = await drawn(asked);
      const page = await server.json<StatementPage>(`/api/statements?limit=1000&${asked}`);
      expect(idsOf(page.items)).toEqual(graph['statement']);
      const lines = await exported(`${asked}&types=statement`);
      expect(idsOf(lines)).toEqual(graph['statement']);
    },
  );

  it('name a document by id or by title', async () => {
    const { items } = await server.json<{ items: { id: string; title: string }[] }>(
      '/api/documents',
    );
    for (const { id, title } of items) {
      const [byId, byTitle] = [
        await list('event', `document=${id}`),
        await list('event', `document=${encodeURIComponent(title)}`),
      ];
      expect(idsOf(byTitle.items)).toEqual(idsOf(byId.items));
    }
  });
});

describe('lists of claims', () => {
  it('say which keys they have nothing for, and match none by them', async () => {
    const asked = 'speaker=Lukashenko&about=Ukraine&actor=Belarus';
    const { total, notes } = await list('agreement', asked);
    expect(total).toBe(0);
    const told = notes.filter(({ code }) => code === 'not-of-claims').map(({ field }) => field);
    expect(told).toEqual(['speaker', 'about']);
  });

  it('take a kind of their own as theirs and a kind of actors as the filter that it is', async () => {
    const all = await list('event', '');
    const visits = await list('event', 'kind=visit');
    expect(visits.total).toBeGreaterThan(0);
    expect(visits.total).toBeLessThan(all.total);
    const persons = await list('event', 'kind=person');
    expect(persons).toMatchObject({ total: 0, notes: [{ code: 'not-of-claims', field: 'kind' }] });
    const strange = await problemOf(await server.get('/api/events?kind=party'));
    expect(strange).toMatchObject({ code: 'bad-value', field: 'kind' });
  });

  it('narrow agreements by party and by place, and say when nobody bears the name', async () => {
    const { items } = await server.json<AgreementPage>('/api/agreements?limit=1000');
    const [first] = items;
    const party = first?.parties[0];
    const bound = await list('agreement', `party=${party?.id}`);
    const expected = items.filter(({ parties }) => parties.some(({ id }) => id === party?.id));
    expect(idsOf(bound.items)).toEqual(idsOf(expected));
    const nobody = await list('agreement', 'party=Nobody+Such');
    expect(nobody).toMatchObject({ total: 0, notes: [{ code: 'unknown-name', field: 'party' }] });
    const events = await server.json<{ items: { id: string; place: string | null }[] }>(
      '/api/events?limit=1000',
    );
    const there = events.items.filter(({ place }) => /\bMinsk/i.test(place ?? ''));
    expect(idsOf((await list('event', 'place=minsk')).items)).toEqual(idsOf(there));
  });

  it('answer a question after agreements', async () => {
    const asked = await list('agreement', 'q=agreements+between+Belarus+and+Russia');
    const both = await list('agreement', 'q=actor:Belarus+AND+actor:Russia');
    expect(both.total).toBeGreaterThan(0);
    expect(idsOf(asked.items)).toEqual(idsOf(both.items));
  });

  it('go on from a cursor under a filter', async () => {
    const whole = await list('relation', 'actor=Belarus');
    const found: { id: string }[] = [];
    let next: string | null = '';
    while (next !== null) {
      const cursor: string = next === '' ? '' : `&cursor=${encodeURIComponent(next)}`;
      const page: Listed & { next: string | null } = await server.json(
        `/api/relations?actor=Belarus&limit=2${cursor}`,
      );
      found.push(...page.items);
      next = page.next;
    }
    expect(found.map(({ id }) => id)).toEqual(whole.items.map(({ id }) => id));
  });
});

describe('exports', () => {
  it.each(TYPES)('hold one type when asked: a CSV of each %s', async (type) => {
    const response = await server.get(`/api/export?format=csv&types=${type}&actor=Belarus`);
    const disposition = `attachment; filename=onrecord.${LISTS[type]}.csv`;
    expect(response.headers.get('content-disposition')).toBe(disposition);
    const [header = [], ...rows] = parseCsv(await response.text());
    const at = (row: string[], name: string) => row[header.indexOf(name)] ?? '';
    const { items } = await list(type, 'actor=Belarus');
    expect([...new Set(rows.map((row) => at(row, 'id')))].sort()).toEqual(idsOf(items));
    for (const row of rows) {
      expect(at(row, 'quotation')).not.toBe('');
      expect(at(row, 'offsets')).toMatch(/^\d+-\d+/);
      expect(at(row, 'sha256')).toMatch(/^[0-9a-f]{64}$/);
    }
  });

  it('refuse what a CSV cannot hold, and types that are none', async () => {
    for (const types of ['agreement,event', '', 'letters']) {
      const problem = await problemOf(await server.get(`/api/export?format=csv&types=${types}`));
      expect(problem).toMatchObject({ code: 'bad-value', field: 'types' });
    }
  });

  it('tell in the story what they were narrowed to', async () => {
    const asked = 'of=Alexander+Lukashenko&hops=2&act=accusation&types=statement';
    const html = await (await server.get(`/api/export?format=story&${asked}`)).text();
    expect(html).toContain('act:accusation · around Alexander Lukashenko, 2 steps · statements');
  });
});
