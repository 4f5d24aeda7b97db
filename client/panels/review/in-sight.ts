import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Brings words into sight whenever they change: those at the edge of what scrolls may lie under
 * the bar below it.
 */
export function useInSight<E extends Element>(words: string | null): RefObject<E | null> {
  const element = useRef<E>(null);
  useLayoutEffect(() => element.current?.scrollIntoView({ block: 'nearest' }), [words]);
  return element;
}
