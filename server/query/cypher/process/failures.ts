import type { ErrorCode } from '../../../contract/index.ts';
import { OnrecordError } from '../../../contract/index.ts';
import type { Failure } from './messages.ts';

/** Details that concern the text itself; other compile-time errors concern its meaning. */
const syntaxDetails = new Set([
  'UnexpectedSyntax',
  'InvalidNumberLiteral',
  'InvalidUnicodeLiteral',
  'InvalidUnicodeCharacter',
  'IntegerOverflow',
  'FloatingPointOverflow',
  'InvalidRelationshipPattern',
  'InvalidParameterUse',
  'NestingTooDeep',
  'QueryTooLong',
]);

function codeOf({ type, phase, detail }: Failure): ErrorCode {
  if (type === 'Internal') return 'internal';
  if (type === 'AnswerLimit') return 'limit-memory';
  if (type === 'WriteRefused') return 'cypher-write';
  if (phase === 'runtime') return 'cypher-runtime';
  return syntaxDetails.has(detail) ? 'cypher-syntax' : 'cypher-semantic';
}

/** A failure as every caller of the API meets it; the openCypher detail stands at the end. */
export function asOnrecordError(failure: Failure): OnrecordError {
  const { message, detail, position } = failure;
  const where = position
    ? { field: 'query', position: { start: position.offset, end: position.offset + 1 } }
    : {};
  return new OnrecordError(codeOf(failure), `${message} (${detail})`, where);
}
