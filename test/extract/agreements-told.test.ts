import { expect, it } from 'vitest';
import { agreementsOf } from './sentence.ts';

/** Sentences of our own whose parties stand beside other words than the verb's subject and "with". */

it.each([
  [
    'Patrols began under the trilateral declaration which Anwar Haddad, Petro Koval and Ilir Dema signed in May 2019.',
    'signed: Anwar Haddad + Petro Koval + Ilir Dema',
  ],
  [
    'Petro Koval said that he and Ilir Dema had agreed to reopen the bridge.',
    'announced: Petro Koval + Ilir Dema',
  ],
  [
    'President of Chad Idriss Salah announced that he and Sudanese President Omar Tahir had agreed to share a river.',
    'announced: Chad + Sudan',
  ],
  [
    'Petro Koval flew to Doha, where he signed a batch of documents with Omar Tahir.',
    'signed: Petro Koval + Omar Tahir',
  ],
  [
    'Petro Koval agreed with his Slovak counterpart on the price of gas.',
    'announced: Slovakia + Petro Koval',
  ],
  [
    'Petro Koval met Omar Tahir in Doha. They agreed to reopen the bridge.',
    'announced: Petro Koval + Omar Tahir',
  ],
])('reads persons as parties where their states are not told: %s', (text, told) => {
  expect(agreementsOf(text)).toEqual([told]);
});

it.each([
  [
    'Chilean President Ana Ruiz met with Prime Minister of Peru Luis Vega in Lima, where both signed a joint statement.',
    'signed: Chile + Peru',
  ],
  [
    'The agreement on fishing, which was signed in 2011 by Norway and Russia, would have expired in May.',
    'signed: Norway + Russia',
  ],
  ['Belaruskali signed a contract with a Chinese bank.', 'signed: Belaruskali + Chinese bank'],
  ['France and Spain signed a number of agreements on rail.', 'signed: France + Spain'],
  [
    'Fiji, the host, waits. Its envoy for trade, Jone Vatu, and his Tongan colleague Sione Moala had agreed in May to open the port.',
    'announced: Fiji + Tonga',
  ],
  [
    'On Monday, the Chadian and Sudanese defence ministers signed an agreement on patrols.',
    'signed: Chad + Sudan',
  ],
  [
    "Poland's defence ministry signed a 2 billion dollar contract for launchers with South Korea's Hanwha.",
    'signed: Ministry of Defence of Poland + Hanwha',
  ],
  ['Peru has a security agreement with Chile.', 'in-force: Peru + Chile'],
  ['Peru entered into an agreement with Chile on copper.', 'announced: Peru + Chile'],
  ['The negotiators of Peru and Chile came to an agreement in June.', 'announced: Peru + Chile'],
  ['The price of copper was agreed by Peru and Chile in May.', 'announced: Peru + Chile'],
  ['The route, agreed between Peru and Chile, is long.', 'announced: Peru + Chile'],
  [
    'Poland agreed to buy 96 helicopters from the United States.',
    'announced: Poland + United States',
  ],
  [
    'Russia is deploying weapons in Belarus under an agreement the two countries signed in 2021.',
    'in-force: Russia + Belarus',
  ],
  [
    'Niger and Chad formed a joint regional grouping under an agreement reached in October.',
    'signed: Niger + Chad',
  ],
  [
    'Fiji has stood aside. Its envoy for the talks with Tonga, Jone Vatu, and his Tongan colleague Sione Moala had agreed in May to open the port, yet the gates remain shut.',
    'announced: Fiji + Tonga',
  ],
  [
    'Ministers of Peru and Chile met in Lima. Regarding the protocol on visas, the parties confirmed that it had entered into force.',
    'in-force: Peru + Chile',
  ],
])('reads an agreement in %s', (text, told) => {
  expect(agreementsOf(text)).toEqual([told]);
});

it('reads one of those signed that has parties of its own beside the others', () => {
  const text =
    'Ministries of Belarus and Chile concluded nine documents, including an agreement between Belaruskali and a Peruvian bank.';
  expect(agreementsOf(text)).toEqual([
    'signed: Belarus + Chile',
    'signed: Belaruskali + Peruvian bank',
  ]);
});

it.each([
  'Ann Hale and Jo Marsh signed a statement against the war.',
  'Several economists agreed that Ann Hale would not send troops to Chad.',
  'Petro Koval agreed to meet Ilir Dema.',
  'Ann Hale agreed with Jo Marsh on Monday.',
  'Petro Koval fought Ilir Dema. They agreed to stop.',
  'Ukraine signed a declaration on the war with Russia.',
  'Chad has no agreement with Niger.',
  'Russia and Ukraine have a deal on the table.',
  'Peru and Chile entered the war in May.',
  "Chad agreed with Niger's request to send troops.",
  'Ukraine and Poland criticised the deployment under an agreement signed in May.',
  'Poland agreed to withdraw troops from Mali.',
])('reads no agreement in %s', (text) => {
  expect(agreementsOf(text)).toEqual([]);
});
