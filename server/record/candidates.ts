import type { Actor, DocumentId, Mention } from '../../graph-data/schema/index.ts';
import type { NameMatch, RecordReader, StoredStatement } from '../store/store.ts';

/** Who else could have said it, and what speaks for each. */
export interface SpeakerCandidate {
  readonly actor: Actor;
  /** 0..1; comparable within one list only. */
  readonly score: number;
  readonly reason: string;
}

/** Candidates listed for one statement; one key each on the review screen. */
const MOST_CANDIDATES = 9;

/** A pronoun or description stands for somebody named this near before it, in UTF-16 code units. */
const REACH = 1500;

/** Kinds of actor that speak; a state speaks through its government. */
const SPEAKS = (actor: Actor) => actor.kind !== 'state';

/**
 * Candidates for a statement's speaker besides the present one: actors whose name the source words
 * bear, and those named shortly before its words, nearest first.
 *
 * @param document in which the statement is reviewed: its report there is the one looked at
 * @param mentions of that document
 */
export async function speakerCandidates(
  store: RecordReader,
  statement: StoredStatement,
  document: DocumentId,
  mentions: readonly Mention[],
): Promise<SpeakerCandidate[]> {
  const report = statement.reports.find((it) => it.document === document);
  // One that left the document since the queue was read is reviewed elsewhere by now.
  if (report === undefined) return [];
  const source = report.source?.exact ?? '';
  const matches = source === '' ? [] : await store.matchNames(source, MOST_CANDIDATES);
  const at = report.source?.start ?? report.content[0]!.start;
  const near = namedBefore(mentions, at);
  const actors = await store.actorsById([...near.keys()]);
  const named = actors.map((actor) => byNearness(actor, near.get(actor.id) ?? 0));
  return best([...matches.map(byName), ...named], statement.speaker);
}

function byName({ actor, matched, score }: NameMatch): SpeakerCandidate {
  return { actor, score, reason: `is called “${matched}”` };
}

function byNearness(actor: Actor, distance: number): SpeakerCandidate {
  const score = 0.6 * (1 - distance / REACH);
  return { actor, score, reason: `is named ${distance} characters before` };
}

/** Actors named before the place, with the distance of the last naming. */
function namedBefore(mentions: readonly Mention[], at: number): Map<string, number> {
  const near = new Map<string, number>();
  for (const { actor, selector } of mentions) {
    const distance = at - selector.end;
    if (actor === null || distance < 0 || distance > REACH) continue;
    near.set(actor, Math.min(distance, near.get(actor) ?? REACH));
  }
  return near;
}

function best(candidates: readonly SpeakerCandidate[], present: string): SpeakerCandidate[] {
  const byActor = new Map<string, SpeakerCandidate>();
  for (const candidate of candidates) {
    const { id } = candidate.actor;
    if (id === present || !SPEAKS(candidate.actor)) continue;
    const known = byActor.get(id);
    if (!known || known.score < candidate.score) byActor.set(id, candidate);
  }
  return [...byActor.values()]
    .sort((a, b) => b.score - a.score || (a.actor.id < b.actor.id ? -1 : 1))
    .slice(0, MOST_CANDIDATES);
}
