import { words, type ResolvedQuery, type ResolvedTerm } from '../../server/contract/index.ts';

/** A question as the condition on `s:Statement` of a Cypher query, written from its meaning. */

const list = (values: readonly string[]) => `[${values.map((value) => `'${value}'`).join(', ')}]`;

/** Ways from a statement to `x`, for each key that names records. */
const PATTERNS: Readonly<Record<string, readonly string[]>> = {
  speaker: ['(x:Actor)-[:MADE]->(s)'],
  about: ['(s)-[:ABOUT]->(x:Actor)'],
  addressee: ['(s)-[:ADDRESSED_TO]->(x:Actor)'],
  via: ['(s)-[:CARRIED_BY]->(x:Actor)'],
  actor: ['(x:Actor)-[:MADE]->(s)', '(s)-[:ABOUT|ADDRESSED_TO|CARRIED_BY]->(x:Actor)'],
  outlet: ['(s)-[:REPORTED_IN]->(:Document)-[:PUBLISHED_BY]->(x:Actor)'],
  document: ['(s)-[:REPORTED_IN]->(x:Document)'],
  agreement: [
    '(s)<-[:MADE]-(:Actor)-[:PARTY_TO|SIGNED]->(x:Agreement)',
    '(s)-[:ABOUT|ADDRESSED_TO]->(:Actor)-[:PARTY_TO|SIGNED]->(x:Agreement)',
  ],
};

/** Marks that part words, and those inside words that are dropped (contract/normalise.ts). */
const APART = '.,;:!?()-–—“”«»"\u00a0…$%[]/'.split('');
const DROPPED = ['’', '‘', "\\'"];

/** Words of a text one space apart, with a space before the first and after the last. */
function spaced(text: string): string {
  const dropped = `reduce(t = toLower(${text}), c IN ${list(DROPPED)} | replace(t, c, ''))`;
  const apart = `reduce(t = ${dropped}, c IN ${list(APART)} | replace(t, c, ' '))`;
  return `reduce(t = ' ' + ${apart} + ' ', i IN [1, 2, 3] | replace(t, '  ', ' '))`;
}

function textCondition(value: string, form: string): string {
  const wanted = ` ${words(value).join(' ')}${form === 'prefix' ? '' : ' '}`;
  const inQuotes = `MATCH (s)-[r:REPORTED_IN]->() WHERE ${spaced('r.quote')} CONTAINS '${wanted}'`;
  return `(${spaced('s.text')} CONTAINS '${wanted}' OR EXISTS { ${inQuotes} })`;
}

type DateTerm = Extract<ResolvedTerm, { key: 'said' | 'published' | 'recorded' }>;

/** Whether the days from one expression to another meet those asked for. */
function dated(first: string, last: string, term: DateTerm): string {
  if ('undated' in term) return `${first} IS NULL`;
  const { from, to } = term;
  const sides = [from && `${last} >= '${from}'`, to && `${first} <= '${to}'`];
  return `(${[`${first} IS NOT NULL`, ...sides.filter((side) => side !== null)].join(' AND ')})`;
}

/** Days or instants, each compared as far as it is written. */
function recordedBetween({ from, to }: { from: string | null; to: string | null }): string {
  const upTo = (bound: string) => `left(s.recorded, ${bound.length})`;
  const sides = [from && `${upTo(from)} >= '${from}'`, to && `${upTo(to)} <= '${to}'`];
  return `(${['true', ...sides.filter((side) => side !== null)].join(' AND ')})`;
}

function termCondition(term: ResolvedTerm): string {
  switch (term.key) {
    case 'said':
      return dated('s.saidFrom', 's.saidTo', term);
    case 'published': {
      const holds = dated('d.publishedFrom', 'd.publishedTo', term);
      return `EXISTS { MATCH (s)-[:REPORTED_IN]->(d:Document) WHERE ${holds} }`;
    }
    case 'recorded':
      return recordedBetween(term);
    case 'text':
      return textCondition(term.value, term.form);
    case 'kind':
      return `EXISTS { MATCH (x:Actor)-[:MADE]->(s) WHERE x.kind = '${term.value}' }`;
    case 'status':
      return `s.status = '${term.value}'`;
    case 'mode':
    case 'act':
    case 'method':
      return `s.${term.key} = '${term.value}'`;
    default: {
      const ids = list(term.ids);
      const ways = PATTERNS[term.key] ?? [];
      return `(${ways.map((way) => `EXISTS { MATCH ${way} WHERE x.id IN ${ids} }`).join(' OR ')})`;
    }
  }
}

/** Rejected statements are not in the graph: of these alone Cypher says nothing. */
export function cypherOf(query: ResolvedQuery): string {
  switch (query.type) {
    case 'all':
      return 'true';
    case 'term':
      return termCondition(query.term);
    case 'not':
      return `NOT (${cypherOf(query.of)})`;
    default:
      return `(${query.of.map(cypherOf).join(query.type === 'and' ? ' AND ' : ' OR ')})`;
  }
}
