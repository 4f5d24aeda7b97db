import './dialogs.css';
import { computed, useSignal, type Signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import * as calls from '../../api/calls.ts';
import * as api from '../../api/review.ts';
import { asApiError } from '../../api/http.ts';
import type { ActorRef, ActorReply } from '../../../server/contract/replies.ts';
import { KIND_LOOK } from '../../state/encoding.ts';
import { resource } from '../../state/resource.ts';
import { actorsOf, doublesOf } from '../../state/review-queue.ts';
import { count } from '../../state/words.ts';
import { useApp } from '../context.ts';
import { Dialog } from '../dialogs/dialog.tsx';
import { ErrorNotice, KindIcon, Loading } from '../kit.tsx';
import { ActorPicker } from './actor-picker.tsx';
import { SittingProvider, sittingOf, useSitting } from './context.ts';

function documentsOf({ documents, omitted }: ActorReply): string {
  const more = omitted.documents > 0 ? [`and ${count(omitted.documents, 'more', 'more')}`] : [];
  return [...documents.map(({ title }) => title), ...more].join('; ') || '–';
}

function Rows({ actor }: { actor: ActorReply }) {
  const { counts } = actor;
  const rows = [
    ['Kind', KIND_LOOK[actor.kind].label],
    ['Also', actor.aliases.join(', ') || '–'],
    ['Note', actor.note || '–'],
    ['Wikidata', actor.wikidata ?? '–'],
    ['Country', actor.country?.replace('actor:', '') ?? '–'],
    ['Said', count(counts.said, 'statement')],
    ['Told of', count(counts.about, 'statement')],
    [
      'Ties',
      [
        count(counts.agreements, 'agreement'),
        count(counts.events, 'event'),
        count(counts.relations, 'relation'),
      ].join(', '),
    ],
    ['Documents', documentsOf(actor)],
  ];
  return (
    <dl class="facts">
      {rows.map(([term, what]) => (
        <div class="fact" key={term}>
          <dt>{term}</dt>
          <dd>{what}</dd>
        </div>
      ))}
    </dl>
  );
}

/** One of the two records: chosen by name, then shown whole. */
function Half({
  which,
  chosen,
  children,
}: {
  which: string;
  chosen: Signal<ActorRef | null>;
  /** Shown while nobody is chosen. */
  children?: ComponentChildren;
}) {
  const reply = useMemo(
    () =>
      resource(
        computed(() => chosen.value?.id ?? null),
        (id, signal) => calls.actor(id, signal),
      ),
    [chosen],
  );
  const { data, error } = reply.value.value;
  const actor = chosen.value;
  if (actor === null)
    return (
      <section class="half" aria-label={which}>
        <h2>{which}</h2>
        <ActorPicker
          id={`merge-${which.toLowerCase().replaceAll(' ', '-')}`}
          label={which}
          onPick={(picked) => (chosen.value = picked)}
        />
        {children}
      </section>
    );
  return (
    <section class="half" aria-label={which}>
      <h2>{which}</h2>
      <p class="who">
        <KindIcon kind={actor.kind} /> {actor.name}{' '}
        <button type="button" class="link" onClick={() => (chosen.value = null)}>
          change
        </button>
      </p>
      {error !== null && <ErrorNotice error={error} retry={reply.reload} />}
      {data?.id === actor.id ? (
        <Rows actor={data} />
      ) : (
        error === null && <Loading what="the actor" />
      )}
    </section>
  );
}

/** Who may be the same as an actor, by the likenesses found; nobody is chosen by itself. */
function Doubles({ of, onPick }: { of: ActorRef; onPick: (actor: ActorRef) => void }) {
  const { focus } = useApp();
  const found = useMemo(
    () =>
      resource(
        computed(() => 'likenesses'),
        (_key, signal) => api.likenesses([], signal),
      ),
    [],
  );
  const doubles = doublesOf(of.id, found.value.value.data?.items ?? []);
  if (doubles.length === 0) return null;
  const pick = (double: string) =>
    calls.actor(double).then(
      ({ id, name, kind }) => onPick({ id, name, kind }),
      (error: unknown) => focus.announce(asApiError(error).message),
    );
  return (
    <ul class="candidates" aria-label={`Perhaps ${of.name}`}>
      {doubles.map(({ id, name, reason }) => (
        <li key={id}>
          <button type="button" onClick={() => void pick(id)}>
            <span class="grow">
              {name} <small>{reason}</small>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Two records side by side; the left stays, the right becomes names of it. */
export function MergeDialog() {
  const { focus } = useApp();
  const { review } = useSitting();
  const begun = useMemo(() => {
    const proposal = review.current.peek()?.proposal;
    const first = proposal === undefined ? null : (actorsOf(proposal)[0] ?? null);
    return focus.merging.peek() ?? { into: first, from: null };
  }, [review]);
  const into = useSignal<ActorRef | null>(begun.into);
  const from = useSignal<ActorRef | null>(begun.from);
  const ready = into.value !== null && from.value !== null && into.value.id !== from.value.id;
  const swap = () => ([into.value, from.value] = [from.value, into.value]);
  const merge = () => {
    if (into.value === null || from.value === null || !ready) return;
    review.merge(from.value, into.value);
    focus.dialog.value = null;
  };
  return (
    <Dialog label="Merge two actors">
      <h1>Are these one actor?</h1>
      <div class="halves">
        <Half which="Stays" chosen={into} />
        <Half which="Becomes part of it" chosen={from}>
          {into.value !== null && (
            <Doubles of={into.value} onPick={(actor) => (from.value = actor)} />
          )}
        </Half>
      </div>
      <p class="quiet">
        Everything said by, to or about the right one moves to the left one, and its names become
        further names. One decision: one undo takes it back.
      </p>
      <p class="actions">
        <button type="button" class="primary" disabled={!ready} onClick={merge}>
          Merge
        </button>
        <button type="button" onClick={swap}>
          Swap sides
        </button>
        <button type="button" onClick={() => (focus.dialog.value = null)}>
          Cancel
        </button>
      </p>
    </Dialog>
  );
}

/** The same beside every other view. */
export function MergeAnywhere() {
  return (
    <SittingProvider value={sittingOf(useApp())}>
      <MergeDialog />
    </SittingProvider>
  );
}
