import { signal } from '@preact/signals';
import type { ActorRef, StatementReply } from '../../server/contract/replies.ts';

/** Deeds that a panel or a key asks of the scene. */
type SceneCommand = 'zoom-in' | 'zoom-out' | 'fit' | 'focus';

/** Dialogs, each over everything else, one at a time. */
type DialogName =
  | 'palette'
  | 'help'
  | 'import'
  | 'review-help'
  | 'speaker'
  | 'merge'
  | 'split'
  | 'decisions'
  | 'likenesses'
  | 'mend-actor';

/** Two actors that may be one. */
export interface Merging {
  /** Who would stay. */
  readonly into: ActorRef;
  /** Who would become part of it. */
  readonly from: ActorRef;
}

/** What passes and is in no address: where pointer and keyboard are, and what was announced. */
export function createFocus() {
  const announcement = signal('');
  const dialog = signal<DialogName | null>(null);
  const mending = signal<string | null>(null);
  const merging = signal<Merging | null>(null);
  const doublesOf = signal<StatementReply['id'] | null>(null);
  const command = signal<{ readonly name: SceneCommand } | null>(null);
  return {
    /** Node under the pointer, or one that a panel points at. */
    hover: signal<string | null>(null),
    hoverEdge: signal<string | null>(null),
    /** Node and edge under the keyboard's cursor. */
    cursor: signal<string | null>(null),
    edgeCursor: signal<string | null>(null),
    /** First actor of a path whose second is still to be chosen. */
    pathFrom: signal<string | null>(null),
    /** What the polite live region says. */
    announcement,
    /** Says something; the same words twice are said twice. */
    announce: (text: string) =>
      void (announcement.value = announcement.peek() === text ? `${text}\u00a0` : text),
    command,
    ask: (name: SceneCommand) => void (command.value = { name }),
    /** Dialogs and drawers that are open. */
    dialog,
    /** Id of the actor that is mended; its dialog may still be under way. */
    mending,
    mendActor(id: string): void {
      mending.value = id;
      dialog.value = 'mend-actor';
    },
    /** Whom the dialog of a merge begins with; null where the person chooses. */
    merging,
    askMerge(pair: Merging | null): void {
      merging.value = pair;
      dialog.value = 'merge';
    },
    /** The statement whose doubles are asked about; null for those of the whole record. */
    doublesOf,
    askDoubles(of: StatementReply['id'] | null): void {
      doublesOf.value = of;
      dialog.value = 'likenesses';
    },
    railOpen: signal(false),
    /** An import is under way. */
    importing: signal(false),
  };
}
