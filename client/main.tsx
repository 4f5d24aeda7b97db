import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/source-serif-4/wght.css';
import './style/theme.css';
import './style/base.css';
import './style/parts.css';
import './style/layout.css';
import { effect } from '@preact/signals';
import { render } from 'preact';
import { Shell } from './panels/app.tsx';
import { lazy } from './panels/lazy.tsx';
import { keep, kept } from './panels/storage.ts';
import { createApp, type Theme } from './state/app.ts';

const THEME_KEY = 'onrecord-theme';
const dark = matchMedia('(prefers-color-scheme: dark)');

function storedTheme(): Theme | null {
  const stored = kept(THEME_KEY);
  return stored === 'light' || stored === 'dark' ? stored : null;
}

function systemTheme(): Theme {
  return dark.matches ? 'dark' : 'light';
}

function record(search: string, replace: boolean): void {
  const address = search === '' ? location.pathname : `?${search}`;
  history[replace ? 'replaceState' : 'pushState'](null, '', address);
}

const app = createApp(record, storedTheme() ?? systemTheme(), location.search);

addEventListener('popstate', () => app.screen.show(location.search));
dark.addEventListener('change', () => {
  if (storedTheme() === null) app.theme.value = systemTheme();
});
effect(() => {
  const theme = app.theme.value;
  document.documentElement.dataset['theme'] = theme;
  keep(THEME_KEY, theme === systemTheme() ? null : theme);
});

// An import that was begun before the page was loaded is seen at once.
void import('./panels/import/imports.ts')
  .then(({ importsOf }) => importsOf(app).takeUp())
  .catch(() => undefined);

/** Half of the code, and only the drawing needs it: the panels do not wait for it. */
const fetchScene = () =>
  import('./scene/index.tsx').then(({ GraphScene }) => () => <GraphScene app={app} />);
// Asked for before anything is rendered; who is told of a failure is the component.
fetchScene().catch(() => undefined);
const Scene = lazy(fetchScene);

const root = document.getElementById('root');
if (root) render(<Shell app={app} scene={<Scene />} />, root);
