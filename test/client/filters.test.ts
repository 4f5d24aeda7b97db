import { describe, expect, it } from 'vitest';
import { chosenBy, onlyAs, pathConditions, toggleMeant } from '../../client/state/filters.ts';
import { decode } from '../../client/state/url.ts';

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

describe('what of the filters a path is under', () => {
  const filters = decode('?act=denial&act=warning&said=2022&speaker=actor:a').filters;

  it('goes along under the names that paths have for it, and the rest is named', () => {
    expect(pathConditions(filters)).toEqual({
      params: [
        ['acts', 'denial,warning'],
        ['period', '2022'],
      ],
      kept: ['act', 'said'],
      without: ['speaker'],
    });
  });

  it.each(['?said=unknown', '?-act=denial', '?act=-denial', '?document=doc:a&document=doc:b'])(
    'leaves out %s',
    (search) => {
      expect(pathConditions(decode(search).filters).params).toEqual([]);
    },
  );
});
