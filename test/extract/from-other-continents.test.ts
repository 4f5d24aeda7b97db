import { describe, expect, it } from 'vitest';
import { agreementsOf, eventsOf, tiesOf } from './sentence.ts';

/** Sentences of our own, worded as press of other continents words events, ties and agreements. */
const readAll = (text: string) => [...eventsOf(text), ...tiesOf(text), ...agreementsOf(text)];

describe('an event', () => {
  it.each([
    [
      'The Peruvian army captured Ivan Petrov on Monday.',
      'arrest, actor Armed Forces of Peru, target Ivan Petrov',
    ],
    [
      'Eighteen Norwegian soldiers were captured on Tuesday.',
      'arrest, target Armed Forces of Norway',
    ],
    [
      'Norwegian soldiers fired rifles at Peruvian positions on Tuesday.',
      'attack, actor Armed Forces of Norway, target Peru',
    ],
    ['At least 43 people were killed in five days of fighting.', 'attack, target 43 people'],
    [
      'It brought ministers from Peru and Norway together.',
      'meeting, participant Peru, participant Norway',
    ],
    [
      'Qatar has been mediating between Peru and the rebels since April.',
      'meeting, host Qatar, participant Peru',
    ],
    ['Ana Ruiz summoned the bosses of the banks on Friday.', 'meeting, host Ana Ruiz'],
    ['Ana Ruiz summoned the Peruvian ambassador on Monday.', 'other, actor Ana Ruiz, target Peru'],
    ['Ivan Petrov received the governors on Monday.', 'meeting, host Ivan Petrov'],
    [
      'Ivan Petrov, whose visit to Lima in May angered the city, left.',
      'visit, guest Ivan Petrov, host Peru',
    ],
    ['A survey by Ipsos, published last week, gives him 41%.', 'poll, publisher Ipsos'],
    ['In a Demostat poll released this week, few agreed.', 'poll, publisher Demostat'],
    ['Gazprom appointed a new head of procurement on Monday.', 'appointment, actor Gazprom'],
    ['Norway appointed a chief who had met Bob Dale.', 'appointment, actor Norway'],
    ['The M23 took control of the town of Walikale on Wednesday.', 'attack, actor M23'],
    [
      'Norway returned 18 Peruvian soldiers on Friday.',
      'other, actor Norway, target Armed Forces of Peru',
    ],
    [
      'Norway and Peru exchanged prisoners on Sunday.',
      'other, participant Norway, participant Peru',
    ],
    ['Nurses in Nigeria began a strike on Monday.', 'protest, actor nurses in Nigeria'],
  ])('is told: %s', (sentence, event) => {
    expect(readAll(sentence)).toEqual([event]);
  });

  it.each([
    'The film captured the mood in Lima.',
    'Two people were killed in an accident.',
    'Ivan Petrov brought flowers on Monday.',
    'A February poll showed that few agree.',
    'The cabinet took control of the budget.',
    'The Sol group took control of the port on Monday.',
    'The president returned to his desk on Friday.',
    'Ivan Petrov received the prize on Monday.',
  ])('is none: %s', (sentence) => {
    expect(readAll(sentence)).toEqual([]);
  });
});

describe('a tie', () => {
  it.each([
    [
      'Ana Ruiz, who heads the UN mission in the country, MINUSMA, complained.',
      ['Ana Ruiz holds-office MINUSMA', 'MINUSMA part-of United Nations'],
    ],
    [
      'Ana Ruiz, who directs the UN Verification Mission in Peru, complained.',
      [
        'Ana Ruiz holds-office UN Verification Mission in Peru',
        'UN Verification Mission in Peru part-of United Nations',
      ],
    ],
    [
      'The head of the World Food Programme in eastern Peru, Ana Ruiz, agreed.',
      ['Ana Ruiz holds-office World Food Programme'],
    ],
    ['Senator Ana Ruiz, of the Liberal Party, left.', ['Ana Ruiz member-of Liberal Party']],
    [
      'The Liberal Party lost. For ex-president Ivan Petrov, leader of that party, it was a shame.',
      ['Ivan Petrov holds-office Liberal Party'],
    ],
    [
      "Norway's army came. Soldiers fired, army spokesman Ivan Petrov told reporters.",
      ['Ivan Petrov holds-office Armed Forces of Norway'],
    ],
    [
      'Snow fell near Lubero. A bridge fell, according to Ivan Petrov, the administrator of the territory.',
      ['Ivan Petrov holds-office Lubero'],
    ],
    [
      'Monsignor Ivan Petrov, delegate of the Episcopal Conference, agrees.',
      ['Ivan Petrov holds-office Episcopal Conference'],
    ],
    [
      "Kenya's Cabinet Secretary for Defence Ana Ruiz left.",
      ['Ana Ruiz holds-office Ministry of Defence of Kenya'],
    ],
    [
      'The central bank governor of Ghana, Ana Ruiz, left.',
      ['Ana Ruiz holds-office Central Bank of Ghana'],
    ],
    ["Beijing, Peru's closest ally, was late.", ['China ally-of Peru']],
    ['Rwanda is fighting on the side of the M23.', ['Rwanda supports M23']],
    [
      'Boko Haram pledged allegiance to Islamic State in 2015.',
      ['Boko Haram supports Islamic State'],
    ],
    [
      'The United States keeps Hezbollah on its list of terrorist organisations.',
      ['United States sanctions Hezbollah'],
    ],
    ['Norway, at war with Peru, is tired.', ['Norway opposes Peru']],
    ["The UN's Human Rights Council met.", ['Human Rights Council part-of United Nations']],
    ['Safaricom, which is part-owned by Vodacom, grew.', ['Safaricom part-of Vodacom']],
  ])('is told: %s', (sentence, ties) => {
    expect(readAll(sentence)).toEqual(ties);
  });

  it.each([
    'Boko Haram never pledged allegiance to Islamic State.',
    'Norway keeps Peru on its list of friends.',
    'Norway was not at war with Peru.',
    'A teacher from Lubero spoke. Governor Ivan Petrov left.',
  ])('is none: %s', (sentence) => {
    expect(readAll(sentence)).toEqual([]);
  });
});

describe('an agreement', () => {
  it.each([
    ['Petronas and Sonatrach signed a term sheet on Monday.', 'signed: Petronas + Sonatrach'],
    ['Petronas and Sonatrach initialled a term sheet on Monday.', 'signed: Petronas + Sonatrach'],
  ])('is told: %s', (sentence, agreement) => {
    expect(readAll(sentence)).toEqual([agreement]);
  });

  it('is no sheet of another kind', () => {
    expect(readAll('Petronas and Sonatrach signed a sheet on Monday.')).toEqual([]);
  });
});
