import type { ParsedDocument, Span, Token } from '../nlp/index.ts';
import { stateEndingAt } from './country.ts';
import type { Naming, Referent } from './referent.ts';

/** An office that the text speaks through before it names who holds it. */
export interface Heralded {
  readonly referent: Referent;
  readonly lemma: string;
  readonly title: string;
  readonly country: string;
  readonly span: Span;
  readonly former: false;
}

/** Sentences of a lead, a headline that stands in the text counted. */
const LEAD = 3;
/** Sentences after it in which the name comes. */
const NEAR = 3;

/**
 * "Serbia's president said on Saturday ... Aleksandar Vucic told a news conference": a lead of one
 * sentence tells of an office and of the day, and the first person whom the next paragraph names, at
 * a sentence's beginning and by no title, is taken to hold it. Null where somebody of that state is
 * called so anyway.
 */
export function heralded(
  { text, sentences }: ParsedDocument,
  namings: readonly Naming[],
  persons: readonly Referent[],
): Heralded | null {
  for (let index = 0; index < Math.min(LEAD, sentences.length); index++) {
    const office = officeIn(sentences[index]!.tokens);
    if (!office) continue;
    const { lemma, country } = office;
    if (persons.some(({ descriptors, country: of }) => descriptors.has(lemma) && of === country))
      return null;
    const first = namings.find(
      ({ sentence, referent }) => sentence > index && referent.kind === 'person',
    );
    const { tokens } = sentences[first?.sentence ?? index]!;
    const near = first && first.sentence - index <= NEAR && isLead(text, sentences, index);
    return near && isUntitled(first, tokens, namings, country)
      ? { referent: first.referent, former: false, ...office }
      : null;
  }
  return null;
}

/** Whether a sentence is a paragraph of its own that tells of a weekday, as the first of an agency's copy does. */
function isLead(text: string, sentences: ParsedDocument['sentences'], index: number): boolean {
  const [lead, next] = [sentences[index]!, sentences[index + 1]];
  const alone = next && /\n/.test(text.slice(lead.end, next.start));
  return alone === true && lead.tokens.some(({ word }) => WEEKDAY.test(word));
}

const WEEKDAY = /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/;

/** "Serbia's president", "the Serbian prime minister", with nobody named beside it. */
function officeIn(
  tokens: readonly Token[],
): Pick<Heralded, 'lemma' | 'title' | 'country' | 'span'> | null {
  for (const [noun, { lemma, end }] of tokens.entries()) {
    if (!/^(?:president|minister|premier|chancellor|king)$/.test(lemma)) continue;
    if (/^(?:NNP|,|POS|IN)/.test(tokens[noun + 1]?.tag ?? '')) continue;
    let from = noun;
    while (from > 0 && /^(?:prime|foreign|defen[cs]e|interior)$/i.test(tokens[from - 1]!.word))
      from--;
    if (lemma === 'minister' && from === noun) continue;
    const owned = /^['’]s?$/.test(tokens[from - 1]?.word ?? '');
    const state = from > 0 ? stateEndingAt(tokens, owned ? from - 2 : from - 1) : null;
    if (!state || state.form === 'capital' || (!owned && state.form !== 'demonym')) continue;
    const title = tokens
      .slice(from, noun + 1)
      .map(({ word }) => word)
      .join(' ');
    return { lemma, title, country: state.state, span: { start: tokens[state.from]!.start, end } };
  }
  return null;
}

/** Named in full, first here and first of its sentence or after a quotation, and called nothing anywhere. */
function isUntitled(
  { from, to, referent }: Naming,
  tokens: readonly Token[],
  namings: readonly Naming[],
  country: string,
): boolean {
  const before = namings.find((one) => one.referent === referent)!;
  const own = referent.country === null || referent.country === country;
  const bare = referent.posts.length === 0 && referent.descriptors.size === 0;
  const begins = from === 0 || /^["”]$/u.test(tokens[from - 1]!.word);
  return begins && to - from > 1 && before.from === from && own && bare;
}
