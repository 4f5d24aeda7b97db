import { describe, expect, it } from 'vitest';
import { readSentence } from './sentence.ts';

/** Attacks by force, and those by words and by laying down work; sentences of our own. */

function events(sentence: string): string[] {
  const { events: found, names } = readSentence(sentence);
  return found.map(
    ({ kind, participants }) =>
      `${kind}: ${participants.map(({ role, actor }) => `${role} ${names.get(actor)}`).join(', ')}`,
  );
}

describe('an attack', () => {
  it.each([
    'The German rail strike on Monday stranded thousands of passengers.',
    'The German strike on Tuesday was the longest in a decade.',
    'ASLEF launched a strike on Monday over pay.',
    'Unions launched a strike against Boeing.',
    'China launched a charm offensive in Africa.',
    'Google attacked Microsoft over its cloud licences.',
    'Hungary attacked the European Commission over its migration plan.',
    'Uganda attacked Kenya for closing the border.',
    'He has attacked Clinton repeatedly for her long ties to banks.',
  ])('is none without force: %s', (sentence) => expect(events(sentence)).toEqual([]));

  it.each([
    ['Russia attacked Ukraine on Monday.', 'attack: actor Russia, target Ukraine'],
    ['Israel attacked Lebanon with missiles.', 'attack: actor Israel, target Lebanon'],
    ['Ukrainian drones attacked a refinery in Ryazan.', 'attack: actor Ukraine'],
    ['Rebels attacked a convoy near Goma.', 'attack: actor rebels'],
    ['Lima condemned the attacks by Russia.', 'attack: actor Russia'],
    ['Ukraine launched a strike on Belgorod.', 'attack: actor Ukraine'],
    ['Russia launched an offensive in Kharkiv region.', 'attack: actor Russia'],
    [
      'The Israeli strike on Beirut on Monday lasted an hour.',
      'attack: actor Israel, target Government of Lebanon',
    ],
  ])('is one by those who can, on whom or where they do: %s', (sentence, event) =>
    expect(events(sentence)).toEqual([event]),
  );

  it('is nothing that whoever attacks has said', () => {
    expect(readSentence('Israel attacked Lebanon with missiles.').statements).toEqual([]);
    expect(
      readSentence('Hungary attacked the European Commission over its migration plan.').statements,
    ).toHaveLength(1);
  });
});
