import type { Actor, Mention, Records } from '../../graph-data/schema/index.ts';
import { words } from '../../server/contract/index.ts';
import { nameScore } from './memory-words.ts';

/**
 * Actors whose name or alias is like the words given, the best name of each, best first.
 *
 * @param id that the words lead to where they are one
 */
export function matchingNames(actors: readonly Actor[], given: string, id: string) {
  const wanted = words(given);
  const best = actors.flatMap((actor) => {
    const scored = [actor.name, ...actor.aliases].map((name) => ({
      actor,
      matched: name,
      score: nameScore(wanted, words(name)),
    }));
    if (actor.id === id) scored.push({ actor, matched: actor.name, score: 1 });
    return scored.sort((a, b) => b.score - a.score).slice(0, 1);
  });
  return best.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score);
}

/** The wordings among mentions of one actor, most frequent first. */
export function formsOf(mentions: readonly Mention[]) {
  const forms = [...new Set(mentions.map(({ selector }) => selector.exact))].map((form) => {
    const found = mentions.filter(({ selector }) => selector.exact === form);
    const documents = new Set(found.map(({ document }) => document)).size;
    return { form, mentions: found.length, documents };
  });
  return forms.sort((a, b) => b.mentions - a.mentions || (a.form < b.form ? -1 : 1));
}

type Claims = Pick<Records, 'statements' | 'agreements' | 'events' | 'relations'>;

/** In how many records an actor has each part. */
export function partsOf(id: string, { statements, agreements, events, relations }: Claims) {
  const count = <T>(list: readonly T[], named: (record: T) => readonly string[]) =>
    list.filter((record) => named(record).includes(id)).length;
  return {
    said: count(statements, ({ speaker }) => [speaker]),
    about: count(statements, ({ about }) => about),
    addressed: count(statements, ({ addressees }) => addressees),
    carried: count(statements, ({ reports }) => reports.flatMap(({ via }) => via)),
    agreements: count(agreements, (it) => [...it.parties, ...it.signatories]),
    events: count(events, (it) => it.participants.map(({ actor }) => actor)),
    relations: count(relations, ({ from, to }) => [from, to]),
  };
}
