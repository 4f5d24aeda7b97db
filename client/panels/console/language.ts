import { HighlightStyle, StreamLanguage, syntaxHighlighting } from '@codemirror/language';
import type { CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import { tags } from '@lezer/highlight';
import * as api from '../../api/calls.ts';

/** Cypher for the editor: what its words look like, and what can come next. */

export const KEYWORDS = (
  'MATCH OPTIONAL WHERE WITH UNWIND RETURN UNION ALL ORDER BY ASC DESC SKIP LIMIT DISTINCT AS CASE ' +
  'WHEN THEN ELSE END AND OR XOR NOT IN IS NULL STARTS ENDS CONTAINS EXISTS COUNT CALL YIELD EXPLAIN ' +
  'TRUE FALSE ANY NONE SINGLE'
).split(' ');
const WORDS = new Set(KEYWORDS);

const FUNCTIONS = (
  'count collect sum avg min max size length nodes relationships labels type id keys properties ' +
  'shortestPath allShortestPaths coalesce head last tail range reverse toLower toUpper trim replace ' +
  'split substring toString toInteger toFloat abs round date datetime duration'
).split(' ');

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

/** What the record holds, for completion. */
export interface Names {
  readonly labels: readonly string[];
  readonly types: readonly string[];
  readonly properties: readonly string[];
}

const options = (labels: readonly string[], type: string) =>
  labels.map((label) => ({ label, type }));

/** Names of actors inside a string, by any of their aliases. */
async function named(context: CompletionContext, from: number): Promise<CompletionResult | null> {
  const text = context.state.sliceDoc(from, context.pos);
  if (text.trim().length < 2) return null;
  const controller = new AbortController();
  context.addEventListener('abort', () => controller.abort());
  const found = await api.suggest(text, controller.signal).catch(() => null);
  if (found === null) return null;
  const actors = found.items.filter((item) => item.type === 'actor');
  return {
    from,
    filter: false,
    options: actors.map(({ label, matched }) => ({
      label,
      type: 'text',
      ...(matched === null ? {} : { detail: matched }),
    })),
  };
}

/** Labels after `(:`, types after `[:`, properties after a dot, names in strings, else words. */
export function completions(names: () => Names | null) {
  return (
    context: CompletionContext,
  ): CompletionResult | Promise<CompletionResult | null> | null => {
    const line = context.state.doc.lineAt(context.pos);
    const before = line.text.slice(0, context.pos - line.from);
    const string = /(['"])((?:(?!\1).)*)$/.exec(
      before.replace(/(['"])(?:(?!\1).)*\1/g, (all) => '_'.repeat(all.length)),
    );
    if (string !== null) return named(context, context.pos - (string[2] ?? '').length);
    const known = names();
    const label = /\([^)[\]]*[:|]\s*([\p{L}_]*)$/u.exec(before);
    if (label)
      return {
        from: context.pos - (label[1] ?? '').length,
        options: options(known?.labels ?? [], 'class'),
      };
    const type = /\[[^\]]*[:|]\s*([\p{L}_]*)$/u.exec(before);
    if (type)
      return {
        from: context.pos - (type[1] ?? '').length,
        options: options(known?.types ?? [], 'interface'),
      };
    const property = /(?:\.|\{\s*|,\s*)([\p{L}_]*)$/u.exec(before);
    if (property && /[.{]/.test(before))
      return {
        from: context.pos - (property[1] ?? '').length,
        options: options(known?.properties ?? [], 'property'),
      };
    const word = context.matchBefore(/[\p{L}_]+/u);
    if (word === null) return null;
    return {
      from: word.from,
      options: [...options(KEYWORDS, 'keyword'), ...options(FUNCTIONS, 'function')],
    };
  };
}
