import type { Actor, Document } from '../../graph-data/schema/index.ts';
import { ALL, normalise, type Likeness, type LikenessList } from '../contract/index.ts';
import { dateWords } from '../contract/words.ts';
import { KnownActors } from '../extract/actors/known.ts';
import { sameUtterance, sharedOrigins } from '../extract/same/index.ts';
import { firstOf, type RecordReader, type StoredStatement } from '../store/store.ts';
import { linked, mutual, type Pair } from './likeness-groups.ts';

/**
 * Most records of a kind that are compared: the statements recorded last, of the documents that
 * report a statement beside others those published last, the first actors by name. What is beyond is
 * not compared, and it is said.
 */
const BOUNDS = { statements: 20_000, documents: 300, actors: 20_000 } as const;

/** From this score on two names are shown as perhaps one actor's; below, chance is too likely. */
const LEAST_NAME_SCORE = 0.45;

/** Likenesses listed. */
const MOST = 200;

/**
 * Records that may be one: utterances told twice, reports that copy one another, actors under two
 * names. Each is a proposal for a decision; nothing is joined by itself.
 */
export async function findLikenesses(
  store: RecordReader,
  bounds: Bounds = BOUNDS,
): Promise<LikenessList> {
  const statements = await firstOf(bounds.statements, (page) =>
    store.statements(ALL, '-recorded', page),
  );
  const actors = await firstOf(bounds.actors, (page) => store.actors({}, page));
  const names = new Map<string, string>(actors.items.map(({ id, name }) => [id, name]));
  const documentsOf = await documentsBehind(store, statements.items);
  const beside = besideOthers(statements.items, documentsOf);
  const documents = { items: beside.slice(0, bounds.documents), total: beside.length };
  const texts = await heldTexts(store, documents.items);
  const found = [
    ...utterances(statements.items, names, documentsOf),
    ...origins(statements.items, texts),
    ...namesakes(actors.items),
  ].sort((a, b) => b.score - a.score || b.records.length - a.records.length);
  const bound = [
    ...cut('the latest', 'statements', statements),
    ...cut('the latest', 'documents that report what others report too', documents),
    ...cut('by name the first', 'actors', actors),
  ].join('; ');
  return {
    total: found.length,
    items: found.slice(0, MOST).map(sourced(statements.items, documentsOf, names)),
    bound: bound === '' ? null : `Compared were ${bound}.`,
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

/** Documents that report a statement which others report too, those published last first. */
function besideOthers(
  statements: readonly StoredStatement[],
  documents: ReadonlyMap<string, Document>,
): Document[] {
  const reports = statements
    .filter(({ reports: each }) => each.length > 1)
    .flatMap(({ reports: each }) => each);
  return [...new Set(reports.map(({ document }) => document))]
    .flatMap((id) => documents.get(id) ?? [])
    .sort((a, b) => compare(b.published ?? '', a.published ?? '') || compare(a.id, b.id));
}

/** Adds where each record stands: a person must be able to tell two alike tellings apart. */
function sourced(
  statements: readonly StoredStatement[],
  documents: ReadonlyMap<string, Document>,
  names: ReadonlyMap<string, string>,
) {
  const first = new Map<string, string>(
    statements.map(({ id, reports }) => [id, reports[0]?.document ?? '']),
  );
  const sourceOf = (record: string): string[] => {
    const document = documents.get(first.get(record) ?? record);
    if (document === undefined) return [];
    const outlet = names.get(document.outlet ?? '') ?? document.title;
    return [outlet, dateWords(document.published, 'date not known')];
  };
  return (told: Told): Likeness => ({
    ...told,
    sources: told.records.map((record, i) =>
      told.type === 'same-origin' && i === 0 ? [] : sourceOf(record),
    ),
  });
}

type Bounds = Readonly<Record<'statements' | 'documents' | 'actors', number>>;

/** What of a list was compared, in words; nothing when all of it was. */
function cut(which: string, what: string, { items, total }: { items: unknown[]; total: number }) {
  const [some, all] = [items.length, total].map((count) => count.toLocaleString('en'));
  return items.length === total ? [] : [`${which} ${some} of ${all} ${what}`];
}

type Told = Omit<Likeness, 'sources'>;

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
    b.text.length - a.text.length || compare(published(a), published(b)) || compare(a.id, b.id);
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** For each statement the documents among its reports that copy one another and do not say so yet. */
function origins(statements: readonly StoredStatement[], documents: readonly Held[]): Told[] {
  const titles = new Map<string, string>(documents.map(({ id, title }) => [id, title]));
  const copies = sharedOrigins(documents);
  return statements
    .filter(({ reports }) => reports.length > 1)
    .flatMap(({ id, text, reports }) => {
      const originOf = new Map<string, string>(
        reports.map(({ document, origin }) => [document, origin]),
      );
      const pairs = copies.flatMap(({ documents: [a, b], overlap }): Pair[] => {
        const [x, y] = [originOf.get(a), originOf.get(b)];
        return x && y && x !== y ? [{ a, b, score: overlap }] : [];
      });
      return linked(pairs).map(({ members, score }): Told => ({
        type: 'same-origin',
        records: [id, ...members],
        labels: [text, ...members.map((document) => titles.get(document) ?? document)],
        score,
        reason: `${percent(score)} of the shorter document's sentences stand in the other`,
      }));
    });
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

const percent = (share: number) => `${Math.round(share * 100)}%`;

type Held = Pick<Document, 'id' | 'title'> & { readonly text: string };

async function heldTexts(store: RecordReader, documents: readonly Document[]): Promise<Held[]> {
  const held: Held[] = [];
  for (const { id, title } of documents) {
    const text = await store.text(id);
    if (text !== null) held.push({ id, title, text });
  }
  return held;
}
