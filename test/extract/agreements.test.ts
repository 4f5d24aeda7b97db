import { expect, it } from 'vitest';
import { agreementsOf } from './sentence.ts';

/** Sentences of our own: who agreed what with whom. */

it.each([
  ['Hungary signed a contract with Rosatom for two reactors.', 'signed: Hungary + Rosatom'],
  [
    'Rheinmetall and Ukroboronprom signed a letter of intent on making shells together.',
    'signed: Rheinmetall + Ukroboronprom',
  ],
  [
    "Serbia's Ministry of Energy and Gazprom inked a gas deal in June.",
    'signed: Ministry of Energy of Serbia + Gazprom',
  ],
  [
    'Philippine and Japanese ministers signed a reciprocal access agreement in Manila.',
    'signed: Philippines + Japan',
  ],
  ['Israel and Hamas agreed to a ceasefire.', 'announced: Israel + Hamas'],
  [
    'Under a framework agreement signed last July, Peru is buying 24 jets from Saab.',
    'signed: Peru + Saab',
  ],
  [
    'Under the Mutual Defense Treaty of 1951, the United States and the Philippines must help each other.',
    'in-force: United States + Philippines',
  ],
  [
    'The first instructors came in 2021 under the agreement between Sergei Ivanov and Assimi Goita.',
    'in-force: Sergei Ivanov + Assimi Goita',
  ],
  [
    'A ceasefire between Armenia and Azerbaijan has held since May.',
    'announced: Armenia + Azerbaijan',
  ],
  [
    'The Belarusian-Kazakh agreement on military cooperation was prolonged.',
    'amended: Belarus + Kazakhstan',
  ],
  ['Merkel heralded the EU-Turkey deal.', 'announced: European Union + Turkey'],
  [
    "Angela Merkel heralded the European Union's deal with Turkey as a success. The EU-Turkey deal stands.",
    'announced: European Union + Turkey',
  ],
  [
    'Critics attack the deal brokered last week by Chancellor Angela Merkel of Germany with the Turkish government.',
    'announced: Germany + Turkey',
  ],
  [
    'Siemens Energy has struck a work agreement with unions representing 4,000 employees.',
    'announced: Siemens Energy + unions representing 4,000 employees',
  ],
  [
    'President Ann Hale of Peru has in the last year secured a landmark nuclear deal with Chile.',
    'announced: Peru + Chile',
  ],
  [
    "Moscow's treaty with Pyongyang, ratified in November, has 23 articles.",
    'announced: Russia + North Korea',
  ],
])('reads an agreement in %s', (sentence, told) => {
  expect(agreementsOf(sentence)).toEqual([told]);
});

it.each([
  'Peru and Chile agreed that the question is a hard one.',
  'No ceasefire was agreed between Israel and Hamas.',
  'The draft agreement between Chad and France was leaked.',
  'Talks on an agreement between Turkey and Greece collapsed.',
  'A future agreement between Niger and Russia would cover uranium.',
  'Without an agreement between Serbia and Kosovo, there is no accession.',
  'Kyiv proposed a treaty between Ukraine and Poland.',
  'The peace treaty between Chad and Sudan is far off.',
])('reads no agreement in %s', (sentence) => {
  expect(agreementsOf(sentence)).toEqual([]);
});
