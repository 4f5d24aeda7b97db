import type { ProposalType } from '../../../server/contract/review.ts';
import type { Fate } from '../../state/review-queue.ts';

export const TYPE_LOOK: Readonly<
  Record<ProposalType, { readonly glyph: string; readonly label: string; readonly many: string }>
> = {
  statement: { glyph: '❝', label: 'Statement', many: 'Statements' },
  agreement: { glyph: '◇', label: 'Agreement', many: 'Agreements' },
  event: { glyph: '▣', label: 'Event', many: 'Events' },
  relation: { glyph: '↔', label: 'Tie', many: 'Ties' },
};

export const FATE_GLYPH: Readonly<Record<Fate, string>> = {
  open: '?',
  accepted: '✓',
  rejected: '✕',
};

export const FATE_WORD: Readonly<Record<Fate, string>> = {
  open: 'undecided',
  accepted: 'accepted',
  rejected: 'rejected',
};
