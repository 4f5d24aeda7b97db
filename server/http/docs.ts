import {
  COMMON_ERRORS,
  ERRORS,
  ERROR_CODES,
  escapeHtml,
  factsOf,
  QUERY_KEYS,
  type Fields,
  type QueryKey,
  type RouteSpec,
} from '../contract/index.ts';
import { isRequired, type RouteTable } from './openapi.ts';
import { htmlPage } from './page.ts';

/** Escaped, with `code` between backticks. */
function prose(text: string): string {
  return escapeHtml(text).replace(/`([^`]+)`/g, '<code>$1</code>');
}

const code = (text: string) => `<code>${escapeHtml(text)}</code>`;

/** The API reference: one page without script, read from the routes alone. */
export function referencePage(routes: object, version: string): string {
  const table = Object.entries(routes as RouteTable);
  return htmlPage(
    `Onrecord API ${version}`,
    `<a class="skip" href="#main">Skip to the reference</a>
<header><h1>Onrecord API</h1><p>Version ${escapeHtml(version)}. ${INTRODUCTION}</p></header>
<nav aria-label="Addresses"><ul>${table.map(([name, spec]) => navItem(name, spec)).join('')}
<li><a href="#filters">Filters</a></li><li><a href="#errors">Errors</a></li></ul></nav>
<main id="main">
${table.map(([name, spec]) => section(name, spec)).join('\n')}
${filterSection()}
${errorSection()}
</main>`,
  );
}

const INTRODUCTION =
  'The same as <a href="/api/openapi.json">OpenAPI 3.1</a>. Replies are JSON; errors are ' +
  '<a href="https://www.rfc-editor.org/rfc/rfc9457">problem details</a> with a ' +
  '<a href="#errors">stable code</a>. Replies carry an ETag that changes with the record. ' +
  'Everything that a reply leaves out, it counts.';

function navItem(name: string, { method, path }: RouteSpec): string {
  return `<li><a href="#${name}"><b>${method}</b> ${escapeHtml(path)}</a></li>`;
}

function section(name: string, spec: RouteSpec): string {
  const rows = [...fieldRows('path', spec.params), ...fieldRows('query', spec.query)];
  const filters = spec.filters
    ? '<p>Also takes every <a href="#filters">filter</a>: different keys are “and”, a repeated key is “or”, a leading <code>-</code> excludes.</p>'
    : '';
  const codes = [...new Set(spec.errors)].map((it) => `<a href="#error-${it}">${it}</a>`);
  const errors = codes.length === 0 ? '' : `<p>Fails with ${codes.join(', ')}.</p>`;
  return `<section aria-labelledby="${name}">
<h2 id="${name}"><span class="method">${spec.method}</span> ${code(spec.path)}</h2>
<p>${prose(spec.summary)}.</p>
${rows.length === 0 ? '' : parameterTable(spec.path, rows)}${filters}${errors}${example(spec)}
</section>`;
}

function example(spec: RouteSpec): string {
  const { method, example: address, exampleBody, reply, media } = spec;
  const shown =
    method === 'GET' && !address.includes('{')
      ? `<a href="${escapeHtml(address)}">${code(address)}</a>`
      : code(`${method} ${address}`);
  const types = reply ? 'application/json' : media.join(', ');
  return `<p>For example ${shown}, which replies with ${code(types)}.</p>${exampleBody === null ? '' : exampleOfBody(spec)}`;
}

function exampleOfBody({ exampleBody, bodyLimit }: RouteSpec): string {
  return `<p>JSON of at most ${bodyLimit.toLocaleString('en')} bytes, such as:</p>
<pre>${escapeHtml(JSON.stringify(exampleBody))}</pre>`;
}

function fieldRows(place: string, fields: Fields): string[] {
  return Object.entries(fields).map(([name, schema]) => {
    const { description, schema: json } = factsOf(schema);
    const need = isRequired(schema) ? 'required' : place === 'path' ? 'required' : 'optional';
    return `<tr><th scope="row">${code(name)}</th><td>${need}</td><td>${prose(description)}${prose(domain(json))}</td></tr>`;
  });
}

/** The values that a parameter takes, in words. */
function domain(json: Readonly<Record<string, unknown>>): string {
  const items = json['items'] as { enum?: readonly string[] } | undefined;
  const words = (json['enum'] as readonly string[] | undefined) ?? items?.enum;
  const fallback =
    json['default'] === undefined ? '' : `; \`${String(json['default'])}\` when left out`;
  if (words) return `: ${words.map((word) => `\`${word}\``).join(', ')}${fallback}`;
  if (json['type'] !== 'integer') return fallback;
  return `, ${String(json['minimum'])} to ${String(json['maximum'])}${fallback}`;
}

function parameterTable(path: string, rows: readonly string[]): string {
  return `<table><caption>Parameters of ${escapeHtml(path)}</caption>
<thead><tr><th scope="col">Name</th><th scope="col">Need</th><th scope="col">Meaning</th></tr></thead>
<tbody>${rows.join('')}</tbody></table>`;
}

function filterSection(): string {
  const rows = Object.entries(QUERY_KEYS).map(([name, key]: [string, QueryKey]) => {
    const values = key.values ? `: ${key.values.map((value) => `\`${value}\``).join(', ')}` : '';
    const ofClaims = key.ofClaims === null ? 'none' : prose(key.ofClaims);
    return `<tr><th scope="row">${code(name)}</th><td>${key.type}</td><td>${prose(key.meaning + values)}</td><td>${ofClaims}</td></tr>`;
  });
  return `<section aria-labelledby="filters"><h2 id="filters">Filters</h2>
<p>One vocabulary for address, search box and shell. Actors are named by id, name or alias. Dates are
EDTF dates or ranges such as <code>2022-10..2022-12</code>, either side open. <code>q</code> takes a
whole query in the language of the search box.</p>
<table><caption>Keys</caption><thead><tr><th scope="col">Key</th><th scope="col">Type</th><th scope="col">Matches statements</th><th scope="col">Matches agreements, events, relations</th></tr></thead>
<tbody>${rows.join('')}</tbody></table></section>`;
}

function errorSection(): string {
  const common = new Set<string>(COMMON_ERRORS);
  const rows = ERROR_CODES.map((it) => {
    const { status, title } = ERRORS[it];
    const where = common.has(it) ? 'any address' : 'addresses that name it';
    return `<tr id="error-${it}"><th scope="row">${code(it)}</th><td>${status}</td><td>${escapeHtml(title)}</td><td>${where}</td></tr>`;
  });
  return `<section aria-labelledby="errors"><h2 id="errors">Errors</h2>
<p>Sent as <code>application/problem+json</code>: <code>code</code> never changes its meaning,
<code>detail</code> says what was wrong and what to do, <code>field</code> and <code>position</code> say where.</p>
<table><caption>Codes</caption><thead><tr><th scope="col">Code</th><th scope="col">Status</th><th scope="col">Means</th><th scope="col">From</th></tr></thead>
<tbody>${rows.join('')}</tbody></table></section>`;
}
