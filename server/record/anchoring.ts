import type { AnchorFault, DocumentId, Records, Selector } from '../../graph-data/schema/index.ts';
import { anchorFault, figureDocument } from '../../graph-data/schema/index.ts';

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
  return [
    ...records.statements.flatMap(({ id, reports }) =>
      reports.filter((report) => report.document === document).flatMap(reportSelectors(id)),
    ),
    ...[...records.agreements, ...records.events, ...records.relations].flatMap((claim) => {
      const passages = claim.evidence.filter((evidence) => evidence.document === document);
      return numbered(
        claim.id,
        'evidence',
        passages.flatMap(({ selectors }) => selectors),
      );
    }),
    ...records.events.flatMap((event) => {
      const figures = event.figures.filter((figure) => figureDocument(event, figure) === document);
      return numbered(
        event.id,
        'figure',
        figures.map(({ selector }) => selector),
      );
    }),
    ...records.mentions
      .filter((mention) => mention.document === document)
      .map(({ id, selector }) => ({ record: id, role: 'mention', selector })),
  ];
}

/** What does not stand in the text where the records say it stands. Empty: all of it does. */
export function unanchored(records: Records, document: DocumentId, text: string): Unanchored[] {
  return selectorsInto(records, document).flatMap((placed) => {
    const fault = anchorFault(text, placed.selector);
    return fault === null ? [] : [{ ...placed, fault }];
  });
}

type Report = Records['statements'][number]['reports'][number];

function reportSelectors(record: string) {
  return ({ content, cue, source, repeats }: Report): PlacedSelector[] => [
    ...numbered(record, 'content', content),
    ...(cue ? [{ record, role: 'cue', selector: cue }] : []),
    ...(source ? [{ record, role: 'source', selector: source }] : []),
    ...numbered(record, 'repeat', repeats),
  ];
}

function numbered(record: string, role: string, selectors: readonly Selector[]): PlacedSelector[] {
  return selectors.map((selector, i) => ({ record, role: `${role} ${i + 1}`, selector }));
}
