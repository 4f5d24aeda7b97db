import { expect, it } from 'vitest';
import { tiesOf } from './sentence.ts';

/** Sentences of our own: the ties that they state. */

it.each([
  [
    'Martin Vogel of the Center for Strategic and International Studies (CSIS) is less gloomy.',
    'Martin Vogel member-of Center for Strategic and International Studies',
  ],
  ['Anna Weber is a professor at Stonehill College.', 'Anna Weber member-of Stonehill College'],
  [
    'Rheinmetall does not want to be left out. CEO Hans Meier let slip that a plant could be had.',
    'Hans Meier holds-office Rheinmetall',
  ],
  [
    'NATO regrets the move. Tomas Berg, the bloc’s executive secretary, spoke.',
    'Tomas Berg holds-office NATO',
  ],
  [
    'Colonel Valery Ivanov, who is responsible for defence in the United Transitional Cabinet, spoke.',
    'Valery Ivanov holds-office United Transitional Cabinet',
  ],
  [
    'Ali Vaez, who directs the Gulf project at the International Crisis Group, said so.',
    'Ali Vaez holds-office International Crisis Group',
  ],
  [
    'As for the army, Minister of Defense of Poland Mariusz Blaszczak said it.',
    'Mariusz Blaszczak holds-office Ministry of Defence of Poland',
  ],
  [
    'President Jan Duda met reporters after receiving his Danish counterpart in Warsaw.',
    'Jan Duda holds-office Poland',
  ],
  [
    'Latvia closed a road. The president of the country, Janis Ozols, and Estonia agreed.',
    'Janis Ozols holds-office Latvia',
  ],
  ['Poland, in NATO since 1999, wants to spend more.', 'Poland member-of NATO'],
  ['Finland joined NATO in 2023.', 'Finland member-of NATO'],
  ['Fellow NATO member Romania agreed.', 'Romania member-of NATO'],
  [
    'Iran became a full member of the Shanghai Cooperation Organization in July 2023.',
    'Iran member-of Shanghai Cooperation Organisation',
  ],
  ['Norway is the closest ally of Denmark.', 'Norway ally-of Denmark'],
  ["Belarus is Russia's closest ally.", 'Belarus ally-of Russia'],
  [
    "Poland's Armament Agency insists that it is fine.",
    'Armament Agency part-of Government of Poland',
  ],
  [
    'Yonhap quoted South Korea’s arms procurement office, DAPA, as saying so.',
    'DAPA part-of Government of South Korea',
  ],
  [
    'The Daily Star, a newspaper of the Workers Party, commented.',
    'Daily Star part-of Workers Party',
  ],
  [
    'The European Union Mission in Armenia, EUMA, denied it.',
    'European Union Mission in Armenia part-of European Union',
  ],
  [
    'The U.S. ambassador to the OSCE, Michael Carpenter, urged calm.',
    'Michael Carpenter holds-office United States',
  ],
  [
    'Sviatlana Tsikhanouskaya, the Belarusian opposition leader who lives in exile, spoke.',
    'Sviatlana Tsikhanouskaya holds-office Belarusian opposition',
  ],
  [
    'Belarus is increasingly dependent on Russia, which buys most of its goods.',
    'Belarus depends-on Russia',
  ],
])('reads a tie in %s', (sentence, told) => {
  expect(tiesOf(sentence)).toEqual([told]);
});

it.each([
  [
    'Russian and Kazakh Presidents Ivan Orlov and Askar Nurlan talked in the Kremlin.',
    ['Ivan Orlov holds-office Russia', 'Askar Nurlan holds-office Kazakhstan'],
  ],
  [
    'The defense ministers of Japan and Georgia, Ken Mori and Levan Beridze, held talks.',
    [
      'Ken Mori holds-office Ministry of Defence of Japan',
      'Levan Beridze holds-office Ministry of Defence of Georgia',
    ],
  ],
  [
    'Defense Ministers Sergey Orlov of Russia and Viktor Kupala of Belarus met in Minsk.',
    [
      'Sergey Orlov holds-office Ministry of Defence of Russia',
      'Viktor Kupala holds-office Ministry of Defence of Belarus',
    ],
  ],
  [
    'The Minister of Defense of Azerbaijan Colonel General Zakir Aliev and the Minister of National Defense of Turkey, Mr. Deniz Kaya, spoke.',
    [
      'Zakir Aliev holds-office Ministry of Defence of Azerbaijan',
      'Deniz Kaya holds-office Ministry of Defence of Turkey',
    ],
  ],
])('gives each of several their own office: %s', (sentence, ties) => {
  expect(tiesOf(sentence)).toEqual(expect.arrayContaining(ties));
});

it('makes an adviser of a leader no leader', () => {
  const ties = tiesOf('An advisor to the Ukrainian leader, Mr. Mykhailo Hrytsak, wrote it.');
  expect(ties).not.toContain('Mykhailo Hrytsak holds-office Ukraine');
});

it('reads both bodies that a state is a member of', () => {
  expect(
    tiesOf('It has little effect in Lithuania, a member of NATO and the European Union.'),
  ).toEqual(['Lithuania member-of NATO', 'Lithuania member-of European Union']);
});

it('reads whose spokeswoman somebody is in the sentence before', () => {
  const text =
    'The Chinese Foreign Ministry called this a smear. “We do not accept it”, spokeswoman Mao Ning affirmed.';
  expect(tiesOf(text)).toContain('Mao Ning holds-office Ministry of Foreign Affairs of China');
});

it('reads the members of a list', () => {
  const sentence = 'The East African Community, which includes Kenya, Uganda and Rwanda, met.';
  expect(tiesOf(sentence)).toEqual(
    ['Kenya', 'Uganda', 'Rwanda'].map((state) => `${state} member-of East African Community`),
  );
});

it.each([
  'Moldova is not a member of NATO.',
  'Belarus applied to join the Shanghai Cooperation Organization.',
  'Norway is no longer an ally of Denmark.',
  'Retired Philippine admiral Ramon Diaz went further.',
  'The Norwegian Nobel Committee spoke.',
  'His Latvian and Lithuanian counterparts Andris Spruds and Laurynas Kasciunas signed it.',
])('reads no tie in %s', (sentence) => {
  expect(tiesOf(sentence)).toEqual([]);
});
