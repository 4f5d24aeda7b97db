import {
  autocompletion,
  closeCompletion,
  completionKeymap,
  type CompletionContext,
  type CompletionResult,
} from '@codemirror/autocomplete';
import { Prec, type Extension } from '@codemirror/state';
import { keymap } from '@codemirror/view';
import * as api from '../../api/calls.ts';
import { cypher } from '../../api/cypher.ts';
import { KEYWORDS } from './language.ts';

/** What can come next in a query: words of the language, of the record, names of actors. */

const FUNCTIONS = (
  'count collect sum avg min max size length nodes relationships labels type id keys properties ' +
  'shortestPath allShortestPaths coalesce head last tail range reverse toLower toUpper trim replace ' +
  'split substring toString toInteger toFloat abs round date datetime duration'
).split(' ');

/** What the record holds, for completion. */
interface Names {
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
function completions(names: () => Names | null) {
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

let known: Names | null = null;

async function learn(): Promise<void> {
  if (known !== null) return;
  const list = async (query: string) =>
    (await cypher(query, 1000)).rows.map(([name]) => String(name ?? ''));
  const labels = await list('CALL db.labels()');
  const types = await list('CALL db.relationshipTypes()');
  known = { labels, types, properties: await list('CALL db.propertyKeys()') };
}

/** Completion for the editor; what the record holds is asked for once. */
export function completion(): Extension {
  void learn().catch(() => undefined);
  return [
    autocompletion({ override: [completions(() => known)], icons: false }),
    keymap.of(completionKeymap),
    // Before the query is run, which the editor's own binding does.
    Prec.highest(keymap.of([{ key: 'Mod-Enter', run: (view) => closeCompletion(view) && false }])),
  ];
}
