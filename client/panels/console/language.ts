import { HighlightStyle, StreamLanguage, syntaxHighlighting } from '@codemirror/language';
import { tags } from '@lezer/highlight';

/** Cypher for the editor: what its words look like. */

export const KEYWORDS = (
  'MATCH OPTIONAL WHERE WITH UNWIND RETURN UNION ALL ORDER BY ASC DESC SKIP LIMIT DISTINCT AS CASE ' +
  'WHEN THEN ELSE END AND OR XOR NOT IN IS NULL STARTS ENDS CONTAINS EXISTS COUNT CALL YIELD EXPLAIN ' +
  'TRUE FALSE ANY NONE SINGLE'
).split(' ');
const WORDS = new Set(KEYWORDS);

interface State {
  /** The quotation mark of the string that is open; null outside one. */
  quote: string | null;
  comment: boolean;
  /** Whether a colon came just before: what follows is a label or a type. */
  colon: boolean;
}

export const cypherLanguage = StreamLanguage.define<State>({
  name: 'cypher',
  startState: () => ({ quote: null, comment: false, colon: false }),
  token(stream, state) {
    if (state.comment) {
      state.comment = stream.skipTo('*/')
        ? (stream.match('*/'), false)
        : (stream.skipToEnd(), true);
      return 'comment';
    }
    if (state.quote !== null) {
      const done = new RegExp(`^(?:\\\\.|[^\\\\${state.quote}])*${state.quote}`);
      if (stream.match(done)) state.quote = null;
      else stream.skipToEnd();
      return 'string';
    }
    if (stream.eatSpace()) return null;
    if (stream.match('//')) return (stream.skipToEnd(), 'comment');
    if (stream.match('/*')) return ((state.comment = true), 'comment');
    const afterColon = state.colon;
    state.colon = false;
    const sign = stream.peek() ?? '';
    if (sign === "'" || sign === '"') return (stream.next(), (state.quote = sign), 'string');
    if (stream.match(/^`(?:[^`]|``)*`/)) return afterColon ? 'typeName' : 'variableName';
    if (stream.match(/^\$[\p{L}\p{N}_]+/u)) return 'atom';
    if (stream.match(/^\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/)) return 'number';
    if (stream.match(/^[\p{L}_][\p{L}\p{N}_]*/u)) {
      const word = stream.current();
      if (afterColon) return 'typeName';
      if (WORDS.has(word.toUpperCase())) return 'keyword';
      return stream.match(/^\s*\(/, false) ? 'function' : 'variableName';
    }
    stream.next();
    if (sign === ':' || sign === '|') state.colon = true;
    return 'operator';
  },
  tokenTable: { function: tags.function(tags.variableName) },
  languageData: { commentTokens: { line: '//', block: { open: '/*', close: '*/' } } },
});

export const cypherColours = syntaxHighlighting(
  HighlightStyle.define([
    { tag: tags.keyword, color: 'var(--accent)', fontWeight: '600' },
    { tag: tags.string, color: 'var(--cypher-string)' },
    { tag: tags.typeName, color: 'var(--cypher-type)', fontWeight: '600' },
    { tag: tags.number, color: 'var(--cypher-string)' },
    { tag: tags.atom, color: 'var(--cypher-string)' },
    { tag: tags.comment, color: 'var(--ink-3)', fontStyle: 'italic' },
    { tag: tags.operator, color: 'var(--ink-2)' },
  ]),
);
