import type { Event, Evidence, Statement } from '../../graph-data/schema/index.ts';
import { figureDocument, recordTypeOf } from '../../graph-data/schema/index.ts';
import type { AnyRecord } from '../store/store.ts';

/** The record without what rests on a document; null when nothing is left that it rests on. */
export function withoutDocument(record: AnyRecord, document: string): AnyRecord | null {
  switch (recordTypeOf(record.id)) {
    case 'statement': {
      const statement = record as Statement;
      const reports = statement.reports.filter((report) => report.document !== document);
      return reports.length === 0 ? null : { ...statement, reports };
    }
    case 'event':
      return eventWithout(record as Event, document);
    case 'mention':
      return 'selector' in record && record.document === document ? null : record;
    case 'document':
      return record.id === document ? null : record;
    default:
      return 'evidence' in record ? evidenceWithout(record, document) : record;
  }
}

function evidenceWithout<T extends { readonly evidence: Evidence[] }>(
  record: T,
  document: string,
): T | null {
  const evidence = record.evidence.filter((each) => each.document !== document);
  return evidence.length === 0 ? null : { ...record, evidence };
}

function eventWithout(event: Event, document: string): Event | null {
  const left = evidenceWithout(event, document);
  return (
    left && {
      ...left,
      figures: event.figures.filter((figure) => figureDocument(event, figure) !== document),
    }
  );
}
