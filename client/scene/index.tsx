import { useEffect, useRef } from 'preact/hooks';
import type { App } from '../state/app.ts';
import { createKeyboard } from './keyboard.ts';
import { live } from './live.ts';

/** What the keys do in the graph now; whether they did anything. */
type OnKey = (event: KeyboardEvent) => boolean;

/** Draws in the container for as long as it stands; resolves the keys to what is drawn then. */
function useScene(app: App) {
  const container = useRef<HTMLDivElement>(null);
  const onKey = useRef<OnKey | null>(null);
  useEffect(() => {
    const element = container.current;
    if (element === null) return;
    const scene = live(app, element);
    const trail: string[] = [];
    onKey.current = (event) => {
      const graph = scene.graph();
      if (graph === null) return false;
      return createKeyboard({
        app,
        adapter: scene.adapter,
        graph: () => scene.graph() ?? graph,
        trail,
      })(event);
    };
    const observer = new ResizeObserver(() => scene.adapter.resize());
    const repaint = () => scene.adapter.repaint();
    document.fonts.addEventListener('loadingdone', repaint);
    observer.observe(element);
    return () => {
      observer.disconnect();
      document.fonts.removeEventListener('loadingdone', repaint);
      scene.stop();
    };
  }, [app]);
  return { container, onKey };
}

/** Where the graph is drawn: one focusable element, whose active node is told to screen readers. */
export function GraphScene({ app }: { app: App }) {
  const { container, onKey } = useScene(app);
  return (
    <div
      class="graph"
      role="application"
      tabIndex={0}
      aria-roledescription="network diagram"
      aria-label="Network of actors, agreements and events"
      aria-describedby="graph-help"
      aria-activedescendant={app.focus.cursor.value === null ? undefined : 'graph-active'}
      onKeyDown={(event) => {
        if (onKey.current?.(event) === true) {
          event.preventDefault();
          event.stopPropagation();
        }
      }}
    >
      <div ref={container} class="canvas" />
      <div
        id="graph-active"
        class="sr"
        role="img"
        aria-label={app.focus.announcement.value || 'nothing chosen'}
      />
      <p id="graph-help" class="sr">
        Arrow keys go to the nearest node, Enter opens it, question mark lists every key. The Table
        tab holds the same as a table.
      </p>
    </div>
  );
}
