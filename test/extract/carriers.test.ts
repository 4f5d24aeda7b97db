import { describe, expect, it } from 'vitest';
import { readSentence } from './sentence.ts';

/** Outlets that no list holds, by what is given to them; sentences of our own. */
function carried(text: string) {
  const { statements, names } = readSentence(text);
  return statements.map(({ addressees, reports }) => ({
    via: reports[0]!.via.map((id) => names.get(id)),
    to: addressees.map((id) => names.get(id)),
  }));
}

describe('who carried the words', () => {
  it.each([
    ['Nurlan Omar, who heads the port, told Kaspinform that one contract would do.', 'Kaspinform'],
    ['The deputy Pavel Gorin confirmed the appointment in a comment to RTVQ.', 'RTVQ'],
    ['Jan Maly told the channel Rassvet 24 that the deal was near.', 'Rassvet 24'],
    ['“Usual work,” the general Ihar Dub told the TV channel VoenKanal.', 'VoenKanal'],
  ])('is an outlet that nothing else tells of: %s', (text, outlet) => {
    expect(carried(text)).toEqual([{ via: [outlet], to: [] }]);
  });

  it.each([
    [
      'The minister told Rheinwerk that the order would come. Rheinwerk will build the tanks.',
      'Rheinwerk',
    ],
    ['The minister told Lithuania that the order would come.', 'Lithuania'],
    ['The minister told Jan Maly that the order would come.', 'Jan Maly'],
  ])('is not who was spoken to: %s', (text, listener) => {
    expect(carried(text)).toEqual([{ via: [], to: [listener] }]);
  });
});

it('leaves out whom only a visit was to', () => {
  const told = carried(
    '“We are getting ready,” Yoav Galan told soldiers during a visit to the Southern Command.',
  );
  expect(told).toEqual([{ via: [], to: ['soldiers'] }]);
});
