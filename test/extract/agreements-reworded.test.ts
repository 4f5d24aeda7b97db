import { expect, it } from 'vitest';
import { agreementsOf } from './sentence.ts';

/** Agreements that sentences of our own tell. */

it.each([
  [
    'on doing something',
    'Peru has agreed with Norway on stationing a brigade.',
    'announced: Peru + Norway',
  ],
  [
    'about something',
    'Peru agreed with Norway about deployment of troops.',
    'announced: Peru + Norway',
  ],
  [
    'brokered in a clause of its own',
    'They left under a deal that China brokered between Norway and Peru.',
    'announced: Norway + Peru',
  ],
  [
    'that another mediated',
    'Ukraine exchanged 75 prisoners with Russia under an agreement mediated by the UAE.',
    'in-force: Ukraine + Russia',
  ],
  [
    'by those who say so',
    'Norway and Peru said they had reached a trade deal.',
    'announced: Norway + Peru',
  ],
  [
    'with no preposition',
    'Norway and Peru agreed a framework on tariffs.',
    'announced: Norway + Peru',
  ],
  [
    'by its text',
    'Norway and Peru have agreed the text of a peace treaty.',
    'announced: Norway + Peru',
  ],
  [
    'whose noun the tagger took for a verb',
    'Norway and Peru signed a minerals deal.',
    'signed: Norway + Peru',
  ],
  [
    'with a government that none recognises',
    'Peru signed a memorandum with Somaliland.',
    'signed: Peru + Somaliland',
  ],
  [
    'in force between firms',
    'KazMunayGas has a contract with SOCAR.',
    'in-force: KazMunayGas + SOCAR',
  ],
  [
    'to change another',
    'Norway and Peru agreed to extend the Black Sea Grain Initiative.',
    'announced: Norway + Peru',
  ],
  [
    'of rebels, once',
    "Colombia's government and the ELN rebels agreed to extend a ceasefire.",
    'announced: Colombia + National Liberation Army',
  ],
])('an agreement is told: %s', (_, text, agreement) => {
  expect(agreementsOf(text)).toEqual([agreement]);
});

it.each([
  ['is not made', 'Norway and Peru could sign a minerals deal next year.'],
  ['is refused', 'Norway refused to sign a minerals deal with Peru.'],
  ['has yet to be signed', 'Norway and Peru have yet to sign the agreement.'],
  [
    'ministers look on',
    'Minister Murat Orlov of Kazakhstan received Minister Anto Rossi of Italy. In the presence of the ministers, the chairman of KazMunayGas, Askhat Orlov, and the chief executive of Eni, Claudio Dosi, signed a memorandum.',
  ],
  ['is a player’s', 'Real Madrid signed a player from Chelsea on Monday.'],
  [
    'is a place that somebody goes to',
    'Wagner moved to Belarus under a deal that was kept secret.',
  ],
])('no agreement is told by what %s', (_, text) => {
  expect(agreementsOf(text)).toEqual([]);
});
