import type { Actor, RecordEdit } from '../../graph-data/schema/index.ts';

/** What a person may set of an actor. */
export type ActorDraft = Pick<Actor, 'kind' | 'name' | 'aliases' | 'wikidata' | 'country' | 'note'>;

/** The fields of `after` that differ, and what they were. */
export function actorChanges(
  before: ActorDraft,
  after: ActorDraft,
): { readonly set: RecordEdit; readonly seen: RecordEdit } {
  const fields = (['kind', 'name', 'aliases', 'wikidata', 'country', 'note'] as const).filter(
    (field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  );
  const of = (actor: ActorDraft) =>
    Object.fromEntries(fields.map((field) => [field, actor[field]]));
  return { set: of(after), seen: of(before) };
}

/** An actor as it stands now, with what was changed of an earlier reading of it. */
export function onto(now: ActorDraft, { set }: { readonly set: RecordEdit }): ActorDraft {
  const { kind, name, aliases, wikidata, country, note } = now;
  return { kind, name, aliases, wikidata, country, note, ...(set as Partial<ActorDraft>) };
}

/** Says what stands in the fields that something else was typed into. */
export function standingWords(standing: RecordEdit): string {
  const words = Object.entries(standing).map(([field, value]) => {
    const plain = Array.isArray(value) ? value.join(', ') : String(value ?? '');
    return `${field} “${plain.replace(/^actor:/, '')}”`;
  });
  return words.length === 0
    ? 'Loaded anew: it stands as you wanted it.'
    : `Loaded anew. What stands, and yours would replace: ${words.join('; ')}.`;
}

/** Names as typed, one a line, each once and without the one that stands above them. */
export function namesIn(lines: string, name: string): string[] {
  const names = lines.split('\n').map((line) => line.trim());
  return [...new Set(names)].filter((each) => each !== '' && each !== name);
}
