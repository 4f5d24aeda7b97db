import './evidence.css';
import { useApp } from '../context.ts';
import { lazy } from '../lazy.tsx';
import { Overview } from './overview.tsx';

/** Fetched when something is first opened: the overview needs none of it. */
const Opened = lazy(() => import('./opened.tsx').then((module) => module.Opened));

/** The right-hand panel: what stands behind the thing that is open. */
export function EvidencePanel() {
  const { screen } = useApp();
  const open = screen.open.value;
  return (
    <aside
      class="evidence"
      aria-label="Evidence"
      data-obstacle
      data-open={open !== null}
      tabIndex={-1}
      id="evidence"
    >
      {open === null ? <Overview /> : <Opened />}
    </aside>
  );
}
