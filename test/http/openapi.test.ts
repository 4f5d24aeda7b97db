import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROUTES, type RouteSpec } from '../../server/contract/index.ts';
import { startServer, type TestServer } from './harness.ts';
import { seedReview } from './seed.ts';
import { checkerOf, validateSpec, type FaultFinder } from './openapi-validator.ts';

interface Content {
  readonly schema: { readonly $ref?: string; readonly required?: readonly string[] };
}
interface Operation {
  readonly requestBody?: { readonly content: Readonly<Record<string, Content>> };
  readonly responses: Readonly<Record<string, { readonly content: Record<string, Content> }>>;
}
type Document = Record<string, unknown> & {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
};

const posts = (Object.entries(ROUTES) as unknown as [string, RouteSpec][]).filter(
  ([, { method }]) => method === 'POST',
);

let server: TestServer;
let document: Document;
let faultsOf: FaultFinder;
beforeAll(async () => {
  server = await startServer();
  await seedReview(server.house);
  document = await server.json('/api/openapi.json');
  faultsOf = checkerOf(document);
});
afterAll(async () => {
  expect(server.faults).toEqual([]);
  await server.stop();
});

function operationOf({ path, method }: RouteSpec): Operation {
  const operation = document.paths[path.replaceAll(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()];
  if (!operation) throw new Error(`the document has no ${method} ${path}`);
  return operation;
}

function pointerOf(content: Readonly<Record<string, Content>> | undefined): string {
  const pointer = content?.['application/json']?.schema.$ref;
  if (pointer === undefined) throw new Error('no schema for application/json');
  return pointer;
}

const firstId = async (list: string) =>
  (await server.json<{ items: { id: string }[] }>(list)).items[0]?.id ?? 'none';

async function addressOf({ example }: RouteSpec): Promise<string> {
  if (example.includes('{job}')) {
    const { items } = await server.json<{ items: { id: string }[] }>('/api/jobs');
    return example.replace('{job}', items[0]?.id ?? 'none');
  }
  const [list = ''] = example.split('/{first}');
  return example.includes('{first}') ? example.replace('{first}', await firstId(list)) : example;
}

/** The example's body, with the id of a statement that there is. */
async function bodyOf({ exampleBody }: RouteSpec): Promise<unknown> {
  const id = await firstId('/api/statements');
  const text = JSON.stringify(exampleBody).replace('stmt:an-id-of-a-statement', id);
  return JSON.parse(text) as unknown;
}

describe('the OpenAPI document', () => {
  it('is valid OpenAPI 3.1', async () => {
    expect(await validateSpec(document)).toEqual({ valid: true, version: '3.1' });
  });

  // In the order of the table: a job is stopped that was begun, a decision undone that was made.
  it.each(posts)('tells body, status and reply of %s as they are', async (_name, spec) => {
    const { requestBody, responses } = operationOf(spec);
    const body = spec.body === null ? null : await bodyOf(spec);
    if (body !== null) expect(faultsOf(pointerOf(requestBody?.content), body)).toBeNull();
    const response = await fetch(`${server.url}${await addressOf(spec)}`, {
      method: 'POST',
      ...(body !== null && {
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      }),
    });
    const reply: unknown = await response.json();
    const told = responses[response.status];
    expect(told, JSON.stringify(reply)).toBeDefined();
    expect(response.ok, JSON.stringify(reply)).toBe(true);
    expect(faultsOf(pointerOf(told?.content), reply)).toBeNull();
  });

  it.each([
    ['cypher', { query: 'RETURN 1' }],
    ['importDocuments', { text: 'One word.' }],
    ['undoDecision', {}],
  ] as const)('lets a body of %s leave out what has a default', (name, body) => {
    const { requestBody } = operationOf(ROUTES[name] as unknown as RouteSpec);
    expect(faultsOf(pointerOf(requestBody?.content), body)).toBeNull();
  });

  it('refuses by its schemas what the server refuses', () => {
    const { requestBody } = operationOf(ROUTES.cypher as unknown as RouteSpec);
    const pointer = pointerOf(requestBody?.content);
    for (const body of [{}, { query: 'RETURN 1', limits: 1 }, { query: 'RETURN 1', limit: 0 }])
      expect(faultsOf(pointer, body)).not.toBeNull();
  });

  it('tells the form in which files are brought', async () => {
    const { requestBody } = operationOf(ROUTES.importDocuments as unknown as RouteSpec);
    expect(requestBody?.content['multipart/form-data']?.schema).toMatchObject({
      required: ['file'],
      properties: { file: { type: 'array' }, title: { type: 'string' } },
    });
    const form = new FormData();
    form.append('file', new Blob(['A sentence.']), 'a.txt');
    form.append('title', 'A title');
    const response = await fetch(`${server.url}/api/documents`, { method: 'POST', body: form });
    expect(response.status).toBe(202);
  });
});
