import { expect, it } from 'vitest';
import { tiesOf } from './sentence.ts';

/** Sentences of our own: ties as a state's own press and its manner of titles tell them. */

const SENATE = 'United States Senate';
const HOUSE = 'United States House of Representatives';

it.each([
  [
    'Sen. Ann Hale (D-Va.) voted against it.',
    ['Ann Hale member-of Democratic Party', `Ann Hale holds-office ${SENATE}`],
  ],
  [
    'Representative Tom Weld, Republican of Maine, voted against it.',
    ['Tom Weld member-of Republican Party', `Tom Weld holds-office ${HOUSE}`],
  ],
  ['Bill Moss, a Democrat and former miner, disagreed.', ['Bill Moss member-of Democratic Party']],
  [
    'The Senate debated it as Republicans cheered; Gov. Chris Dale of New Jersey and Ohio Gov. John Kay watched.',
    ['Chris Dale holds-office New Jersey', 'John Kay holds-office Ohio'],
  ],
  [
    'Congress met as Republicans and Democrats quarrelled. Speaker Bob D. Dale left.',
    [`Bob D. Dale holds-office ${HOUSE}`],
  ],
  [
    'Congress met. Republicans and Democrats quarrelled, said Jane Dole, a Republican strategist.',
    ['Jane Dole member-of Republican Party'],
  ],
  [
    'Republicans cheered and Democrats wept in the Senate as President Hale spoke.',
    ['Hale holds-office United States'],
  ],
  [
    'The governor of the Voronezh region, Aleksandr Gusev, spoke.',
    ['Aleksandr Gusev holds-office Voronezh region'],
  ],
  ['Defense Secretary Amos Carver spoke in Ohio.', ['Amos Carver holds-office Pentagon']],
  [
    'Adm. Carl B. Moore Jr., who leads the United States Pacific Command, spoke.',
    ['Carl B. Moore holds-office Pacific Command'],
  ],
  [
    'Gen. Paul D. Ford Jr., the head of the United States Special Operations Command, spoke.',
    ['Paul D. Ford holds-office Special Operations Command'],
  ],
  [
    'The chairman of the Harbour Board, Gen. Carl Moore, spoke.',
    ['Carl Moore holds-office Harbour Board'],
  ],
  [
    'Philippine military spokesman Col. Mario Lopez spoke.',
    ['Mario Lopez holds-office Armed Forces of the Philippines'],
  ],
  [
    'President Ivan Petrov spoke in Kenya and Ghana. The Bulgarian leader left.',
    ['Ivan Petrov holds-office Bulgaria'],
  ],
  [
    'Critics of the Carter administration met in America, far from Ohio. President Carter left.',
    ['Carter holds-office United States'],
  ],
  [
    'Otto Blatt, the embattled president of football’s governing body, FIFA, left.',
    ['Otto Blatt holds-office FIFA'],
  ],
  [
    'Ann Hale left. Hale campaign spokeswoman Joy Hick did not reply.',
    ['Joy Hick holds-office Hale campaign'],
  ],
  [
    'As the Washington Post’s Jane Dole put it, the plan failed.',
    ['Jane Dole member-of The Washington Post'],
  ],
  [
    'The Central Bridge Committee met. CBC Chairman Bob Dale left.',
    ['Bob Dale holds-office Central Bridge Committee'],
  ],
  ['Ann Hale endorsed Bob Dale on Monday.', ['Ann Hale supports Bob Dale']],
  [
    'Congress and the Senate met as Republicans cheered; Missouri Secretary of State Joe Hill left.',
    ['Joe Hill holds-office Missouri'],
  ],
  [
    'Carl Moore, the president of the Harbour Workers Union, which endorsed Bob Dale in May, left.',
    ['Carl Moore holds-office Harbour Workers Union', 'Harbour Workers Union supports Bob Dale'],
  ],
  [
    'Backing former Finnish Minister Ann Hale, the Harbour Union left.',
    ['Ann Hale holds-office Government of Finland'],
  ],
  [
    'Chancellor Eva Weber of Germany left. Ms. Weber’s spokesman, Uwe Fisch, stayed.',
    ['Eva Weber holds-office Germany', 'Uwe Fisch holds-office Government of Germany'],
  ],
  [
    'President Ann Hale of Peru left. Joe Moss, a senior adviser to Ms. Hale, stayed.',
    ['Ann Hale holds-office Peru', 'Joe Moss member-of Government of Peru'],
  ],
  [
    'Bob Dale, a spokesman for the Hale campaign, stayed. Ann Hale left.',
    ['Bob Dale holds-office Hale campaign'],
  ],
  ['Kenya’s leader, President John Moi, spoke in Ghana.', ['John Moi holds-office Kenya']],
  ['Under President John Moi, Kenya has grown.', ['John Moi holds-office Kenya']],
  [
    'Ann Lee, a columnist at The New York Times, left. CNN host Bob Dale stayed.',
    ['Ann Lee member-of The New York Times', 'Bob Dale member-of CNN'],
  ],
  ['Xinhua, the official Chinese news agency, reported it.', ['Xinhua part-of China']],
])('reads ties in %s', (sentence, told) => {
  expect(tiesOf(sentence)).toEqual(told);
});

it.each([
  'Sen. Bob Sand (I-Vt.) is of no party, and Kenya is far.',
  'President Hale met Republican candidates in Kenya.',
  'President Ivan Petrov and President Anton Bauer met in Kenya. The Bulgarian leader left.',
  'Ann Hale, the 2008 Republican presidential nominee, left.',
  'Ann Hale, the prime minister’s wife, lives in Norway. Norway is cold.',
  'American Bridge President Jane Dole left.',
  'President Jane Dole left. Norway and the Norwegians stay, for Norway is cold.',
  'Harbour Kitchens’ vice president Joe Moss spoke in Peru, as Peruvians know Peru.',
  'Bob Dale, the two million members of the Harbour Union, met.',
])('reads no office of a state or party in %s', (sentence) => {
  expect(tiesOf(sentence).filter((tie) => !tie.endsWith(SENATE))).toEqual([]);
});
