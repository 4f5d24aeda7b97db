import { describe, expect, it } from 'vitest';
import { chosenBy, onlyAs, toggleMeant } from '../../client/state/filters.ts';

const LUKASHENKO = 'actor:alexander-lukashenko';
const other = { key: 'act', value: 'denial' };
const speaker = (value: string) => ({ key: 'speaker', value });
const about = (value: string) => ({ key: 'about', value });

describe('one part of an actor', () => {
  it('takes the place of the other, and goes when it is chosen again', () => {
    const said = onlyAs([other, speaker('actor:x')], 'speaker', LUKASHENKO);
    expect(said).toEqual([other, speaker('actor:x'), speaker(LUKASHENKO)]);
    const spokenOf = onlyAs(said, 'about', LUKASHENKO);
    expect(spokenOf).toEqual([other, speaker('actor:x'), about(LUKASHENKO)]);
    expect(onlyAs(spokenOf, 'about', LUKASHENKO)).toEqual([other, speaker('actor:x')]);
  });
});

describe('a name among the filters', () => {
  const meant = new Map([
    ['Lukashenko', [LUKASHENKO]],
    ['Ivanov', ['actor:a-ivanov', 'actor:b-ivanov']],
  ]);

  it('chooses whom it means, under its own key', () => {
    const filters = [speaker('Lukashenko')];
    expect(chosenBy(filters, speaker(LUKASHENKO), meant)).toEqual(speaker('Lukashenko'));
    expect(chosenBy(filters, about(LUKASHENKO), meant)).toBeNull();
    expect(chosenBy(filters, speaker('actor:x'), meant)).toBeNull();
  });

  it('goes when its actor is left out, and leaves the others whom it means', () => {
    expect(toggleMeant([other, speaker('Lukashenko')], speaker(LUKASHENKO), meant)).toEqual([
      other,
    ]);
    expect(toggleMeant([speaker('Ivanov')], speaker('actor:a-ivanov'), meant)).toEqual([
      speaker('actor:b-ivanov'),
    ]);
    expect(toggleMeant([speaker('Ivanov')], speaker('actor:x'), meant)).toEqual([
      speaker('Ivanov'),
      speaker('actor:x'),
    ]);
  });
});
