import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Actor } from '../../graph-data/schema/index.ts';
import { Cast } from '../../server/extract/actors/cast.ts';
import { KnownActors } from '../../server/extract/actors/known.ts';
import { newReferent } from '../../server/extract/actors/referent.ts';
import { Settler } from '../../server/extract/actors/settle.ts';
import { gazetteer, lookUp, matchAt } from '../../server/extract/gazetteer/index.ts';
import { editDistance } from '../../server/contract/index.ts';
import { foldWord } from '../../server/extract/names/fold.ts';
import { personName, personNameScore } from '../../server/extract/names/person.ts';

const score = (a: string, b: string) => personNameScore(personName(a)!, personName(b)!);

/** Levenshtein with neighbours swapped, written out from its definition. */
function slowDistance(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const cost = a.at(-1) === b.at(-1) ? 0 : 1;
  const options = [
    slowDistance(a.slice(0, -1), b) + 1,
    slowDistance(a, b.slice(0, -1)) + 1,
    slowDistance(a.slice(0, -1), b.slice(0, -1)) + cost,
  ];
  if (a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1))
    options.push(slowDistance(a.slice(0, -2), b.slice(0, -2)) + 1);
  return Math.min(...options);
}

describe('names of persons', () => {
  it.each([
    ['Zelensky', 'Zelenskiy', 'Zelenskyy'],
    ['Lukashenko', 'Lukashenka'],
    ['Valery', 'Valeriy'],
    ['Khrenin', 'Hrenin'],
    ['Solovyov', 'Soloviev'],
  ])('folds %s and its other spellings to one', (...spellings) => {
    expect(new Set(spellings.map(foldWord)).size).toBe(1);
  });

  it('orders how well names fit', () => {
    expect(score('Volodymyr Zelensky', 'Volodymyr Zelenskyy')).toBe(1);
    expect(score('Alexander Lukashenko', 'Aliaksandr Lukashenka')).toBeLessThan(1);
    expect(score('Alexander Lukashenko', 'Aliaksandr Lukashenka')).toBeGreaterThan(
      score('Putin', 'Vladimir Putin'),
    );
    expect(score('George Bush', 'Jeb Bush')).toBe(0);
    expect(score('George H.W. Bush', 'George W. Bush')).toBe(0);
    expect(score('George Walker Bush', 'George W. Bush')).toBe(1);
    expect(score('George Bush', 'George W. Bush')).toBe(1);
    expect(score('De Blasio', 'Bill de Blasio')).toBeGreaterThan(0);
    expect(personName('Al Gore')?.surname).toBe('gore');
    expect(score('Karine Jean-Pierre', 'Jean-Pierre')).toBeGreaterThan(0);
    expect(score('Bashar al-Assad', 'Assad')).toBeGreaterThan(0);
    expect(score('Bashar al-Assad', 'Al-Assad')).toBeGreaterThan(0);
    expect(personName('Z.Hasanov')).toEqual(personName('Z. Hasanov'));
  });

  it.each([
    ['Ben Johnson', 'Ben Johnston'],
    ['Mark Warner', 'Mark Werner'],
    ['Daniel Keller', 'Daniela Keller'],
    ['Martin Novak', 'Martina Novak'],
    ['Marc Miller', 'Mark Miller'],
    ['Martin King', 'Marvin King'],
    ['Aleksandr Smirnov', 'Aleksandra Smirnov'],
    ['Aleksandr Petrov', 'Aleksandra Petrova'],
  ])('tells %s from %s', (one, other) => {
    expect(score(one, other)).toBe(0);
  });

  it.each([
    ['Alexander Lukashenko', 'Aliaksandr Lukashenka'],
    ['Viktor Khrenin', 'Viktar Hrenin'],
    ['Svetlana Tikhanovskaya', 'Sviatlana Tsikhanouskaya'],
    ['Pavel Muraveiko', 'Pavel Muraveika'],
    ['Valery Sakhashchyk', 'Valery Sakashchyk'],
    ['Mohammed Hassan', 'Muhammad Hassan'],
  ])('takes %s and %s for one', (one, other) => {
    expect(score(one, other)).toBeGreaterThanOrEqual(0.8);
  });

  it('scores the same both ways, and a name fits itself', () => {
    const word = fc.constantFrom(
      'Ivan',
      'Anna',
      'de',
      'Oleh',
      'Aleh',
      'Kim',
      'Petrov',
      'Petrow',
      'O’Neill',
      'J.',
    );
    const name = fc.array(word, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' '));
    fc.assert(
      fc.property(name, name, (a, b) => {
        expect(score(a, b)).toBe(score(b, a));
        expect(score(a, a)).toBeGreaterThanOrEqual(0.6);
      }),
    );
  });

  it('measures distance as its definition does, up to the limit', () => {
    const short = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });
    fc.assert(
      fc.property(short, short, fc.integer({ min: 0, max: 3 }), (a, b, limit) => {
        expect(editDistance(a, b, limit)).toBe(Math.min(slowDistance(a, b), limit + 1));
      }),
    );
  });
});

describe('a person of the record', () => {
  const johnson: Actor = {
    id: 'actor:ben-johnson',
    kind: 'person',
    name: 'Ben Johnson',
    aliases: [],
    wikidata: null,
    country: 'actor:norway',
    note: '',
  };
  const known = new KnownActors([johnson]);
  const sought = (name: string) => ({
    name,
    kind: 'person' as const,
    surfaces: new Set([name]),
    country: johnson.country,
  });

  it('is offered for an initial, and never taken for it', () => {
    const [candidate] = known.candidates(sought('B. Johnson'));
    expect(candidate?.actor).toBe(johnson.id);
    expect(candidate?.score).toBeLessThan(0.7);
    const settler = new Settler(known, new Cast(), '0'.repeat(64));
    const referent = (name: string) => newReferent({ ...sought(name), key: name, country: null });
    expect(settler.settledId(referent('B. Johnson'))).toBeNull();
    expect(settler.settledId(referent('Ben Johnson'))).toBe(johnson.id);
  });
});

describe('the gazetteer', () => {
  it('names each state, capital and body once for one meaning', () => {
    const { states } = gazetteer();
    expect(states.size).toBe(191);
    for (const state of states.values())
      expect(
        lookUp(state.name).some((entry) => entry.type === 'state' && entry.state === state),
      ).toBe(true);
  });

  it('knows the state of every body that has one', () => {
    const { states, forms } = gazetteer();
    const countries = [...forms.values()].flat().flatMap(({ entry }) => {
      return entry.type === 'organisation' && entry.organisation.country !== null
        ? [entry.organisation.country]
        : [];
    });
    expect(countries.length).toBeGreaterThan(100);
    expect([...new Set(countries)].filter((code) => !states.has(code))).toEqual([]);
  });

  it('matches acronyms only as they are written', () => {
    expect(lookUp('WHO')).toHaveLength(1);
    expect(lookUp('Who')).toHaveLength(0);
    expect(lookUp('Nato')).toHaveLength(1);
    expect(lookUp('us')).toHaveLength(0);
  });

  it('takes the longest form', () => {
    expect(matchAt(['UN', 'Security', 'Council', 'met'], 0)?.length).toBe(3);
  });

  it('takes no word after a state for the end of its people’s name', () => {
    for (const { name } of gazetteer().states.values()) {
      const words = name.split(' ');
      expect([name, matchAt([...words, 'is', 'large'], 0)?.length]).toEqual([name, words.length]);
    }
  });
});
