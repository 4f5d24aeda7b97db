import { useSignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import { Loading } from './kit.tsx';

/** A component whose code is fetched when it is first shown. */
export function lazy(load: () => Promise<ComponentType>): ComponentType {
  let loaded: ComponentType | null = null;
  return function Lazy() {
    const ready = useSignal(loaded !== null);
    const failed = useSignal(false);
    useEffect(() => {
      if (loaded !== null) return;
      load().then(
        (component) => {
          loaded = component;
          ready.value = true;
        },
        () => (failed.value = true),
      );
    }, []);
    if (failed.value)
      return (
        <p class="pad" role="alert">
          This part of the page could not be fetched. Is the server still running? Reload to try
          again.
        </p>
      );
    const Loaded = loaded;
    return ready.value && Loaded !== null ? <Loaded /> : <Loading what="this view" />;
  };
}
