import type { AnchorFault, DocumentId, Records, Selector } from '../../graph-data/schema/index.ts';
import { anchorFault } from '../../graph-data/schema/index.ts';
import { anchorsIn, type Anchor } from './anchors.ts';

/** A selector and what it is there for. */
export interface PlacedSelector {
  /** Id of the record that rests on it. */
  readonly record: string;
  /** Its part in that record, numbered from 1 where there can be several, e.g. "content 2". */
  readonly role: string;
  readonly selector: Selector;
}

export interface Unanchored extends PlacedSelector {
  readonly fault: AnchorFault;
}

/** Every selector of the records that points into one document, record by record. */
export function selectorsInto(records: Records, document: DocumentId): PlacedSelector[] {
  const { statements, agreements, events, relations, mentions } = records;
  return [...statements, ...agreements, ...events, ...relations, ...mentions].flatMap((record) =>
    numbered(anchorsIn(record, document)),
  );
}

/** What does not stand in the text where the records say it stands. Empty: all of it does. */
export function unanchored(records: Records, document: DocumentId, text: string): Unanchored[] {
  return selectorsInto(records, document).flatMap((placed) => {
    const fault = anchorFault(text, placed.selector);
    return fault === null ? [] : [{ ...placed, fault }];
  });
}

/** Roles that one record can have several selectors in. */
const SEVERAL: ReadonlySet<Anchor['role']> = new Set(['content', 'repeat', 'evidence', 'figure']);

function numbered(anchors: readonly Anchor[]): PlacedSelector[] {
  const counts = new Map<string, number>();
  return anchors.map((anchor) => {
    const count = (counts.get(anchor.role) ?? 0) + 1;
    counts.set(anchor.role, count);
    return { ...anchor, role: SEVERAL.has(anchor.role) ? `${anchor.role} ${count}` : anchor.role };
  });
}
