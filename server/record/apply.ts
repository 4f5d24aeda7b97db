import type { Action, Actor, Status } from '../../graph-data/schema/index.ts';
import type { AnyRecord } from '../store/store.ts';
import { add } from './add.ts';
import type { Book } from './book.ts';
import { edit } from './edit.ts';
import { link } from './link.ts';
import { gone, impossible, type ActionOf, type Obstacle } from './obstacle.ts';
import { once, renamed } from './rename.ts';
import { shareOrigin } from './share-origin.ts';
import { STATUS_SET } from './statuses.ts';

/**
 * Applies an action to the records in hand. Each part of it is applied whole or not at all; what
 * cannot be is returned. An undo changes nothing here: replaying leaves out what it takes back.
 */
export function applyAction(book: Book, action: Action): Obstacle[] {
  switch (action.kind) {
    case 'accept':
    case 'reject':
      return setStatus(book, action.records, STATUS_SET[action.kind]);
    case 'add':
      return add(book, action);
    case 'edit':
      return edit(book, action);
    case 're-attribute':
      return reAttribute(book, action);
    case 'merge':
      return merge(book, action);
    case 'split':
      return split(book, action);
    case 'link':
      return link(book, action);
    case 'share-origin':
      return shareOrigin(book, action);
    case 'undo':
      return [];
  }
}

function setStatus(book: Book, records: readonly string[], status: Status): Obstacle[] {
  return records.flatMap((id) => {
    const claim = book.claim(id);
    if (!claim) return [gone(id)];
    book.put({ ...claim, status });
    return [];
  });
}

function reAttribute(book: Book, { record, speaker }: ActionOf<'re-attribute'>): Obstacle[] {
  const statement = book.statement(record);
  const actor = book.actor(speaker);
  if (!statement) return [gone(record)];
  if (!actor) return [gone(speaker)];
  book.put({ ...statement, speaker: actor.id });
  return [];
}

function merge(book: Book, { from, into }: ActionOf<'merge'>): Obstacle[] {
  const [source, target] = [book.actor(from), book.actor(into)];
  if (!source) return [gone(from)];
  if (!target) return [gone(into)];
  if (source.id === target.id) return [impossible(from, 'they are one actor already')];
  const changes = [...book.records.values()]
    .filter(({ id }) => id !== source.id && id !== target.id)
    .map((record) => renamed(record, source.id, target.id))
    .filter((record) => record !== null);
  const between = changes.filter(tiesOneToItself);
  const alone = between.find((record) => !('status' in record && record.status === 'rejected'));
  if (alone)
    return [impossible(source.id, `${alone.id} ties the two to each other; reject it first`)];
  changes.forEach((record) => book.put(record));
  between.forEach(({ id }) => book.discard(id));
  book.put(mergedActor(source, target));
  book.replace(source.id, target.id);
  return [];
}

/** Whether a record that tied the merged actors to each other would now stand on one alone. */
function tiesOneToItself(record: AnyRecord): boolean {
  if ('parties' in record) return record.parties.length < 2;
  return 'to' in record && record.from === record.to;
}

function mergedActor(source: Actor, target: Actor): Actor {
  const known = new Set([target.name, ...target.aliases]);
  const gained = once([source.name, ...source.aliases]).filter((name) => !known.has(name));
  const countries = [target.country, source.country];
  return {
    ...target,
    aliases: [...target.aliases, ...gained],
    wikidata: target.wikidata ?? source.wikidata,
    country: countries.find((id) => id !== null && id !== source.id && id !== target.id) ?? null,
  };
}

function split(book: Book, action: ActionOf<'split'>): Obstacle[] {
  const from = book.actor(action.from);
  if (!from) return [gone(action.from)];
  const into = book.actor(action.into.id) ?? { ...action.into };
  if (into.id === from.id) return [impossible(from.id, 'an actor cannot be split off from itself')];
  if (into.country !== null && !book.actor(into.country)) return [gone(into.country)];
  if (!book.actor(into.id)) book.put(into);
  return [...action.statements, ...action.mentions].flatMap((id) => {
    const record = book.records.get(book.resolve(id));
    if (!record) return [gone(id)];
    const moved = renamed(record, from.id, into.id);
    if (!moved) return [impossible(id, `${id} does not name ${from.id}`)];
    book.put(moved);
    return [];
  });
}
