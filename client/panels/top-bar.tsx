import './top-bar.css';
import { EXPORT_FORMATS, type ExportFormat } from '../../server/contract/vocabulary.ts';
import { address } from '../api/http.ts';
import { csvWords, exportOf, exportWords, fileParams } from '../state/export.ts';
import { useApp } from './context.ts';
import { CopyButton } from './copy-button.tsx';
import { Menu } from './menu.tsx';
import { SavedMenu } from './saved.tsx';
import { SearchBox } from './search-box.tsx';

const FORMAT_WORDS: Readonly<Record<ExportFormat, string>> = {
  csv: 'Table (CSV)',
  jsonl: 'Records (JSON Lines)',
  gexf: 'Graph (GEXF)',
  graphml: 'Graph (GraphML)',
  jsonld: 'Linked data (JSON-LD)',
  ftm: 'FollowTheMoney',
  story: 'One-file story (HTML)',
  citations: 'Citations (text)',
  bibtex: 'Citations (BibTeX)',
  csl: 'Citations (CSL JSON)',
};

/** Everything that the screen shows, whole, in a form of one's choice. */
function ExportMenu() {
  const { screen, data } = useApp();
  const state = screen.state.value;
  const exported = exportOf(state);
  const nodes = data.graph.value.value.last?.nodes ?? [];
  const around = nodes.find(({ key }) => key === state.ego?.of)?.attributes.label ?? null;
  return (
    <Menu label="Export">
      <div class="drop">
        <p class="quiet">{exportWords(state, around)}</p>
        {exported.types.length > 0 &&
          EXPORT_FORMATS.map((format) => (
            <a key={format} href={address('export', fileParams(exported, format))} download>
              {FORMAT_WORDS[format]}
              {format === 'csv' && <span class="quiet"> {csvWords(exported)}</span>}
            </a>
          ))}
      </div>
    </Menu>
  );
}

/** Opens what a narrow screen has no room for: filters, or the queue of the review. */
function DrawerButton() {
  const { focus, screen } = useApp();
  const view = screen.view.value;
  const review = view === 'review';
  if (view === 'console') return null;
  return (
    <button
      type="button"
      class="only-narrow"
      aria-expanded={focus.railOpen.value}
      aria-controls={review ? 'review-queue' : 'rail'}
      onClick={() => (focus.railOpen.value = !focus.railOpen.value)}
    >
      {review ? 'Queue' : 'Filters'}
    </button>
  );
}

export function TopBar() {
  const { focus, theme } = useApp();
  const other = theme.value === 'dark' ? 'light' : 'dark';
  return (
    <header class="top">
      <h1 class="sr">Onrecord</h1>
      <DrawerButton />
      <a class="brand" href="/" aria-label="Onrecord: everything">
        <svg width="22" height="22" viewBox="0 0 22 22" aria-hidden="true">
          <circle cx="5" cy="16" r="3.4" fill="none" stroke="currentColor" stroke-width="2" />
          <circle cx="17" cy="5" r="3.4" fill="currentColor" />
          <path d="M6.5 13C8 8 11 6 13.4 5.6" fill="none" stroke="currentColor" stroke-width="2" />
        </svg>
        <b>Onrecord</b>
      </a>
      <SearchBox />
      <div class="acts">
        <button type="button" class="import-button" onClick={() => (focus.dialog.value = 'import')}>
          Import
          {focus.importing.value && <span class="importing" role="img" aria-label="under way" />}
        </button>
        <button
          type="button"
          class="only-keys"
          aria-label="Ctrl K: command palette"
          title="Command palette"
          onClick={() => (focus.dialog.value = 'palette')}
        >
          <kbd>Ctrl K</kbd>
        </button>
        <SavedMenu />
        <ExportMenu />
        <div class="not-narrow">
          <CopyButton label="Copy link" text={() => location.href} />
        </div>
        <button
          type="button"
          class="only-keys"
          aria-label="Keyboard help"
          title="Keyboard help"
          onClick={() => (focus.dialog.value = 'help')}
        >
          ?
        </button>
        <button
          type="button"
          aria-label={`Switch to ${other} theme`}
          title={`Switch to ${other} theme`}
          onClick={() => (theme.value = other)}
        >
          ◐
        </button>
      </div>
    </header>
  );
}
