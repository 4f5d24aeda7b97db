/** What may take the focus: an element, or a selector whose matches are tried in order. */
type Candidate = Element | string | null;

const elementsOf = (candidate: Candidate): readonly Element[] => {
  if (typeof candidate === 'string') return [...document.querySelectorAll(candidate)];
  return candidate === null ? [] : [candidate];
};

/**
 * After a deed that takes away the element with the focus: once the screen has followed, the first
 * candidate that can takes it, so that a keyboard goes on from there. A focus that stands stays.
 */
export function keepFocus(...candidates: readonly Candidate[]): void {
  const give = () => {
    for (const element of candidates.flatMap(elementsOf)) {
      if (document.activeElement !== document.body && document.activeElement !== null) return;
      if (element instanceof HTMLElement) element.focus();
    }
  };
  requestAnimationFrame(() => requestAnimationFrame(give));
}
