import { recordTypeOf, type Status } from '../../graph-data/schema/index.ts';
import type { EvidenceReply } from '../../server/contract/replies.ts';
import type { Proposal } from '../../server/contract/review.ts';
import * as api from '../api/calls.ts';
import type { Fate, Item } from './review-queue.ts';

/** A record that is taken up by its id, as an item of the queue is, whatever its status. */

const FATE_OF_STATUS: Readonly<Record<Status, Fate>> = {
  proposed: 'open',
  accepted: 'accepted',
  rejected: 'rejected',
};

interface Place {
  readonly document: string;
  readonly start: number;
}

/** Where a record first stands in the preferred document; where that tells nothing of it, in its first. */
function placeIn(places: readonly Place[], preferred: string | null): Place {
  const place = places.find(({ document }) => document === preferred) ?? places[0];
  if (place === undefined) throw new RangeError('a record without a passage cannot be shown');
  return place;
}

const placesOf = (evidence: readonly EvidenceReply[]): Place[] =>
  evidence.map(({ document, selectors }) => ({
    document: document.id,
    start: selectors[0]?.start ?? 0,
  }));

async function proposalOf(id: string, preferred: string | null): Promise<Proposal | null> {
  switch (recordTypeOf(id)) {
    case 'statement': {
      const record = await api.statement(id);
      const places = record.reports.map(({ document, content }) => ({
        document: document.id,
        start: content[0]?.start ?? 0,
      }));
      const { confidence } = record;
      return {
        type: 'statement',
        confidence,
        ...placeIn(places, preferred),
        record,
        candidates: [],
      };
    }
    case 'agreement': {
      const record = await api.agreement(id);
      const { confidence, evidence } = record;
      return { type: 'agreement', confidence, ...placeIn(placesOf(evidence), preferred), record };
    }
    case 'event': {
      const record = await api.event(id);
      const { confidence, evidence } = record;
      return { type: 'event', confidence, ...placeIn(placesOf(evidence), preferred), record };
    }
    case 'relation': {
      const record = await api.relation(id);
      const { confidence, evidence } = record;
      return { type: 'relation', confidence, ...placeIn(placesOf(evidence), preferred), record };
    }
    default:
      return null;
  }
}

/**
 * The record with this id, to be decided about and mended.
 *
 * @param preferred id of the document that it is shown in, when that reports it
 * @returns null when the id is none of a statement, agreement, event or tie
 */
export async function recordedItem(id: string, preferred: string | null): Promise<Item | null> {
  const proposal = await proposalOf(id, preferred);
  if (proposal === null) return null;
  return {
    id: proposal.record.id,
    proposal,
    fate: FATE_OF_STATUS[proposal.record.status],
    fault: null,
  };
}
