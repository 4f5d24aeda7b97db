import { finished } from 'node:stream';
import busboy from 'busboy';
import type { Request } from 'express';
import { OnrecordError } from '../contract/index.ts';

export interface UploadLimits {
  /** Most files. */
  readonly files: number;
  /** Bytes of one file that are kept; what is over is left out, and the file stays in the list. */
  readonly fileSize: number;
  /** Most bytes of all files together. */
  readonly bytes: number;
}

export interface UploadedFile {
  /** As the browser names it, with folders when a folder was dropped. */
  readonly name: string;
  readonly mediaType: string | null;
}

/** Takes one file; the next one waits for it. */
export type TakeFile = (file: UploadedFile, content: AsyncIterable<Uint8Array>) => Promise<void>;

/** Most bytes of the value of another field than a file. */
const MAX_FIELD = 4096;

/** A value that just fits is told as cut, so that one byte more is let in than may come. */
const FIELDS = { fields: 20, fieldSize: MAX_FIELD + 1 };

/**
 * Reads multipart/form-data as it comes, handing on the files of one part. Gives the other fields
 * that are not empty, none cut short; a repeated one keeps its last value. Throws `too-large`
 * beyond a limit, naming it, `bad-encoding` for a body that is no form or ends early, and what
 * taking throws; by then nothing is being taken any more.
 */
export async function multipart(
  request: Request,
  part: string,
  limits: UploadLimits,
  take: TakeFile,
): Promise<Record<string, string>> {
  const form = formOf(request, limits);
  const fields = new Map<string, string>();
  const counted = counter(limits.bytes);
  let taking = Promise.resolve();
  const read = new Promise<void>((resolve, reject) => {
    form.on('file', (name, stream, { filename, mimeType }) => {
      // A form that ends early is told of by itself as well.
      stream.on('error', () => undefined);
      if (name !== part) return void stream.resume();
      const file = {
        name: filename === undefined ? 'file' : unescaped(filename),
        mediaType: mimeType,
      };
      taking = taking.then(() => take(file, counted(stream)));
      taking.catch(reject);
    });
    form.on('field', (name, value, { valueTruncated }) => {
      if (valueTruncated) reject(fieldTooLarge(name));
      else if (value !== '') fields.set(name, value);
    });
    form.on('filesLimit', () => reject(tooLarge(`there are more than ${limits.files} files`)));
    form.on('fieldsLimit', () => reject(tooLarge('there are too many fields')));
    form.on('error', () => reject(noForm()));
    form.on('close', resolve);
    finished(request, { writable: false }, (error) => error && reject(noForm()));
    request.pipe(form);
  });
  try {
    await read;
    await taking;
  } catch (error) {
    // Not stream.pipeline: it would close the connection, and the reply with it.
    request.unpipe(form);
    request.resume();
    form.destroy();
    await taking.catch(() => undefined);
    throw error;
  }
  return Object.fromEntries(fields);
}

/** Counts the bytes of all files; throws `too-large` beyond the limit. */
function counter(most: number) {
  let size = 0;
  return async function* (content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of content) {
      size += chunk.length;
      if (size > most) throw tooLarge(`the files together have over ${most} bytes`);
      yield chunk;
    }
  };
}

function formOf(request: Request, limits: UploadLimits) {
  try {
    return busboy({
      headers: request.headers,
      preservePath: true,
      defParamCharset: 'utf8',
      limits: { ...FIELDS, files: limits.files, fileSize: limits.fileSize },
    });
  } catch {
    throw noForm();
  }
}

function noForm(): OnrecordError {
  return new OnrecordError(
    'bad-encoding',
    'The body is no multipart/form-data, or it ends too early. Send a whole form, with its boundary in Content-Type.',
    { field: 'body' },
  );
}

function tooLarge(what: string): OnrecordError {
  return new OnrecordError('too-large', `Too much at once: ${what}. Bring less.`, {
    field: 'file',
  });
}

/** What is cut to fit would be taken for what was meant. */
function fieldTooLarge(name: string): OnrecordError {
  return new OnrecordError(
    'too-large',
    `The field “${name.slice(0, 80)}” has over ${MAX_FIELD} bytes, which is the most that is read. Shorten it, or leave it out.`,
    { field: name.slice(0, 200) },
  );
}

/** Quotation marks and line ends of a file's name, as forms send them (WHATWG HTML, section 4.10.22.8). */
function unescaped(filename: string): string {
  return filename.replace(/%22/g, '"').replace(/%0D%0A|%0D|%0A/gi, ' ');
}
