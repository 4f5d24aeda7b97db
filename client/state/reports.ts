import { dayRange } from '../../graph-data/schema/index.ts';
import type { ActorRef, ReportReply } from '../../server/contract/replies.ts';

/** Who carried a statement: its reports by origin and day, so that copies do not look like sources. */

const dayOf = ({ document }: ReportReply): string | null => {
  const { from = null, to = null } =
    (document.published === null ? null : dayRange(document.published)) ?? {};
  return from ?? to;
};

/** Reports by the first day that their documents can be of; those of no day come last. */
export function byDay(reports: readonly ReportReply[]): ReportReply[] {
  return [...reports].sort((a, b) => {
    const [x, y] = [dayOf(a), dayOf(b)];
    if (x === y) return 0;
    return x === null ? 1 : y === null || x < y ? -1 : 1;
  });
}

/** Reports that copy one another, together; origins and the reports of each in order of their day. */
export function byOrigin(reports: readonly ReportReply[]): ReportReply[][] {
  const groups = new Map<string, ReportReply[]>();
  for (const report of byDay(reports)) {
    const group = groups.get(report.origin);
    if (group) group.push(report);
    else groups.set(report.origin, [report]);
  }
  return [...groups.values()];
}

/** The reports of the earliest day that is known; none when no day is. */
export function earliest(reports: readonly ReportReply[]): ReportReply[] {
  const [first] = byDay(reports);
  const day = first === undefined ? null : dayOf(first);
  return day === null ? [] : reports.filter((report) => dayOf(report) === day);
}

/** Groups without a name of their own, such as "reporters" of twenty documents, once with a count. */
export function alike(actors: readonly ActorRef[]): { actor: ActorRef; times: number }[] {
  const found = new Map<string, { actor: ActorRef; times: number }>();
  for (const actor of actors) {
    const key = actor.kind === 'group' ? `group ${actor.name}` : actor.id;
    const known = found.get(key);
    if (known) known.times += 1;
    else found.set(key, { actor, times: 1 });
  }
  return [...found.values()];
}
