import { isHiddenPath } from '../../../server/contract/jobs.ts';

/** What came of a drop. */
export interface Dropped {
  readonly files: readonly File[];
  /** Paths of files and folders that the browser could not read. */
  readonly unread: readonly string[];
}

async function entries(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((done, fail) =>
      reader.readEntries(done, fail),
    );
    if (some.length === 0) return all;
    all.push(...some);
  }
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

function together(parts: readonly Dropped[]): Dropped {
  return {
    files: parts.flatMap(({ files }) => files),
    unread: parts.flatMap(({ unread }) => unread),
  };
}

async function read(entry: FileSystemEntry): Promise<Dropped> {
  if (isFile(entry)) {
    const file = await new Promise<File>((done, fail) => entry.file(done, fail));
    return { files: [file], unread: [] };
  }
  if (!isFolder(entry)) return together([]);
  const below = (await entries(entry)).filter(({ name }) => !isHiddenPath(name));
  return together(await Promise.all(below.map(filesOf)));
}

function filesOf(entry: FileSystemEntry): Promise<Dropped> {
  return read(entry).catch(() => ({ files: [], unread: [entry.fullPath.replace(/^\//, '')] }));
}

/** Every file of what was dropped; what is hidden in a folder is left out. */
export async function droppedFiles({ items, files }: DataTransfer): Promise<Dropped> {
  const dropped = [...items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  if (dropped.length === 0) return { files: [...files], unread: [] };
  return together(await Promise.all(dropped.map(filesOf)));
}

/** The files that were chosen, or those of a folder that was; what is hidden in it is left out. */
export function chosenFiles(files: FileList | null): File[] {
  return [...(files ?? [])].filter(({ webkitRelativePath }) => {
    const [, ...below] = webkitRelativePath.split('/');
    return !isHiddenPath(below.join('/'));
  });
}
