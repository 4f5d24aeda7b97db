import { KeyHelp, type KeySections } from './key-help.tsx';

const KEYS: KeySections = [
  [
    'Everywhere',
    [
      ['/', 'search'],
      ['Ctrl K', 'command palette'],
      ['L', 'table of what is drawn'],
      ['G', 'graph'],
      ['M', 'matrix'],
      ['Esc', 'close, then clear what is open'],
      ['?', 'this help'],
    ],
  ],
  [
    'In the graph',
    [
      ['← ↑ → ↓', 'nearest node in that direction'],
      ['[ ]', 'previous and next edge of the node'],
      ['Enter', 'open the node or the edge'],
      ['Backspace', 'back to the node before'],
      ['B', 'say the neighbours'],
      ['P', 'path from here; P again on the other end'],
      ['1 2 3', 'narrow to that many steps around the node'],
      ['+ − 0', 'zoom in, zoom out, fit'],
    ],
  ],
  [
    'In tables and on the timeline',
    [
      ['↑ ↓', 'walk the rows; Enter opens one'],
      ['P', 'on an actor: path from here, then to there'],
      ['← →', 'move a handle of the timeline; Home and End to its ends'],
    ],
  ],
  [
    'By pointer',
    [
      ['click', 'open an actor, an agreement, an event or the statements behind an edge'],
      ['Shift click', 'a second actor: the path between the two'],
    ],
  ],
];

export function Help() {
  return <KeyHelp label="Keyboard help" title="Keys" sections={KEYS} />;
}
