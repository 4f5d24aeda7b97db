import { valuesOf } from '../state/filters.ts';
import { useApp } from './context.ts';
import { RecordLink } from './kit.tsx';

/** The search that a plain question became, to be gone on from in the search box. */
function ReadAs() {
  const { data, screen } = useApp();
  const { fresh, data: reading } = data.reading.value.value;
  if (!fresh || reading?.type !== 'statements') return null;
  const edit = () => {
    screen.replaceFilter('q', reading.search);
    document.getElementById('search')?.focus();
  };
  return (
    <li>
      Read as <code>{reading.search}</code>{' '}
      <button type="button" class="link" onClick={edit}>
        Edit
      </button>
    </li>
  );
}

/** How the search was read where it was not taken literally. */
export function Notes() {
  const { data, screen } = useApp();
  const notes = data.list.value.value.data?.notes ?? [];
  const asked = valuesOf(screen.filters.value, 'q').length > 0;
  if (notes.length === 0 && !asked) return null;
  return (
    <ul class="notes" role="status">
      <ReadAs />
      {notes.map(({ start, code, message, actor }) => (
        <li key={`${start}-${code}-${actor?.id ?? ''}`}>
          {actor === undefined ? message : <RecordLink id={actor.id}>{message}</RecordLink>}
        </li>
      ))}
    </ul>
  );
}
