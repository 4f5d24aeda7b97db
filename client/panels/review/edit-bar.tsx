import { useSitting } from './context.ts';

/** While spans are moved: which one, and the keys that move it. */
export function EditBar() {
  const { editor } = useSitting();
  const now = editor.editing.value;
  if (now === null) return null;
  const { role, part, content, cue, source } = now.draft;
  const roles = [
    ['content', content.length > 1 ? `Content ${part + 1} of ${content.length}` : 'Content'],
    ['cue', cue === null ? 'Cue (none)' : 'Cue'],
    ['source', source === null ? 'Source (none)' : 'Source'],
  ] as const;
  return (
    <section class="edit-bar" aria-label="Edit spans">
      <h2>Edit the spans</h2>
      <div class="toggles" role="group" aria-label="Span">
        {roles.map(([name, label], i) => (
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
      {now.fault !== null && (
        <p class="fault" role="alert">
          {now.fault}
        </p>
      )}
      <p class="quiet">Drag over the text, or by words:</p>
      <div class="steps">
        <span>Start</span>
        <button
          type="button"
          aria-label="⇧ ← start one word back"
          onClick={() => editor.move('start', -1)}
        >
          <kbd>⇧ ←</kbd>
        </button>
        <button
          type="button"
          aria-label="⇧ → start one word on"
          onClick={() => editor.move('start', 1)}
        >
          <kbd>⇧ →</kbd>
        </button>
        <span>End</span>
        <button
          type="button"
          aria-label="← end one word back"
          onClick={() => editor.move('end', -1)}
        >
          <kbd>←</kbd>
        </button>
        <button type="button" aria-label="→ end one word on" onClick={() => editor.move('end', 1)}>
          <kbd>→</kbd>
        </button>
      </div>
      <p class="actions">
        <button type="button" class="primary" onClick={editor.save}>
          Save <kbd>Enter</kbd>
        </button>
        <button type="button" onClick={editor.cancel}>
          Cancel <kbd>Esc</kbd>
        </button>
        <button type="button" onClick={editor.addPart}>
          Add a part <kbd>+</kbd>
        </button>
        <button type="button" onClick={editor.clear}>
          Take away <kbd>Del</kbd>
        </button>
      </p>
    </section>
  );
}
