import type { ActorId, Report, Statement } from '../../graph-data/schema/index.ts';
import { recordTypeOf } from '../../graph-data/schema/index.ts';
import { normalise } from '../contract/index.ts';
import type { AnyRecord } from '../store/store.ts';
import type { Book } from './book.ts';
import { gone, impossible, type ActionOf, type Obstacle } from './obstacle.ts';
import { once, withNames } from './rename.ts';

export function link(book: Book, { from, into }: ActionOf<'link'>): Obstacle[] {
  const [source, target] = [book.statement(from), book.statement(into)];
  if (!source) return [gone(from)];
  if (!target) return [gone(into)];
  if (source.id === target.id) return [impossible(from, 'they are one statement already')];
  const told = withGroupsOf(book, source, target);
  book.put({
    ...target,
    said: target.said ?? told.said,
    addressees: once([...target.addressees, ...told.addressees]),
    about: once([...target.about, ...told.about]),
    reports: joinedReports(target, told),
  });
  book.replace(source.id, target.id);
  return [];
}

/** A document tells one statement once: what it tells again becomes a repeat of its report. */
function joinedReports(target: Statement, source: Statement): Report[] {
  const told = new Map(source.reports.map((report) => [report.document, report]));
  const kept = target.reports.map((report): Report => {
    const again = told.get(report.document);
    if (!again) return report;
    told.delete(report.document);
    return {
      ...report,
      via: once([...report.via, ...again.via]),
      repeats: [...report.repeats, ...again.content, ...again.repeats],
    };
  });
  return [...kept, ...told.values()];
}

/**
 * The source as the target would tell it. Every document has "reporters" of its own, who are the
 * same people where it is the same utterance: forty tellings were made to one group, not to forty.
 */
function withGroupsOf(book: Book, source: Statement, target: Statement): Statement {
  const known = new Map<string, ActorId>();
  for (const id of listenersOf(target)) {
    const name = groupName(book, id);
    if (name !== null && !known.has(name)) known.set(name, id);
  }
  return withNames(source, (id) => known.get(groupName(book, id) ?? '') ?? id) as Statement;
}

/** The name by which a group is known within an utterance; null for whoever is no group. */
function groupName(book: Book, id: ActorId): string | null {
  const actor = book.actor(id);
  return actor?.kind === 'group' ? normalise(actor.name) : null;
}

/** Everybody whom a statement names besides its speaker. */
function listenersOf({ addressees, about, reports }: Statement): ActorId[] {
  return once([...addressees, ...about, ...reports.flatMap(({ via }) => via)]);
}

/** The actors that have to be in hand for statements among these records to be linked. */
export function namedInLinks(records: Iterable<AnyRecord | null>): ActorId[] {
  return once(
    [...records].flatMap((record) =>
      record !== null && recordTypeOf(record.id) === 'statement'
        ? listenersOf(record as Statement)
        : [],
    ),
  );
}
