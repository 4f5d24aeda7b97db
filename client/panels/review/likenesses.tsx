import { computed, useSignal, type Signal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { z } from 'zod';
import { ActorId, DocumentId, StatementId, type Action } from '../../../graph-data/schema/index.ts';
import type { Likeness } from '../../../server/contract/review.ts';
import * as api from '../../api/review.ts';
import { resource } from '../../state/resource.ts';
import { count } from '../../state/words.ts';
import { CloseButton, Dialog } from '../dialogs/dialog.tsx';
import { ErrorNotice, Listed, Loading } from '../kit.tsx';
import { useSitting } from './context.ts';

interface Asked {
  readonly ask: string;
  readonly deed: string;
}

/** What is asked of a likeness, and the deed that says yes to those of its records that are chosen. */
function askedOf({ type, records }: Likeness, chosen: number): Asked {
  const all = records.length;
  if (type === 'same-actor') return { ask: 'One actor under two names?', deed: 'Merge' };
  if (type === 'same-origin')
    return {
      ask: `Copies of one text, ${all - 1} documents?`,
      deed: all === 3 ? 'Share one origin' : `Share one origin, ${chosen - 1} documents`,
    };
  return all === 2
    ? { ask: 'One utterance told twice?', deed: 'Make one statement' }
    : { ask: `One utterance told ${all} times?`, deed: `Make one statement of ${chosen}` };
}

const parsed = <T,>(schema: z.ZodType<T>, ids: readonly string[]): T[] =>
  ids.flatMap((id) => schema.safeParse(id).data ?? []);

/** The decisions that make the records one, the others into the first. */
function actionsOf(type: Likeness['type'], records: readonly string[]): Action[] {
  if (type === 'same-origin') {
    const [record] = parsed(StatementId, records);
    const documents = parsed(DocumentId, records);
    return record !== undefined && documents.length > 1
      ? [{ kind: 'share-origin', record, documents }]
      : [];
  }
  if (type === 'same-actor') {
    const [into, ...others] = parsed(ActorId, records);
    return into === undefined ? [] : others.map((from) => ({ kind: 'merge', from, into }));
  }
  const [into, ...others] = parsed(StatementId, records);
  return into === undefined ? [] : others.map((from) => ({ kind: 'link', from, into }));
}

/** Records of a group that are shown at once. */
const SHOWN = 5;

interface Line {
  /** Its place among the records of the likeness. */
  readonly at: number;
  /** What it is called; null where its words stand above already. */
  readonly label: string | null;
  readonly source: readonly string[];
}

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

/** The lines that stand for the records of a likeness, and the words that all of them share. */
function toldOf({ type, labels, sources }: Likeness): { said: string | null; lines: Line[] } {
  const all = labels.map((label, at): Line => ({ at, label, source: sources[at] ?? [] }));
  if (type === 'same-origin') return { said: labels[0] ?? null, lines: all.slice(1) };
  if (type === 'same-actor' || new Set(labels).size > 1) return { said: null, lines: all };
  return {
    said: labels[0] ?? null,
    lines: all.map((line) => ({ ...line, label: null })),
  };
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
      {said !== null && <blockquote dir="auto">{said}</blockquote>}
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

export function LikenessesDialog() {
  const found = useMemo(
    () =>
      resource(
        computed(() => 'likenesses'),
        (_key, signal) => api.likenesses(signal),
      ),
    [],
  );
  const { data, error } = found.value.value;
  return (
    <Dialog label="Doubles">
      <h1>Records that may be one</h1>
      {error !== null && <ErrorNotice error={error} retry={found.reload} />}
      {data === null && error === null && <Loading what="likenesses" />}
      {data !== null && data.items.length === 0 && <p class="quiet">None was found.</p>}
      {data !== null && data.items.length > 0 && (
        <div class="log" tabIndex={0} role="region" aria-label="Likenesses">
          <ul>
            {data.items.map((item) => (
              <Group key={item.records.join(' ')} item={item} />
            ))}
          </ul>
        </div>
      )}
      {data !== null && data.total > data.items.length && (
        <p class="quiet">
          The likest {data.items.length} of {count(data.total, 'likeness', 'likenesses')}.
        </p>
      )}
      {data?.bound != null && <p class="quiet">{data.bound}</p>}
      <CloseButton />
    </Dialog>
  );
}
