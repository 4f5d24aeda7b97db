import { KeyHelp, type KeySections } from '../dialogs/key-help.tsx';

const KEYS: KeySections = [
  [
    'Queue',
    [
      ['J ↓', 'next proposal'],
      ['K ↑', 'previous proposal'],
      ['N', 'next undecided one'],
      [
        '[ ]',
        'what is on the record in this text: the one before, the next; Esc back to the queue',
      ],
      ['A', 'accept'],
      ['R', 'reject'],
      ['E', 'edit the spans of a statement, the passages of anything else'],
      ['U', 'undo the last deed'],
      ['O', 'all decisions, each with undo'],
      ['D', 'doubles: records that may be one'],
      ['I', 'add a statement: of the selected words, else of the next sentence'],
    ],
  ],
  [
    'A statement',
    [
      ['1 – 9', 'take that candidate as the speaker'],
      ['S', 'another speaker, or a new one'],
      ['T', 'act: ↑ ↓ choose, Enter decides, Esc leaves it'],
      ['W', 'when it was said'],
    ],
  ],
  [
    'While editing spans or adding',
    [
      ['1 2 3', 'content (again: its next part), cue, source'],
      ['← →', 'end one word back, on'],
      ['⇧ ← ⇧ →', 'start one word back, on'],
      ['↑ ↓', 'content: the sentence before, after; cue, source: the word'],
      ['S T M W', 'when adding: speaker, act, mode, when it was said'],
      ['+', 'one more part of the content'],
      ['Del', 'take the span away'],
      ['Enter', 'save'],
      ['Esc', 'leave as it was'],
    ],
  ],
  [
    'Actors',
    [
      ['M', 'merge two actors'],
      ['X', 'split one actor into two'],
    ],
  ],
];

export function ReviewHelp() {
  return <KeyHelp label="Keys of the review screen" title="Review by keyboard" sections={KEYS} />;
}
