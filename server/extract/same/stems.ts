import { words } from '../../contract/index.ts';

/** Words that carry form rather than content; alignment leaves them out. */
const FUNCTION_WORDS = new Set(
  (
    'a an the this that these those of in on at to for from by with as and or but if so than then ' +
    'is are was were be been being has have had do does did will would shall should can could may ' +
    'might must it its he him his she her they them their we us our i me my you your who whom ' +
    'whose which what when where there here also too just only very not no s t said says say'
  ).split(' '),
);

/** Endings that light rewriting changes ("training"/"trains", "amended"/"amendments"). */
const ENDING = /(?:ations?|ments?|ings?|ed|es|s|ly|ion|ions)$/;

/** A crude stem: spelling variants of -ise/-our folded, one ending off, at least four letters left. */
function stem(word: string): string {
  const plain = word.replace(/is(?=e|ing|ation)/, 'iz').replace(/our(?=s?$|[iae])/, 'or');
  const cut = plain.replace(ENDING, '');
  return cut.length >= 4 ? cut : plain;
}

/** The content words of a text, stemmed, in order. Negation ("never", "n't") counts as content. */
export function stems(text: string): string[] {
  return words(text)
    .filter((word) => !FUNCTION_WORDS.has(word))
    .map(stem);
}
