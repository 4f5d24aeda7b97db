import type { Actor } from '../../../graph-data/schema/index.ts';
import { words } from '../../contract/index.ts';
import type { NameForm, NameForms, NameMatch } from '../store.ts';
import type { Connection } from './database.ts';
import { followRedirects, keyOf } from './keys.ts';
import { firstLetters, wordLikeness } from './likeness.ts';
import { IN_KEYS, readActors } from './read-records.ts';

/** Names looked at before ranking; a one-letter prefix matches a large part of a large record. */
const CANDIDATES = 1500;
/** Similar words tried in place of a word that no name holds. */
const SIMILAR_WORDS = 12;
/** Scores: a name that holds the words as beginnings, and one that holds similar words. */
const PREFIX_SCORE = { least: 0.6, most: 0.95 } as const;
const SIMILAR_SCORE = 0.6;

interface Candidate {
  readonly actor: number;
  readonly name: string;
  readonly words: string;
  readonly score: number;
}

/** The words of an actor's mentions, most frequent first. See RecordReader. */
export function nameForms(connection: Connection, actor: string, limit: number): NameForms {
  const items = connection.all<NameForm>(
    `SELECT exact AS form, COUNT(*) AS mentions, COUNT(DISTINCT document) AS documents
     FROM mentions WHERE actor = ? GROUP BY exact ORDER BY mentions DESC, exact`,
    keyOf(connection, 'actors', followRedirects(connection, actor)) ?? 0,
  );
  return { items: items.slice(0, limit), total: items.length };
}

/** Actors by name, best first; of equals, the one with more statements. See RecordReader. */
export function matchNames(connection: Connection, given: string, limit: number): NameMatch[] {
  return connection.read(() => {
    const byId = keyOf(connection, 'actors', followRedirects(connection, given.trim()));
    const wanted = words(given);
    const candidates = [
      ...(byId === null ? [] : [canonical(connection, byId)]),
      ...(wanted.length === 0 ? [] : exactNames(connection, wanted)),
      ...(wanted.length === 0 ? [] : beginningNames(connection, wanted)),
    ];
    if (candidates.length < limit && wanted.length > 0)
      candidates.push(...similarNames(connection, wanted));
    return ranked(connection, candidates, limit);
  });
}

/** Everyone with a name or alias of exactly these words. See RecordReader. */
export function actorsCalled(connection: Connection, name: string): Actor[] {
  const wanted = words(name);
  if (wanted.length === 0) return [];
  return connection.read(() => {
    const candidates = exactNames(connection, wanted, EVERY);
    return ranked(connection, candidates, Infinity).map(({ actor }) => actor);
  });
}

function canonical(connection: Connection, actor: number): Candidate {
  const row = connection.get<{ name: string; words: string }>(
    'SELECT name, words FROM names WHERE actor = ? AND ord = 0',
    actor,
  );
  return { actor, name: row?.name ?? '', words: row?.words ?? '', score: 1 };
}

/** No limit, to SQLite. */
const EVERY = -1;

function exactNames(
  connection: Connection,
  wanted: readonly string[],
  most = CANDIDATES,
): Candidate[] {
  return connection
    .all<Omit<Candidate, 'score'>>(
      'SELECT actor, name, words FROM names WHERE words = ? ORDER BY actor, ord LIMIT ?',
      wanted.join(' '),
      most,
    )
    .map((row) => ({ ...row, score: 1 }));
}

function beginningNames(connection: Connection, wanted: readonly string[]): Candidate[] {
  const match = wanted.map((word) => `"${word}"*`).join(' AND ');
  const typed = wanted.join(' ');
  return namesThatMatch(connection, match).map((row) => ({
    ...row,
    score: beginningScore(typed, row.words),
  }));
}

/** More of the name typed is better; from the name's start is better than from a later word. */
function beginningScore(typed: string, name: string): number {
  if (typed === name) return 1;
  const share = Math.min(1, typed.length / Math.max(1, name.length));
  const start = name.startsWith(typed) ? 1 : 0.8;
  return PREFIX_SCORE.least + (PREFIX_SCORE.most - PREFIX_SCORE.least) * share * start;
}

function namesThatMatch(connection: Connection, match: string): Omit<Candidate, 'score'>[] {
  return connection.all(
    `SELECT actor, name, words FROM names WHERE key IN
       (SELECT rowid FROM name_words WHERE name_words MATCH ? LIMIT ${CANDIDATES})
     ORDER BY actor, ord`,
    match,
  );
}

function similarNames(connection: Connection, wanted: readonly string[]): Candidate[] {
  const similar = wanted.map((word) => similarWords(connection, word));
  if (similar.some((list) => list.length === 0)) return [];
  const match = similar
    .map((list) => `(${list.map(({ term }) => `"${term}"`).join(' OR ')})`)
    .join(' AND ');
  return namesThatMatch(connection, match).map((row) => ({
    ...row,
    score: SIMILAR_SCORE * likenessOfNames(wanted, row.words.split(' ')),
  }));
}

function similarWords(connection: Connection, word: string): { term: string; like: number }[] {
  return firstLetters(word)
    .flatMap((letter) =>
      connection.column<string>(
        'SELECT term FROM name_vocabulary WHERE term >= ? AND term < ?',
        letter,
        `${letter}\u{10FFFF}`,
      ),
    )
    .map((term) => ({ term, like: wordLikeness(word, term) }))
    .filter(({ like }) => like > 0)
    .sort((a, b) => b.like - a.like || (a.term < b.term ? -1 : 1))
    .slice(0, SIMILAR_WORDS);
}

/** Mean over the wanted words of their best counterpart, less for words that nobody asked for. */
function likenessOfNames(wanted: readonly string[], name: readonly string[]): number {
  const best = wanted.map((word) => Math.max(...name.map((other) => wordLikeness(word, other))));
  const mean = best.reduce((sum, like) => sum + like, 0) / wanted.length;
  return mean * (0.8 + 0.2 * Math.min(1, wanted.length / name.length));
}

function ranked(
  connection: Connection,
  candidates: readonly Candidate[],
  limit: number,
): NameMatch[] {
  const best = new Map<number, Candidate>();
  for (const candidate of candidates)
    if (candidate.score > (best.get(candidate.actor)?.score ?? 0))
      best.set(candidate.actor, candidate);
  const weight = statementsOf(connection, [...best.keys()]);
  const top = [...best.values()]
    .sort(
      (a, b) =>
        b.score - a.score ||
        (weight.get(b.actor) ?? 0) - (weight.get(a.actor) ?? 0) ||
        a.actor - b.actor,
    )
    .slice(0, limit);
  const actors = readActors(
    connection,
    top.map(({ actor }) => actor),
  );
  return top.flatMap(({ name, score }, i) => {
    const actor = actors[i];
    return actor ? [{ actor, matched: name, score }] : [];
  });
}

function statementsOf(connection: Connection, actors: readonly number[]): Map<number, number> {
  const rows = connection.all<{ speaker: number; said: number }>(
    `SELECT speaker, count(*) AS said FROM statements
     WHERE live = 1 AND speaker ${IN_KEYS} GROUP BY speaker`,
    JSON.stringify(actors),
  );
  return new Map(rows.map(({ speaker, said }) => [speaker, said]));
}
