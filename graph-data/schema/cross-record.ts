import type { Event } from './event.ts';
import { figureDocument } from './event.ts';
import type { Evidence, Selector } from './selector.ts';
import type { Records } from './records.ts';
import type { Statement } from './statement.ts';

export interface RecordFault {
  /** Where in the data set, e.g. ['statements', 3, 'reports', 0, 'via', 1]. */
  readonly path: (string | number)[];
  readonly message: string;
}

/** What stands already: actors by id, and the length of each document's text by its id. */
export interface Known {
  readonly actors: Pick<ReadonlySet<string>, 'has'>;
  readonly lengths: Pick<ReadonlyMap<string, number>, 'get'>;
}

type Path = (string | number)[];

/** What is wrong between records (a single record is checked by its own schema). Empty: all holds. */
export function crossRecordFaults(records: Records): RecordFault[] {
  return recordFaults(records, {
    actors: new Set(records.actors.map((actor) => actor.id)),
    lengths: new Map(records.documents.map((document) => [document.id, document.length])),
  });
}

/** The same for records that join others: what they name stands in `known`. */
export function recordFaults(records: Records, known: Known): RecordFault[] {
  return [
    ...repeatedIds(records),
    ...documentFaults(records, known),
    ...actorFaults(records, known),
    ...records.statements.flatMap((statement, i) => statementFaults(statement, i, known)),
    ...records.agreements.flatMap((agreement, i) => [
      ...unknownActors(known, agreement.parties, ['agreements', i, 'parties']),
      ...unknownActors(known, agreement.signatories, ['agreements', i, 'signatories']),
      ...evidenceFaults(known, agreement.evidence, ['agreements', i, 'evidence']),
    ]),
    ...records.events.flatMap((event, i) => [
      ...unknownActors(
        known,
        event.participants.map((participant) => participant.actor),
        ['events', i, 'participants'],
      ),
      ...evidenceFaults(known, event.evidence, ['events', i, 'evidence']),
      ...figureFaults(event, ['events', i, 'figures']),
    ]),
    ...records.relations.flatMap((relation, i) => [
      ...unknownActors(known, [relation.from, relation.to], ['relations', i]),
      ...evidenceFaults(known, relation.evidence, ['relations', i, 'evidence']),
    ]),
  ];
}

function repeatedIds(records: Records): RecordFault[] {
  const faults: RecordFault[] = [];
  for (const [key, list] of Object.entries(records)) {
    if (!Array.isArray(list)) continue;
    const seen = new Set<string>();
    list.forEach(({ id }, i) => {
      if (seen.has(id)) faults.push({ path: [key, i, 'id'], message: `${id} stands twice` });
      seen.add(id);
    });
  }
  return faults;
}

function documentFaults(records: Records, known: Known): RecordFault[] {
  return records.documents.flatMap((document, i) =>
    document.outlet === null ? [] : unknownActors(known, [document.outlet], ['documents', i]),
  );
}

function actorFaults(records: Records, known: Known): RecordFault[] {
  const countries = records.actors.flatMap((actor, i) =>
    actor.country === null ? [] : unknownActors(known, [actor.country], ['actors', i, 'country']),
  );
  const mentions = records.mentions.flatMap((mention, i) => [
    ...(mention.actor === null
      ? []
      : unknownActors(known, [mention.actor], ['mentions', i, 'actor'])),
    ...evidenceFaults(
      known,
      [{ document: mention.document, selectors: [mention.selector] }],
      ['mentions', i],
    ),
  ]);
  return [...countries, ...mentions];
}

function statementFaults(statement: Statement, i: number, known: Known): RecordFault[] {
  const at: Path = ['statements', i];
  const documents = statement.reports.map((report) => report.document);
  const twice = documents.filter((id, k) => documents.indexOf(id) !== k);
  return [
    ...unknownActors(known, [statement.speaker], [...at, 'speaker']),
    ...unknownActors(known, statement.addressees, [...at, 'addressees']),
    ...unknownActors(known, statement.about, [...at, 'about']),
    ...twice.map((id) => ({
      path: [...at, 'reports'],
      message: `two reports of one statement in ${id}; a repeat belongs in repeats`,
    })),
    ...statement.reports.flatMap((report, k) => [
      ...unknownActors(known, report.via, [...at, 'reports', k, 'via']),
      ...evidenceFaults(
        known,
        [{ document: report.document, selectors: selectorsOf(report) }],
        [...at, 'reports', k],
      ),
    ]),
  ];
}

function figureFaults(event: Event, path: Path): RecordFault[] {
  return event.figures.flatMap((figure, k) =>
    figureDocument(event, figure) === null
      ? [{ path: [...path, k], message: `"${figure.text}" stands in no passage of the evidence` }]
      : [],
  );
}

function selectorsOf(report: Statement['reports'][number]): Selector[] {
  const single = [report.cue, report.source].filter((selector) => selector !== null);
  return [...report.content, ...single, ...report.repeats];
}

function unknownActors(known: Known, ids: readonly string[], path: Path): RecordFault[] {
  return ids
    .filter((id) => !known.actors.has(id))
    .map((id) => ({ path, message: `no actor has the id ${id}` }));
}

function evidenceFaults(known: Known, evidence: readonly Evidence[], path: Path): RecordFault[] {
  return evidence.flatMap(({ document, selectors }) => {
    const length = known.lengths.get(document);
    if (length === undefined) return [{ path, message: `no document has the id ${document}` }];
    return selectors
      .filter((selector) => selector.end > length)
      .map((selector) => ({
        path,
        message: `a selector ends at ${selector.end} in ${document}, whose text has ${length} units`,
      }));
  });
}
