import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { App } from '../../state/app.ts';
import { goTo } from '../../state/go-to.ts';
import { askedBy } from '../../state/saved.ts';
import { Combobox, type Option } from '../combobox.tsx';
import { useApp } from '../context.ts';
import { SuggestionLine, useSuggestions } from '../suggestions.tsx';
import { Dialog } from './dialog.tsx';

interface Command {
  readonly name: string;
  readonly key?: string;
  readonly run: (app: App) => void;
}

const COMMANDS: readonly Command[] = [
  { name: 'Show the graph', key: 'G', run: ({ screen }) => screen.setView('graph') },
  {
    name: 'Show the table of statements',
    key: 'L',
    run: ({ screen }) => screen.setTable('statements'),
  },
  { name: 'Show the table of actors', run: ({ screen }) => screen.setTable('actors') },
  { name: 'Show the table of ties', run: ({ screen }) => screen.setTable('ties') },
  { name: 'Show the table of agreements', run: ({ screen }) => screen.setTable('agreements') },
  { name: 'Show the table of events', run: ({ screen }) => screen.setTable('events') },
  { name: 'Show the table of offices', run: ({ screen }) => screen.setTable('relations') },
  { name: 'Show the documents', run: ({ screen }) => screen.setTable('documents') },
  { name: 'Show the matrix', key: 'M', run: ({ screen }) => screen.setView('matrix') },
  { name: 'Review what the reader proposes', run: ({ screen }) => screen.setView('review') },
  { name: 'Import documents', run: ({ focus }) => void (focus.dialog.value = 'import') },
  { name: 'Open the Cypher console', run: ({ screen }) => screen.setView('console') },
  { name: 'Clear all filters', run: ({ screen }) => screen.clear() },
  { name: 'Fit the graph', key: '0', run: ({ focus }) => focus.ask('fit') },
  {
    name: 'Switch the theme',
    run: ({ theme }) => void (theme.value = theme.peek() === 'dark' ? 'light' : 'dark'),
  },
  { name: 'Keyboard help', key: '?', run: ({ focus }) => void (focus.dialog.value = 'help') },
];

/** Asks a saved question. */
const askings = ({ saved }: App): Command[] =>
  saved.items.value.map((item) => ({
    name: `Ask ${item.name}`,
    run: ({ screen }) => screen.go(askedBy(item)),
  }));

/** Ctrl K: commands by name, and any actor, agreement or document to go to. */
export function Palette() {
  const app = useApp();
  const field = useRef<HTMLInputElement>(null);
  const text = useSignal('');
  const items = useSuggestions(text);
  const close = () => (app.focus.dialog.value = null);
  const words = text.value.toLowerCase().split(/\s+/).filter(Boolean);
  const commands = [...COMMANDS, ...askings(app)].filter(({ name }) =>
    words.every((word) => name.toLowerCase().includes(word)),
  );
  const options: Option[] = [
    ...commands.map((command): Option => ({
      key: command.name,
      content: (
        <>
          <span class="grow">{command.name}</span>
          {command.key && <kbd>{command.key}</kbd>}
        </>
      ),
      pick: () => {
        close();
        command.run(app);
      },
    })),
    ...items.value
      .filter((item) => item.id !== null)
      .map((item): Option => ({
        key: item.id as string,
        content: <SuggestionLine item={item} />,
        pick: () => {
          close();
          goTo(app, item.id as string);
        },
      })),
  ];
  return (
    <Dialog label="Command palette">
      <Combobox
        id="palette"
        label="Command or name"
        placeholder="A command, an actor, an agreement, a document"
        value={text.value}
        field={field}
        options={options}
        onInput={(value) => (text.value = value)}
        onEnter={() => options[0]?.pick()}
        autoFocus
        alwaysOpen
      />
    </Dialog>
  );
}
