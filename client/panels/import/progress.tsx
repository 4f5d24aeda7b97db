import { useEffect } from 'preact/hooks';
import type { Problem } from '../../../server/contract/errors.ts';
import { hasEnded, type Job, type JobItem } from '../../../server/contract/jobs.ts';
import {
  advice,
  fellShort,
  isLast,
  progressOf,
  timeWords,
  toReview,
  type Progress,
} from '../../state/import-progress.ts';
import type { Imports } from '../../state/import.ts';
import { count } from '../../state/words.ts';
import { useApp } from '../context.ts';
import { keepFocus } from '../keep-focus.ts';
import { ErrorNotice } from '../kit.tsx';

const STAGE_WORDS = {
  waiting: 'waits',
  reading: 'is being read',
  extracting: 'statements are being found',
  writing: 'is being written',
  done: 'done',
} as const;

const END_WORDS = { done: 'done', stopped: 'stopped', failed: 'broken off' } as const;

const OUTCOME_WORDS = {
  added: '✓ added',
  known: '= known already',
  refused: '✕ refused',
  stopped: '– stopped',
} as const;

function Found({ item: { added, proposals } }: { item: JobItem }) {
  if (added === 0) return null;
  const parts = [
    [proposals.statements, 'statement'],
    [proposals.agreements, 'agreement'],
    [proposals.events, 'event'],
    [proposals.relations, 'tie'],
    [proposals.actors, 'new actor'],
  ] as const;
  const words = parts.filter(([n]) => n > 0).map(([n, one]) => count(n, one));
  return <small class="quiet">{words.join(', ') || 'nothing found in it'}</small>;
}

function Why({ problem: { code, detail }, of }: { problem: Problem; of: string | null }) {
  const todo = advice(code);
  return (
    <small class="fault">
      {of !== null && <b>{of}: </b>}
      {detail} {todo !== null && !detail.includes(todo) && todo}
    </small>
  );
}

/** Refused documents that are told of one by one. */
const TOLD = 3;

/** Why a file was refused, or which of its documents were. */
function Refusals({ item: { problem, found, refused, refusals } }: { item: JobItem }) {
  if (found <= 1) return problem && <Why problem={problem} of={null} />;
  return (
    <>
      {refusals.slice(0, TOLD).map(({ place, title, problem: why }) => (
        <Why key={place} problem={why} of={`${place}. ${title}`} />
      ))}
      {refused > TOLD && <small class="fault">{refused - TOLD} more were refused.</small>}
    </>
  );
}

function Item({ item }: { item: JobItem }) {
  const [only] = item.documents;
  const notes = item.documents.flatMap((document) => document.notes);
  return (
    <li class="import-item" data-outcome={item.outcome ?? item.stage}>
      <span class="grow">
        <b class="clip">{item.documents.length === 1 && only ? only.title : item.name}</b>
        <Found item={item} />
        <Refusals item={item} />
        {notes.slice(0, 3).map((note) => (
          <small key={note} class="quiet">
            {note}
          </small>
        ))}
      </span>
      <span class="stage">
        {item.outcome === null ? STAGE_WORDS[item.stage] : OUTCOME_WORDS[item.outcome]}
        {item.refused > 0 && item.outcome !== 'refused' && (
          <small class="fault"> {item.refused.toLocaleString('en')} refused</small>
        )}
        {item.found > 1 && (
          <small class="quiet">
            {' '}
            {item.finished.toLocaleString('en')} of {item.found.toLocaleString('en')}
          </small>
        )}
      </span>
    </li>
  );
}

const LISTED = 200;

/** Most documents to whose proposals the review is narrowed: each stands among its filters. */
const MOST_NAMED = 8;

/** Where a keyboard goes on from once the button that it pressed is gone. */
const FILES = '.import-items';

/** Files first that fell short: they need somebody. Then those under way, then the rest. */
function inOrder(items: readonly JobItem[]): JobItem[] {
  const rank = (item: JobItem) => (fellShort(item) ? 0 : item.outcome === null ? 1 : 2);
  return [...items].sort((a, b) => rank(a) - rank(b)).slice(0, LISTED);
}

/** Queued and running are no ends. */
function endWords(state: Job['state']): string | null {
  return state === 'queued' || state === 'running' ? null : END_WORDS[state];
}

/** What goes on before the first document is through. */
function stageOf({ items }: Job): string {
  const under = items.findLast(({ stage }) => stage !== 'waiting' && stage !== 'done');
  if (under === undefined) return 'waits for its turn';
  const words = STAGE_WORDS[under.stage];
  return items.length === 1 ? words : `the first ${words}`;
}

function Numbers({ job, progress }: { job: Job; progress: Progress }) {
  const left = timeWords(job.secondsLeft);
  const rate = job.wordsPerSecond;
  return (
    <p class="numbers" role="status">
      <b>
        {progress.finished.toLocaleString('en')} of {count(progress.files, 'file')}
      </b>
      <span>{job.words > 0 || hasEnded(job) ? count(job.words, 'word') : stageOf(job)}</span>
      {rate !== null && <span>{Math.round(rate).toLocaleString('en')} words a second</span>}
      {!hasEnded(job) && left !== null && <span>about {left} left</span>}
      {hasEnded(job) && <span>{endWords(job.state)}</span>}
    </p>
  );
}

/** A document comes in whole or not at all, so that only what follows it can be stopped. */
function Stop({ jobs, job }: { jobs: Imports; job: Job }) {
  const stopped = job.state === 'stopped';
  const last = isLast(job);
  return (
    <p class="actions">
      {!last && (
        <button
          type="button"
          disabled={stopped}
          onClick={() => void jobs.stop().then(() => keepFocus(FILES))}
        >
          Stop after this document
        </button>
      )}
      <span class="quiet">
        {stopped ? 'Stopping: what is being read comes in still.' : ''}
        {!stopped && last && 'The last document is read to its end. '}
        {!stopped && 'It goes on when you close this.'}
      </span>
    </p>
  );
}

function Onward({ jobs, job, progress }: { jobs: Imports; job: Job; progress: Progress }) {
  const { screen, focus } = useApp();
  const documents = toReview(job);
  const review = () => {
    focus.dialog.value = null;
    const filters =
      documents !== null && documents.length <= MOST_NAMED
        ? documents.map((value) => ({ key: 'document', value }))
        : [];
    screen.go({ view: 'review', filters, ego: null, types: [], least: 0, at: null, open: null });
  };
  if (!hasEnded(job)) return <Stop jobs={jobs} job={job} />;
  return (
    <p class="actions">
      {progress.proposals > 0 && (
        <button type="button" class="primary" onClick={review} autoFocus>
          Review {count(progress.proposals, 'proposal')}
        </button>
      )}
      <button
        type="button"
        onClick={() => {
          jobs.clear();
          keepFocus('.import-form button');
        }}
      >
        Import more
      </button>
    </p>
  );
}

/** How far an import has come, by file and stage; what was refused and what to do about it. */
export function ImportProgress({ jobs, job }: { jobs: Imports; job: Job }) {
  const progress = progressOf(job);
  // The button that began it is gone; the one that stops it must not take the next Enter.
  useEffect(() => keepFocus(FILES), []);
  return (
    <div class="import-progress">
      <progress
        max={1}
        value={hasEnded(job) ? 1 : progress.share}
        aria-label="Import"
        data-state={job.state}
      />
      <Numbers job={job} progress={progress} />
      {job.problem !== null && (
        <p class="fault" role="alert">
          {job.problem.detail}
        </p>
      )}
      {jobs.silent.value && (
        <p class="fault" role="alert">
          The server does not answer; the import goes on once it is back.
        </p>
      )}
      {jobs.error.value !== null && <ErrorNotice error={jobs.error.value} />}
      {/* Above the list: a button below it moves away under the pointer while the list grows. */}
      <Onward jobs={jobs} job={job} progress={progress} />
      <div class="import-items" tabIndex={0} role="region" aria-label="Files">
        <ul>
          {inOrder(job.items).map((item) => (
            <Item key={item.name} item={item} />
          ))}
        </ul>
        {job.items.length > LISTED && (
          <p class="quiet pad">and {count(job.items.length - LISTED, 'more file')}</p>
        )}
      </div>
    </div>
  );
}
