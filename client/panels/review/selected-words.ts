import type { Range } from '../../state/review-sentences.ts';

/** Offset in the document of a place in the page; null outside the text. */
function offsetOf(node: Node, within: number): number | null {
  const element = node instanceof Element ? node : node.parentElement;
  const segment = element?.closest<HTMLElement>('[data-start]');
  if (segment == null) return null;
  return Number(segment.dataset['start']) + (node.nodeType === Node.TEXT_NODE ? within : 0);
}

/** The words of the document that are selected; null when none are. */
export function selectedWords(): Range | null {
  const selection = getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const start = offsetOf(range.startContainer, range.startOffset);
  const end = offsetOf(range.endContainer, range.endOffset);
  return start === null || end === null || start === end
    ? null
    : { start: Math.min(start, end), end: Math.max(start, end) };
}
