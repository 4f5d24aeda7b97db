import { z } from 'zod';

/**
 * Every error that a caller can meet: a stable code, its HTTP status and a title that never
 * changes. Replies are RFC 9457 problem details with the code, the place that is wrong and what to
 * do. Codes are never reused for another meaning.
 */
export const ERRORS = {
  'unknown-key': { status: 400, title: 'Unknown query key' },
  'bad-value': { status: 400, title: 'Value not allowed here' },
  'bad-date': { status: 400, title: 'Not a date or date range' },
  'bad-cursor': { status: 400, title: 'Cursor not issued by this query' },
  'bad-json': { status: 400, title: 'Body is not valid JSON' },
  'bad-encoding': { status: 400, title: 'Not valid UTF-8 or percent-encoding' },
  'bad-query': { status: 400, title: 'Query cannot be read' },
  'bad-id': { status: 400, title: 'Not an id of this type' },
  'not-found': { status: 404, title: 'No such record' },
  'no-route': { status: 404, title: 'No such address' },
  'method-not-allowed': { status: 405, title: 'Method not allowed here' },
  'not-acceptable': { status: 406, title: 'No reply in the form asked for' },
  conflict: { status: 409, title: 'The record has moved on' },
  'other-text': { status: 409, title: 'Text of another document' },
  'file-exists': { status: 409, title: 'File is there already' },
  'too-large': { status: 413, title: 'Input too large' },
  'uri-too-long': { status: 414, title: 'Address too long' },
  'unsupported-type': { status: 415, title: 'Cannot read this type of content' },
  'unreadable-document': { status: 422, title: 'Document cannot be read' },
  'no-text': { status: 422, title: 'Document holds no text' },
  'invalid-records': { status: 422, title: 'Records do not hold together' },
  'invalid-decision': { status: 422, title: 'Decision cannot be applied' },
  'header-too-large': { status: 431, title: 'Headers too large' },
  'cypher-syntax': { status: 400, title: 'Cypher cannot be read' },
  'cypher-semantic': { status: 400, title: 'Cypher does not make sense' },
  'cypher-runtime': { status: 400, title: 'Cypher failed while running' },
  'cypher-write': { status: 403, title: 'Cypher here only reads' },
  'forbidden-origin': { status: 403, title: 'Request comes from another site' },
  'request-timeout': { status: 408, title: 'Request did not arrive in time' },
  // Not 408: to that browsers send the same again by themselves.
  'limit-time': { status: 422, title: 'Stopped at its time limit' },
  'limit-memory': { status: 422, title: 'Stopped at its memory limit' },
  'record-in-use': { status: 503, title: 'Another process writes this record' },
  'newer-record': { status: 500, title: 'Record written by a newer version' },
  'older-record': { status: 500, title: 'Record written by an older version' },
  'damaged-record': { status: 500, title: 'Record file is damaged' },
  'disk-full': { status: 507, title: 'No room left on the disk' },
  busy: { status: 503, title: 'Too many queries at once' },
  stopping: { status: 503, title: 'Server is stopping' },
  // Met in a shell alone, of a server that no reply comes from.
  'no-answer': { status: 504, title: 'Server does not answer' },
  internal: { status: 500, title: 'Fault in the server' },
} as const satisfies Readonly<Record<string, { status: number; title: string }>>;

export type ErrorCode = keyof typeof ERRORS;
export const ERROR_CODES = Object.keys(ERRORS) as [ErrorCode, ...ErrorCode[]];

/** RFC 9457 problem details, as every failed call replies. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.enum(ERROR_CODES),
  /** What was wrong and what to do, for a person. */
  detail: z.string(),
  /** The parameter, field or header that is wrong; absent when none is. */
  field: z.string().optional(),
  /** Where in the query string, UTF-16 code units; absent when no string was parsed. */
  position: z.object({ start: z.int(), end: z.int() }).optional(),
});
export type Problem = z.infer<typeof Problem>;

export interface Where {
  readonly field?: string;
  readonly position?: { readonly start: number; readonly end: number };
}

/** An error with a stable code, for every room; http/ turns it into a problem reply. */
export class OnrecordError extends Error {
  override readonly name = 'OnrecordError';
  readonly code: ErrorCode;
  readonly where: Where;

  /** @param detail what was wrong, and what to do about it */
  constructor(code: ErrorCode, detail: string, where: Where = {}) {
    super(detail);
    this.code = code;
    this.where = where;
  }

  toProblem(): Problem {
    const { status, title } = ERRORS[this.code];
    return {
      type: `/api/docs#error-${this.code}`,
      title,
      status,
      code: this.code,
      detail: this.message,
      ...this.where,
    };
  }
}

/** Where those that there are can be seen. */
const LISTED_AT = {
  document: '/api/documents',
  decision: '/api/decisions',
  import: '/api/jobs',
} as const;

/**
 * An id that nothing has, and where to look for one.
 *
 * @param where the field that it was given in
 */
export function unknownId(what: keyof typeof LISTED_AT, id: string, where?: Where): OnrecordError {
  return new OnrecordError(
    'not-found',
    `No ${what} has the id ${id}. Those that there are stand at ${LISTED_AT[what]}.`,
    where,
  );
}

/** What is under way, or asked for, while the server stops. */
export function serverStopping(): OnrecordError {
  return new OnrecordError('stopping', 'The server is stopping. Start it again, then ask again.');
}
