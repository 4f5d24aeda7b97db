import type { ComponentChildren } from 'preact';
import { count, recordedWords } from '../state/words.ts';
import { useApp } from './context.ts';
import type { Filter } from '../state/url.ts';
import { keepFocus } from './keep-focus.ts';

/** What the ids in the filters are called, as far as anything on the screen tells. */
function useNames(known: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const { data } = useApp();
  const names = new Map(known);
  const facets = { ...data.list.value.value.last?.facets, ...data.siblings.value.value.last };
  for (const facet of Object.values(facets))
    facet?.values.forEach(({ value, label }) => names.set(value, label));
  data.graph.value.value.last?.nodes.forEach((node) => names.set(node.key, node.attributes.label));
  return names;
}

function Chip({ what, value, onRemove }: { what: string; value: string; onRemove: () => void }) {
  return (
    <li>
      <button type="button" class="chip" onClick={onRemove}>
        <span class="sr">Remove </span>
        <b>{what}</b>
        <span class="clip">{value}</span> <span aria-hidden="true">×</span>
      </button>
    </li>
  );
}

const valueWords = ({ key, value }: Filter) => (key === 'recorded' ? recordedWords(value) : value);

const NONE: ReadonlyMap<string, string> = new Map();

/** Filters that are set, each with a way to take it off. */
export function FilterChips({
  label,
  next,
  known = NONE,
  children,
}: {
  label: string;
  /** Selector of what takes the focus when the last one is taken off. */
  next: string;
  /** Names of ids that are known here besides. */
  known?: ReadonlyMap<string, string>;
  children?: ComponentChildren;
}) {
  const { screen } = useApp();
  const { filters, ego } = screen.state.value;
  const names = useNames(known);
  return (
    <ul class="chips" aria-label={label} onClick={() => keepFocus('.chip', next)}>
      {filters.map((filter) => (
        <Chip
          key={`${filter.key}:${filter.value}`}
          what={filter.key === 'q' ? 'search' : filter.key}
          value={names.get(filter.value) ?? valueWords(filter)}
          onRemove={() => screen.removeFilter(filter)}
        />
      ))}
      {ego !== null && (
        <Chip
          what={`within ${count(ego.hops, 'step')} of`}
          value={names.get(ego.of) ?? ego.of}
          onRemove={() => screen.setEgo(null)}
        />
      )}
      {children}
    </ul>
  );
}
