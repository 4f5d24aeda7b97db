import { useSignal } from '@preact/signals';
import type { App } from '../../state/app.ts';
import { isNarrowed } from '../../state/filters.ts';
import { isQueueNarrowed, type ReviewFilter } from '../../state/review-pages.ts';
import { useApp } from '../context.ts';
import { FilterChips } from '../filter-chips.tsx';
import { ActorPicker } from './actor-picker.tsx';
import { useSitting } from './context.ts';

/** What the address narrows the queue to. */
export function queueFilterOf({ data, screen }: App): ReviewFilter {
  const { types, least } = screen.state.value;
  return { narrowing: data.narrowing.value, types, least };
}

/** Takes away all that narrows the queue. */
export function showAll({ screen }: App): void {
  screen.go({ filters: [], ego: null, types: [], least: 0, at: null });
}

/** Agreements, events and ties have nothing of some keys: why none of them is left, if it is so. */
function StatementsOnly() {
  const { review } = useSitting();
  const page = review.page.value;
  if (page === null) return null;
  const { agreement = 0, event = 0, relation = 0 } = page.counts;
  const keys = page.notes.filter(({ code }) => code === 'not-of-claims').map(({ field }) => field);
  if (keys.length === 0 || agreement + event + relation > 0) return null;
  return (
    <p class="quiet">
      Agreements, events and ties have no “{[...new Set(keys)].join('”, “')}”: of them none fits.
    </p>
  );
}

/** That the queue is narrowed as every view is, by what, and the way to all of it. */
function Narrowed() {
  const app = useApp();
  const { document } = useSitting();
  const { data: shown } = document.value.value;
  const known = shown === null ? new Map() : new Map([[shown.id as string, shown.title]]);
  return (
    <div class="narrowed" role="group" aria-label="What narrows the queue">
      <p>
        Only what fits the filters.{' '}
        <button type="button" class="link" onClick={() => showAll(app)}>
          All proposals
        </button>
      </p>
      {isNarrowed(app.screen.state.value) && (
        <FilterChips label="Filters set" next=".review-queue .toggles button" known={known} />
      )}
      <StatementsOnly />
    </div>
  );
}

function OnlyOneActor() {
  const { screen } = useApp();
  const choosing = useSignal(false);
  if (!choosing.value)
    return (
      <button type="button" class="link" onClick={() => (choosing.value = true)}>
        Only one actor …
      </button>
    );
  return (
    <ActorPicker
      id="review-actor"
      label="Only proposals with this actor"
      onPick={(actor) => {
        choosing.value = false;
        screen.replaceFilter('actor', actor.id);
      }}
      onCancel={() => (choosing.value = false)}
    />
  );
}

/** The page's own filters: they narrow the queue as they narrow every view. */
export function PageFilters() {
  const narrowed = isQueueNarrowed(queueFilterOf(useApp()));
  return (
    <>
      {narrowed && <Narrowed />}
      <OnlyOneActor />
    </>
  );
}
