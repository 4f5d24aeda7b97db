import { describe, expect, it } from 'vitest';
import { nameOf, read, said } from './prose.ts';

/** Sentences as assessments, features and commentaries word them, written for these tests. */

describe('short forms in brackets', () => {
  it('do not hide the verb after them', () => {
    expect(
      said(
        'The Polish Ministry of Defence (MoD) assessed on Monday that Russia has doubled its force, but judged that an attack is unlikely.',
      ),
    ).toEqual([
      ['Ministry of Defence of Poland', '', 'Russia has doubled its force'],
      ['Ministry of Defence of Poland', '', 'an attack is unlikely'],
    ]);
  });
});

describe('what a noun tells that somebody said', () => {
  it.each([
    [
      'A statement by the Latvian Foreign Ministry that the bridge had been mined was rejected in Minsk.',
    ],
    ['The bridge had been mined, per the Latvian Foreign Ministry.'],
    ['In the words of the Latvian Foreign Ministry, the bridge had been mined.'],
  ])('%s', (text) => {
    const [one] = said(text);
    expect(one?.[0]).toBe('Ministry of Foreign Affairs of Latvia');
    expect(one?.[2]).toMatch(/^the bridge had been mined$/i);
  });

  it('is that of the state whose adjective stands before it', () => {
    expect(
      said('The Serbian assertion that the convoy was stopped has been repeated since May.'),
    ).toEqual([['Government of Serbia', '', 'the convoy was stopped']]);
  });

  it('is that of whoever repeats it', () => {
    expect(
      said('The claim that Tbilisi plans an attack was repeated by Vladimir Makei on television.'),
    ).toEqual([['Vladimir Makei', '', 'Tbilisi plans an attack']]);
  });

  it('ends before what the document says of it', () => {
    expect(said('Russian claims that the port had fallen were premature.')[0]?.[2]).toBe(
      'the port had fallen',
    );
    expect(
      said(
        'Ann Lee told reporters that the port had fallen, a claim that cannot be verified independently.',
      )[0]?.[2],
    ).toBe('the port had fallen');
  });
});

describe('who speaks', () => {
  it('is whoever is quoted by another', () => {
    expect(
      said(
        'The head of the commission, Jan Novak, was quoted by the press service of the Slovak parliament as saying the vote was legal.',
      )[0]?.[0],
    ).toBe('Jan Novak');
  });

  it('is whom an agency cites before or after', () => {
    const cited = ['senior diplomat', 'Reuters', 'the talks had failed'];
    expect(
      said('Reuters, quoting "a senior diplomat," reported that the talks had failed.'),
    ).toEqual([cited]);
    expect(said('Reuters reported that the talks had failed, citing a senior diplomat.')).toEqual([
      cited,
    ]);
  });

  it('is one of those who have just spoken', () => {
    expect(
      said(
        'Several analysts rejected the claim that the fort had fallen, with one noting that the video was old.',
      )[1],
    ).toEqual(['analysts', '', 'the video was old']);
  });

  it('stands after "but"', () => {
    expect(
      said(
        'Rebel forces made gains near Sake, but Congolese officials deny that the town fell.',
      )[0],
    ).toEqual(['Congolese officials', '', 'the town fell']);
  });

  it('is the name before the description that a clause hangs on', () => {
    expect(
      said(
        'A stone was thrown at a patrol of EULEX, the European Union’s rule of law mission, which confirmed that nobody was hurt.',
      )[0]?.[0],
    ).toBe('EULEX');
  });

  it('is the president just named in apposition, not who spoke last', () => {
    expect(
      said(
        'Armenian Prime Minister Nikol Pashinyan said he would sign. Azerbaijan’s president, Ilham Aliyev, sounded less sure: in a speech he complained that Yerevan was dragging its feet.',
      )[1]?.[0],
    ).toBe('Ilham Aliyev');
  });
});

describe('whom a phrase means', () => {
  it('is the name that is given to a person only described', () => {
    expect(
      said(
        '"They burned the market," said one of them, a herder who asked to be identified only as Idris.',
      )[0]?.[0],
    ).toBe('Idris');
  });

  it('is a Korean by the form of the name', () => {
    expect(said('Minister of Unification Kwon Young-se said Seoul had not decided.')[0]?.[0]).toBe(
      'Kwon Young-se',
    );
  });

  it('is a ministry by its short form', () => {
    expect(said('The Russian MoD claimed that its forces had repelled an attack.')[0]?.[0]).toBe(
      'Ministry of Defence of Russia',
    );
  });

  it('is no other minister', () => {
    const speakers = said(
      'Turkish Defence Minister Hulusi Akar ruled out an attack. The foreign minister said that talks would go on.',
    ).map(([speaker]) => speaker);
    expect(speakers).toEqual(['Hulusi Akar', 'foreign minister']);
  });
});

/** Each tie as kind, from and to. */
function ties(text: string): string[] {
  const reading = read(text);
  return reading.relations.map(
    ({ kind, from, to }) => `${kind}: ${nameOf(reading, from)}, ${nameOf(reading, to)}`,
  );
}

describe('offices and parts', () => {
  it.each([
    ['Kosovo Prime Minister Albin Kurti left.', 'holds-office: Albin Kurti, Government of Kosovo'],
    ['Germany’s ambassador in Pristina, Jorn Rohde, left.', 'holds-office: Jorn Rohde, Germany'],
    ['President Mario Abdo of Paraguay left.', 'holds-office: Mario Abdo, Paraguay'],
    ['U.S. Defense Secretary Jim Mattis left.', 'holds-office: Jim Mattis, Pentagon'],
    [
      'The convoy of EULEX, the European Union’s rule of law mission, left.',
      'part-of: EULEX, European Union',
    ],
    [
      'The U.N. mission in Congo, MONUSCO, said it was denied access.',
      'part-of: MONUSCO, United Nations',
    ],
    [
      'The Ukrainian General Staff said so.',
      'part-of: General Staff of Ukraine, Armed Forces of Ukraine',
    ],
    [
      'Serbia’s president said on Monday that he would ask NATO.\n\nAleksandar Vucic told reporters he had no illusions.',
      'holds-office: Aleksandar Vucic, Serbia',
    ],
  ])('%s', (text, tie) => {
    expect(ties(text)).toContain(tie);
  });

  it('lets an office speak whose holder is named later', () => {
    expect(
      said(
        'Serbia’s president said on Monday that he would ask NATO.\n\nAleksandar Vucic told reporters he had no illusions.',
      ).map(([speaker]) => speaker),
    ).toEqual(['Aleksandar Vucic', 'Aleksandar Vucic']);
  });
});

describe('what happened', () => {
  it.each([
    ['Russian President Vladimir Putin’s visit to Minsk changed nothing.', 'visit'],
    ['The first trains with Russian troops arrived in Brest on October 15.', 'deployment'],
    ['Azerbaijani units opened fire on Armenian positions.', 'attack'],
    ['Ukrainian forces destroyed an ammunition depot in Svatove.', 'attack'],
    ['Serbian authorities arrested a businessman.', 'arrest'],
    ['Russia fired 70 missiles at Ukraine on Monday.', 'attack'],
    ['Belarus has handed over several dozen tanks to Russia.', 'delivery'],
    ['President Emmanuel Macron of France convened the defence council.', 'meeting'],
    ['The Latvian Foreign Ministry summoned the Belarusian ambassador.', 'other'],
  ])('%s', (text, kind) => {
    expect(read(text).events.map((one) => one.kind)).toEqual([kind]);
  });

  it('is not what is only ahead or denied', () => {
    expect(read('Troops were moved ahead of Vladimir Putin’s visit to Minsk.').events).toEqual([]);
  });
});

describe('positions by set phrases', () => {
  it.each([
    [
      'France holds the junta responsible for the killings.',
      'the junta responsible for the killings',
    ],
    ['The commission has likened the law to old practice.', 'the law to old practice'],
    ['The chancellor appealed to Beijing for restraint.', 'restraint'],
    ['The minister claimed, without offering proof, that mines were laid.', 'mines were laid'],
  ])('%s', (text, content) => {
    expect(said(text).map(([, , words]) => words)).toEqual([content]);
  });

  it('stand around whoever quotes', () => {
    const { statements } = read(
      'The drills, BelTA quoted Ann Lee as saying, "are purely defensive".',
    );
    expect(statements[0]?.reports[0]?.content.map(({ exact }) => exact)).toEqual([
      'The drills',
      '"are purely defensive"',
    ]);
  });
});

describe('what was said', () => {
  it('is direct where all of it stands in marks after "that"', () => {
    const [one] = read('Ann Lee said in a Facebook post that "the operation is ready".').statements;
    expect([one?.mode, one?.text]).toEqual(['direct', 'the operation is ready']);
  });

  it('follows how it is put', () => {
    expect(
      said('An adviser to the mayor put it more bluntly: the town “bought the same bridge twice”.'),
    ).toEqual([['adviser to the mayor', '', 'the town “bought the same bridge twice”']]);
  });

  it('is nothing in a heading, in a refusal, and in what was agreed', () => {
    expect(said('WASHINGTON URGES CALM\n\nThe border was quiet.')).toEqual([]);
    expect(said('Warsaw has not said no.')).toEqual([]);
    expect(said('The two leaders agreed not to use force.')).toEqual([]);
  });

  it('comes before a long description of who said it', () => {
    expect(
      said(
        'The first trains arrived on May 15, the head of the transport department at the Slovak Defence Ministry told reporters earlier.',
      )[0]?.[2],
    ).toBe('The first trains arrived on May 15');
  });
});
