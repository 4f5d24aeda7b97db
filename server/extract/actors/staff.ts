import type { Token } from '../nlp/index.ts';
import { genderOfName } from '../names/gender.ts';
import type { Cast } from './cast.ts';
import { isOfNamelessBody } from './nameless-bodies.ts';
import { FORMER } from './offices.ts';
import type { Naming, Referent } from './referent.ts';
import { OFFICES } from './roles.ts';
import { stateOfTitle } from './told-state.ts';
import type { Description } from './description.ts';

/** Who works for whoever holds an office, and not for a body that the text names. */
const STAFF = /^(?:spokes\w+|adviser|advisor|aide|secretary|director|chief|strategist|deputy)$/;

/** "Weber's spokesman", "an adviser to Mr. Weber": for whom somebody works; null when nobody is named. */
export function principalOf(
  tokens: readonly Token[],
  { from, noun }: Description,
  naming: Naming,
  all: readonly Naming[],
  before: readonly Naming[] = [],
): Referent | null {
  if (!STAFF.test(tokens[noun]!.lemma)) return null;
  const own = tokens
    .slice(Math.max(0, from - 1), noun)
    .find(({ word }) => /^(?:his|her)$/i.test(word));
  if (own) return masterOf(own.word, { from, noun }, naming, all, before);
  const owner = all.find(
    ({ from: start, to, referent }) =>
      start >= from && to < noun && tokens[to]?.tag === 'POS' && isOther(referent, naming),
  );
  if (owner) return owner.referent;
  if (!/^(?:to|for)$/.test(tokens[noun + 1]?.word ?? '')) return null;
  const after = all.find(
    ({ from: start, referent }) =>
      start > noun + 1 && start <= noun + 7 && isOther(referent, naming),
  );
  const plain =
    after && tokens.slice(noun + 2, after.from).every(({ tag }) => /^(?:NN|JJ|DT|VBN)/.test(tag));
  return plain && tokens[after.to]?.tag !== 'POS' ? after.referent : null;
}

/** "An adviser to Peru's president", "a spokesman for the Peruvian prime minister": whose head, of whom no name follows. */
export function stateServed(tokens: readonly Token[], { noun, end }: Description): string | null {
  if (!STAFF.test(tokens[noun]!.lemma) || !/^(?:to|for|of)$/.test(tokens[noun + 1]?.word ?? ''))
    return null;
  const head = tokens.findIndex(
    ({ lemma }, i) =>
      i > noun + 1 &&
      i < end &&
      /^(?:president|minister|premier|chancellor|leader|king)$/.test(lemma),
  );
  const direct = tokens
    .slice(noun + 2, head)
    .every(({ word }) => !/^(?:of|,)$/.test(word) && !FORMER.test(word));
  const next = tokens[head + 1];
  if (head < 0 || !direct || (next && (/^(?:NN|POS)/.test(next.tag) || next.entity === 'PERSON')))
    return null;
  const served = { from: noun + 2, to: head + 1, noun: head, end };
  return isOfNamelessBody(tokens, served) ? null : stateOfTitle(tokens, served);
}

/** "Ruto ... | His spokesman, X": the person named last before in the sentence, else alone in the one before. */
function masterOf(
  pronoun: string,
  { from, noun }: Pick<Description, 'from' | 'noun'>,
  naming: Naming,
  all: readonly Naming[],
  before: readonly Naming[],
): Referent | null {
  const not = /^his$/i.test(pronoun) ? 'female' : 'male';
  const may = ({ referent }: Naming) =>
    isOther(referent, naming) && (referent.gender ?? genderOfName(referent.name)) !== not;
  const here = all.findLast((one) => one.to <= Math.min(from, noun, naming.from) && may(one));
  if (here) return here.referent;
  const persons = new Set(before.filter(may).map(({ referent }) => referent));
  return persons.size === 1 ? [...persons][0]! : null;
}

const isOther = (referent: Referent, naming: Naming) =>
  referent.kind === 'person' && referent !== naming.referent;

/** The body in which somebody's staff works: that of the office they hold; no chamber, where each sits alone. */
export function bodyOfStaff({ posts }: Referent, cast: Cast): Referent | null {
  const post = posts.find(
    ({ kind, former, of }) =>
      kind === 'holds-office' && !former && /^(?:state|government-body)$/.test(of.kind),
  );
  if (!post || SEATS.test(post.of.key)) return null;
  return post.of.kind === 'state' ? cast.government(post.of.key.slice('state:'.length)) : post.of;
}

/** Whether staff hold an office, and do not only belong to a body: of advisers those for one thing. */
export function isOfficeOfStaff(lemma: string, title: string): boolean {
  return OFFICES.has(lemma) || /\b(?:security|policy|economic) advis[eo]r$/i.test(title);
}

const SEATS =
  /^(?:chamber:|parliament:|region:|organisation:united-states-(?:senate|house|congress))/;
