import { signal } from '@preact/signals';
import { expect, it } from 'vitest';
import { ApiError } from '../../client/api/http.ts';
import { createMore } from '../../client/state/more.ts';
import type { Remote } from '../../client/state/resource.ts';

interface Page {
  readonly items: readonly string[];
  readonly next: string | null;
}

const page = (next: string | null, ...items: string[]): Page => ({ items, next });

const ready = (data: Page): Remote<Page> => ({
  ...{ status: 'ready', fresh: true, error: null },
  ...{ data, last: data },
});

/** A list whose further pages come when the test says so. */
function listOf(data: Page) {
  const first = signal(ready(data));
  const asked: string[] = [];
  const replies: { come: (reply: Page) => void; fail: (error: unknown) => void }[] = [];
  const pages = createMore(first, (cursor) => {
    asked.push(cursor);
    return new Promise<Page>((come, fail) => replies.push({ come, fail }));
  });
  return { ...pages, first, asked, replies };
}

it('puts one page after the other', async () => {
  const { rows, next, more, asked, replies } = listOf(page('after a', 'a'));
  const under = more();
  replies[0]!.come(page(null, 'b'));
  await under;
  expect(rows.value).toEqual(['a', 'b']);
  expect(next.value).toBeNull();
  await more();
  expect(asked).toEqual(['after a']);
});

it('drops a page of another question than the one that is asked by then', async () => {
  const { rows, next, busy, more, first, asked, replies } = listOf(page('after a', 'a'));
  const old = more();
  first.value = ready(page('after x', 'x'));
  expect(busy.value).toBe(false);
  const under = more();
  replies[0]!.come(page('after b', 'b'));
  await old;
  expect([rows.value, next.value, busy.value]).toEqual([['x'], 'after x', true]);
  replies[1]!.come(page(null, 'y'));
  await under;
  expect(asked).toEqual(['after a', 'after x']);
  expect([rows.value, next.value, busy.value]).toEqual([['x', 'y'], null, false]);
});

it('says nothing of another question that failed', async () => {
  const { rows, error, more, first, replies } = listOf(page('after a', 'a'));
  const old = more();
  first.value = ready(page(null, 'x'));
  replies[0]!.fail(new Error('gone'));
  await old;
  expect([rows.value, error.value]).toEqual([['x'], null]);
});

it('asks for nothing with an old cursor while another question is under way', async () => {
  const { more, first, asked } = listOf(page('after a', 'a'));
  first.value = { ...first.peek(), status: 'loading', fresh: false };
  await more();
  expect(asked).toEqual([]);
});

it('keeps what is listed when more cannot be had, and can be asked again', async () => {
  const { rows, next, error, busy, more, replies } = listOf(page('after a', 'a'));
  const under = more();
  replies[0]!.fail(new Error('gone'));
  await under;
  expect(error.value).toBeInstanceOf(ApiError);
  expect([rows.value, next.value, busy.value]).toEqual([['a'], 'after a', false]);
});
