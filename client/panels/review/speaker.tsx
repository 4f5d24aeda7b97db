import { useSignal } from '@preact/signals';
import { useApp } from '../context.ts';
import { Dialog } from '../dialogs/dialog.tsx';
import { KindIcon } from '../kit.tsx';
import { ActorPicker } from './actor-picker.tsx';
import { useSitting } from './context.ts';
import { NewActor } from './new-actor.tsx';

/** Who really said it: a candidate, anyone on the record, or somebody new. */
export function SpeakerDialog() {
  const { focus } = useApp();
  const { review } = useSitting();
  const fresh = useSignal<string | null>(null);
  const proposal = review.current.value?.proposal;
  if (proposal?.type !== 'statement') return null;
  const { record, candidates } = proposal;
  const close = () => (focus.dialog.value = null);
  return (
    <Dialog label="Change the speaker">
      <h1>Who said it?</h1>
      <p class="quiet clip">“{record.summary}”</p>
      {fresh.value !== null ? (
        <NewActor
          name={fresh.value}
          onDone={(actor) => {
            review.split(record.speaker, actor, [record.id]);
            close();
          }}
        />
      ) : (
        <ActorPicker
          id="speaker"
          label="Speaker"
          onPick={(actor) => {
            review.changeSpeaker(actor);
            close();
          }}
          onNew={(name) => (fresh.value = name)}
        />
      )}
      <ul class="candidates">
        {candidates.map(({ actor, reason }) => (
          <li key={actor.id}>
            <button
              type="button"
              aria-pressed={actor.id === record.speaker.id}
              onClick={() => {
                review.changeSpeaker(actor);
                close();
              }}
            >
              <KindIcon kind={actor.kind} />
              <span class="grow">
                {actor.name} <small>{reason}</small>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
