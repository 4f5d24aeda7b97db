import type { Actor, Document } from '../../graph-data/schema/index.ts';
import { ALL, compareStrings, normalise } from '../contract/index.ts';
import { KnownActors } from '../extract/actors/known.ts';
import { sameUtterance } from '../extract/same/index.ts';
import { firstOf, type RecordReader, type StoredStatement } from '../store/store.ts';
import { copiesAmong, type Held } from './likeness-copies.ts';
import { mutual, type Pair } from './likeness-groups.ts';
import { MOST, type FoundLikenesses } from './likeness-list.ts';
import { origins } from './likeness-origins.ts';
import { percent, sourcing, type Told } from './likeness-sources.ts';

/**
 * Most records of a kind that are compared: the statements recorded last, the documents published
 * last of those that report a statement beside others and of those that tell one alike, the first
 * actors by name. What is beyond is not compared, and it is said.
 */
const BOUNDS = { statements: 20_000, documents: 300, actors: 20_000 } as const;

/** From this score on two names are shown as perhaps one actor's; below, chance is too likely. */
const LEAST_NAME_SCORE = 0.45;

/**
 * Records that may be one: utterances told twice, reports that copy one another, actors under two
 * names. Each is a proposal for a decision; nothing is joined by itself.
 */
export async function findLikenesses(
  store: RecordReader,
  bounds: Bounds = BOUNDS,
): Promise<FoundLikenesses> {
  const statements = await firstOf(bounds.statements, (page) =>
    store.statements(ALL, '-recorded', page),
  );
  const actors = await firstOf(bounds.actors, (page) => store.actors({}, page));
  const names = new Map<string, string>(actors.items.map(({ id, name }) => [id, name]));
  const documentsOf = await documentsBehind(store, statements.items);
  const alike = utterances(statements.items, names, documentsOf);
  const beside = latest(besideOthers(statements.items), documentsOf, bounds.documents);
  const telling = latest(tellingAlike(statements.items, alike), documentsOf, bounds.documents);
  const compared = [...new Set([...beside.items, ...telling.items])];
  const copies = copiesAmong(await heldTexts(store, compared));
  const found = [
    ...alike,
    ...origins(statements.items, copies, documentsOf),
    ...namesakes(actors.items),
  ].sort((a, b) => b.score - a.score || b.records.length - a.records.length);
  const source = await sourcing(store, statements.items, documentsOf, copies);
  return {
    total: found.length,
    items: found.filter(({ type }, i) => i < MOST || type !== 'same-actor').map(source),
    bounds: {
      statements: cut('the latest', 'statements', statements),
      documents: cut('the latest', 'documents that report what others report too', beside),
      tellings: cut('the latest', 'documents that tell what others tell alike', telling),
      actors: cut('by name the first', 'actors', actors),
    },
  };
}

async function documentsBehind(
  store: RecordReader,
  statements: readonly StoredStatement[],
): Promise<ReadonlyMap<string, Document>> {
  const ids = statements.flatMap(({ reports }) => reports.map(({ document }) => document));
  const documents = await store.documentsById([...new Set(ids)]);
  return new Map<string, Document>(documents.map((document) => [document.id, document]));
}

/** Documents that report a statement which others report too. */
function besideOthers(statements: readonly StoredStatement[]): string[] {
  return statements
    .filter(({ reports }) => reports.length > 1)
    .flatMap(({ reports }) => reports.map(({ document }) => document));
}

/** Documents that report one of several statements that are told alike. */
function tellingAlike(statements: readonly StoredStatement[], alike: readonly Told[]): string[] {
  const told = new Set(alike.flatMap(({ records }) => records));
  return statements
    .filter(({ id }) => told.has(id))
    .flatMap(({ reports }) => reports.map(({ document }) => document));
}

/** So many of the documents, those published last first, each once, of how many. */
function latest(ids: readonly string[], documents: ReadonlyMap<string, Document>, most: number) {
  const all = [...new Set(ids)]
    .flatMap((id) => documents.get(id) ?? [])
    .sort(
      (a, b) => compareStrings(b.published ?? '', a.published ?? '') || compareStrings(a.id, b.id),
    );
  return { items: all.slice(0, most), total: all.length };
}

type Bounds = Readonly<Record<'statements' | 'documents' | 'actors', number>>;

/** What of a list was compared, in words; null when all of it was. */
function cut(which: string, what: string, { items, total }: { items: unknown[]; total: number }) {
  const [some, all] = [items.length, total].map((count) => count.toLocaleString('en'));
  return items.length === total ? null : `${which} ${some} of ${all} ${what}`;
}

function utterances(
  statements: readonly StoredStatement[],
  names: ReadonlyMap<string, string>,
  documents: ReadonlyMap<string, Document>,
): Told[] {
  const byId = new Map<string, StoredStatement>(statements.map((each) => [each.id, each]));
  const pairs = sameUtterance(statements).map(({ from, into, similarity }): Pair => ({
    a: into,
    b: from,
    score: similarity,
  }));
  return mutual(pairs).map(({ members, score }) => {
    const those = members.flatMap((id) => byId.get(id) ?? []).sort(byFullness(documents));
    return {
      type: 'same-utterance',
      records: those.map(({ id }) => id),
      labels: those.map(({ text }) => text),
      score,
      reason: `${names.get(those[0]?.speaker ?? '') ?? 'The same speaker'}; ${percent(score)} of the shorter telling's words stand in the fuller one in the same order`,
    };
  });
}

/** The fullest telling first, which would stay; of equal ones that of the document published first. */
function byFullness(documents: ReadonlyMap<string, Document>) {
  const published = ({ reports }: StoredStatement) =>
    documents.get(reports[0]?.document ?? '')?.published ?? '~';
  return (a: StoredStatement, b: StoredStatement) =>
    b.text.length - a.text.length ||
    compareStrings(published(a), published(b)) ||
    compareStrings(a.id, b.id);
}

/** Pairs of actors whose names may be one person's or body's; each pair once. */
function namesakes(actors: readonly Actor[]): Told[] {
  const known = new KnownActors(actors);
  return actors.flatMap((actor) => {
    const sought = { ...actor, surfaces: new Set(actor.aliases) };
    return known
      .candidates(sought)
      .filter(({ actor: other, score }) => other > actor.id && score >= LEAST_NAME_SCORE)
      .filter(({ name }) => actor.kind !== 'group' || normalise(name) !== normalise(actor.name))
      .map(({ actor: other, name, score, reasons }): Told => ({
        type: 'same-actor',
        records: [actor.id, other],
        labels: [actor.name, name],
        score,
        reason: reasons.join('; '),
      }));
  });
}

async function heldTexts(store: RecordReader, documents: readonly Document[]): Promise<Held[]> {
  const held: Held[] = [];
  for (const { id, title } of documents) {
    const text = await store.text(id);
    if (text !== null) held.push({ id, title, text });
  }
  return held;
}
