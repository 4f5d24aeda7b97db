/** What may take the focus: an element, or a selector whose matches are tried in order. */
type Candidate = Element | string | null;

const elementsOf = (candidate: Candidate): readonly Element[] => {
  if (typeof candidate === 'string') return [...document.querySelectorAll(candidate)];
  return candidate === null ? [] : [candidate];
};

/** Frames within which the screen follows a deed, on a busy machine too. */
const FRAMES = 12;

/** Whether nothing has the focus, or only what is about to lose it. */
function isFocusLost(): boolean {
  const { activeElement, body } = document;
  return activeElement === null || activeElement === body || activeElement.matches(':disabled');
}

/**
 * After a deed that takes away the element with the focus: once the screen has followed, the first
 * candidate that can takes it, so that a keyboard goes on from there. A focus that stands stays.
 */
export function keepFocus(...candidates: readonly Candidate[]): void {
  const give = (left: number) => {
    if (!isFocusLost()) {
      if (left > 0) requestAnimationFrame(() => give(left - 1));
      return;
    }
    for (const element of candidates.flatMap(elementsOf)) {
      if (element instanceof HTMLElement) element.focus();
      if (!isFocusLost()) return;
    }
  };
  requestAnimationFrame(() => requestAnimationFrame(() => give(FRAMES)));
}

/** Frames within which a view comes whose code or rows are fetched first. */
const LONG = 60;

/** The same where the wanted element may take a while to come; after that, what stands otherwise. */
export function awaitFocus(wanted: string, otherwise: string): void {
  const give = (left: number) => {
    if (left === 0) return keepFocus(otherwise);
    if (isFocusLost())
      for (const element of elementsOf(wanted)) {
        if (element instanceof HTMLElement) element.focus();
        if (!isFocusLost()) return;
      }
    requestAnimationFrame(() => give(left - 1));
  };
  requestAnimationFrame(() => requestAnimationFrame(() => give(LONG)));
}
