import './dialogs.css';
import { computed, useSignal, type Signal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { Likeness, LikenessList } from '../../../server/contract/review.ts';
import * as api from '../../api/review.ts';
import { actionsOf, askedOf, toldOf, type Line } from '../../state/likeness.ts';
import { resource } from '../../state/resource.ts';
import { count } from '../../state/words.ts';
import { useApp } from '../context.ts';
import { CloseButton, Dialog } from '../dialogs/dialog.tsx';
import { ErrorNotice, Listed, Loading } from '../kit.tsx';
import { SittingProvider, sittingOf, useSitting } from './context.ts';

/** Records of a group that are shown at once. */
const SHOWN = 5;

/** The records of a likeness that are left out of the answer, by place. */
type LeftOut = Signal<ReadonlySet<number>>;

function Member({ line: { at, label, source }, out }: { line: Line; out: LeftOut | null }) {
  const words = (
    <>
      {label === null ? (
        <Listed words={source} />
      ) : (
        <>
          <bdi>{label}</bdi>{' '}
          <small class="quiet">
            <Listed words={source} />
          </small>
        </>
      )}
    </>
  );
  if (out === null) return <li>{words}</li>;
  const turn = (isIn: boolean) => {
    const next = new Set(out.peek());
    if (isIn) next.delete(at);
    else next.add(at);
    out.value = next;
  };
  return (
    <li>
      <label>
        <input
          type="checkbox"
          checked={!out.value.has(at)}
          onChange={(event) => turn(event.currentTarget.checked)}
        />{' '}
        {words}
      </label>
    </li>
  );
}

/** Words that all of the records share; of several statements the first, the others folded. */
function Said({ words: [first, ...others] }: { words: readonly string[] }) {
  if (first === undefined) return null;
  return (
    <>
      <blockquote dir="auto">{first}</blockquote>
      {others.length > 0 && (
        <details>
          <summary>and {count(others.length, 'more statement')} that they share</summary>
          {others.map((each, i) => (
            <blockquote dir="auto" key={i}>
              {each}
            </blockquote>
          ))}
        </details>
      )}
    </>
  );
}

function Members({ item, out }: { item: Likeness; out: LeftOut }) {
  const { said, lines } = toldOf(item);
  const rest = lines.slice(SHOWN);
  const member = (line: Line) => (
    // Of two there is nothing to leave out: one alone is no answer.
    <Member key={line.at} line={line} out={lines.length > 2 ? out : null} />
  );
  return (
    <>
      <Said words={said} />
      <ol>{lines.slice(0, SHOWN).map(member)}</ol>
      {rest.length > 0 && (
        <details>
          <summary>{rest.length.toLocaleString('en')} more</summary>
          <ol start={SHOWN + 1}>{rest.map(member)}</ol>
        </details>
      )}
    </>
  );
}

function Group({ item }: { item: Likeness }) {
  const { review } = useSitting();
  const done = useSignal(false);
  const out: LeftOut = useSignal<ReadonlySet<number>>(new Set());
  const chosen = item.records.filter((_, at) => !out.value.has(at));
  const actions = actionsOf(item.type, chosen);
  const { ask, deed } = askedOf(item, chosen.length);
  return (
    <li class="pair">
      <p class="kicker">
        {ask} <span class="quiet">{item.reason}</span>
      </p>
      <Members item={item} out={out} />
      <button
        type="button"
        disabled={done.value || actions.length === 0}
        onClick={() => {
          review.others(actions, `${deed}: ${item.labels[0] ?? ''}`);
          done.value = true;
        }}
      >
        {done.value ? 'Done: U takes it back' : deed}
      </button>
    </li>
  );
}

/** What was done here last: its question may be gone from the list already. */
function LastDeed({ since }: { since: number }) {
  const { review } = useSitting();
  const last = review.steps.value.slice(since).at(-1);
  if (last === undefined) return null;
  return (
    <p class="actions" role="status">
      <span class="grow">Done: {last.label}</span>
      <button type="button" onClick={() => review.undo()}>
        Take it back
      </button>
    </p>
  );
}

/** Of what the questions are when they are not of the whole record. */
function Narrowed() {
  const { focus } = useApp();
  if (focus.doublesOf.value === null) return null;
  return (
    <p class="quiet">
      Questions about one statement.{' '}
      <button type="button" class="link" onClick={() => focus.askDoubles(null)}>
        All doubles of the record
      </button>
    </p>
  );
}

function Questions({ data }: { data: LikenessList }) {
  if (data.items.length === 0) return <p class="quiet">None was found.</p>;
  return (
    <div class="log" tabIndex={0} role="region" aria-label="Likenesses">
      <ul>
        {data.items.map((item) => (
          <Group key={item.records.join(' ')} item={item} />
        ))}
      </ul>
    </div>
  );
}

export function LikenessesDialog() {
  const { focus } = useApp();
  const { review } = useSitting();
  const since = useMemo(() => review.steps.peek().length, [review]);
  const found = useMemo(
    () =>
      resource(
        computed(() => focus.doublesOf.value ?? ''),
        (of, signal) => api.likenesses(of === '' ? [] : [of], signal),
      ),
    [focus],
  );
  const { data, error } = found.value.value;
  return (
    <Dialog label="Doubles">
      <h1>Records that may be one</h1>
      <Narrowed />
      {error !== null && <ErrorNotice error={error} retry={found.reload} />}
      {data === null && error === null && <Loading what="likenesses" />}
      {data !== null && <Questions data={data} />}
      {data !== null && data.total > data.items.length && (
        <p class="quiet">
          The likest {data.items.length} of {count(data.total, 'likeness', 'likenesses')}.
        </p>
      )}
      {data?.bound != null && <p class="quiet">{data.bound}</p>}
      <LastDeed since={since} />
      <CloseButton />
    </Dialog>
  );
}

/** The same beside every other view. */
export function DoublesAnywhere() {
  return (
    <SittingProvider value={sittingOf(useApp())}>
      <LikenessesDialog />
    </SittingProvider>
  );
}
