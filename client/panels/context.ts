import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { App } from '../state/app.ts';

const AppContext = createContext<App | null>(null);
export const AppProvider = AppContext.Provider;

/** The state that every panel shares. Throws outside AppProvider. */
export function useApp(): App {
  const app = useContext(AppContext);
  if (app === null) throw new Error('useApp() stands outside AppProvider');
  return app;
}
