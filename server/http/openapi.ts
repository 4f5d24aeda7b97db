import { z } from 'zod';
import {
  COMMON_ERRORS,
  ERRORS,
  factsOf,
  Problem,
  QUERY_KEYS,
  type ErrorCode,
  type Fields,
  type FormSpec,
  type QueryKey,
  type RouteSpec,
} from '../contract/index.ts';

export type RouteTable = Readonly<Record<string, RouteSpec>>;

type Json = Readonly<Record<string, unknown>>;

/** This API as an OpenAPI 3.1 document, derived from the routes and their schemas alone. */
export function openApiDocument(routes: object, version: string): { openapi: string } & Json {
  const table = routes as RouteTable;
  const { schemas, nameOf } = components(table);
  const paths: Record<string, Json> = {};
  for (const [name, spec] of Object.entries(table)) {
    const path = spec.path.replaceAll(/:(\w+)/g, '{$1}');
    const operation = operationOf(name, spec, nameOf);
    paths[path] = { ...paths[path], [spec.method.toLowerCase()]: operation };
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Onrecord',
      version,
      summary: 'Who said what to whom about whom, and who agreed to what with whom.',
      description:
        'Every reply is JSON unless it says otherwise. Errors are RFC 9457 problem details with a stable `code`. Replies carry an ETag that changes with the record.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    paths,
    components: { schemas },
  };
}

/** JSON Schemas of bodies and replies under names of their own, by which `nameOf` finds them. */
function components(table: RouteTable) {
  const bodies = new Map<z.ZodType, string>();
  const replies = new Map<z.ZodType, string>([[Problem, 'Problem']]);
  for (const [name, { reply, body }] of Object.entries(table)) {
    const title = name.slice(0, 1).toUpperCase() + name.slice(1);
    if (body && !bodies.has(body)) bodies.set(body, `${title}Body`);
    if (reply && !replies.has(reply)) replies.set(reply, `${title}Reply`);
  }
  return {
    // A caller may leave out what has a default; a reply always bears it.
    schemas: { ...schemasOf(bodies, 'input'), ...schemasOf(replies, 'output') },
    nameOf: (schema: z.ZodType) => bodies.get(schema) ?? replies.get(schema) ?? 'Problem',
  };
}

/** What zod names a component that holds the recursive parts of the others. */
const ZOD_SHARED = '__shared';

function schemasOf(names: ReadonlyMap<z.ZodType, string>, io: 'input' | 'output') {
  const registry = z.registry<{ id: string }>();
  for (const [schema, id] of names) registry.add(schema, { id });
  const shared = `shared-${io}`;
  const nameFor = (id: string) => (id === ZOD_SHARED ? shared : id);
  const uri = (id: string) => `#/components/schemas/${nameFor(id)}`;
  const { schemas } = z.toJSONSchema(registry, { uri, unrepresentable: 'any', io });
  const clean = Object.entries(schemas).map(([id, { $schema: _, $id: __, ...schema }]) => [
    nameFor(id),
    schema,
  ]);
  // zod points into the shared component with a second “#”, which resolves to nothing.
  const text = JSON.stringify(Object.fromEntries(clean)).replaceAll(`${shared}#/`, `${shared}/`);
  return JSON.parse(text) as Record<string, Json>;
}

function operationOf(name: string, spec: RouteSpec, nameOf: (schema: z.ZodType) => string): Json {
  return {
    operationId: name,
    summary: spec.summary,
    parameters: [
      ...fieldsAs('path', spec.params),
      ...fieldsAs('query', spec.query),
      ...(spec.filters ? filterParameters(spec.query) : []),
    ],
    ...(spec.body && { requestBody: { required: true, content: contentOf(spec, nameOf) } }),
    responses: { [spec.status]: success(spec, nameOf), ...failures(spec.errors) },
  };
}

function contentOf({ body, form, exampleBody }: RouteSpec, nameOf: (of: z.ZodType) => string) {
  const schema = body && { $ref: `#/components/schemas/${nameOf(body)}` };
  return {
    ...(body && { 'application/json': { schema, example: exampleBody } }),
    ...(form && { 'multipart/form-data': { schema: formSchema(form) } }),
  };
}

function formSchema({ part, fields }: FormSpec): Json {
  const { $schema: _, properties, ...rest } = z.toJSONSchema(fields, { io: 'input' });
  const file = { type: 'string', contentMediaType: 'application/octet-stream' };
  const files = { type: 'array', minItems: 1, items: file };
  const required = [part, ...(rest.required ?? [])];
  return { ...rest, properties: { ...properties, [part]: files }, required };
}

function fieldsAs(place: 'path' | 'query', fields: Fields): Json[] {
  return Object.entries(fields).map(([name, schema]) => {
    const { description, schema: json, repeats = false } = factsOf(schema);
    const list = json['type'] === 'array' ? { style: 'form', explode: repeats } : {};
    return { name, in: place, required: isRequired(schema), description, schema: json, ...list };
  });
}

/** Whether a parameter must be given. */
export function isRequired(schema: z.ZodType): boolean {
  return !schema.safeParse(undefined).success;
}

/** A parameter of the route's own that bears the name of a key stands for both. */
function filterParameters(own: Fields): Json[] {
  const values = (type: QueryKey) =>
    type.type === 'enum' ? { type: 'string', enum: type.values } : { type: 'string' };
  const keys = Object.entries(QUERY_KEYS).filter(([name]) => !Object.hasOwn(own, name));
  const parameters = keys.map(([name, key]) => ({
    name,
    in: 'query',
    description: `${key.meaning}; repeat for “or”; write -${name} to exclude`,
    schema: { type: 'array', items: values(key) },
    style: 'form',
    explode: true,
  }));
  const q = {
    name: 'q',
    in: 'query',
    description: 'a query in the language of the search box, in addition to the keys',
    schema: { type: 'string' },
  };
  return [q, ...parameters];
}

function success(spec: RouteSpec, nameOf: (schema: z.ZodType) => string): Json {
  const headers = spec.method === 'GET' ? { ETag: { schema: { type: 'string' } } } : {};
  const content = spec.reply
    ? { 'application/json': { schema: { $ref: `#/components/schemas/${nameOf(spec.reply)}` } } }
    : Object.fromEntries(spec.media.map((type) => [type, { schema: { type: 'string' } }]));
  return { description: spec.summary, headers, content };
}

function failures(own: readonly ErrorCode[]): Json {
  const byStatus = new Map<number, ErrorCode[]>();
  for (const code of new Set([...own, ...COMMON_ERRORS])) {
    const { status } = ERRORS[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  const content = {
    'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
  };
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      status,
      { description: codes.map((code) => `${code}: ${ERRORS[code].title}`).join('; '), content },
    ]),
  );
}
