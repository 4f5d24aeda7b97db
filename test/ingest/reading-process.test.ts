import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import JSZip from 'jszip';
import { expect, it, onTestFinished } from 'vitest';
import { ReadingProcess, type ReadingLimits } from '../../server/ingest/index.ts';
import { file, SENTENCE } from './files.ts';

const WIDE = { timeMs: 60_000, heapMb: 700, memoryMb: 1400 };

function processOf(limits: ReadingLimits): ReadingProcess {
  const reading = new ReadingProcess(limits);
  onTestFinished(() => reading.stop());
  return reading;
}

const refused = (code: string) => expect.objectContaining({ code });
const note = file('a.txt', SENTENCE);
const read = [expect.objectContaining({ text: SENTENCE })];

it('a text over its time is refused alone: the next one on the lane is read', async () => {
  const limits = { ...WIDE, timeMs: 1 };
  const reading = processOf(limits);
  const slow = reading.run('read', note);
  await expect(slow).rejects.toEqual(refused('limit-time'));
  limits.timeMs = WIDE.timeMs;
  await expect(reading.run('read', note)).resolves.toEqual(read);
  expect(reading.generation).toBe(2);
});

it('a text that needs more memory than there is is refused for that', async () => {
  const reading = processOf({ ...WIDE, heapMb: 40 });
  const large = reading.run('prepare', { text: `${SENTENCE}\n`.repeat(20_000), title: '' });
  await expect(large).rejects.toEqual(refused('limit-memory'));
});

const WORD = 'application/vnd.openxmlformats-officedocument';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** A DOCX of a megabyte or so whose text is so many megabytes of blanks. */
async function wideDocx(megabytes: number): Promise<Uint8Array> {
  const zip = new JSZip();
  const types = `<Default Extension="xml" ContentType="${WORD}.wordprocessingml.document.main+xml"/>`;
  const part = `<Relationship Id="a" Type="${RELATIONS}/officeDocument" Target="word/document.xml"/>`;
  zip.file('[Content_Types].xml', `<Types xmlns="${PACKAGE}/content-types">${types}</Types>`);
  zip.file(
    '_rels/.rels',
    `<Relationships xmlns="${PACKAGE}/relationships">${part}</Relationships>`,
  );
  const blanks = Buffer.alloc(1024 * 1024, ' ');
  zip.file('word/document.xml', Readable.from(Array.from({ length: megabytes }, () => blanks)));
  return zip.generateAsync({
    type: 'uint8array',
    compression: 'DEFLATE',
    compressionOptions: { level: 1 },
  });
}

it.runIf(process.platform === 'linux')(
  'a small file that unpacks to more than there is room for is refused for that',
  async () => {
    const reading = processOf({ ...WIDE, memoryMb: 200 });
    const bomb = { ...file('bomb.docx', ''), bytes: await wideDocx(200) };
    expect(bomb.bytes.length).toBeLessThan(2e6);
    await expect(reading.run('read', bomb)).rejects.toEqual(refused('limit-memory'));
    await expect(reading.run('read', note)).resolves.toEqual(read);
  },
);

it('a process that is killed from outside is a fault, and a new one takes its place', async () => {
  const reading = processOf(WIDE);
  await reading.run('read', note);
  const task = reading.run('prepare', { text: SENTENCE, title: 'Cut off' });
  const child = (reading as unknown as { child: { pid: number } }).child;
  await pause(0);
  process.kill(child.pid, 'SIGKILL');
  await expect(task).rejects.toEqual(refused('internal'));
  await expect(reading.run('read', note)).resolves.toEqual(read);
});

it('a process that cannot be started refuses the task and ends nothing else', async () => {
  const { execPath } = process;
  process.execPath = '/nowhere/node';
  const reading = processOf(WIDE);
  const task = reading.run('read', note).finally(() => (process.execPath = execPath));
  await expect(task).rejects.toEqual(refused('internal'));
  await expect(reading.run('read', note)).resolves.toEqual(read);
});

it('what is stopped on purpose is told as stopped', async () => {
  const reading = processOf(WIDE);
  await reading.run('read', note);
  const task = reading.run('prepare', { text: SENTENCE, title: 'Stopped' });
  await pause(0);
  reading.stop();
  await expect(task).rejects.toEqual(refused('stopping'));
});
