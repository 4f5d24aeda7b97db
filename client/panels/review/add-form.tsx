import { computed, useSignal } from '@preact/signals';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { ACTS, MODES, type Act, type Actor, type Mode } from '../../../graph-data/schema/index.ts';
import type { ActorRef } from '../../../server/contract/replies.ts';
import * as api from '../../api/calls.ts';
import { modeIn, speakersNear, type Adding } from '../../state/review-adding.ts';
import type { Editing } from '../../state/review-editor.ts';
import { resource } from '../../state/resource.ts';
import { KindIcon } from '../kit.tsx';
import { useApp } from '../context.ts';
import { ActorPicker } from './actor-picker.tsx';
import { Choice } from './choice.tsx';
import { useSitting } from './context.ts';
import { ActorField, DateField } from './inputs.tsx';
import { EditFault, PartButtons, SpanControls } from './edit-bar.tsx';
import { save } from './keys.ts';
import { NewActor } from './new-actor.tsx';

/** Statements of a document that are looked at for who speaks in it. */
const LOOKED_AT = '300';

/** Who speaks in the document near the content, nearest first. */
function useNear({ document, draft }: Editing): readonly ActorRef[] {
  const said = useMemo(
    () =>
      resource(
        computed(() => document),
        (id, signal) =>
          api.statements(
            [
              ['document', id],
              ['limit', LOOKED_AT],
            ],
            signal,
          ),
      ),
    [document],
  );
  return speakersNear(said.value.value.data?.items ?? [], document, draft.content[0]?.start ?? 0);
}

/** Finds the speaker: somebody near, anyone on the record, or somebody new. */
function SpeakerField({ now, onPick }: { now: Editing; onPick: (speaker: ActorRef) => void }) {
  const { editor } = useSitting();
  const fresh = useSignal<string | null>(null);
  const near = useNear(now);
  const make = (actor: Actor) => {
    const { id, name, kind } = actor;
    editor.tell({ fresh: actor });
    onPick({ id, name, kind });
  };
  if (fresh.value !== null)
    return (
      <div
        onKeyDown={(event) => {
          if (event.key === 'Escape') editor.tell({ choosing: false });
        }}
      >
        <NewActor name={fresh.value} onDone={make} />
      </div>
    );
  return (
    <>
      <ActorPicker
        id="added-speaker"
        label="Speaker"
        onPick={onPick}
        onCancel={() => editor.tell({ choosing: false })}
        onNew={(name) => (fresh.value = name)}
      />
      {near.length > 0 && (
        <ul class="candidates" aria-label="Who speaks near by">
          {near.map((actor) => (
            <li key={actor.id}>
              <button type="button" onClick={() => onPick(actor)}>
                <KindIcon kind={actor.kind} /> <span class="grow">{actor.name}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Speaker({ now, adding }: { now: Editing; adding: Adding }) {
  const { editor } = useSitting();
  const { speaker, choosing, fresh } = adding;
  const pick = (actor: ActorRef) => {
    if (editor.editing.peek()?.adding?.fresh?.id !== actor.id) editor.tell({ fresh: null });
    editor.tell({ speaker: actor, choosing: false });
  };
  return (
    <section aria-label="Speaker of the statement">
      <h2>Speaker</h2>
      {choosing ? (
        <SpeakerField now={now} onPick={pick} />
      ) : (
        <p class="who">
          {speaker !== null && (
            <>
              <KindIcon kind={speaker.kind} /> {speaker.name}{' '}
              {fresh !== null && <span class="quiet">(new)</span>}{' '}
            </>
          )}
          <button type="button" onClick={() => editor.tell({ choosing: true })}>
            {speaker === null ? 'Choose who says it' : 'Change'} <kbd>S</kbd>
          </button>
        </p>
      )}
    </section>
  );
}

/** How it is said, when, about whom, to whom, and who carried it. */
function Facts({ now: { text, draft }, adding }: { now: Editing; adding: Adding }) {
  const { tell } = useSitting().editor;
  return (
    <dl class="facts">
      <Choice<Mode>
        id="added-mode"
        label="Mode"
        value={adding.mode ?? modeIn(text, draft.content)}
        values={MODES}
        onChange={(mode) => tell({ mode })}
      />
      <Choice<Act>
        id="added-act"
        label="Act"
        value={adding.act}
        values={ACTS}
        onChange={(act) => tell({ act })}
      />
      <DateField
        id="added-said"
        label="Said"
        value={adding.said}
        onChange={(said) => tell({ said })}
      />
      <ActorField
        id="added-about"
        label="About"
        actors={adding.about}
        onChange={(about) => tell({ about })}
      />
      <ActorField
        id="added-to"
        label="To"
        actors={adding.addressees}
        onChange={(addressees) => tell({ addressees })}
      />
      <ActorField
        id="added-via"
        label="Via"
        actors={adding.via}
        onChange={(via) => tell({ via })}
      />
    </dl>
  );
}

/** A statement that the reader missed: its words, who says them, and how. */
export function AddForm({ now, adding }: { now: Editing; adding: Adding }) {
  const app = useApp();
  const sitting = useSitting();
  const { editor } = sitting;
  const { draft, text } = now;
  const add = useRef<HTMLButtonElement>(null);
  const { speaker } = adding;
  // At once: an effect after the picture would take the focus out of a field that is typed in already.
  useLayoutEffect(() => {
    if (speaker !== null) add.current?.focus();
  }, [speaker]);
  const words = draft.content.map(({ start, end }) => text.slice(start, end)).join(' ');
  return (
    <aside class="review-side" aria-label="Add a statement">
      <div class="side-scroll edit-bar" tabIndex={0} role="region" aria-label="Statement to add">
        <h1>Add a statement</h1>
        <blockquote>{words}</blockquote>
        <SpanControls now={now} />
        <p class="actions">
          <PartButtons />
        </p>
        <Speaker now={now} adding={adding} />
        <Facts now={now} adding={adding} />
      </div>
      <EditFault fault={now.fault} />
      <div class="deeds" role="group" aria-label="Add or leave it">
        <button
          type="button"
          class="primary"
          ref={add}
          disabled={adding.sending}
          onClick={() => save({ app, ...sitting })}
        >
          {adding.sending ? 'Adding …' : 'Add'} <kbd>Enter</kbd>
        </button>
        <button type="button" onClick={editor.cancel}>
          Cancel <kbd>Esc</kbd>
        </button>
      </div>
    </aside>
  );
}
