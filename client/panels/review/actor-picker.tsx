import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { ActorId } from '../../../graph-data/schema/index.ts';
import type { ActorRef } from '../../../server/contract/replies.ts';
import { Combobox, type Option } from '../combobox.tsx';
import { SuggestionLine, useSuggestions } from '../suggestions.tsx';

/** A field that finds an actor by any of its names; Escape gives up. */
export function ActorPicker({
  id,
  label,
  onPick,
  onCancel,
  onNew,
}: {
  id: string;
  label: string;
  onPick: (actor: ActorRef) => void;
  onCancel?: () => void;
  /** What to do with a name that nobody has; leaves the choice out when absent. */
  onNew?: (name: string) => void;
}) {
  const text = useSignal('');
  const field = useRef<HTMLInputElement>(null);
  const items = useSuggestions(text);
  useLayoutEffect(() => field.current?.focus(), []);
  const found = items.value.flatMap((item): Option[] => {
    const actor = ActorId.safeParse(item.id);
    const { kind } = item;
    if (item.type !== 'actor' || kind === null || !actor.success) return [];
    return [
      {
        key: actor.data,
        content: <SuggestionLine item={item} />,
        pick: () => onPick({ id: actor.data, name: item.label, kind }),
      },
    ];
  });
  const name = text.value.trim();
  const fresh: Option[] =
    onNew === undefined || name === ''
      ? []
      : [{ key: 'new', content: <span>New actor “{name}” …</span>, pick: () => onNew(name) }];
  const options = [...found, ...fresh];
  return (
    <div
      class="picker"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || onCancel === undefined) return;
        event.stopPropagation();
        event.preventDefault();
        onCancel();
      }}
    >
      <Combobox
        id={id}
        label={label}
        placeholder="Name of an actor"
        value={text.value}
        field={field}
        options={options}
        autoFocus
        onInput={(value) => (text.value = value)}
        onEnter={() => options[0]?.pick()}
      />
    </div>
  );
}
