import { useApp } from '../context.ts';
import { Overview } from './overview.tsx';
import { PairPanel } from './pair.tsx';
import { PathPanel } from './path.tsx';
import { RecordPanel } from './record.tsx';

/** The right-hand panel: what stands behind the thing that is open. */
export function EvidencePanel() {
  const { screen } = useApp();
  const open = screen.open.value;
  return (
    <aside
      class="evidence"
      aria-label="Evidence"
      data-open={open !== null}
      tabIndex={-1}
      id="evidence"
    >
      {open === null && <Overview />}
      {open?.type === 'pair' && <PairPanel />}
      {open?.type === 'path' && <PathPanel />}
      {open?.type === 'record' && <RecordPanel id={open.id} key={open.id} />}
    </aside>
  );
}
