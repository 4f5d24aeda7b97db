import { useApp } from '../context.ts';
import { PairPanel } from './pair.tsx';
import { PathPanel } from './path.tsx';
import { RecordPanel } from './record.tsx';

/** The panel of whatever is open. */
export function Opened() {
  const { screen } = useApp();
  const open = screen.open.value;
  if (open?.type === 'pair') return <PairPanel />;
  if (open?.type === 'path') return <PathPanel />;
  return open === null ? null : <RecordPanel id={open.id} key={open.id} />;
}
