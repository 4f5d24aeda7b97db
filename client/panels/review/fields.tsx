import { useSignal } from '@preact/signals';
import { ACTS, Edtf, MODES, type Act, type Mode } from '../../../graph-data/schema/index.ts';
import type { ActorRef, StatementReply } from '../../../server/contract/replies.ts';
import { KindIcon } from '../kit.tsx';
import { ActorPicker } from './actor-picker.tsx';
import { Choice } from './choice.tsx';
import { useSitting } from './context.ts';

/** Actors of one part, each taken away by a click, more added by name. */
function ActorField({
  id,
  label,
  actors,
  onChange,
}: {
  id: string;
  label: string;
  actors: readonly ActorRef[];
  onChange: (actors: readonly ActorRef[]) => void;
}) {
  const adding = useSignal(false);
  return (
    <div class="fact">
      <dt>{label}</dt>
      <dd>
        <ul class="names-list">
          {actors.map((actor) => (
            <li key={actor.id}>
              <button
                type="button"
                class="chip"
                aria-label={`Take ${actor.name} out of “${label}”`}
                onClick={() => onChange(actors.filter((other) => other !== actor))}
              >
                <KindIcon kind={actor.kind} /> <span class="clip">{actor.name}</span> ×
              </button>
            </li>
          ))}
        </ul>
        {adding.value ? (
          <ActorPicker
            id={id}
            label={`Add to “${label}”`}
            onCancel={() => (adding.value = false)}
            onPick={(actor) => {
              adding.value = false;
              if (!actors.some((other) => other.id === actor.id)) onChange([...actors, actor]);
            }}
          />
        ) : (
          <button
            type="button"
            class="link"
            aria-label={`+ add to “${label}”`}
            onClick={() => (adding.value = true)}
          >
            + add
          </button>
        )}
      </dd>
    </div>
  );
}

/** When it was said, as EDTF; what is no date is told and not sent. */
function SaidField({ statement }: { statement: StatementReply }) {
  const { review } = useSitting();
  const wrong = useSignal(false);
  const commit = (text: string) => {
    const date = text.trim() === '' ? null : Edtf.safeParse(text.trim());
    wrong.value = date !== null && !date.success;
    if (date === null) review.edit({ ...statement, said: null }, 'Date taken away');
    else if (date.success) review.edit({ ...statement, said: date.data }, `Said ${date.data}`);
  };
  return (
    <div class="fact">
      <dt>
        <label for="review-said">Said</label>
      </dt>
      <dd>
        <input
          id="review-said"
          key={statement.id}
          defaultValue={statement.said ?? ''}
          placeholder="not known"
          aria-invalid={wrong.value}
          aria-describedby="review-said-help"
          onChange={(event) => commit(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') event.currentTarget.value = statement.said ?? '';
            else if (event.key !== 'Enter') return;
            event.stopPropagation();
            event.currentTarget.blur();
          }}
        />
        <small id="review-said-help" class={wrong.value ? 'fault' : 'quiet'}>
          {wrong.value ? 'No such date. ' : ''}2022-12-07, 2022-12, 2022~ or A/B
        </small>
      </dd>
    </div>
  );
}

/** What a statement says besides its words and its speaker; each change is one decision. */
export function StatementFields({
  statement,
  document,
}: {
  statement: StatementReply;
  document: string;
}) {
  const { review } = useSitting();
  const report = statement.reports.find((item) => item.document.id === document);
  const setVia = (via: readonly ActorRef[]) =>
    review.edit(
      {
        ...statement,
        reports: statement.reports.map((item) =>
          item === report ? { ...item, via: [...via] } : item,
        ),
      },
      'Carriers changed',
    );
  return (
    <section aria-label="Statement">
      <blockquote>{statement.text}</blockquote>
      <dl class="facts" key={statement.id}>
        <Choice<Act>
          id="review-act"
          label="Act"
          value={statement.act}
          values={ACTS}
          onChange={(act) => review.edit({ ...statement, act }, `Act: ${act}`)}
        />
        <Choice<Mode>
          id="review-mode"
          label="Mode"
          value={statement.mode}
          values={MODES}
          onChange={(mode) => review.edit({ ...statement, mode }, `Mode: ${mode}`)}
        />
        <SaidField statement={statement} />
        <ActorField
          id="review-about"
          label="About"
          actors={statement.about}
          onChange={(about) => review.edit({ ...statement, about: [...about] }, 'About changed')}
        />
        <ActorField
          id="review-to"
          label="To"
          actors={statement.addressees}
          onChange={(addressees) =>
            review.edit({ ...statement, addressees: [...addressees] }, 'Addressees changed')
          }
        />
        {report !== undefined && (
          <ActorField id="review-via" label="Via" actors={report.via} onChange={setVia} />
        )}
      </dl>
    </section>
  );
}
