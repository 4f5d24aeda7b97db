import type { QueryNote } from '../../../server/contract/replies.ts';
import { add, isNarrowed, type Filters } from '../../state/filters.ts';
import { count } from '../../state/words.ts';
import { useApp } from '../context.ts';
import { keepFocus } from '../keep-focus.ts';
import { ON_STAGE } from '../kit.tsx';

/** Keys of statements that name somebody who may have a part in a claim instead. */
const PARTS = new Set(['speaker', 'about', 'addressee', 'via']);

/** Why nothing is listed, and the ways out. */
export function NoRows({ what, notes = [] }: { what: string; notes?: readonly QueryNote[] }) {
  const { data, screen } = useApp();
  const statements = data.list.value.value.data?.total ?? 0;
  const state = screen.state.value;
  const foreign = new Set(
    notes.filter(({ code }) => code === 'not-of-claims').map(({ field }) => field),
  );
  const guilty = state.filters.filter(({ key }) => foreign.has(key));
  const parts = guilty.filter(({ key }) => PARTS.has(key));
  const asParts = () => {
    const rest = state.filters.filter((filter) => !guilty.includes(filter));
    const added = parts.map(({ value }) => ({ key: 'actor', value }));
    screen.go({ filters: added.reduce<Filters>(add, rest), at: null });
  };
  return (
    <div class="notice" role="status">
      <h2>{isNarrowed(state) ? `No ${what} match` : `No ${what} on this record yet`}</h2>
      {notes.map((note) => (
        <p key={note.field ?? note.message}>{note.message}</p>
      ))}
      <p class="actions" onClick={() => keepFocus(ON_STAGE)}>
        {parts.length > 0 && (
          <button type="button" onClick={asParts}>
            Those in which {parts.length === 1 ? 'this actor has' : 'these actors have'} a part
          </button>
        )}
        {statements > 0 && (
          <button type="button" onClick={() => screen.setTable('statements')}>
            {count(statements, 'statement matches', 'statements match')}: show{' '}
            {statements === 1 ? 'it' : 'them'}
          </button>
        )}
        {isNarrowed(state) && (
          <button type="button" onClick={screen.clear}>
            Clear filters
          </button>
        )}
      </p>
    </div>
  );
}
