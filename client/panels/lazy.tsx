import { useSignal } from '@preact/signals';
import type { ComponentChildren, ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import { health } from '../api/calls.ts';
import { Loading } from './kit.tsx';

function NotFetched({ retry }: { retry: () => void }) {
  return (
    <div class="notice" role="alert">
      <h2>This part of the page could not be fetched</h2>
      <p>See whether the server still runs (npm start starts it), then try again.</p>
      <p class="actions">
        <button type="button" onClick={retry}>
          Try again
        </button>
      </p>
    </div>
  );
}

/** Around the failure of a part that has its own place on the screen, as a dialog has. */
type Frame = ComponentType<{ children: ComponentChildren }>;

/** A component whose code is fetched when it is first shown. */
export function lazy(load: () => Promise<ComponentType>, Framed?: Frame): ComponentType {
  let loaded: ComponentType | null = null;
  return function Lazy() {
    const ready = useSignal(loaded !== null);
    const failed = useSignal(false);
    const fetched = () =>
      load().then((component) => {
        loaded = component;
        ready.value = true;
      });
    /** A browser may hold to its failure until the page is loaded anew; the address keeps the rest. */
    const retry = () =>
      void fetched()
        .catch(() => health().then(() => location.reload()))
        .catch(() => {});
    useEffect(() => {
      if (loaded === null) fetched().catch(() => (failed.value = true));
    }, []);
    const Loaded = loaded;
    if (ready.value && Loaded !== null) return <Loaded />;
    if (!failed.value) return Framed ? null : <Loading what="this view" />;
    const told = <NotFetched retry={retry} />;
    return Framed ? <Framed>{told}</Framed> : told;
  };
}
