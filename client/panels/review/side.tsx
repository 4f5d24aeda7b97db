import './side.css';
import { useApp } from '../context.ts';
import type { StatementReply } from '../../../server/contract/replies.ts';
import type { Candidate } from '../../../server/contract/review.ts';
import { isQueueNarrowed } from '../../state/review-pages.ts';
import { KindIcon } from '../kit.tsx';
import { AddForm } from './add-form.tsx';
import { ClaimFields } from './claim-fields.tsx';
import { useSitting } from './context.ts';
import { EditBar, EditDeeds } from './edit-bar.tsx';
import { StatementFields } from './fields.tsx';
import { accept, beginAdding, beginEdit } from './keys.ts';
import { FATE_GLYPH, FATE_WORD, TYPE_LOOK } from './look.ts';
import { queueFilterOf, showAll } from './narrowed.tsx';
import { Sureness } from './sureness.tsx';

/** Who else it may be: one key each. */
function Candidates({
  statement,
  candidates,
}: {
  statement: StatementReply;
  candidates: readonly Candidate[];
}) {
  const { review } = useSitting();
  const { focus } = useApp();
  return (
    <section aria-label="Speaker">
      <h2>
        Speaker
        <button type="button" class="link end" onClick={() => (focus.dialog.value = 'speaker')}>
          Somebody else <kbd>S</kbd>
        </button>
      </h2>
      <p class="who">
        <KindIcon kind={statement.speaker.kind} /> {statement.speaker.name}{' '}
        <button
          type="button"
          class="link"
          aria-label={`Mend ${statement.speaker.name}`}
          onClick={() => focus.mendActor(statement.speaker.id)}
        >
          Mend
        </button>
      </p>
      {candidates.length > 0 && (
        <ol class="candidates">
          {candidates.slice(0, 9).map(({ actor, reason }, i) => (
            <li key={actor.id}>
              <button
                type="button"
                aria-pressed={actor.id === statement.speaker.id}
                onClick={() => review.changeSpeaker(actor)}
              >
                <kbd>{i + 1}</kbd> <KindIcon kind={actor.kind} />
                <span class="grow">
                  {actor.name} <small>{reason}</small>
                </span>
              </button>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function Deeds() {
  const app = useApp();
  const sitting = useSitting();
  const { review } = sitting;
  const last = review.steps.value.at(-1);
  return (
    <div class="deeds" role="group" aria-label="Decide">
      <button type="button" class="primary" onClick={() => accept({ app, ...sitting })}>
        Accept <kbd>A</kbd>
      </button>
      <button type="button" onClick={review.reject}>
        Reject <kbd>R</kbd>
      </button>
      <button type="button" onClick={() => beginEdit({ app, ...sitting })}>
        Edit <kbd>E</kbd>
      </button>
      <button
        type="button"
        disabled={last === undefined}
        title={last && `Undo: ${last.label}`}
        onClick={review.undo}
      >
        Undo <kbd>U</kbd>
      </button>
      <span class="grow" />
      <button type="button" aria-label="K ↑ previous proposal" onClick={() => review.step(-1)}>
        <kbd>K</kbd>
        <span class="arrow">↑</span>
      </button>
      <button type="button" aria-label="J ↓ next proposal" onClick={() => review.step(1)}>
        <kbd>J</kbd>
        <span class="arrow">↓</span>
      </button>
    </div>
  );
}

/** Deeds on more than the current proposal. */
function MoreDeeds() {
  const app = useApp();
  const sitting = useSitting();
  const { focus } = app;
  return (
    <p class="actions more-deeds">
      <button type="button" class="link" onClick={() => beginAdding({ app, ...sitting })}>
        Add a statement <kbd>I</kbd>
      </button>
      <button type="button" class="link" onClick={() => focus.askMerge(null)}>
        Merge actors <kbd>M</kbd>
      </button>
      <button type="button" class="link" onClick={() => (focus.dialog.value = 'split')}>
        Split an actor <kbd>X</kbd>
      </button>
    </p>
  );
}

function Nothing() {
  const app = useApp();
  const sitting = useSitting();
  const { focus } = app;
  const { review, document } = sitting;
  const narrowed = isQueueNarrowed(queueFilterOf(app));
  return (
    <div class="pad">
      <h1>Nothing to review</h1>
      <p class="quiet">
        {narrowed
          ? 'No undecided proposal fits the filters.'
          : 'Every proposal has been decided. Bring a document, and what is read in it comes here.'}
      </p>
      <p class="actions">
        {narrowed && (
          <>
            <button type="button" onClick={() => showAll(app)}>
              All proposals
            </button>
            <button type="button" onClick={() => app.screen.setView('table')}>
              What fits in the table
            </button>
          </>
        )}
        <button type="button" class="primary" onClick={() => (focus.dialog.value = 'import')}>
          Import documents
        </button>
        {document.value.value.data?.text != null && (
          <button type="button" onClick={() => beginAdding({ app, ...sitting })}>
            Add a statement <kbd>I</kbd>
          </button>
        )}
        {review.steps.value.length > 0 && (
          <button type="button" onClick={review.undo}>
            Undo <kbd>U</kbd>
          </button>
        )}
      </p>
    </div>
  );
}

/** Everything about the current proposal that can be decided. */
export function Side() {
  const { review, editor } = useSitting();
  const item = review.current.value;
  const editing = editor.editing.value;
  if (editing?.adding != null) return <AddForm now={editing} adding={editing.adding} />;
  if (item === null)
    return (
      <aside class="review-side" aria-label="Proposal">
        <Nothing />
      </aside>
    );
  const { proposal, fate, fault } = item;
  const aside = review.aside.value !== null;
  return (
    <aside class="review-side" aria-label="Proposal">
      <div class="side-scroll" tabIndex={0} role="region" aria-label="Details of the proposal">
        <p class="kicker">
          <span aria-hidden="true">{TYPE_LOOK[proposal.type].glyph}</span>
          {TYPE_LOOK[proposal.type].label}{' '}
          {aside
            ? 'beside the queue'
            : `${review.place.value + 1} of ${review.page.value?.total ?? 0}`}
          <span class="tag end" data-fate={fate}>
            {FATE_GLYPH[fate]} {FATE_WORD[fate]}
          </span>
        </p>
        {aside && (
          <button type="button" class="link" onClick={() => void review.leaveAside()}>
            Back to the queue <kbd>Esc</kbd>
          </button>
        )}
        {(!aside || proposal.confidence !== null) && <Sureness item={item} />}
        {fault !== null && (
          <p class="fault" role="alert">
            {fault}
          </p>
        )}
        {editing !== null ? (
          <EditBar />
        ) : proposal.type === 'statement' ? (
          <>
            <Candidates statement={proposal.record} candidates={proposal.candidates} />
            <StatementFields statement={proposal.record} document={proposal.document} />
          </>
        ) : (
          <ClaimFields key={item.id} claim={proposal} />
        )}
        {editing === null && <MoreDeeds />}
      </div>
      {editing === null ? <Deeds /> : <EditDeeds />}
    </aside>
  );
}
