import { parseSubquery } from '../../server/query/cypher/syntax/clauses.ts';
import { parseExpression } from '../../server/query/cypher/syntax/expressions.ts';
import { Tokens } from '../../server/query/cypher/syntax/tokens.ts';

const writing = ['CREATE', 'MERGE', 'DELETE', 'DETACH', 'SET', 'REMOVE', 'FOREACH'] as const;
const reading = ['MATCH', 'OPTIONAL', 'UNWIND', 'WITH', 'CALL', 'RETURN'];

/** What a stretch of a setup statement does; reading clauses that follow one another are one. */
export type SegmentKind = (typeof writing)[number] | 'READ' | 'RETURN';

export interface Segment {
  readonly kind: SegmentKind;
  /** Without the writing clause's own word; reading stretches keep theirs. */
  readonly text: string;
}

export function cursor(text: string): Tokens {
  return new Tokens(text, { expression: parseExpression, subquery: parseSubquery });
}

interface Start {
  readonly offset: number;
  readonly word: string;
}

/** The statements of a text, which semicolons part, each as its stretches of clauses. */
export function statements(text: string): Segment[][] {
  const tokens = cursor(text);
  const found: { starts: Start[]; end: number }[] = [{ starts: [], end: text.length }];
  let [depth, before, previous] = [0, '', ''];
  while (tokens.peek().kind !== 'end') {
    const { kind, upper, at, text: symbol } = tokens.take();
    const current = found.at(-1) as (typeof found)[number];
    if (kind === 'symbol' && '([{'.includes(symbol)) depth += 1;
    if (kind === 'symbol' && ')]}'.includes(symbol)) depth -= 1;
    if (kind === 'symbol' && symbol === ';') {
      current.end = at.offset;
      found.push({ starts: [], end: text.length });
    }
    const word = kind === 'name' && depth === 0 && !'.:'.includes(previous || ' ') ? upper : '';
    previous = symbol;
    if (begins(word, before)) current.starts.push({ offset: at.offset, word });
    before = word === 'ON' || (before === 'ON' && word !== '') ? 'ON' : word;
  }
  return found
    .map(({ starts, end }) => segmentsOf(text, starts, end))
    .filter((segments) => segments.length > 0);
}

/** ON CREATE SET belongs to its MERGE, DELETE to DETACH, MATCH to OPTIONAL, WITH to STARTS. */
function begins(word: string, before: string): boolean {
  const together = ['ON', 'DETACH', 'OPTIONAL', 'STARTS', 'ENDS'];
  return !together.includes(before) && [...writing, ...reading].some((one) => one === word);
}

function kindOf(word: string): SegmentKind {
  if (word === 'RETURN') return 'RETURN';
  return writing.find((one) => one === word) ?? 'READ';
}

function segmentsOf(text: string, starts: readonly Start[], end: number): Segment[] {
  const kept = starts.filter(({ word }, i) => {
    const previous = starts[i - 1];
    return !previous || kindOf(word) !== 'READ' || kindOf(previous.word) !== 'READ';
  });
  return kept.map(({ offset, word }, i) => {
    const kind = kindOf(word);
    const body = text.slice(offset, kept[i + 1]?.offset ?? end);
    return { kind, text: kind === 'READ' ? body : body.slice(word.length) };
  });
}
