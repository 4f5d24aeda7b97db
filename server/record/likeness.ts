import type { Actor, Document } from '../../graph-data/schema/index.ts';
import { ALL, normalise, type Likeness } from '../contract/index.ts';
import { KnownActors } from '../extract/actors/known.ts';
import { sameUtterance, sharedOrigins } from '../extract/same/index.ts';
import type { RecordReader, StoredStatement } from '../store/store.ts';

/** Most records of a kind that are compared; beyond it the latest are taken, and it is said. */
export const BOUNDS = { statements: 20_000, documents: 300, actors: 20_000 } as const;

/** From this score on two names are shown as perhaps one actor's; below, chance is too likely. */
const LEAST_NAME_SCORE = 0.45;

const BATCH = 1000;

export interface Likenesses {
  readonly items: Likeness[];
  /** What was left out of the comparison; null when nothing was. */
  readonly bound: string | null;
}

/**
 * Records that may be one: utterances told twice, reports that copy one another, actors under two
 * names. Each is a proposal for a decision; nothing is joined by itself.
 */
export async function findLikenesses(store: RecordReader): Promise<Likenesses> {
  const statements = await latest(store.eachStatement(ALL, BATCH), BOUNDS.statements);
  const actors = await allActors(store);
  const names = new Map<string, string>(actors.items.map(({ id, name }) => [id, name]));
  const documents = await heldTexts(store);
  const items = [
    ...utterances(statements.items, names),
    ...origins(statements.items, documents.items),
    ...namesakes(actors.items),
  ];
  const cut = [
    ...(statements.omitted > 0 ? [`${statements.omitted} statements`] : []),
    ...(documents.omitted > 0 ? [`${documents.omitted} documents`] : []),
    ...(actors.omitted > 0 ? [`${actors.omitted} actors`] : []),
  ];
  return { items, bound: cut.length === 0 ? null : `${cut.join(', ')} were not compared` };
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

interface Bounded<T> {
  readonly items: T[];
  readonly omitted: number;
}

async function latest(
  batches: AsyncIterable<StoredStatement[]>,
  most: number,
): Promise<Bounded<StoredStatement>> {
  const all: StoredStatement[] = [];
  for await (const batch of batches) all.push(...batch);
  all.sort((a, b) => b.recorded.localeCompare(a.recorded) || (a.id < b.id ? -1 : 1));
  return { items: all.slice(0, most), omitted: Math.max(0, all.length - most) };
}

async function allActors(store: RecordReader): Promise<Bounded<Actor>> {
  const items: Actor[] = [];
  let cursor: string | null = null;
  let total = 0;
  do {
    const page = await store.actors({}, { limit: BATCH, cursor });
    items.push(...page.items);
    total = page.total;
    cursor = page.next;
  } while (cursor !== null && items.length < BOUNDS.actors);
  return { items, omitted: total - items.length };
}

type Held = Pick<Document, 'id' | 'title'> & { readonly text: string };

async function heldTexts(store: RecordReader): Promise<Bounded<Held>> {
  const items: Held[] = [];
  const { items: documents, total } = await store.documents(
    {},
    { limit: BOUNDS.documents, cursor: null },
  );
  for (const { id, title } of documents) {
    const text = await store.text(id);
    if (text !== null) items.push({ id, title, text });
  }
  return { items, omitted: Math.max(0, total - documents.length) };
}
