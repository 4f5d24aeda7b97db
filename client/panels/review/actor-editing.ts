import { computed, useSignal } from '@preact/signals';
import { useMemo, useRef } from 'preact/hooks';
import type { DecisionReply } from '../../../server/contract/decisions.ts';
import type { ActorReply } from '../../../server/contract/replies.ts';
import * as api from '../../api/calls.ts';
import { asApiError, type ApiError } from '../../api/http.ts';
import { decide } from '../../api/review.ts';
import {
  actorChanges,
  namesIn,
  onto,
  standingWords,
  type ActorDraft,
} from '../../state/actor-changes.ts';
import { resource } from '../../state/resource.ts';
import { keepFocus } from '../keep-focus.ts';

/** The actor with the id; nothing for null. */
export function useActor(id: string | null) {
  return useMemo(
    () =>
      resource(
        computed(() => id),
        (wanted, signal) => api.actor(wanted, signal),
      ),
    [id],
  ).value.value;
}

interface Ends {
  readonly onSaved: (id: DecisionReply['decision']['id']) => void;
  /** When it is to be saved and nothing differs. */
  readonly onUnchanged: () => void;
}

/** What is typed, held against the actor as it was when the form was opened or loaded anew. */
export function useActorEditing(actor: ActorReply, { onSaved, onUnchanged }: Ends) {
  const before = useRef(actor);
  const draft = useSignal<ActorDraft>(actor);
  const names = useSignal(actor.aliases.join('\n'));
  const refusal = useSignal<ApiError | null>(null);
  /** What stands now where something else was typed; null until it is loaded anew. */
  const standing = useSignal<string | null>(null);
  const set = (part: Partial<ActorDraft>) => (draft.value = { ...draft.value, ...part });
  const rename = (name: string) => {
    set({ name });
    names.value = namesIn(`${before.current.name}\n${names.value}`, name.trim()).join('\n');
  };
  const changes = () => {
    const { name, wikidata, note, ...rest } = draft.value;
    return actorChanges(before.current, {
      ...rest,
      name: name.trim(),
      aliases: namesIn(names.value, name.trim()),
      wikidata: wikidata?.trim() || null,
      note: note.trim(),
    });
  };
  const attempt = async (deed: () => Promise<void>) => {
    try {
      await deed();
    } catch (error) {
      refusal.value = asApiError(error);
    }
  };
  const save = () =>
    attempt(async () => {
      const { set: changed, seen } = changes();
      if (Object.keys(changed).length === 0) return onUnchanged();
      const reply = await decide({ kind: 'edit', record: actor.id, set: changed }, seen);
      onSaved(reply.decision.id);
    });
  const loadAnew = () =>
    attempt(async () => {
      const now = await api.actor(actor.id);
      const typed = onto(now, changes());
      before.current = now;
      draft.value = typed;
      names.value = typed.aliases.join('\n');
      refusal.value = null;
      standing.value = standingWords(actorChanges(now, typed).seen);
      keepFocus('.actor-form input');
    });
  return { draft, names, refusal, standing, set, rename, save, loadAnew };
}

export type ActorEditing = ReturnType<typeof useActorEditing>;
