import type { Discourse } from '../actors/coreference.ts';
import { namingsOfSentence } from '../actors/naming-index.ts';
import type { Naming, Referent } from '../actors/referent.ts';

/** Words by which a sentence tells that somebody was interviewed. */
export const TALK = /\b(?:talk|spoke|speak|told|tell|interview|answer|conversation|ask)/i;

/**
 * The person whom an interview's introduction says to answer: by the subject of a verb of talking,
 * else by "an interview with X", else the only one whom it names. Null where it tells of nobody so.
 *
 * @param before where the first question begins
 */
export function whoAnswers(before: number, discourse: Discourse): Referent | null {
  const { namings, parsed } = discourse;
  const persons = namings.filter(
    ({ start, referent: { kind } }) => start < before && kind === 'person',
  );
  const sentences = parsed.sentences
    .map((_, i) => i)
    .filter((i) => parsed.sentences[i]!.start < before && tellsOfTalk(i, discourse));
  const first = (find: (sentence: number) => Naming | null) =>
    sentences.map(find).find((found) => found !== null)?.referent;
  const named = new Set(persons.map(({ referent }) => referent));
  return (
    first((i) => personSubject(i, discourse)) ??
    first((i) => personAsked(i, discourse)) ??
    (named.size === 1 ? [...named][0]! : null)
  );
}

function tellsOfTalk(sentence: number, { parsed }: Discourse): boolean {
  const { start, end } = parsed.sentences[sentence]!;
  return TALK.test(parsed.text.slice(start, end));
}

/** "The historian X of Yale answers", "X spoke to": no journalist, who asks. */
function personSubject(sentence: number, discourse: Discourse): Naming | null {
  const tree = discourse.trees[sentence]!;
  const verbs = tree.tokens.flatMap(({ tag, lemma }, i) =>
    tag.startsWith('VB') && ANSWERS.test(lemma) ? [i] : [],
  );
  for (const verb of verbs)
    for (const subject of tree.childrenBy(verb, 'nsubj')) {
      const found = personAt(sentence, subject, discourse);
      if (found && !isJournalist(found.referent)) return found;
    }
  return besideAnswers(sentence, discourse);
}

/** "X of Yale | answers our questions", a verb of which the tagger made a noun. */
function besideAnswers(sentence: number, { namings, trees }: Discourse): Naming | null {
  const { tokens } = trees[sentence]!;
  const answers = tokens.findIndex(
    ({ word, tag }, i) =>
      word === 'answers' &&
      tag.startsWith('NN') &&
      tokens.slice(i + 1, i + 4).some(({ lemma }) => lemma === 'question'),
  );
  const named = namingsOfSentence(namings, sentence).filter(
    ({ to, referent: { kind } }) => to <= answers && kind === 'person',
  );
  return named.at(-1) ?? null;
}

const ANSWERS = /^(?:answer|discuss|explain|reply|respond|say|speak|talk|tell)$/;

/** "An interview with X", "Reuters spoke to the historian X", "we asked X". */
function personAsked(sentence: number, discourse: Discourse): Naming | null {
  const tree = discourse.trees[sentence]!;
  const { tokens } = tree;
  for (const [i, { lemma }] of tokens.entries()) {
    const asked = /^(?:ask|interview|question)$/.test(lemma) ? tree.childrenBy(i, 'dobj') : [];
    const whom = /^(?:conversation|interview|speak|talk|sit|meet)$/.test(lemma)
      ? tree
          .childrenBy(i, 'nmod')
          .filter((noun) =>
            tree.childrenBy(noun, 'case').some((mark) => /^(?:with|to)$/.test(tokens[mark]!.word)),
          )
      : [];
    for (const noun of [...asked, ...whom]) {
      const found = personAt(sentence, noun, discourse);
      if (found) return found;
    }
  }
  return null;
}

/** The person whose name a noun is part of, or who is called by it before the name. */
function personAt(sentence: number, noun: number, { namings, trees }: Discourse): Naming | null {
  const persons = namingsOfSentence(namings, sentence).filter(
    ({ referent: { kind } }) => kind === 'person',
  );
  const [, last] = trees[sentence]!.reach(noun);
  return (
    persons.find(({ from, to }) => from <= noun && noun < to) ??
    persons.find(({ from, to, referent }) => {
      const { lemma } = trees[sentence]!.tokens[noun]!;
      return from > noun && to <= last + 1 && referent.descriptors.has(lemma);
    }) ??
    null
  );
}

function isJournalist({ descriptors }: Referent): boolean {
  return ['journalist', 'reporter', 'correspondent', 'editor', 'host'].some((one) =>
    descriptors.has(one),
  );
}
