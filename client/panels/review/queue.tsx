import './queue.css';
import { useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { PROPOSAL_TYPES, type ProposalType } from '../../../server/contract/review.ts';
import { asApiError } from '../../api/http.ts';
import { fitting, SURE } from '../../state/review.ts';
import { band, decidedOf, headline, percent, type Item } from '../../state/review-queue.ts';
import { count } from '../../state/words.ts';
import { useApp } from '../context.ts';
import { useSitting } from './context.ts';
import { FATE_GLYPH, FATE_WORD, TYPE_LOOK } from './look.ts';
import { PageFilters, queueFilterOf } from './narrowed.tsx';

function TypeFilter() {
  const { screen } = useApp();
  const { review } = useSitting();
  const { types } = screen.state.value;
  const counts = review.left.value?.counts ?? null;
  /** The reply counts the kinds asked for only: what a kind beyond them would add is not known. */
  const counted = (type: ProposalType) =>
    counts === null || (types.length > 0 && !types.includes(type))
      ? ''
      : (counts[type] ?? 0).toLocaleString('en');
  const toggle = (type: ProposalType) =>
    screen.go({
      types: types.includes(type) ? types.filter((item) => item !== type) : [...types, type],
      at: null,
    });
  return (
    <div class="toggles" role="group" aria-label="Kinds of proposals">
      {PROPOSAL_TYPES.map((type) => (
        <button
          type="button"
          key={type}
          aria-pressed={types.includes(type)}
          onClick={() => toggle(type)}
        >
          <span aria-hidden="true">{TYPE_LOOK[type].glyph}</span> {TYPE_LOOK[type].many}{' '}
          <small>{counted(type)}</small>
        </button>
      ))}
    </div>
  );
}

function ConfidenceFilter() {
  const { screen } = useApp();
  const { least } = screen.state.value;
  const shown = useSignal(least);
  useEffect(() => void (shown.value = least), [least]);
  return (
    <label class="least">
      <span>
        Confidence at least <output>{Math.round(shown.value * 100)} %</output>
      </span>
      <input
        type="range"
        min="0"
        max="0.95"
        step="0.05"
        value={shown.value}
        onInput={(event) => (shown.value = Number(event.currentTarget.value))}
        onChange={(event) =>
          screen.go({ least: Number(event.currentTarget.value), at: null }, { replace: true })
        }
      />
    </label>
  );
}

/** More than this many are accepted only once it has been asked about. */
const ASK_ABOVE = 50;

/** Whether so many are meant; the way out has the focus. */
function Sure({
  n,
  of,
  onYes,
  onNo,
}: {
  n: number;
  of: string;
  onYes: () => void;
  onNo: () => void;
}) {
  const no = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => no.current?.focus(), []);
  return (
    <div class="ask" role="group" aria-label="Accept so many?">
      <p>
        Accept {count(n, 'proposal')}
        {of} without looking at each? It is one decision, and one undo takes it back.
      </p>
      <p class="actions">
        <button type="button" class="primary" onClick={onYes}>
          Accept {n.toLocaleString('en')}
        </button>
        <button type="button" ref={no} onClick={onNo}>
          Cancel
        </button>
      </p>
    </div>
  );
}

/** Accepting all that is sure: whether it is under way, and why the server refused it. */
function useAcceptSure(of: string) {
  const { review } = useSitting();
  const { focus } = useApp();
  const busy = useSignal(false);
  const refusal = useSignal<string | null>(null);
  const accept = async () => {
    busy.value = true;
    refusal.value = null;
    try {
      const accepted = await review.acceptSure();
      if (accepted === 0) focus.announce(`Nothing open at ${SURE * 100} % or more${of}`);
    } catch (error) {
      refusal.value = `Not accepted. ${asApiError(error).message}`;
    } finally {
      busy.value = false;
    }
  };
  return { busy: busy.value, refusal: refusal.value, accept };
}

function AcceptSure() {
  const { review } = useSitting();
  const asking = useSignal(false);
  const of = fitting(queueFilterOf(useApp()));
  const { busy, refusal, accept } = useAcceptSure(of);
  const n = review.sure.value ?? 0;
  const onYes = () => {
    asking.value = false;
    void accept();
  };
  if (asking.value) return <Sure n={n} of={of} onYes={onYes} onNo={() => (asking.value = false)} />;
  return (
    <>
      <button
        type="button"
        disabled={busy || n === 0}
        onClick={() => (n > ASK_ABOVE ? (asking.value = true) : void accept())}
      >
        Accept everything at {SURE * 100} % or more{of}
        {review.sure.value !== null && <small> {n.toLocaleString('en')}</small>}
      </button>
      {refusal !== null && (
        <p class="fault" role="alert">
          {refusal}
        </p>
      )}
    </>
  );
}

/** Decisions that the server refused: the person has gone on since, so they are told of here. */
function Refused() {
  const { review } = useSitting();
  const refused = review.shown.value.filter(({ fault }) => fault !== null);
  const [first] = refused;
  if (first === undefined) return null;
  return (
    <p class="fault" role="alert">
      {count(refused.length, 'decision')} refused{' '}
      <button type="button" class="link" onClick={() => void review.open(first.id)}>
        Show
      </button>{' '}
      <button type="button" class="link" onClick={() => void review.reload()}>
        Load anew
      </button>
    </p>
  );
}

function Line({ item, at, current }: { item: Item; at: number; current: boolean }) {
  const { review } = useSitting();
  const { focus } = useApp();
  const { who, what } = headline(item.proposal);
  const { confidence, type } = item.proposal;
  return (
    <li>
      <button
        type="button"
        class="line"
        tabIndex={current ? 0 : -1}
        aria-current={current ? 'true' : undefined}
        data-fate={item.fate}
        data-band={band(confidence)}
        onClick={() => {
          review.goTo(at);
          focus.railOpen.value = false;
        }}
      >
        <span class="glyph" aria-hidden="true">
          {item.fate === 'open' ? TYPE_LOOK[type].glyph : FATE_GLYPH[item.fate]}
        </span>
        <span class="grow">
          <b class="clip">{who}</b>
          <span class="clip">{what}</span>
        </span>
        <small>{percent(confidence)}</small>
        {item.fate !== 'open' && <span class="sr">{FATE_WORD[item.fate]}</span>}
        {item.fault !== null && <span class="fault">refused</span>}
      </button>
    </li>
  );
}

/** Lines around the current one that are in the page; the rest are counted. */
const AROUND = 40;

function Lines() {
  const { review } = useSitting();
  const items = review.items.value;
  const place = review.place.value;
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [place]);
  const from = Math.max(0, place - AROUND);
  const shown = items.slice(from, place + AROUND + 1);
  const below = (review.page.value?.total ?? 0) - from - shown.length;
  return (
    <ol ref={list} class="lines" aria-label="Proposals">
      {from > 0 && <li class="quiet pad">{from.toLocaleString('en')} before</li>}
      {shown.map((item, i) => (
        <Line key={item.id} item={item} at={from + i} current={from + i === place} />
      ))}
      {below > 0 && <li class="quiet pad">{below.toLocaleString('en')} after</li>}
    </ol>
  );
}

/** The queue, what narrows it, and how far it is done. */
export function Queue() {
  const { review } = useSitting();
  const { focus } = useApp();
  const items = review.items.value;
  const decided = decidedOf(items).length;
  return (
    <nav
      class="review-queue"
      id="review-queue"
      aria-label="Review queue"
      data-open={focus.railOpen.value}
    >
      <div class="queue-head">
        <p role="status">
          <b>{count(review.left.value?.total ?? 0, 'proposal')}</b> to decide
          {decided > 0 && <span class="quiet"> · {decided.toLocaleString('en')} done</span>}
          {review.pending.value > 0 && <span class="quiet"> · sending {review.pending.value}</span>}
        </p>
        <Refused />
        <TypeFilter />
        <ConfidenceFilter />
        <PageFilters />
        <AcceptSure />
        <p class="actions">
          <button type="button" class="link" onClick={() => (focus.dialog.value = 'decisions')}>
            Decisions <kbd>O</kbd>
          </button>
          <button type="button" class="link" onClick={() => focus.askDoubles(null)}>
            Doubles <kbd>D</kbd>
          </button>
          <button type="button" class="link" onClick={() => (focus.dialog.value = 'review-help')}>
            Keys <kbd>?</kbd>
          </button>
        </p>
      </div>
      <Lines />
    </nav>
  );
}
