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

function termCondition(term: ResolvedTerm): string | null {
  switch (term.key) {
    case 'said':
    case 'published':
    case 'recorded':
      return null;
    case 'text':
      return textCondition(term.value, term.form);
    case 'kind':
      return `EXISTS { MATCH (x:Actor)-[:MADE]->(s) WHERE x.kind = '${term.value}' }`;
    case 'status':
      return term.value === 'rejected' ? null : `s.status = '${term.value}'`;
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

/** Null when some part cannot be asked in Cypher. */
export function cypherOf(query: ResolvedQuery): string | null {
  switch (query.type) {
    case 'all':
      return 'true';
    case 'term':
      return termCondition(query.term);
    case 'not': {
      const inner = cypherOf(query.of);
      return inner === null ? null : `NOT (${inner})`;
    }
    default: {
      const parts = query.of.map(cypherOf);
      if (parts.includes(null)) return null;
      return `(${parts.join(query.type === 'and' ? ' AND ' : ' OR ')})`;
    }
  }
}
