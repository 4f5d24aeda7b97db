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
  readonly bytes: Uint8Array;
}

export interface Upload {
  readonly files: UploadedFile[];
  /** Other fields that are not empty; a repeated one keeps its last value. */
  readonly fields: Record<string, string>;
}

const FIELDS = { fields: 20, fieldSize: 4096, fieldNameSize: 100 };

/**
 * Reads multipart/form-data into memory. Throws `too-large` beyond a limit, naming it, and
 * `bad-encoding` for a body that is no form.
 */
export function multipart(request: Request, part: string, limits: UploadLimits): Promise<Upload> {
  return new Promise((resolve, reject) => {
    const files: UploadedFile[] = [];
    const fields = new Map<string, string>();
    let size = 0;
    const form = formOf(request, limits);
    const fail = (error: Error) => {
      request.unpipe(form);
      request.resume();
      reject(error);
    };
    form.on('file', (name, stream, { filename, mimeType }) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size > limits.bytes)
          fail(tooLarge(`the files together have over ${limits.bytes} bytes`));
        else chunks.push(chunk);
      });
      stream.on('close', () => {
        const bytes = new Uint8Array(Buffer.concat(chunks));
        if (name === part) files.push({ name: filename ?? 'file', mediaType: mimeType, bytes });
      });
    });
    form.on('field', (name, value) => {
      if (value !== '') fields.set(name, value);
    });
    form.on('filesLimit', () => fail(tooLarge(`there are more than ${limits.files} files`)));
    form.on('fieldsLimit', () => fail(tooLarge('there are too many fields')));
    form.on('error', () => fail(noForm()));
    form.on('close', () => resolve({ files, fields: Object.fromEntries(fields) }));
    request.pipe(form);
  });
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
  return new OnrecordError('bad-encoding', 'The body is no multipart/form-data.', {
    field: 'body',
  });
}

function tooLarge(what: string): OnrecordError {
  return new OnrecordError('too-large', `Too much at once: ${what}. Bring less.`, {
    field: 'file',
  });
}
