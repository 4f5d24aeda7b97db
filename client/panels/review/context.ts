import { computed } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { DocumentId } from '../../../graph-data/schema/index.ts';
import * as api from '../../api/calls.ts';
import type { App } from '../../state/app.ts';
import { valuesOf } from '../../state/filters.ts';
import { resource } from '../../state/resource.ts';
import { createEditor } from '../../state/review-editor.ts';
import { createReview } from '../../state/review.ts';
import { createWrongFields } from '../../state/wrong-fields.ts';

/** The sitting at the queue and what it shows; it outlives a look at another view. */
function createSitting(app: App) {
  const review = createReview(app.focus.announce);
  /** That of the current proposal; where none is left, the one that the address names. */
  const documentId = computed(() => {
    const [named] = valuesOf(app.screen.filters.value, 'document');
    return review.current.value?.proposal.document ?? DocumentId.safeParse(named).data ?? null;
  });
  const document = resource(documentId, (id, signal) => api.document(id, signal));
  return {
    review,
    editor: createEditor(review),
    document,
    documentId,
    wrongFields: createWrongFields(),
  };
}

export type Sitting = ReturnType<typeof createSitting>;

const sittings = new WeakMap<App, Sitting>();

/** The one sitting of an app, begun when first asked for. */
export function sittingOf(app: App): Sitting {
  const known = sittings.get(app) ?? createSitting(app);
  sittings.set(app, known);
  return known;
}

const SittingContext = createContext<Sitting | null>(null);
export const SittingProvider = SittingContext.Provider;

/** Throws outside SittingProvider. */
export function useSitting(): Sitting {
  const sitting = useContext(SittingContext);
  if (sitting === null) throw new Error('useSitting() stands outside SittingProvider');
  return sitting;
}
