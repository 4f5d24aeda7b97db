import './dialogs.css';
import './actor-form.css';
import { useSignal } from '@preact/signals';
import type { DecisionReply } from '../../../server/contract/decisions.ts';
import type { ActorReply } from '../../../server/contract/replies.ts';
import * as api from '../../api/calls.ts';
import { asApiError, type ApiError } from '../../api/http.ts';
import { undoDecision } from '../../api/review.ts';
import type { App } from '../../state/app.ts';
import { recordChanged } from '../../state/resource.ts';
import { useApp } from '../context.ts';
import { CloseButton, Dialog } from '../dialogs/dialog.tsx';
import { ErrorNotice, Loading } from '../kit.tsx';
import { useActor, useActorEditing, type ActorEditing } from './actor-editing.ts';
import {
  Country,
  KindField,
  NameField,
  NoteField,
  OtherNames,
  WikidataField,
} from './actor-fields.tsx';
import { sittingOf } from './context.ts';

interface FormProps {
  readonly actor: ActorReply;
  readonly onSaved: (id: DecisionId) => void;
  readonly onCancel: () => void;
}

/** Why it was not saved; of an actor that was changed meanwhile, the way to go on. */
function Refusal({ of: { refusal, loadAnew } }: { of: ActorEditing }) {
  if (refusal.value === null) return null;
  const { failure } = refusal.value;
  const overtaken = failure.kind === 'problem' && failure.problem.code === 'conflict';
  return (
    <>
      <ErrorNotice error={refusal.value} />
      {overtaken && (
        <p class="actions">
          <button type="button" onClick={() => void loadAnew()}>
            Load anew
          </button>
          <span class="quiet">What you changed stays in the form.</span>
        </p>
      )}
    </>
  );
}

function Fields({ actor, onSaved, onCancel }: FormProps) {
  const editing = useActorEditing(actor, { onSaved, onUnchanged: onCancel });
  const { standing, save } = editing;
  return (
    <form
      class="actor-form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Refusal of={editing} />
      {standing.value !== null && <p role="status">{standing.value}</p>}
      <NameField actor={actor} editing={editing} />
      <KindField editing={editing} />
      <OtherNames editing={editing} />
      <Country
        country={editing.draft.value.country}
        onChange={(country) => editing.set({ country })}
      />
      <WikidataField editing={editing} />
      <NoteField editing={editing} />
      <p class="actions">
        <button type="submit" class="primary">
          Save
        </button>
        <button type="button" onClick={onCancel}>
          Cancel
        </button>
      </p>
    </form>
  );
}

type DecisionId = DecisionReply['decision']['id'];

/** Shows what was changed of an actor in the rest of the screen, and in the queue beside it. */
function changed(app: App): void {
  recordChanged();
  const { focus } = app;
  const id = focus.mending.peek();
  if (id === null) return;
  api.actor(id).then(
    ({ id: known, name, kind }) => sittingOf(app).review.called({ id: known, name, kind }),
    (error: unknown) => focus.announce(asApiError(error).message),
  );
}

/** What was saved, and the way to take it back; null until something is. */
function useSaved() {
  const app = useApp();
  const { focus } = app;
  const saved = useSignal<DecisionId | null>(null);
  /** Why it could not be taken back. */
  const kept = useSignal<ApiError | null>(null);
  const save = (decision: DecisionId) => {
    saved.value = decision;
    changed(app);
  };
  const undo = async () => {
    if (saved.value === null) return;
    try {
      await undoDecision(saved.value);
    } catch (reason) {
      kept.value = asApiError(reason);
      return;
    }
    saved.value = null;
    changed(app);
    focus.announce('Undone');
    focus.dialog.value = null;
  };
  return { saved, kept, save, undo };
}

function Saved({ onUndo }: { onUndo: () => void }) {
  return (
    <>
      <p role="status">Saved. It stands among the decisions of the review.</p>
      <p class="actions">
        <button type="button" onClick={onUndo}>
          Undo
        </button>
      </p>
    </>
  );
}

/** Name, kind, state and other names of the actor that is mended, mended as one decision. */
export function ActorForm() {
  const { focus } = useApp();
  const { data, error } = useActor(focus.mending.value);
  const { saved, kept, save, undo } = useSaved();
  const close = () => (focus.dialog.value = null);
  return (
    <Dialog label="Mend the actor">
      <h1>Mend the actor</h1>
      {error !== null && <ErrorNotice error={error} />}
      {data === null && error === null && <Loading what="the actor" />}
      {kept.value !== null && <ErrorNotice error={kept.value} />}
      {saved.value !== null && <Saved onUndo={() => void undo()} />}
      {saved.value === null && data !== null && (
        <Fields key={data.id} actor={data} onCancel={close} onSaved={save} />
      )}
      {(saved.value !== null || error !== null) && <CloseButton />}
    </Dialog>
  );
}
