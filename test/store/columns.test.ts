import { Database } from '../../server/store/sqlite/driver.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BitSet } from '../../server/store/sqlite/columns/bit-set.ts';
import { numbersIn } from '../../server/store/sqlite/columns/numbers.ts';
import { prepareRanking, rank, Scores } from '../../server/store/sqlite/columns/ranking.ts';
import { smallest } from '../../server/store/sqlite/columns/smallest.ts';
import { StatementColumns } from '../../server/store/sqlite/columns/statement-columns.ts';
import { Connection } from '../../server/store/sqlite/database.ts';
import { MIGRATIONS } from '../../server/store/sqlite/schema.ts';

const members = fc.array(fc.nat(300), { maxLength: 60 });
const sorted = (set: Iterable<number>) => [...set].sort((a, b) => a - b);

test('a bit set is a set', () => {
  fc.assert(
    fc.property(members, members, members, (a, b, gone) => {
      const bits = BitSet.of(a);
      gone.forEach((member) => bits.delete(member));
      const plain = new Set(a.filter((member) => !gone.includes(member)));
      expect([...bits.members()]).toEqual(sorted(plain));
      expect(bits.size).toBe(plain.size);
      for (const member of b) expect(bits.has(member)).toBe(plain.has(member));
      const other = BitSet.of(b);
      const both = [...plain].filter((member) => b.includes(member));
      expect([...bits.copy().intersect(other).members()]).toEqual(sorted(both));
      expect([...bits.copy().unite(other).members()]).toEqual(sorted(new Set([...plain, ...b])));
      const left = [...plain].filter((member) => !b.includes(member));
      expect([...bits.copy().subtract(other).members()]).toEqual(sorted(left));
      expect([...bits.members()]).toEqual(sorted(plain));
    }),
  );
});

test('the smallest are the first in order', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.nat(8), fc.integer(), (numbers, count, above) => {
      const expected = numbers.filter((number) => number > above).sort((a, b) => a - b);
      expect(smallest(count, numbers, (number) => number, above)).toEqual(expected.slice(0, count));
      expect(smallest(count, numbers, (number) => number)).toEqual(
        [...numbers].sort((a, b) => a - b).slice(0, count),
      );
    }),
  );
});

test('a set of what passes is built as one of members is', () => {
  fc.assert(
    fc.property(fc.nat(200), fc.integer({ min: 1, max: 7 }), (size, step) => {
      const numbers = Array.from({ length: size }, (_, i) => i);
      const passes = (number: number) => number % step === 0;
      expect([...BitSet.where(size, passes).members()]).toEqual(numbers.filter(passes));
    }),
  );
});

test('integers in a text are read back', () => {
  fc.assert(
    fc.property(fc.array(fc.maxSafeInteger()), (numbers) => {
      expect([...numbersIn(numbers.join())]).toEqual(numbers.map((number) => number + 0));
    }),
  );
});

type Row = readonly [key: number, content: string, quotation: string, stays: boolean];

test('scores are those of a full-text index made anew, whatever was replaced or removed', () => {
  const word = fc.constantFrom('war', 'peace', 'troops', 'border', 'x');
  const text = fc.array(word, { maxLength: 300 }).map((words) => words.join(' '));
  const row = fc.tuple(fc.integer({ min: 1, max: 12 }), text, text, fc.boolean());
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 30 }), fc.array(word), (rows, wanted) => {
      const expressions = [...new Set(wanted)].map((each) => `"${each}"`);
      const last = new Map(rows.map((each) => [each[0], each]));
      const [changed, anew] = [indexOf(rows), indexOf([...last.values()])];
      expect(ranked(changed, expressions)).toEqual(ranked(anew, expressions));
      // A phrase and a beginning are left to FTS5, which keeps counting rows that have gone.
      const all = [...expressions, '"war peace"', '"bor"*'];
      const expected = anew.all<{ key: number; score: number }>(
        `SELECT rowid AS key, bm25(statement_words) AS score FROM statement_words
         WHERE statement_words MATCH ?`,
        all.join(' OR '),
      );
      const scores = ranked(anew, all);
      for (const { key, score } of expected) expect(scores[key]).toBeCloseTo(score, 9);
      expect(scores.filter((score) => score < 0).length).toBe(expected.length);
      changed.close();
      anew.close();
    }),
    { numRuns: 60 },
  );
});

function ranked(connection: Connection, expressions: readonly string[]): number[] {
  prepareRanking(connection);
  const columns = StatementColumns.read(connection);
  const scores = new Scores().clear(columns.size);
  rank(connection, columns, expressions, scores, () => undefined);
  return Array.from({ length: 13 }, (_, key) => scores.of(key));
}

/** A full-text index in memory; each row takes the place of one of its key, or removes it. */
function indexOf(rows: readonly Row[]): Connection {
  const connection = new Connection(new Database(':memory:'));
  connection.database.pragma('foreign_keys = OFF');
  for (const sql of MIGRATIONS) connection.database.exec(sql);
  for (const [key, content, quotation, stays] of rows) {
    const { changes } = connection.run('DELETE FROM statements WHERE key = ?', key);
    if (changes > 0) connection.run('DELETE FROM statement_words WHERE rowid = ?', key);
    if (!stays) continue;
    connection.run(
      `INSERT INTO statements VALUES (?, ?, 1, '', 'direct', 'other', NULL, NULL, NULL, 1, 1,
       'proposed', 1, 'read', NULL, '2022-12-07T10:00:00.000Z')`,
      key,
      `stmt:${key}`,
    );
    connection.run(
      'INSERT INTO statement_words (rowid, content, quotation) VALUES (?, ?, ?)',
      key,
      content,
      quotation,
    );
  }
  return connection;
}
