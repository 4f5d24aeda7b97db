import { Dialog } from '../dialogs/dialog.tsx';

const KEYS = [
  [
    'Queue',
    [
      ['J ↓', 'next proposal'],
      ['K ↑', 'previous proposal'],
      ['N', 'next undecided one'],
      ['A', 'accept'],
      ['R', 'reject'],
      ['U', 'undo the last deed'],
      ['O', 'all decisions, each with undo'],
      ['D', 'doubles: records that may be one'],
    ],
  ],
  [
    'A statement',
    [
      ['1 – 9', 'take that candidate as the speaker'],
      ['S', 'another speaker, or a new one'],
      ['T', 'act'],
      ['W', 'when it was said'],
      ['E', 'edit the spans'],
    ],
  ],
  [
    'While editing spans',
    [
      ['1 2 3', 'content (again: its next part), cue, source'],
      ['← →', 'end one word back, on'],
      ['⇧ ← ⇧ →', 'start one word back, on'],
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
] as const;

export function ReviewHelp() {
  return (
    <Dialog label="Keys of the review screen">
      <h1>Review by keyboard</h1>
      <div class="keys" tabIndex={0} role="region" aria-label="List of keys">
        {KEYS.map(([section, rows]) => (
          <section key={section}>
            <h2>{section}</h2>
            <dl>
              {rows.map(([key, deed]) => (
                <div key={key}>
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
