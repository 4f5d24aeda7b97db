import { useSignal, useSignalEffect } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { valuesOf } from '../state/filters.ts';
import { isCypher } from '../state/console-language.ts';
import { answer } from '../state/question.ts';
import { insertAt, tokenAt } from '../state/token.ts';
import type { Suggestion } from '../../server/contract/replies.ts';
import { Combobox, type Option } from './combobox.tsx';
import { useApp } from './context.ts';
import { SuggestionLine, useSuggestions } from './suggestions.tsx';

/** The query bar: words, "phrases", `key:value`. A bare name picked from the list is gone to. */
export function SearchBox() {
  const { screen } = useApp();
  const field = useRef<HTMLInputElement>(null);
  const text = useSignal('');
  const caret = useSignal(0);
  const word = useSignal('');
  const items = useSuggestions(word);

  useSignalEffect(() => {
    text.value = valuesOf(screen.filters.value, 'q').join(' ');
    word.value = '';
  });

  const type = (value: string, at: number) => {
    text.value = value;
    caret.value = at;
    word.value = tokenAt(value, at).text;
  };
  const submit = () => {
    word.value = '';
    if (isCypher(text.value)) screen.go({ view: 'console', cypher: text.value.trim() });
    else void answer(screen, text.value.trim());
  };
  const goesTo = (item: Suggestion) => item.id !== null && !word.peek().includes(':');
  const pick = (item: Suggestion) => {
    const token = tokenAt(text.value, caret.value);
    if (goesTo(item)) {
      const next = insertAt(text.value, token, '').text.trim();
      type(next, next.length);
      screen.openRecord(item.id as string);
      return;
    }
    const next = insertAt(text.value, token, item.insert);
    type(next.text, next.caret);
    if (item.insert.endsWith(':')) word.value = item.insert;
    requestAnimationFrame(() => field.current?.setSelectionRange(next.caret, next.caret));
  };
  const options = items.value.map((item): Option => ({
    key: `${item.type} ${item.insert}`,
    content: <SuggestionLine item={item} />,
    pick: () => pick(item),
  }));
  return (
    <form
      class="query"
      role="search"
      aria-label="The record"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Combobox
        id="search"
        label="Search"
        placeholder="Search words, “phrases”, speaker:Lukashenko about:Poland said:2022-10.."
        value={text.value}
        field={field}
        options={options}
        onInput={type}
        onEnter={submit}
      />
      <kbd aria-hidden="true">/</kbd>
      <button class="primary" type="submit">
        Search
      </button>
    </form>
  );
}
