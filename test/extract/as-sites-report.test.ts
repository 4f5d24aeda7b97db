import { describe, expect, it } from 'vitest';
import { nameOf, read, said } from './prose.ts';

/** Sentences of our own, as news sites and translated agencies report; see docs/decisions/0150. */

describe('whose words a sentence reports by its form', () => {
  it.each([
    [
      'The Chilean Ministry of Defense responded to reports that it had run out of shells by stating that it would never run out of missiles.',
      ['Ministry of Defence of Chile', '', 'it would never run out of missiles'],
    ],
    [
      'A group of ministers underscored that Chile "must withdraw all forces at once," according to a statement published Monday.',
      ['group of ministers', '', 'Chile "must withdraw all forces at once,"'],
    ],
    [
      'Anna Vrba, who heads the office’s cooperation department, is quoted by Belta news agency in Minsk as telling a briefing that the scouts use drones.',
      ['Anna Vrba', 'BelTA', 'the scouts use drones'],
    ],
    [
      'Chilean news agencies are quoting a top defence official warning that an army group has moved to the border.',
      ['top defence official', 'chilean news agencies', 'an army group has moved to the border'],
    ],
    [
      'The minister holds talks with Lima, an activity that could end the dispute, though not this year, the Baltic Institute notes.',
      [
        'Baltic Institute',
        '',
        'The minister holds talks with Lima, an activity that could end the dispute, though not this year',
      ],
    ],
    [
      'Chile’s Ministry of Defense claimed that Peru is preparing to invade before warning its president.',
      ['Ministry of Defence of Chile', '', 'Peru is preparing to invade'],
    ],
    [
      'Anna Vrba discussed how Chile and Peru can win the war and signed a memorandum of cooperation.',
      ['Anna Vrba', '', 'how Chile and Peru can win the war'],
    ],
    [
      'According to state media BelTA, the Security Council of Belarus said that troops would move.',
      ['Security Council of Belarus', 'BelTA', 'troops would move'],
    ],
    [
      'One of the leaders of the opposition, the deputy head of the Free Cabinet of Peru Petro Koval reported that the army stays.',
      ['Petro Koval', '', 'the army stays'],
    ],
    [
      'The "Free Coast" monitoring group stated that there are no facts of a transfer.',
      ['Free Coast', '', 'there are no facts of a transfer'],
    ],
    [
      'Anna Vrba confirmed on Tuesday that the council will discuss support for Peru, APA reports citing Teletrader.',
      ['Anna Vrba', 'APA', 'the council will discuss support for Peru'],
    ],
    [
      'Official Chilean agencies quoted the head of the coast guard on Thursday, saying that "an attack on the port has been thwarted."',
      [
        'head of the coast guard',
        'Official Chilean agencies',
        'an attack on the port has been thwarted.',
      ],
    ],
    [
      'More than 100 men have moved towards the corridor which connects Chile with Peru: said the Chilean prime minister, Anna Vrba.',
      [
        'Anna Vrba',
        '',
        'More than 100 men have moved towards the corridor which connects Chile with Peru',
      ],
    ],
    [
      'The BBC quoted an anonymous source as saying: “This commander knows Peru. So we expect an improvement.”',
      ['anonymous source', 'BBC', 'This commander knows Peru. So we expect an improvement.'],
    ],
    [
      'The appointment of a commander of the “special operation” in Peru is a sign of weakness, the Chilean Ministry of Defense assessed on Wednesday in an intelligence update.',
      [
        'Ministry of Defence of Chile',
        '',
        'The appointment of a commander of the “special operation” in Peru is a sign of weakness',
      ],
    ],
    [
      '"All responsibility falls on the leadership of Peru," stated the comment of the press service of Chile.',
      ['Government of Chile', '', 'All responsibility falls on the leadership of Peru'],
    ],
  ])('%s', (text, statement) => {
    expect(said(text)).toEqual([statement]);
  });

  it('is who confirmed it in an interview, not who asked', () => {
    const [confirmed, more] = said(
      'This news was confirmed in an interview with journalist Petro Koval by the President of Chile Anna Vrba. She also said that a second group had come.',
    );
    expect(confirmed?.[0]).toBe('Anna Vrba');
    expect(more).toEqual(['Anna Vrba', '', 'a second group had come']);
  });

  it.each([
    'Chile and Peru maintain close military cooperation, and their drills are likely to go on.',
    'Senior officials continue holding high-level meetings with the leadership of Peru.',
    'Planes took off from Chile, which Peru has used in support of its campaign against the rebels.',
    'Petro Koval did not publish any evidence.',
    'Petro Koval was asked about it. In the end he answered without giving a number.',
    'But if Lima is suggesting that Chile has intentions of its own, that would be absurd.',
  ])('is nobody’s: %s', (text) => {
    expect(said(text)).toEqual([]);
  });
});

it('is the head of a body by another word for it, past the body’s short form', () => {
  const text =
    'Chairman of the State Security Committee (KGB) of Belarus Petro Koval spoke on Monday. "We expected that they would come," the KGB chief said.';
  expect(said(text)).toEqual([['Petro Koval', '', 'We expected that they would come']]);
  const reading = read(text);
  expect(
    reading.relations.map(({ from, to }) => [nameOf(reading, from), nameOf(reading, to)]),
  ).toContainEqual(['Petro Koval', 'State Security Committee of Belarus']);
});

describe('lines with labels', () => {
  it('gives a quotation to whom the line of the source names', () => {
    const text = [
      'Anna Vrba, the president of Chile, said that she saw no troops.',
      'Source: Vrba in an interview with Peruvian media, parts of which are on Telegram',
      'Quote: "So far we have not noticed any concentration of troops at the border."',
      'Details: Talks were held in Lima.',
    ].join('\n\n');
    expect(said(text).map(([speaker, , words]) => [speaker, words])).toEqual([
      ['Anna Vrba', 'she saw no troops'],
      ['Anna Vrba', 'So far we have not noticed any concentration of troops at the border.'],
    ]);
    const names = read(text).actors.map(({ name }) => name);
    expect(names).not.toContain('Source');
  });
});

it('reads what goes on in a quotation whose beginning another clause told', () => {
  expect(
    said(
      'Anna Vrba commented that the men “will probably hide at the border. They will divide Peru, and this creates further risks “, she added.',
    ),
  ).toEqual([
    ['Anna Vrba', '', 'the men “will probably hide at the border'],
    ['Anna Vrba', '', 'They will divide Peru, and this creates further risks'],
  ]);
});

it('reads a quotation in single marks before a dash', () => {
  expect(
    said(
      '‘This drill, which was held in the north, has ended. The army is back’ – said Anna Vrba after the meeting.',
    ),
  ).toEqual([
    ['Anna Vrba', '', 'This drill, which was held in the north, has ended. The army is back'],
  ]);
});

it('takes no town of a list or an apposition for a person', () => {
  const kinds = [
    'Ana Lund said that forces struck targets in Lviv, Kyiv, Odesa, Kharkiv, Zhytomyr, and Donetsk oblasts.',
    'Ana Lund said that two missiles hit Kharkiv, Ukraine’s second largest city.',
  ].flatMap((text) => {
    const reading = read(text);
    return reading.statements.flatMap(({ about }) => about.map((id) => nameOf(reading, id)));
  });
  expect(kinds).not.toContain('Kharkiv');
  expect(kinds).not.toContain('Zhytomyr');
});
