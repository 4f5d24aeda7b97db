import type { ParsedDocument, Span, Token } from '../nlp/index.ts';
import { stateEndingAt } from './country.ts';
import { namingsOfSentence } from './naming-index.ts';
import { isTrade, kindOfPost } from './offices.ts';
import type { Naming, Post, Referent } from './referent.ts';
import { isRole, OFFICES } from './roles.ts';

/** An office by which the text calls somebody whom it names elsewhere. */
export interface CalledByOffice {
  readonly referent: Referent;
  readonly lemma: string;
  readonly title: string;
  readonly country: string;
  readonly span: Span;
  readonly former: false;
}

/**
 * "Tinubu landed in Paris. The Nigerian president was to meet investors": a sentence goes on about
 * whoever alone the one before begins with, by an office that nobody else is said to hold. Guesses.
 */
export function calledByOffice(
  { sentences }: ParsedDocument,
  namings: readonly Naming[],
  persons: readonly Referent[],
): CalledByOffice[] {
  const found: CalledByOffice[] = [];
  for (const [index, { tokens }] of sentences.entries()) {
    if (index === 0) continue;
    const office = officeSpeaking(tokens);
    if (!office || isHeld(office, persons)) continue;
    const { country } = office;
    const before = sentences[index - 1]!.tokens;
    const referent = onlyNamed(namingsOfSentence(namings, index - 1), country);
    if (!referent || isOfElsewhere(before, country) || receives(tokens)) continue;
    if (found.some((one) => one.referent === referent)) continue;
    found.push({ referent, former: false, ...office });
  }
  return found;
}

type Office = Pick<CalledByOffice, 'lemma' | 'title' | 'country' | 'span'>;

/** An office with its state, without a name, as who does what the sentence tells. */
function officeSpeaking(tokens: readonly Token[]): Office | null {
  for (const [noun, { lemma, tag, relation }] of tokens.entries()) {
    if (tag !== 'NN' || !/^(?:president|minister|premier|chancellor|leader|king)$/.test(lemma))
      continue;
    if (!/^(?:nsubj|root)/.test(relation) || /^(?:NNP|,|POS|CC)/.test(tokens[noun + 1]?.tag ?? ''))
      continue;
    const office = officeAt(tokens, noun);
    if (office) return office;
  }
  return null;
}

/** "The Nigerian president", "Nigeria's prime minister", "the president of Nigeria". */
function officeAt(tokens: readonly Token[], noun: number): Office | null {
  const { lemma, end } = tokens[noun]!;
  let from = noun;
  while (from > 0 && FIELD.test(tokens[from - 1]!.word)) from--;
  if (lemma === 'minister' && from === noun) return null;
  const title = tokens
    .slice(from, noun + 1)
    .map(({ word }) => word)
    .join(' ');
  const after = stateOf(tokens, noun);
  if (after && /^the$/i.test(tokens[from - 1]?.word ?? ''))
    return {
      lemma,
      title,
      country: after.state,
      span: { start: tokens[from]!.start, end: after.end },
    };
  const owned = /^['’]s?$/.test(tokens[from - 1]?.word ?? '');
  const state = from > 0 ? stateEndingAt(tokens, owned ? from - 2 : from - 1) : null;
  if (!state || state.form === 'capital' || owned === (state.form === 'demonym')) return null;
  if (!owned && !isDefinite(tokens, state.from)) return null;
  return { lemma, title, country: state.state, span: { start: tokens[state.from]!.start, end } };
}

const FIELD = /^(?:prime|foreign|defen[cs]e|interior|finance|energy|justice|health)$/i;

/** "President | of Nigeria", "of | the Philippines". */
function stateOf(tokens: readonly Token[], noun: number): { state: string; end: number } | null {
  if (tokens[noun + 1]?.word !== 'of') return null;
  const from = tokens[noun + 2]?.word === 'the' ? noun + 3 : noun + 2;
  for (let last = Math.min(tokens.length, from + LONGEST_STATE) - 1; last >= from; last--) {
    const state = stateEndingAt(tokens, last);
    if (state?.from === from && state.form === 'name')
      return { state: state.state, end: tokens[last]!.end };
  }
  return null;
}

/** In tokens. */
const LONGEST_STATE = 3;

/** "The | Belarusian", "the 68-year-old | Belarusian". */
export function isDefinite(tokens: readonly Token[], at: number): boolean {
  const from = /^(?:JJ|CD)/.test(tokens[at - 1]?.tag ?? '') ? at - 1 : at;
  return /^the$/i.test(tokens[from - 1]?.word ?? '');
}

/** Whether somebody of the state is called so by name anywhere. */
const isHeld = ({ lemma, country }: Office, persons: readonly Referent[]) =>
  persons.some(
    ({ descriptors, country: of, posts }) =>
      of === country &&
      (descriptors.has(lemma) ||
        (lemma === 'leader' && posts.some((post) => post.of.kind === 'state' && !post.former))),
  );

/** The one person whom a sentence names, at its beginning, and of whom nothing is told. */
function onlyNamed(here: readonly Naming[], country: string): Referent | null {
  const persons = here.filter(({ referent: { kind } }) => kind === 'person');
  const [first] = persons;
  if (!first || persons.some(({ referent }) => referent !== first.referent && isOpen(referent)))
    return null;
  const { referent, from } = first;
  const own = referent.country === null || referent.country === country;
  return from <= FIRST && own && isOpen(referent) ? referent : null;
}

/** In tokens: "In Bogota, | X", "\"| X". */
const FIRST = 4;

const isOpen = (referent: Referent) =>
  referent.key.startsWith('person:') &&
  referent.posts.length === 0 &&
  (referent.descriptors.size === 0 || isTrade(referent));

/**
 * "X flew to Peru. The Peruvian president", "X thanked Peru, Chile's agency reports. The Peruvian
 * president": whoever is at home there, or of another state told of.
 */
const isOfElsewhere = (tokens: readonly Token[], country: string) =>
  tokens.some((_, i) => {
    const state = stateEndingAt(tokens, i);
    if (!state) return false;
    const at = tokens[state.from - 1]?.word === 'the' ? state.from - 2 : state.from - 1;
    const place = /^(?:to|into|from|in|with|visits?|visited|visiting|against)$/.test(
      tokens[at]?.word ?? '',
    );
    return state.state === country ? place : !place && state.form !== 'capital';
  });

/** "The Peruvian president received him": whoever was told of before is another. */
const receives = (tokens: readonly Token[]) =>
  tokens.some(({ word }) => /^(?:him|her|his|them|guest)$/i.test(word));

/** Whom the text next calls by a post in a body. */
export interface CalledByPost {
  readonly referent: Referent;
  readonly lemma: string;
  readonly post: Post;
}

/** "Danilov ruled it out. The secretary of the Security Council said": as of offices of states, in a body. */
export function calledByPost(
  { sentences, text }: ParsedDocument,
  namings: readonly Naming[],
): CalledByPost[] {
  return sentences.flatMap(({ tokens }, index): CalledByPost[] => {
    if (index === 0) return [];
    const here = namingsOfSentence(namings, index);
    const noun = tokens.findIndex((_, i) => isPostSpeaking(tokens, i));
    const body = here.find(({ from }) => from > noun && from <= noun + BODY_WITHIN);
    if (noun < 0 || !body || /^(?:person|state|media)$/.test(body.referent.kind)) return [];
    if (tokens.slice(noun + 2, body.from).some(({ tag }) => !/^(?:DT|JJ|NN)/.test(tag))) return [];
    if (
      here.some(
        ({ from, referent: { kind } }) =>
          kind === 'person' && from >= body.to && from <= body.to + 1,
      )
    )
      return [];
    const referent = onlyNamed(namingsOfSentence(namings, index - 1), body.referent.country ?? '');
    if (!referent || receives(tokens)) return [];
    const { lemma } = tokens[noun]!;
    const from = /^(?:JJ|NN)/.test(tokens[noun - 1]?.tag ?? '') ? noun - 1 : noun;
    const span = { start: tokens[from]!.start, end: body.end };
    const title = text.slice(span.start, tokens[noun]!.end);
    const kind = kindOfPost(lemma, title, body.referent);
    return [
      {
        referent,
        lemma,
        post: { title, kind, of: body.referent, span, former: false, assumed: true },
      },
    ];
  });
}

/** "The secretary of", "the visiting scholar at", as who does what the sentence tells. */
function isPostSpeaking(tokens: readonly Token[], noun: number): boolean {
  const { lemma, tag, relation } = tokens[noun]!;
  if (tag !== 'NN' || !isRole(lemma) || !/^nsubj/.test(relation)) return false;
  if (!/^(?:of|at)$/.test(tokens[noun + 1]?.word ?? '')) return false;
  if (
    !OFFICES.has(lemma) &&
    !/^(?:fellow|scholar|researcher|analyst|expert|professor)$/.test(lemma)
  )
    return false;
  let from = noun;
  while (from > 0 && /^(?:JJ|NN|VBG)/.test(tokens[from - 1]!.tag) && noun - from < 3) from--;
  return /^the$/i.test(tokens[from - 1]?.word ?? '');
}

/** From the post to its body, in tokens. */
const BODY_WITHIN = 4;
