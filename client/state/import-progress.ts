import {
  totalProposals,
  type Job,
  type JobItem,
  type ProposalCounts,
} from '../../server/contract/jobs.ts';

/** How far an import has come, in words and numbers. */
export interface Progress {
  /** 0..1 by files that have come to an end, those under way counted by stage. */
  readonly share: number;
  readonly finished: number;
  readonly files: number;
  readonly documents: number;
  readonly proposals: number;
  readonly refused: readonly JobItem[];
}

const STAGE_SHARE = { waiting: 0, reading: 0.15, extracting: 0.4, writing: 0.9, done: 1 } as const;

/** A file counts by its stage, one with many documents by those that are through. */
function shareOf({ stage, found, finished }: JobItem): number {
  return found > 1 && stage !== 'done' ? finished / found : STAGE_SHARE[stage];
}

/** Whether a file, or some of its documents, did not come in. */
export function fellShort({ outcome, refused }: JobItem): boolean {
  return outcome === 'refused' || refused > 0;
}

/** How many are to be reviewed one by one; new actors are with what names them. */
function toDecide({ statements, agreements, events, relations }: ProposalCounts): number {
  return statements + agreements + events + relations;
}

export function progressOf(job: Job): Progress {
  const sum = job.items.reduce((total, item) => total + shareOf(item), 0);
  return {
    share: job.items.length === 0 ? 0 : sum / job.items.length,
    finished: job.finished,
    files: job.items.length,
    documents: job.items.reduce((total, item) => total + item.finished - item.refused, 0),
    proposals: toDecide(proposalsOf(job)),
    refused: job.items.filter(fellShort),
  };
}

function proposalsOf({ items }: Job): ProposalCounts {
  return totalProposals(items.map(({ proposals }) => proposals));
}

/** Documents that brought something to review; null when some of them are not listed. */
export function toReview(job: Job): string[] | null {
  const documents = job.items.flatMap((item) => item.documents);
  const bringing = documents.filter(
    (document) => document.outcome === 'added' && toDecide(document) > 0,
  );
  const isWhole = toDecide(totalProposals(bringing)) === toDecide(proposalsOf(job));
  return isWhole ? bringing.map(({ id }) => id) : null;
}

/** `95` as "1 min 35 s"; null as it is not known yet. */
export function timeWords(seconds: number | null): string | null {
  if (seconds === null) return null;
  const whole = Math.max(1, Math.round(seconds));
  if (whole < 60) return `${whole} s`;
  const [minutes, rest] = [Math.floor(whole / 60), whole % 60];
  return minutes < 60
    ? `${minutes} min ${rest} s`
    : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** Whether the document under way is the last one: a stop would stop nothing. */
export function isLast({ items }: Job): boolean {
  const left = items.filter(({ outcome }) => outcome === null);
  const [only] = left;
  return left.length === 1 && only !== undefined && only.found - only.finished <= 1;
}

/** The way out where the refusal itself names none, as that of a damaged file does. */
const ADVICE: Readonly<Record<string, string>> = {
  'unsupported-type': 'Save it as text, Markdown, HTML, PDF, DOCX, EML, JSON or JSON Lines.',
  'too-large': 'Split it, or import it from the shell: onrecord ingest.',
  'limit-time': 'It took too long to read: split it, or save it in a simpler format.',
  'limit-memory': 'It needs too much memory: split it, or save it in a simpler format.',
};

export function advice(code: string): string | null {
  return ADVICE[code] ?? null;
}
