import { describe, expect, it } from 'vitest';
import { agreementsOf } from './sentence.ts';

/** Sentences of our own, as agencies report agreements; see docs/decisions/0147. */
const TOLD: readonly (readonly [sentence: string, agreement: string])[] = [
  [
    'Kazakhstan Engineering and Turkish Aerospace Industries agreed in May to assemble Anka drones in Kazakhstan.',
    'announced: Kazakhstan Engineering + Turkish Aerospace Industries',
  ],
  [
    "South Korea's Hanwha Defense signed a framework deal with Poland's Armaments Agency for 672 howitzers.",
    'signed: Hanwha + Armaments Agency',
  ],
  [
    'Almaz-Antey and the Belarusian Defense Ministry have a contract for S-400s.',
    'in-force: Almaz-Antey + Ministry of Defence of Belarus',
  ],
  [
    'A Russian-Iranian agreement on the supply of drones was reached in November, the Washington Post reported.',
    'announced: Russia + Iran',
  ],
  [
    'The Black Sea Grain Initiative, signed by Russia, Ukraine, Turkey and the United Nations in Istanbul, expired on Monday.',
    'signed: Russia + Ukraine + Turkey + United Nations',
  ],
  [
    'The Treaty on the Creation of the Union State, signed by Boris Yeltsin and Alexander Lukashenko on December 8, 1999, provides for a common currency.',
    'signed: Boris Yeltsin + Alexander Lukashenko',
  ],
  [
    'Berlin and Warsaw agreed to send the air-defense battery to Ukraine.',
    'announced: Germany + Poland',
  ],
  [
    'Latvia, Lithuania and Estonia agreed to leave the BRELL power ring by early 2025.',
    'announced: Latvia + Lithuania + Estonia',
  ],
  [
    "The Sudanese army and the Rapid Support Forces agreed to a seven-day ceasefire, South Sudan's foreign ministry said.",
    'announced: Armed Forces of Sudan + Rapid Support Forces',
  ],
  [
    "Ethiopia's government and the Tigray People's Liberation Front signed a permanent cessation of hostilities in Pretoria on November 2.",
    "signed: Ethiopia + Tigray People's Liberation Front",
  ],
  [
    "Belneftekhim will buy oil from Azerbaijan's SOCAR under a contract that the two firms concluded in 2020.",
    'in-force: Belneftekhim + SOCAR',
  ],
  [
    'Russia leases the Baikonur cosmodrome from Kazakhstan under a contract that runs until 2050.',
    'in-force: Russia + Kazakhstan',
  ],
  [
    'Damascus reached an agreement with the Kurdish-led Syrian Democratic Forces on Monday.',
    'announced: Syria + Syrian Democratic Forces',
  ],
  [
    'Guyana and Venezuela pledged not to use force against each other under the Argyle Declaration.',
    'in-force: Guyana + Venezuela',
  ],
  [
    'The EU signed a memorandum of understanding with Israel and Egypt on gas exports in June 2022.',
    'signed: European Union + Israel + Egypt',
  ],
  [
    'Ukraine, Moldova and Romania signed a trilateral agreement on energy cooperation in Odesa.',
    'signed: Ukraine + Moldova + Romania',
  ],
  [
    'The International Monetary Fund and Ukraine have agreed a $15.6 billion loan package.',
    'announced: International Monetary Fund + Ukraine',
  ],
  [
    'Vladimir Putin and Alexander Lukashenko signed a decree on 28 integration programmes of the Union State in November 2021.',
    'signed: Vladimir Putin + Alexander Lukashenko',
  ],
  [
    'Ana Lund said that Oslo and Lima agreed on deploying a joint military group.',
    'announced: Norway + Peru',
  ],
  [
    'The Israeli army said it had killed three men in the south despite a cease-fire agreement with Lebanon.',
    'in-force: Lebanon + Israel',
  ],
];

/** What whoever is quoted says of himself and one other. */
const QUOTED: readonly (readonly [sentence: string, agreement: string])[] = [
  [
    '“We have signed a contract with Rosatom,” Hungarian Foreign Minister Ana Lund said.',
    'signed: Rosatom + Hungary',
  ],
  [
    '“We agreed to deploy a group of forces of Norway and Peru,” Norwegian President Ana Lund said.',
    'announced: Norway + Peru',
  ],
  [
    '“The contract with Hyundai Rotem provides for the delivery of 180 tanks,” the Polish defence ministry said.',
    'announced: Hyundai Rotem + Poland',
  ],
];

/** Nobody here is told to have agreed, or not with whom. */
const NONE = [
  'Last week the warring generals in Sudan agreed to a 72-hour truce brokered by the US and Saudi Arabia.',
  'Serbian President Ana Lund and Emmanuel Macron witnessed the signing of a contract for 12 jets in Belgrade.',
  'Niger scrapped a military accord with the United States.',
  'Germany pledged to transfer 18 tanks to Ukraine.',
  'Moscow has proposed a treaty to Washington.',
  'Warsaw denied that it had signed any agreement with Kyiv on interceptions.',
  'Ana Lund has agreed to stop the movement of her fighters, the press service of the Belarusian president reports.',
];

describe('agreements as agencies report them', () => {
  it.each(TOLD)('%s', (sentence, agreement) => {
    expect(agreementsOf(sentence)).toEqual([agreement]);
  });

  it.each(QUOTED)('of whoever is quoted: %s', (sentence, agreement) => {
    const [found, more] = agreementsOf(sentence);
    expect(more).toBeUndefined();
    expect(found?.split(/: | \+ /).sort()).toEqual(agreement.split(/: | \+ /).sort());
  });

  it.each(NONE)('none: %s', (sentence) => {
    expect(agreementsOf(sentence)).toEqual([]);
  });
});
