import type { Actor, Document } from '../../graph-data/schema/index.ts';
import { ALL, normalise, type Likeness, type LikenessList } from '../contract/index.ts';
import { KnownActors } from '../extract/actors/known.ts';
import { sameUtterance, sharedOrigins } from '../extract/same/index.ts';
import { firstOf, type RecordReader, type StoredStatement } from '../store/store.ts';

/**
 * Most records of a kind that are compared: the statements recorded last, the documents published
 * last, the first actors by name. What is beyond is not compared, and it is said.
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
  const documents = await firstOf(bounds.documents, (page) => store.documents({}, page));
  const texts = await heldTexts(store, documents.items);
  const names = new Map<string, string>(actors.items.map(({ id, name }) => [id, name]));
  const found = [
    ...utterances(statements.items, names),
    ...origins(statements.items, texts),
    ...namesakes(actors.items),
  ].sort((a, b) => b.score - a.score);
  const bound = [
    ...cut('the latest', 'statements', statements),
    ...cut('the latest', 'documents', documents),
    ...cut('by name the first', 'actors', actors),
  ].join('; ');
  return {
    total: found.length,
    items: found.slice(0, MOST),
    bound: bound === '' ? null : `Compared were ${bound}.`,
  };
}

type Bounds = Readonly<Record<'statements' | 'documents' | 'actors', number>>;

/** What of a list was compared, in words; nothing when all of it was. */
function cut(which: string, what: string, { items, total }: { items: unknown[]; total: number }) {
  const [some, all] = [items.length, total].map((count) => count.toLocaleString('en'));
  return items.length === total ? [] : [`${which} ${some} of ${all} ${what}`];
}

function utterances(statements: readonly StoredStatement[], names: ReadonlyMap<string, string>) {
  const byId = new Map(statements.map((statement) => [statement.id, statement]));
  return sameUtterance(statements).map(({ from, into, similarity }): Likeness => ({
    type: 'same-utterance',
    records: [into, from],
    labels: [byId.get(into)?.text ?? into, byId.get(from)?.text ?? from],
    score: similarity,
    reason: `${names.get(byId.get(into)?.speaker ?? '') ?? 'The same speaker'}; ${percent(similarity)} of the shorter telling's words stand in the other in the same order`,
  }));
}

function origins(statements: readonly StoredStatement[], documents: readonly Held[]): Likeness[] {
  const titles = new Map(documents.map(({ id, title }) => [id, title]));
  return sharedOrigins(documents).flatMap(({ documents: [a, b], overlap }) =>
    statements
      .filter(({ reports }) => {
        const inA = reports.find(({ document }) => document === a);
        const inB = reports.find(({ document }) => document === b);
        return inA && inB && inA.origin !== inB.origin;
      })
      .map(({ id, text }): Likeness => ({
        type: 'same-origin',
        records: [id, a, b],
        labels: [text, titles.get(a) ?? a, titles.get(b) ?? b],
        score: overlap,
        reason: `${percent(overlap)} of the shorter document's sentences stand in the other`,
      })),
  );
}

/** Pairs of actors whose names may be one person's or body's; each pair once. */
function namesakes(actors: readonly Actor[]): Likeness[] {
  const known = new KnownActors(actors);
  return actors.flatMap((actor) => {
    const sought = { ...actor, surfaces: new Set(actor.aliases) };
    return known
      .candidates(sought)
      .filter(({ actor: other, score }) => other > actor.id && score >= LEAST_NAME_SCORE)
      .filter(({ name }) => actor.kind !== 'group' || normalise(name) !== normalise(actor.name))
      .map(({ actor: other, name, score, reasons }): Likeness => ({
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
