import type {
  AnchorFault,
  Document,
  DocumentId,
  Event,
  Evidence,
  Mention,
  Selector,
  Statement,
} from '../../graph-data/schema/index.ts';
import { anchorFault, figureDocument, recordTypeOf } from '../../graph-data/schema/index.ts';
import type { AnchorReport } from '../contract/index.ts';
import type { AnyRecord } from '../store/store.ts';
import { standings } from './reanchor.ts';

type Role = AnchorReport['faults'][number]['role'];

/** One selector of a record, and what it marks. */
export interface Anchor {
  readonly record: string;
  readonly role: Role;
  readonly selector: Selector;
}

/** Every selector that a record has in a document: role by role, each in the record's order. */
export function anchorsIn(record: AnyRecord, document: DocumentId): Anchor[] {
  const of = (role: Role, selectors: readonly (Selector | null)[]): Anchor[] =>
    selectors.flatMap((selector) => (selector ? [{ record: record.id, role, selector }] : []));
  switch (recordTypeOf(record.id)) {
    case 'statement':
      return (record as Statement).reports
        .filter((report) => report.document === document)
        .flatMap(({ content, cue, source, repeats }) => [
          ...of('content', content),
          ...of('cue', [cue]),
          ...of('source', [source]),
          ...of('repeat', repeats),
        ]);
    case 'mention': {
      const mention = record as Mention;
      return mention.document === document ? of('mention', [mention.selector]) : [];
    }
    case 'event': {
      const event = record as Event;
      const figures = event.figures.filter((each) => figureDocument(event, each) === document);
      return [
        ...of('evidence', passages(event.evidence, document)),
        ...of(
          'figure',
          figures.map(({ selector }) => selector),
        ),
      ];
    }
    default:
      return 'evidence' in record ? of('evidence', passages(record.evidence, document)) : [];
  }
}

function passages(evidence: readonly Evidence[], document: string): Selector[] {
  return evidence.filter((each) => each.document === document).flatMap((each) => each.selectors);
}

/**
 * Checks anchors against the text that they were made in, at their offsets only.
 *
 * @returns those that do not fit, in order of `start`
 */
export function faultsIn(text: string, anchors: readonly Anchor[]): AnchorReport['faults'] {
  return anchors
    .flatMap((anchor) => {
      const fault = anchorFault(text, anchor.selector);
      return fault === null ? [] : [faultOf(anchor, fault)];
    })
    .sort(byPlace);
}

/** What of the anchors of one text stands in a changed copy of it. */
export function comparison(
  text: string,
  anchors: readonly Anchor[],
): Pick<AnchorReport, 'checked' | 'faults' | 'shifted' | 'otherContext'> {
  const found = standings(
    text,
    anchors.map(({ selector }) => selector),
  );
  return {
    checked: anchors.length,
    faults: anchors
      .filter((_, i) => found[i] === null)
      .map((anchor) => faultOf(anchor, anchorFault(text, anchor.selector) ?? 'exact-differs'))
      .sort(byPlace),
    shifted: found.filter((each) => each !== null && each.shift !== 0).length,
    otherContext: found.filter((each) => each !== null && !each.context).length,
  };
}

function faultOf(
  { record, role, selector: { exact, start, end } }: Anchor,
  fault: AnchorFault,
): AnchorReport['faults'][number] {
  return { record, role, exact, start, end, fault };
}

type Fault = AnchorReport['faults'][number];

function byPlace(a: Fault, b: Fault): number {
  return a.start - b.start || a.end - b.end || (a.record < b.record ? -1 : 1);
}

/** A document like `of` that holds another text, under the first id that is free. */
export function versionOf(
  of: Document,
  text: { readonly sha256: string; readonly length: number },
  isTaken: (id: string) => boolean,
): Document {
  let version = 2;
  while (isTaken(`${of.id}-v${version}`)) version++;
  return {
    ...of,
    id: `${of.id}-v${version}` as DocumentId,
    note: `Version ${version} of ${of.id}: its text differs from the one that was quoted.`,
    sha256: text.sha256,
    length: text.length,
    holding: 'held',
  };
}
