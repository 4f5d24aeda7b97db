import { describe, expect, it } from 'vitest';
import { readSentence } from './sentence.ts';

/** Offices that no words beside a name tell in full; sentences of our own. */
function officesOf(text: string): string[] {
  const { relations, names } = readSentence(text);
  return relations
    .filter(({ kind }) => kind === 'holds-office' || kind === 'member-of')
    .map(({ from, to, confidence }) => `${names.get(from)}: ${names.get(to)} ${confidence}`);
}

describe('the state of an office', () => {
  it.each([
    'In Kyiv, President Emmanuel Macron said that tanks would follow.',
    'In Brussels, Prime Minister Giorgia Meloni called the deal fair.',
    'Tunisia sent help. In Ankara, Prime Minister Giorgia Meloni called the deal fair.',
  ])('is not that of the town where somebody speaks: %s', (text) => {
    expect(officesOf(text)).toEqual([]);
  });

  it('is not that of the president whom somebody meets', () => {
    const text = 'French President Emmanuel Macron met Prime Minister Justin Trudeau on Monday.';
    expect(officesOf(text)).toEqual(['Emmanuel Macron: France 0.85']);
  });

  it.each([
    'Russia fired missiles at Odesa. Prime Minister Denys Shmyhal said the port was hit.',
    'Russia has shelled the port again, Defence Minister Rustem Umerov said.',
    'China sent warships round the island. Defence Minister Wellington Koo was not surprised.',
  ])('is not that of the state that does something to others: %s', (text) => {
    expect(officesOf(text)).toEqual([]);
  });

  it.each([
    [
      'Poland closed a road to the border. Interior Minister Jan Kowal said it was not safe.',
      'Jan Kowal: Ministry of Internal Affairs of Poland 0.5',
    ],
    [
      'Germany has not decided on the tanks, Defence Minister Karl Voss said.',
      'Karl Voss: Ministry of Defence of Germany 0.5',
    ],
  ])('is taken, as a guess, to be the one whose doings are told: %s', (text, office) => {
    expect(officesOf(text)).toEqual([office]);
  });
});

describe('an office of which a lead speaks', () => {
  it('is not that of whoever speaks next', () => {
    const text =
      'The Polish president said he would sign the law. Donald Tusk told reporters that he hoped for better.';
    expect(officesOf(text)).toEqual([]);
    const { statements, names } = readSentence(text);
    expect(statements.map(({ speaker }) => names.get(speaker))).toEqual([
      'Polish president',
      'Donald Tusk',
    ]);
  });

  it('is taken, as a guess, to be held by whom the paragraph after it names', () => {
    const text =
      'The Polish president said on Monday he would sign the law.\n\nAdam Wolski told reporters that he hoped for better.';
    expect(officesOf(text)).toEqual(['Adam Wolski: Poland 0.5']);
  });
});

describe('an administration called by a name', () => {
  it.each([
    'The Lula administration has fined loggers in Brazil. President Lula called the forest safe.',
    'The Marcos administration protested in Manila. President Marcos called the reef theirs.',
    'The Carter administration met critics in Peru and the United States. President Carter left.',
  ])('is American only where no other state is told of: %s', (text) => {
    expect(officesOf(text)).toEqual([]);
  });

  it('is American where the United States are told of alone', () => {
    const text =
      'Critics of the Carter administration met in the United States. President Carter left.';
    expect(officesOf(text)).toEqual(['Carter: United States 0.85']);
  });
});

describe('a title that the United States give', () => {
  it('is none of theirs in a text that tells of another state', () => {
    const text =
      'Defense Secretary Gilberto Teodoro visited the island. The Philippine military called it calm.';
    expect(officesOf(text)).toEqual([]);
  });

  it.each([
    ['Defense Secretary Amos Carver left the Pentagon.', 'Amos Carver: Pentagon 0.85'],
    [
      'In Kyiv, the U.S. envoy left. Secretary of State Amos Carver stayed.',
      'Amos Carver: Government of the United States 0.85',
    ],
  ])('is theirs where the text tells of them: %s', (text, office) => {
    expect(officesOf(text)).toContain(office);
  });

  it.each([
    'Jimmie Berg, a Sweden Democrat, voted for it.',
    'Gerry Nolan, an Irish Republican, voted for it in Washington.',
  ])('is no party of theirs with another state before it: %s', (text) => {
    expect(officesOf(text)).toEqual([]);
  });

  it('is a party of theirs with one of their states before it', () => {
    const text = 'Susan Hale, a Maine Republican, voted for it.';
    expect(officesOf(text)).toEqual(['Susan Hale: Republican Party 0.85']);
  });
});
