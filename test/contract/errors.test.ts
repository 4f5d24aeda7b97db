import { expect, it } from 'vitest';
import { ROUTES, unknownId } from '../../server/contract/index.ts';

const GET = new Set<string>(
  Object.values(ROUTES).flatMap(({ method, path }) => (method === 'GET' ? [path] : [])),
);

it.each(['document', 'decision', 'import'] as const)(
  'an unknown id of a %s says where those stand that there are',
  (what) => {
    const { code, message } = unknownId(what, 'some:id');
    expect(code).toBe('not-found');
    expect(message).toContain('some:id');
    expect(GET).toContain(/\/api\/\w+/.exec(message)?.[0]);
  },
);
