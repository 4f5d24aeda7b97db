import { Dialog } from './dialog.tsx';

const KEYS: readonly (readonly [
  section: string,
  rows: readonly (readonly [key: string, deed: string])[],
])[] = [
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
  return (
    <Dialog label="Keyboard help">
      <h1>Keys</h1>
      <div class="keys" tabIndex={0} role="region" aria-label="List of keys">
        {KEYS.map(([section, rows]) => (
          <section key={section}>
            <h2>{section}</h2>
            <dl>
              {rows.map(([key, deed]) => (
                <div key={key + deed}>
                  <dt>
                    <kbd>{key}</kbd>
                  </dt>
                  <dd>{deed}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <form method="dialog">
        <button type="submit" class="primary">
          Close
        </button>
      </form>
    </Dialog>
  );
}
