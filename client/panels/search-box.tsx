import { effect, useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { valuesOf } from '../state/filters.ts';
import { isCypher } from '../state/console-language.ts';
import { answer } from '../state/question.ts';
import { goTo } from '../state/go-to.ts';
import { withPicked } from '../state/insert.ts';
import { Combobox, type Option } from './combobox.tsx';
import { useApp } from './context.ts';
import { SuggestionLine, useSuggestions, type Offer } from './suggestions.tsx';

/** What stands in the box, the search of the address until something is typed, and its deeds. */
function useSearch(field: RefObject<HTMLInputElement | null>) {
  const app = useApp();
  const { screen } = app;
  const text = useSignal('');
  /** The text up to the caret while it is typed: what suggestions are asked for. */
  const typed = useSignal('');
  // At once, not after the next drawing: that would take away what is typed meanwhile.
  useLayoutEffect(
    () =>
      effect(() => {
        text.value = valuesOf(screen.filters.value, 'q').join(' ');
        typed.value = '';
      }),
    [],
  );
  const type = (value: string, caret: number) => {
    text.value = value;
    typed.value = value.slice(0, caret);
  };
  const submit = () => {
    typed.value = '';
    if (!isCypher(text.value)) return void answer(app, text.value.trim());
    field.current?.blur();
    screen.go({ view: 'console', cypher: text.value.trim() });
  };
  const pick = (item: Offer) => {
    const { named, caret, ...next } = withPicked(text.value, item);
    text.value = next.text;
    typed.value = next.unfinished;
    if (named !== null) goTo(app, named);
    else requestAnimationFrame(() => field.current?.setSelectionRange(caret, caret));
  };
  return { text, typed, type, submit, pick };
}

/** The query bar: words, "phrases", `key:value`. A bare name picked from the list is gone to. */
export function SearchBox() {
  const field = useRef<HTMLInputElement>(null);
  const { text, typed, type, submit, pick } = useSearch(field);
  const items = useSuggestions(typed);
  const options = items.value.map((item): Option => ({
    key: `${item.type} ${item.id ?? item.insert}`,
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
