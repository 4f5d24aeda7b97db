import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Statement } from '../../graph-data/schema/index.ts';
import { allRoutes } from '../../server/app.ts';
import {
  ROUTES,
  type GraphReply,
  type RouteSpec,
  type StatementPage,
  type StatementReply,
} from '../../server/contract/index.ts';
import { problemOf, startServer, type TestServer } from './harness.ts';
import { seedReview } from './seed.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
  await seedReview(server.house);
  await server.house.store.saveQuestion({
    id: 'saved:5c78943bd1e0',
    name: 'Everything',
    address: '',
    created: '2022-12-07T09:30:00.000Z',
    seen: '2022-12-07T09:30:00.000Z',
  });
});
afterAll(async () => {
  expect(server.faults).toEqual([]);
  await server.stop();
});

const table = Object.entries(ROUTES) as unknown as [string, RouteSpec][];
const reading = table.filter(
  ([, { method, example }]) => method === 'GET' && !/\{job\}/.test(example),
);

/** An example's address, with `{first}` made the first id of the list that it belongs to. */
async function addressOf({ example, path }: RouteSpec): Promise<string> {
  if (!example.includes('{first}')) return example;
  const list = path.slice(0, path.indexOf('/:id'));
  const { items } = await server.json<{ items: { id: string }[] }>(list);
  return example.replace('{first}', items[0]?.id ?? 'none');
}

describe('the table of routes', () => {
  it('is served whole, and nothing beside it', () => {
    const served = allRoutes(server.house).map(({ spec }) => `${spec.method} ${spec.path}`);
    const listed = table.map(([, { method, path }]) => `${method} ${path}`);
    expect(served.sort()).toEqual(listed.sort());
    expect(new Set(listed).size).toBe(listed.length);
  });

  it.each(reading)('replies to the example of %s as its schema says', async (_name, spec) => {
    const response = await server.get(await addressOf(spec));
    expect(response.status).toBe(200);
    const type = response.headers.get('content-type') ?? '';
    if (spec.reply === null) expect(spec.media).toContain(type.split(';')[0]);
    else {
      expect(type).toBe('application/json; charset=utf-8');
      const reply = await response.json();
      // Whole: what a schema does not name, at whatever depth, is lost on every caller.
      expect(spec.reply.parse(reply)).toStrictEqual(reply);
    }
  });

  it.each(table)('refuses a parameter that is none at %s', async (_name, spec) => {
    const address = (await addressOf(spec)).replace('{job}', 'job-20221207-1');
    const asked = `${address}${address.includes('?') ? '&' : '?'}colour=red`;
    const response = await fetch(server.url + asked, { method: spec.method });
    expect(await problemOf(response)).toMatchObject({ code: 'unknown-key', field: 'colour' });
  });

  it.each(['/api/suggestions', '/api/decisions', '/api/conflicts', '/api/likenesses'])(
    'shows something at %s, so that its shape is tested',
    async (path) => {
      expect((await server.json<{ items: unknown[] }>(path)).items).not.toEqual([]);
    },
  );
});

describe('every address', () => {
  const path = '/api/statements?limit=2';

  it('sends the headers that keep other sites out', async () => {
    const { headers } = await server.get(path);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('content-security-policy')).toContain("script-src 'self';");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(headers.get('access-control-allow-origin')).toBeNull();
    expect(headers.get('x-powered-by')).toBeNull();
  });

  it('replies 304 to a copy that is still fresh, and anew once the record changes', async () => {
    const first = await server.get(path);
    const tag = first.headers.get('etag') ?? '';
    const copy = { 'If-None-Match': tag, 'Cache-Control': 'max-age=0' };
    expect((await server.get(path, copy)).status).toBe(304);
    const before = await server.house.store.dataSet();
    const [actor] = before.actors;
    if (!actor) throw new Error('the sample has no actor');
    await server.house.store.write({ put: { actors: [{ ...actor, note: `${actor.note}!` }] } });
    const again = await server.get(path, copy);
    expect(again.status).toBe(200);
    expect(again.headers.get('etag')).not.toBe(tag);
    await server.house.store.write({ put: { actors: [actor] } });
  });

  it('refuses a bad request even when its copy is fresh', async () => {
    const tag = (await server.get(path)).headers.get('etag') ?? '';
    const response = await server.get('/api/statements?limit=-2', {
      'If-None-Match': tag,
      'Cache-Control': 'max-age=0',
    });
    expect(await problemOf(response)).toMatchObject({ code: 'bad-value', field: 'limit' });
  });

  it('keeps spaces of the text to the letter, and lets a line of a summary end at each', async () => {
    const { items } = (await (await server.get('/api/statements?limit=1000')).json()) as {
      items: { text: string; summary: string }[];
    };
    expect(items.some(({ text }) => text.includes('\u00a0'))).toBe(true);
    expect(items.filter(({ summary }) => summary.includes('\u00a0'))).toEqual([]);
  });

  it.each([
    [{}, 'action', 'is missing'],
    [{ action: { kind: 'frobnicate' } }, 'action.kind', 'accept, reject'],
    [{ action: { kind: 'accept', records: [] } }, 'action.records', 'at least 1 item'],
    [{ action: { kind: 'accept', records: [7] } }, 'action.records.0', 'id of a statement'],
    [{ action: { kind: 'undo', decision: 7 } }, 'action.decision', 'dec:'],
    [{ action: { kind: 'undo', decision: 'dec:a' }, extra: 1 }, 'body', '“extra”'],
  ])('says in plain words what may stand in a body: %j', async (body, field, words) => {
    const response = await fetch(`${server.url}/api/decisions`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    const problem = await problemOf(response);
    expect(problem).toMatchObject({ code: 'bad-value', field });
    expect(problem.detail).toContain(words);
    expect(problem.detail).not.toMatch(/invalid|expected|undefined/i);
  });

  it('answers HEAD with the headers of GET and no body', async () => {
    const got = await server.get(path);
    const headed = await fetch(`${server.url}${path}`, { method: 'HEAD' });
    expect(headed.status).toBe(200);
    expect(await headed.text()).toBe('');
    for (const name of ['content-type', 'etag'])
      expect(headed.headers.get(name)).toBe(got.headers.get(name));
    const missing = await fetch(`${server.url}/api/actors/actor:nobody`, { method: 'HEAD' });
    expect(missing.status).toBe(404);
  });

  it('answers OPTIONS with what it takes', async () => {
    const response = await fetch(`${server.url}/api/decisions`, { method: 'OPTIONS' });
    expect(response.status).toBe(204);
    expect(response.headers.get('allow')?.split(', ').sort()).toEqual(
      ['GET', 'HEAD', 'OPTIONS', 'POST'].sort(),
    );
  });

  it('refuses a form that it cannot reply in', async () => {
    const response = await server.get(path, { Accept: 'image/png' });
    expect((await problemOf(response)).code).toBe('not-acceptable');
  });

  it('compresses what is long', async () => {
    const response = await server.get('/api/graph', { 'Accept-Encoding': 'gzip' });
    expect(response.headers.get('content-encoding')).toBe('gzip');
    expect(response.headers.get('vary')).toContain('Accept-Encoding');
  });
});

describe('GET /api/statements', () => {
  it('reads filters as the store does, and counts the whole match', async () => {
    const page = await server.json<StatementPage>(
      '/api/statements?speaker=Lukashenko&act=denial&act=accusation&limit=3&facets=act,speaker',
    );
    const speaker = page.items[0]?.speaker.id ?? '';
    const all = (await server.house.store.dataSet()).statements.filter(
      (it) => it.speaker === speaker && ['denial', 'accusation'].includes(it.act),
    );
    expect(all.length).toBeGreaterThan(3);
    expect(page.total).toBe(all.length);
    const counted = page.facets?.act?.values.reduce((sum, { count }) => sum + count, 0);
    expect(counted).toBe(all.length);
  });

  /** The ids on all pages, in their order; `between` runs after each page but the last. */
  async function pagesOf(query: string, between: () => Promise<void>): Promise<string[]> {
    const seen: string[] = [];
    let cursor = '';
    do {
      const page: StatementPage = await server.json(
        `/api/statements?limit=7&${query}${cursor && `&cursor=${encodeURIComponent(cursor)}`}`,
      );
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.next ?? '';
      if (cursor !== '') await between();
    } while (cursor !== '');
    return seen;
  }

  it('gives every match once over all pages', async () => {
    const seen = await pagesOf('', async () => undefined);
    expect(new Set(seen).size).toBe(seen.length);
    const ids = await server.house.store.statementIds({ type: 'all' });
    expect([...seen].sort()).toEqual([...ids].sort());
  });

  it.each(['-said', 'said', 'recorded', '-recorded', 'reports', '-reports'])(
    'neither repeats nor skips what stands while records come and go, by %s',
    async (sort) => {
      const { store } = server.house;
      const stood = await store.statementIds({ type: 'all' });
      const [model] = (await store.dataSet()).statements;
      if (!model) throw new Error('the sample has no statement');
      let came: Statement['id'][] = [];
      // One that sorts before what was shown, one after, one among the undated; the last ones go.
      const between = async () => {
        const days = ['1990-01-01', '2090-01-01', null];
        const fresh = days.map((said, i) => ({
          ...model,
          id: `stmt:came-${came.length}-${i}` as const,
          said,
        }));
        await store.write({ put: { statements: fresh }, remove: came.slice(-1) });
        came = [...came.slice(0, -1), ...fresh.map(({ id }) => id)];
      };
      const seen = await pagesOf(`sort=${sort}`, between);
      await store.write({ remove: came });
      expect(came.length).toBeGreaterThan(9);
      expect(new Set(seen).size).toBe(seen.length);
      expect(stood.filter((id) => !seen.includes(id))).toEqual([]);
    },
  );

  it('refuses the cursor of another query', async () => {
    const page = await server.json<StatementPage>('/api/statements?limit=1');
    const path = `/api/statements?limit=1&sort=said&cursor=${encodeURIComponent(page.next ?? '')}`;
    expect((await problemOf(await server.get(path))).code).toBe('bad-cursor');
  });

  it('gives statements by their ids, in that order, leaving out what is gone', async () => {
    const { items } = await server.json<StatementPage>('/api/statements?limit=3');
    const ids = items.map(({ id }) => id).reverse();
    const asked = [...ids.slice(0, 1), 'stmt:gone', ...ids.slice(1)].join(',');
    const page = await server.json<StatementPage>(
      `/api/statements?ids=${encodeURIComponent(asked)}`,
    );
    expect(page.items).toEqual([...items].reverse());
    expect([page.total, page.next]).toEqual([3, null]);
  });

  it('gives the same statement alone as in the list', async () => {
    const { items } = await server.json<StatementPage>('/api/statements?limit=1');
    const [listed] = items;
    expect(await server.json<StatementReply>(`/api/statements/${listed?.id}`)).toEqual(listed);
  });
});

describe('lists narrowed as the screen is', () => {
  interface Listed {
    readonly total: number;
    readonly items: readonly { readonly id: string }[];
  }
  const idsOf = async (path: string) => {
    const { items } = await server.json<Listed>(`${path}&limit=1000`);
    return items.map(({ id }) => id).sort();
  };

  it.each(['agreements', 'events', 'relations'])(
    'takes several values of a key as any of them, for %s',
    async (list) => {
      const one = (value: string) => idsOf(`/api/${list}?${value}`);
      for (const [a, b] of [
        ['actor=Belarus', 'actor=Ryanair'],
        ['date=2022-12', 'date=2022-10'],
      ] as const) {
        const both = [...new Set([...(await one(a)), ...(await one(b))])].sort();
        expect(await one(`${a}&${b}`)).toEqual(both);
      }
    },
  );

  it('lists, within a neighbourhood, the statements that its graph draws', async () => {
    for (const around of ['of=Sergei%20Shoigu&hops=1', 'of=Konrad%20Muzyka&hops=2']) {
      const graph = await server.json<GraphReply>(`/api/neighbourhood?${around}`);
      const drawn = graph.edges
        .filter(({ attributes }) => attributes.type === 'says')
        .flatMap(({ attributes }) => attributes.records);
      const { total } = await server.json<Listed>(`/api/statements?${around}`);
      expect(await idsOf(`/api/statements?${around}`)).toEqual([...new Set(drawn)].sort());
      expect(total).toBe(graph.attributes.total.statements);
    }
  });
});

describe('what the API says of itself', () => {
  it('names every route, parameter and error on the reference page, without script', async () => {
    const html = await (await server.get('/api/docs')).text();
    for (const [name, { path, query }] of table) {
      expect(html).toContain(`id="${name}"`);
      expect(html).toContain(path);
      for (const field of Object.keys(query)) expect(html).toContain(`<code>${field}</code>`);
    }
    expect(html).toContain('id="error-bad-cursor"');
    expect(html).not.toMatch(/<script|style=|https?:\/\/(?!www\.rfc-editor\.org)/);
  });
});
