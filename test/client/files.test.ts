import { expect, it } from 'vitest';
import { droppedFiles } from '../../client/panels/import/files.ts';

/** Entries as a browser gives them for what was dropped, as far as they are asked. */

type Entry = FileSystemFileEntry | FileSystemDirectoryEntry;

const common = (fullPath: string, isFile: boolean) => ({
  name: fullPath.split('/').at(-1),
  fullPath,
  isFile,
  isDirectory: !isFile,
});

const file = (path: string) =>
  ({
    ...common(path, true),
    file: (done: FileCallback) => done(new File(['words'], path)),
  }) as FileSystemFileEntry;

const locked = (path: string) =>
  ({
    ...common(path, true),
    file: (_done: FileCallback, fail: ErrorCallback) => fail(new DOMException('NotReadableError')),
  }) as FileSystemFileEntry;

/** Gives its entries one by one, as a browser gives those of a large folder in parts. */
function folder(path: string, inside: Entry[]): FileSystemDirectoryEntry {
  const left = [...inside];
  const readEntries = (done: FileSystemEntriesCallback) => done(left.splice(0, 1));
  return { ...common(path, false), createReader: () => ({ readEntries }) } as never;
}

const transfer = (entries: Entry[]) =>
  ({ items: entries.map((entry) => ({ webkitGetAsEntry: () => entry })), files: [] }) as never;

it('takes what can be read of a drop, and tells what cannot', async () => {
  const below = folder('/a/below', [file('/a/below/2.txt'), locked('/a/below/3.txt')]);
  const hidden = folder('/a/.git', [file('/a/.git/config')]);
  const dropped = [
    folder('/a', [file('/a/1.txt'), below, hidden]),
    file('/.named'),
    file('/4.txt'),
  ];
  const { files, unread } = await droppedFiles(transfer(dropped));
  expect(files.map(({ name }) => name)).toEqual([
    '/a/1.txt',
    '/a/below/2.txt',
    '/.named',
    '/4.txt',
  ]);
  expect(unread).toEqual(['a/below/3.txt']);
});
