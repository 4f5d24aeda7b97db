import type { Editing } from '../../state/review-editor.ts';
import { useSitting } from './context.ts';
import { useInSight } from './in-sight.ts';

/** Which span is moved, and the steps by which it moves: those of the keys. */
export function SpanControls({ now }: { now: Editing }) {
  const { editor } = useSitting();
  const { role, part, content, cue, source } = now.draft;
  const claim = now.of !== null && now.of.type !== 'statement';
  const words = claim ? 'Passage' : 'Content';
  const roles = [
    ['content', content.length > 1 ? `${words} ${part + 1} of ${content.length}` : words],
    ['cue', cue === null ? 'Cue (none)' : 'Cue'],
    ['source', source === null ? 'Source (none)' : 'Source'],
  ] as const;
  const whole = role === 'content' ? 'sentence' : 'word';
  const steps = [
    ['Start', '⇧ ←', 'start one word back', () => editor.move('start', -1)],
    ['', '⇧ →', 'start one word on', () => editor.move('start', 1)],
    ['End', '←', 'end one word back', () => editor.move('end', -1)],
    ['', '→', 'end one word on', () => editor.move('end', 1)],
    ['Whole', '↑', `the ${whole} before`, () => editor.leap(-1)],
    ['', '↓', `the ${whole} after`, () => editor.leap(1)],
  ] as const;
  return (
    <>
      <div class="toggles" role="group" aria-label="Span">
        {roles.slice(0, claim ? 1 : undefined).map(([name, label], i) => (
          <button
            type="button"
            key={name}
            aria-pressed={role === name}
            onClick={() => editor.choose(name)}
          >
            <kbd>{i + 1}</kbd> {label}
          </button>
        ))}
      </div>
      <p class="quiet">Drag over the text, or by words:</p>
      <div class="steps">
        {steps.map(([edge, key, what, deed]) => (
          <>
            {edge !== '' && <span>{edge}</span>}
            <button type="button" aria-label={`${key} ${what}`} onClick={deed}>
              <kbd>{key}</kbd>
            </button>
          </>
        ))}
      </div>
    </>
  );
}

/** Parts and spans that come and go. */
export function PartButtons() {
  const { editor } = useSitting();
  return (
    <>
      <button type="button" onClick={editor.addPart}>
        Add a part <kbd>+</kbd>
      </button>
      <button type="button" onClick={editor.clear}>
        Take away <kbd>Del</kbd>
      </button>
    </>
  );
}

/** Why the spans cannot be so, or what is still to be told of them. */
export function EditFault({ fault }: { fault: string | null }) {
  const inSight = useInSight<HTMLParagraphElement>(fault);
  if (fault === null) return null;
  return (
    <p ref={inSight} class="fault" role="alert">
      {fault}
    </p>
  );
}

/** While spans are moved: which one, and the keys that move it. */
export function EditBar() {
  const { editor } = useSitting();
  const now = editor.editing.value;
  if (now === null) return null;
  return (
    <section class="edit-bar" aria-label="Edit spans">
      <h2>Edit the spans</h2>
      <EditFault fault={now.fault} />
      <SpanControls now={now} />
      <p class="actions">
        <PartButtons />
      </p>
    </section>
  );
}

/** The ends of moving spans. They stand in place of decisions, which would leave what was moved. */
export function EditDeeds() {
  const { editor } = useSitting();
  return (
    <div class="deeds" role="group" aria-label="Save or leave it">
      <button type="button" class="primary" onClick={editor.save}>
        Save <kbd>Enter</kbd>
      </button>
      <button type="button" onClick={editor.cancel}>
        Cancel <kbd>Esc</kbd>
      </button>
    </div>
  );
}
