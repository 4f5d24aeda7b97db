import './saved.css';
import { useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import type { SavedReply } from '../../server/contract/saved.ts';
import { askedBy, newTo } from '../state/saved.ts';
import { encode, type ScreenState } from '../state/url.ts';
import { count } from '../state/words.ts';
import { useApp } from './context.ts';
import { CopyButton } from './copy-button.tsx';
import { keepFocus } from './keep-focus.ts';
import { Menu } from './menu.tsx';

type MenuRef = RefObject<HTMLDetailsElement | null>;

/** A link to a screen that is shown at once, and that can be opened beside this one. */
function ScreenLink({ to, menu, children }: { to: ScreenState; menu: MenuRef; children: string }) {
  const { screen } = useApp();
  const show = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (menu.current) menu.current.open = false;
    menu.current?.querySelector('summary')?.focus();
    screen.go(to);
  };
  return (
    <a href={`/?${encode(to)}`} onClick={show}>
      {children}
    </a>
  );
}

/** Keeps what is on screen under a name. */
function SaveForm() {
  const { data, saved } = useApp();
  const asked = data.list.value.value.last?.query ?? '';
  const name = useSignal<string | null>(null);
  const value = name.value ?? (asked.slice(0, 80) || 'Everything');
  const here = saved.here.value;
  if (here !== null)
    return (
      <p class="quiet" tabIndex={-1}>
        What is on screen is saved as “{here.name}”.
      </p>
    );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void saved.save(value).then((done) => {
          if (done) name.value = null;
          keepFocus('.saved p[tabindex]', '.saved summary');
        });
      }}
    >
      <label>
        Save what is on screen as
        <input
          value={value}
          maxLength={200}
          required
          onInput={(event) => (name.value = event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="primary">
        Save
      </button>
    </form>
  );
}

/** What goes on from a deed whose button it takes away, however long that takes. */
function andKeepFocus(deed: Promise<unknown>): void {
  void deed.then(() => keepFocus('.saved .actions button', '.saved input'));
}

function Item({ item, menu }: { item: SavedReply; menu: MenuRef }) {
  const { saved } = useApp();
  const { name, query, total, unseen, trouble } = item;
  const news = unseen ?? 0;
  return (
    <li>
      <div class="saved-name">
        <ScreenLink to={askedBy(item)} menu={menu}>
          {name}
        </ScreenLink>
        {news > 0 && (
          <span class="new">
            <ScreenLink
              to={newTo(item)}
              menu={menu}
            >{`${news.toLocaleString('en')} new`}</ScreenLink>
          </span>
        )}
      </div>
      <p class="quiet">
        {trouble ??
          `${count(total ?? 0, 'statement')}${query === name || query === '' ? '' : ` · ${query}`}`}
      </p>
      <p class="actions">
        {news > 0 && (
          <button type="button" class="link" onClick={() => andKeepFocus(saved.see(item))}>
            Mark as seen<span class="sr"> {name}</span>
          </button>
        )}
        <button type="button" class="link" onClick={() => andKeepFocus(saved.remove(item))}>
          Remove<span class="sr"> {name}</span>
        </button>
      </p>
    </li>
  );
}

/** What came of the last deed: refused and why, or a removal that can be taken back. */
function Outcome() {
  const { saved } = useApp();
  const error = saved.error.value ?? saved.list.value.value.error;
  const removed = saved.removed.value;
  if (error !== null)
    return (
      <p class="fault" role="alert">
        {error.message}
      </p>
    );
  if (removed === null) return null;
  return (
    <p class="actions">
      Removed “{removed.name}”.
      <button type="button" class="link" onClick={() => andKeepFocus(saved.putBack())}>
        Put back
      </button>
    </p>
  );
}

/** Questions kept to be asked again, each with what is new to it. */
export function SavedMenu() {
  const { saved } = useApp();
  const menu = useRef<HTMLDetailsElement>(null);
  const unseen = saved.unseen.value;
  const label = (
    <>
      Saved
      {unseen > 0 && (
        <span class="badge">
          {unseen.toLocaleString('en')}
          <span class="word"> new</span>
        </span>
      )}
    </>
  );
  return (
    <Menu label={label} at={menu}>
      <div class="drop saved">
        <SaveForm />
        <Outcome />
        <div class="only-phone">
          <CopyButton label="Copy link to what is on screen" text={() => location.href} plain />
        </div>
        {saved.items.value.length === 0 ? (
          <p class="quiet">
            A saved question tells how many statements are new to it since you last saw them.
          </p>
        ) : (
          <ul aria-label="Saved questions">
            {saved.items.value.map((item) => (
              <Item key={item.id} item={item} menu={menu} />
            ))}
          </ul>
        )}
      </div>
    </Menu>
  );
}
