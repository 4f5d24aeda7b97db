import type { z } from 'zod';
import type { ErrorCode } from './errors.ts';

export type Fields = Readonly<Record<string, z.ZodType>>;
export type Parsed<F extends Fields> = { readonly [K in keyof F]: z.output<F[K]> };

/** A form that brings files. */
export interface FormSpec {
  /** Name of the parts that are files; there is at least one. */
  readonly part: string;
  /** What its other fields say, each as text. */
  readonly fields: z.ZodObject;
}

/**
 * One address of the API, said once: validation, the OpenAPI document and the reference page all
 * derive from it. Every route can also fail with the codes in `COMMON_ERRORS`.
 */
export interface RouteSpec<
  P extends Fields = Fields,
  Q extends Fields = Fields,
  B extends z.ZodType = z.ZodType,
  R extends z.ZodType = z.ZodType,
> {
  readonly method: 'GET' | 'POST';
  /** Express path; each `:name` has its schema in `params`. */
  readonly path: `/${string}`;
  readonly summary: string;
  readonly params: P;
  /** Parameters of its own, each given at most once but for those made by `several`. */
  readonly query: Q;
  /** Whether it also takes `q` and the keys of the query vocabulary, repeated and negated at will. */
  readonly filters: boolean;
  /** JSON body; null when it takes none. */
  readonly body: B | null;
  /** Most bytes of the JSON body. */
  readonly bodyLimit: number;
  /** A form that it takes as well, as multipart/form-data; null when it takes none. */
  readonly form: FormSpec | null;
  /** Status of a success. */
  readonly status: 200 | 202;
  /** The reply as JSON; null when it replies in `media` only. */
  readonly reply: R | null;
  /** Media types when the reply is not JSON. */
  readonly media: readonly string[];
  readonly errors: readonly ErrorCode[];
  /** An address that replies with 200 on the sample record. */
  readonly example: string;
  /** JSON of an example body; null when it takes none. */
  readonly exampleBody: unknown;
}

/** Codes with which any address may fail. */
export const COMMON_ERRORS = [
  'unknown-key',
  'bad-encoding',
  'no-route',
  'method-not-allowed',
  'not-acceptable',
  'uri-too-long',
  'header-too-large',
  'forbidden-origin',
  'request-timeout',
  'disk-full',
  'damaged-record',
  'internal',
] as const satisfies readonly ErrorCode[];

type Optional =
  | 'params'
  | 'query'
  | 'filters'
  | 'body'
  | 'bodyLimit'
  | 'form'
  | 'status'
  | 'reply'
  | 'media'
  | 'exampleBody';
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- no fields is a shape of its own
type None = {};

/** Most bytes of a JSON body that holds no whole text: 1 MiB. */
const BODY_LIMIT = 1024 * 1024;

/** A route with its defaults filled in: no parameters, no filters, no body. */
export function route<
  P extends Fields = None,
  Q extends Fields = None,
  B extends z.ZodType = never,
  R extends z.ZodType = never,
>(
  spec: Omit<RouteSpec<P, Q, B, R>, Optional> & Partial<Pick<RouteSpec<P, Q, B, R>, Optional>>,
): RouteSpec<P, Q, B, R> {
  const nothing = { body: null, form: null, reply: null, exampleBody: null };
  const none = {
    ...nothing,
    bodyLimit: BODY_LIMIT,
    filters: false,
    media: [],
    status: 200 as const,
  };
  return { ...none, params: {} as P, query: {} as Q, ...spec };
}
