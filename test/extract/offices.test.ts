import { describe, expect, it } from 'vitest';
import { readSentence } from './sentence.ts';

/** Offices as the words beside and around a name tell them; sentences of our own. */
function officesOf(sentence: string): string[] {
  const { relations, names } = readSentence(sentence);
  return relations
    .filter(({ kind }) => kind === 'holds-office' || kind === 'member-of')
    .map(({ kind, from, to }) => `${names.get(from)} ${kind} ${names.get(to)}`);
}

describe('an office that a verb tells', () => {
  it.each([
    [
      'The president has appointed Brigadier General Tomas Vilkas Commander of the Land Force as of April 3.',
      'Tomas Vilkas holds-office Land Force',
    ],
    [
      'On Monday the president appointed Mikhail Rudko consul general of Belarus in Novosibirsk.',
      'Mikhail Rudko holds-office Belarus',
    ],
    [
      'The leadership removed Army General Sergei Surov as commander of the Aerospace Forces.',
      'Sergei Surov holds-office Aerospace Forces',
    ],
    [
      'Ann Lee was appointed head of the Security Service of Ukraine.',
      'Ann Lee holds-office Security Service of Ukraine',
    ],
    [
      'Lieutenant Colonel Jens Hahn, who took over the Battle Group in February, spoke.',
      'Jens Hahn holds-office Battle Group',
    ],
    [
      'The Committee on National Security, chaired by Laurynas Kalvis, met on Wednesday.',
      'Laurynas Kalvis holds-office Committee on National Security',
    ],
    [
      'So says Marek Novak, who heads the security desk at the think tank Polity Insight.',
      'Marek Novak holds-office Polity Insight',
    ],
    [
      'Kamil Wolny, who follows Belarus at the Centre for Eastern Studies, disagrees.',
      'Kamil Wolny member-of Centre for Eastern Studies',
    ],
  ])('is read: %s', (sentence, tie) => {
    expect(officesOf(sentence)).toContain(tie);
  });

  it.each([
    'The president has not said whom he will make commander of the Land Force after Tomas Vilkas.',
    'On Monday the president will appoint Mikhail Rudko consul general of Belarus in Novosibirsk.',
    'The president has not appointed Mikhail Rudko consul general of Belarus in Novosibirsk.',
    'Ann Lee was not appointed head of the Security Service of Ukraine.',
    'The general has appointed nobody to the Land Force since Tomas Vilkas left.',
  ])('is none where nobody was appointed: %s', (sentence) => {
    expect(officesOf(sentence)).toEqual([]);
  });
});

describe('an office before a name', () => {
  it.each([
    [
      'Belarusian Security Council State Secretary Alexander Volkov threatened to respond.',
      'Alexander Volkov holds-office Security Council of Belarus',
    ],
    [
      'In Vilnius Defence Minister of Latvia Inara Murne spoke to reporters.',
      'Inara Murne holds-office Ministry of Defence of Latvia',
    ],
    [
      'Director General of Minsk Tractor Works Vitaly Vorobei signed first.',
      'Vitaly Vorobei holds-office Minsk Tractor Works',
    ],
    [
      'Dmitry Shuvalov, director of Russia’s Federal Service for Military-Technical Cooperation, promised it.',
      'Dmitry Shuvalov holds-office Federal Service for Military-Technical Cooperation',
    ],
    [
      'Japanese Prime Minister Ken Mori and Chinese State Councilor and Foreign Minister Wang Lei agreed.',
      'Wang Lei holds-office Ministry of Foreign Affairs of China',
    ],
    [
      'Belarus’ permanent representative to the United Nations Valentin Ryba argued otherwise.',
      'Valentin Ryba holds-office Belarus',
    ],
    [
      'The Minister of Defence of russia Sergei Orlov signed it.',
      'Sergei Orlov holds-office Ministry of Defence of Russia',
    ],
    [
      'U.S. Secretary of Defense Lloyd Harlan made the same comment in Sofia.',
      'Lloyd Harlan holds-office Government of the United States',
    ],
    [
      'Odesa Oblast Military Administration Head Oleh Kirpa reported a strike.',
      'Oleh Kirpa holds-office Odesa Oblast Military Administration',
    ],
    [
      'Serhii Kova, Head of the Kyiv City Military Administration, wrote that it was hit.',
      'Serhii Kova holds-office Kyiv City Military Administration',
    ],
    ['Kursk Oblast Governor Pavel Gorin said so.', 'Pavel Gorin holds-office Kursk Oblast'],
    [
      'The ambassador of Russia in Poland Sergey Dunin said so.',
      'Sergey Dunin holds-office Russia',
    ],
    [
      'Minister of Defence of Latvia Andris Kalns announced that his country would allocate it.',
      'Andris Kalns holds-office Ministry of Defence of Latvia',
    ],
    [
      "Keir Dunn, a Russia watcher at London's Chatham House, said that this was normal.",
      'Keir Dunn member-of Chatham House',
    ],
    [
      'The Belarusian defence ministry quoted Deputy Minister Andrei Zhuravel as saying that it was calm.',
      'Andrei Zhuravel holds-office Ministry of Defence of Belarus',
    ],
  ])('is that of the body that the words tell: %s', (sentence, tie) => {
    expect(officesOf(sentence)).toContain(tie);
  });

  it('is of no body where the words tell only its field', () => {
    const { names } = readSentence('The ruler dismissed Deputy Minister of Defense Siarhei Kozak.');
    expect([...names.values()]).not.toContain('Defense');
  });
});
