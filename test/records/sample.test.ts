import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { slug } from '../../graph-data/schema/index.ts';
import { loadRecords, RECORD_FILES, SAMPLE_FOLDER } from '../../server/record/sample.ts';

const records = loadRecords();
const every = [
  records.documents,
  records.actors,
  records.mentions,
  records.statements,
  records.agreements,
  records.events,
  records.relations,
].flat();

/** How many records of a type cite each actor, anywhere in them. */
function actorsNamedIn(value: unknown): Set<string> {
  return new Set(JSON.stringify(value).match(/(?<=")actor:[a-z0-9-]+(?=")/g));
}

describe('the sample record', () => {
  it.each(RECORD_FILES)('keeps %s sorted by id, as stable JSON', (name) => {
    const text = readFileSync(new URL(`${name}.json`, SAMPLE_FOLDER), 'utf8');
    const ids = records[name].map(({ id }) => id);
    expect(ids).toEqual([...ids].sort());
    expect(text).toBe(`${JSON.stringify(JSON.parse(text), null, 2)}\n`);
  });

  it('gives no two records one id', () => {
    expect(new Set(every.map(({ id }) => id)).size).toBe(every.length);
  });

  it('makes the ids of statements from words and places, so that a re-reading gives them again', () => {
    const digests = new Map(records.documents.map(({ id, sha256 }) => [id, sha256]));
    for (const { id, text, reports } of records.statements) {
      const { document, content } = reports[0]!;
      const spans = content.map(({ start, end }) => `${start}-${end}`).join(',');
      const digest = createHash('sha256')
        .update(`${digests.get(document)}${spans}`)
        .digest('hex');
      expect(id).toBe(`stmt:${slug(text, 40)}-${digest.slice(0, 6)}`);
    }
  });

  it('is as large as two independent readers found, within the room the codebook leaves', () => {
    const spans = records.documents.map(({ sha256, id }) => [
      sha256.slice(0, 4),
      records.statements
        .flatMap(({ reports }) => reports)
        .filter((report) => report.document === id)
        .reduce((sum, { content }) => sum + content.length, 0),
    ]);
    const found = Object.fromEntries(spans) as Record<string, number>;
    const readers = { '653d': 28, e30d: 22, '2dde': 22, '6482': 12, d54e: 13 };
    for (const [document, expected] of Object.entries(readers))
      expect(Math.abs((found[document] ?? 0) - expected), document).toBeLessThanOrEqual(2);
    expect(records.actors.length).toBeGreaterThanOrEqual(90);
    expect(records.agreements.length).toBeGreaterThanOrEqual(5);
    expect(records.agreements.length).toBeLessThanOrEqual(8);
    expect(records.events.length + records.relations.length).toBeGreaterThan(60);
  });

  it('holds no document text beyond quoted passages', () => {
    for (const { holding } of records.documents) expect(holding).toBe('cited');
    const longest = Math.max(
      ...records.statements.flatMap(({ reports }) =>
        reports.flatMap(({ content }) => content.map(({ exact }) => exact.length)),
      ),
    );
    expect(longest).toBeLessThan(400);
  });

  it('says in words how each date and outlet is known', () => {
    for (const { note, publishedBasis, published, outlet } of records.documents) {
      expect(note).not.toBe('');
      expect(publishedBasis === 'unknown').toBe(published === null);
      if (outlet === null) expect(note.toLowerCase()).toMatch(/outlet/);
    }
  });

  it('uses every actor: named in a document or speaking in one', () => {
    const seen = actorsNamedIn([records.mentions, records.statements.map((s) => s.speaker)]);
    expect(records.actors.map(({ id }) => id).filter((id) => !seen.has(id))).toEqual([]);
  });

  it('gives each actor aliases that are neither its name nor given twice', () => {
    for (const { name, aliases } of records.actors) {
      expect(aliases).not.toContain(name);
      expect(new Set(aliases).size).toBe(aliases.length);
    }
  });

  it('shares no alias between two actors', () => {
    const aliases = records.actors.flatMap((actor) => actor.aliases);
    expect(aliases.filter((alias, i) => aliases.indexOf(alias) !== i)).toEqual([]);
  });

  it('tells actors of one name apart in their notes', () => {
    const labels = records.actors.map(({ name, note }) => `${name} | ${note}`);
    expect(new Set(labels).size).toBe(labels.length);
  });

  it('links no two actors to one Wikidata item', () => {
    const items = records.actors.flatMap(({ wikidata }) => wikidata ?? []);
    expect(new Set(items).size).toBe(items.length);
  });

  it('names as country only states', () => {
    const kinds = new Map(records.actors.map(({ id, kind }) => [id, kind]));
    for (const { country } of records.actors)
      if (country !== null) expect(kinds.get(country)).toBe('state');
  });

  it('refuses a folder whose files are not there, and says which', () => {
    const nowhere = new URL('./nowhere/', import.meta.url);
    expect(() => loadRecords(nowhere)).toThrowError(
      expect.objectContaining({
        code: 'invalid-records',
        message: expect.stringContaining('documents.json'),
      }),
    );
  });
});
