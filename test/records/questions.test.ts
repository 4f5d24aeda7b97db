/** The questions that the sample record is there to answer, asked of the records themselves. */
import { describe, expect, it } from 'vitest';
import type { Records } from '../../graph-data/schema/index.ts';
import { loadRecords } from '../../server/record/sample.ts';

const records = loadRecords();
type Statement = Records['statements'][number];

function said(filter: (statement: Statement) => boolean): Statement[] {
  return records.statements.filter(filter);
}

/** Statements by the words that they hold, so that a failure reads well. */
function texts(statements: readonly Statement[]): string[] {
  return statements.map(({ text }) => text.replaceAll('\u00a0', ' ')).sort();
}

const by = (speaker: string) => (statement: Statement) => statement.speaker === speaker;
const carriedBy = (actor: string) => (statement: Statement) =>
  statement.reports.some(({ via }) => (via as string[]).includes(actor));
const about = (actor: string) => (statement: Statement) =>
  (statement.about as string[]).includes(actor);

describe('what did Lukashenko say about Ukraine, and through whom was it carried', () => {
  const his = said(by('actor:alexander-lukashenko'));

  it('threats, a plot, siding with it, a growing threat, and no plan to send soldiers', () => {
    expect(texts(his.filter(about('actor:ukraine')))).toEqual([
      'Belarus has received threats from Ukraine',
      'I’ve said a thousand times previously that I don’t have any such plans.',
      'Lithuania and Poland for siding with Ukraine because they were supposedly there to “carry out sabotage, terrorist attacks and to organise [sic] a military mutiny in the country.”',
      'Today they are spinning this idea that “Lukashenko intends to send his servicemen to Ukraine!”',
      'Zelensky is plotting an attack in the country',
      'it as a growing threat',
    ]);
  });

  it('was carried by NBC and The Washington Post beside the documents themselves', () => {
    const carriers = his.flatMap(({ reports }) => reports.flatMap(({ via }) => via));
    expect([...new Set(carriers)].sort()).toEqual(['actor:nbc', 'actor:the-washington-post']);
    expect(texts(his.filter(carriedBy('actor:nbc')))).toEqual([
      'the country has been neutral since the beginning of the war by “treating Russians and Ukrainians, feeding Russians and Ukrainians.”',
      '…we are not going to kill anyone',
    ]);
  });
});

describe('who accused whom', () => {
  const pairs = said(({ act }) => act === 'accusation').flatMap(({ speaker, about: whom }) =>
    whom.map((target) => `${speaker.slice(6)} > ${target.slice(6)}`),
  );

  it.each([
    'volodymyr-zelensky > russia',
    'alexander-lukashenko > ukraine',
    'alexander-lukashenko > volodymyr-zelensky',
    'alexander-lukashenko > lithuania',
    'alexander-lukashenko > poland',
    'ivan-tertel > poland',
    'belarusian-security-and-defence-officials > government-of-ukraine',
    'government-of-ukraine > russia',
    'government-of-russia > ukraine',
    'un-human-rights-office > armed-forces-of-russia',
    'many-after-the-2020-election > alexander-lukashenko',
  ])('%s', (pair) => {
    expect(pairs).toContain(pair);
  });

  it('an accusation is always about somebody', () => {
    for (const statement of said(({ act }) => act === 'accusation'))
      expect(statement.about, statement.id).not.toEqual([]);
  });
});

it('analysts carried by Associated Press are Zhdanov, in two spans, and Karbalevich', () => {
  const carried = said(carriedBy('actor:associated-press'));
  expect(carried.map(({ speaker }) => speaker).sort()).toEqual([
    'actor:oleh-zhdanov',
    'actor:valery-karbalevich',
  ]);
  const zhdanov = carried.find(by('actor:oleh-zhdanov'));
  expect(zhdanov?.reports[0]?.content.map(({ exact }) => exact.slice(0, 24))).toEqual([
    'The Belarusian army is w',
    'Lukashenko is letting Pu',
  ]);
});

describe('which agreements bind Belarus and Russia', () => {
  const agreements = records.agreements.filter(({ parties }) =>
    ['actor:belarus', 'actor:russia'].every((party) => (parties as string[]).includes(party)),
  );

  it('who signed them and what became of them', () => {
    const rows = agreements.map(({ id, signatories, state, date }) => [
      id,
      state,
      date,
      signatories.map((signatory) => signatory.slice(6)).join(', '),
    ]);
    expect(rows).toEqual([
      [
        'agr:amendments-to-the-security-cooperation-agreement-2022',
        'signed',
        '2022-12-03~',
        'sergei-shoigu, viktor-khrenin',
      ],
      ['agr:economic-and-energy-agreements-2021', 'adopted', '2021-11', ''],
      ['agr:joint-military-doctrine-2021', 'adopted', '2021-11', ''],
      ['agr:nuclear-capable-aircraft', 'in-force', null, ''],
      ['agr:regional-grouping-of-forces-2022', 'announced', '2022-10~', ''],
      ['agr:security-cooperation-agreement', 'amended', null, ''],
      [
        'agr:union-of-belarus-and-russia-1999',
        'not-implemented',
        '1999',
        'alexander-lukashenko, boris-yeltsin',
      ],
    ]);
  });

  it('the amendments rest on two documents', () => {
    const amendments = agreements.find(({ id }) => id.startsWith('agr:amendments'));
    expect(amendments?.evidence).toHaveLength(2);
  });
});

it('who doubts that Belarus will join the war, in whose words', () => {
  const doubters = [
    ['actor:western-officials', 'willingness to join the war'],
    ['actor:western-officials', 'comparatively small military|relatively tiny military'],
    ['actor:oleh-zhdanov', 'not willing to fight'],
    ['actor:valery-karbalevich', 'ready to participate'],
    ['actor:associated-press', 'likely wouldn’t significantly boost'],
    ['actor:analysts-sofrep-october-2022', 'almost no Belarusian is willing'],
    ['actor:tatsiana-kulakevich', 'many reasons not to send troops'],
    ['actor:political-analysts-november-2022', 'wouldn’t send Belarusian forces'],
  ] as const;
  for (const [speaker, words] of doubters) {
    const found = said(by(speaker)).filter(
      (statement) => about('actor:belarus')(statement) && new RegExp(words).test(statement.text),
    );
    expect(found, `${speaker}: ${words}`).toHaveLength(1);
    expect(found[0]?.act).toBe('assessment');
  }
});

describe('what was said in two documents', () => {
  const twice = said(({ reports }) => reports.length > 1);

  it('is all of one origin: twelve statements of one Reuters wire', () => {
    expect(twice).toHaveLength(12);
    const origins = new Set(twice.flatMap(({ reports }) => reports.map(({ origin }) => origin)));
    expect([...origins]).toEqual(['orig:reuters-on-belarus-moving-troops']);
  });

  it('holds what Muzyka said, in both wordings', () => {
    const his = twice.filter(by('actor:konrad-muzyka'));
    expect(his.flatMap(({ reports }) => reports)).toHaveLength(4);
    expect(his.every(carriedBy('actor:reuters'))).toBe(true);
  });

  it('credits BelTA in both documents for what the Security Council announced', () => {
    const announced = twice.filter(by('actor:security-council-of-belarus'));
    expect(announced).toHaveLength(2);
    for (const { reports } of announced)
      for (const { via } of reports) expect(via).toEqual(['actor:belta']);
  });
});

it('Sergei Shoigu is tied to the Institute for the Study of War through records', () => {
  const claims = [records.statements, records.agreements, records.events, records.relations].flat();
  const actorsOf = (claim: (typeof claims)[number]): string[] => {
    if ('speaker' in claim) return [claim.speaker, ...claim.about, ...claim.addressees];
    if ('parties' in claim) return [...claim.parties, ...claim.signatories];
    if ('participants' in claim) return claim.participants.map(({ actor }) => actor);
    return [claim.from, claim.to];
  };
  const reached = new Map([['actor:sergei-shoigu', 0]]);
  for (const [actor, steps] of reached)
    for (const claim of claims.map(actorsOf).filter((actors) => actors.includes(actor)))
      for (const next of claim) if (!reached.has(next)) reached.set(next, steps + 1);
  expect(reached.get('actor:institute-for-the-study-of-war')).toBe(2);
  const scattered = records.actors.map(({ id }) => id).filter((id) => !reached.has(id));
  expect(scattered.length).toBeLessThan(records.actors.length / 10);
});

it('the speakers that a reader of the five articles expects all speak', () => {
  const speakers = new Set(records.statements.map(({ speaker }) => speaker.slice(6)));
  for (const name of [
    ...['alexander-lukashenko', 'viktor-khrenin', 'oleh-zhdanov', 'konrad-muzyka'],
    ...['institute-for-the-study-of-war', 'oleksii-hromov', 'tatsiana-kulakevich'],
    ...['volodymyr-zelensky', 'valeriy-revenko', 'vladimir-makei', 'ivan-tertel'],
  ])
    expect(speakers).toContain(name);
});
