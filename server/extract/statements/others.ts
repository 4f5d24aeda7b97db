import type { Attribution } from '../attribution/index.ts';
import { inSet } from '../text/in-set.ts';
import type { Discourse } from '../actors/coreference.ts';
import type { Token } from '../nlp/index.ts';
import { placeOf } from '../text/place.ts';
import type { Tree } from '../text/tree.ts';
import { subjectRange } from './repair.ts';
import { BLAMING, JUDGING, POSITIONS, SAYING, SAYING_THAT } from './verbs.ts';
import { isFiniteVerb } from '../text/finite.ts';

/**
 * "X argues A; others insist B", "while X says A, Y argues B", "X says A, but Y calls it B": what X
 * said ends where another begins to speak.
 */
export function beforeOthers(attribution: Attribution, { parsed, trees }: Discourse): Attribution {
  const { content, cue, mode } = attribution;
  const last = content.at(-1)!;
  if (mode === 'direct' || !cue[0] || cue[0].start > last.start) return attribution;
  const place = placeOf(parsed, last);
  if (!place) return attribution;
  const tree = trees[place.sentence]!;
  const { tokens } = tree;
  const contrast = /^(?:while|whereas|although|though)$/i.test(tokens[0]!.word);
  for (let i = place.from + 2; i < place.to - 3; i++) {
    if (/^["“«]$/u.test(tokens[i]!.word)) return attribution;
    const from = clauseAfter(tokens, i, contrast);
    const spoken = from !== null && isSpokenFrom(tree, from);
    if (!spoken && apposedSpeaker(tokens, andAfter(tokens, i)) === null) continue;
    const spans = [...content.slice(0, -1), { start: last.start, end: tokens[i - 1]!.end }];
    return { ...attribution, content: spans };
  }
  return attribution;
}

/** Where a clause beside another begins: after ";", ", but", ", while", and ", " of one that began with "while". */
function clauseAfter(tokens: readonly Token[], i: number, contrast: boolean): number | null {
  const { word } = tokens[i]!;
  if (word === ';') return /^(?:but|and|while)$/.test(tokens[i + 1]!.word) ? i + 2 : i + 1;
  if (word !== ',') return null;
  if (/^(?:but|while|whereas|yet)$/.test(tokens[i + 1]!.word)) return i + 2;
  return contrast ? i + 1 : null;
}

/** Past ", and"; beyond the last token where it does not stand there. */
function andAfter(tokens: readonly Token[], comma: number): number {
  const and = tokens[comma]!.word === ',' && tokens[comma + 1]?.word === 'and';
  return and ? comma + 2 : tokens.length;
}

/**
 * "The Pentagon's press secretary, Patrick Ryder, said": from a phrase for somebody and the name
 * between commas the verb of saying; null where that does not stand there. By the words, for the
 * parser joins them to the clause before.
 */
export function apposedSpeaker(tokens: readonly Token[], from: number): number | null {
  let at = from;
  while (at < tokens.length && /^(?:DT|PRP\$|JJ|NN|POS|IN)/.test(tokens[at]!.tag)) at++;
  if (at - from < 2 || at - from > LONGEST_SUBJECT + 4 || tokens[at]?.word !== ',') return null;
  const name = at + 1;
  let to = name;
  while (to < tokens.length && tokens[to]!.tag.startsWith('NNP')) to++;
  if (to === name || to - name > 4 || tokens[to]?.word !== ',') return null;
  const verb = tokens[to + 1];
  return verb && /^VB[DZ]$/.test(verb.tag) && inSet(verb.lemma, SAYING) ? to + 1 : null;
}

/** Most tokens of whoever else speaks. */
const LONGEST_SUBJECT = 8;

/** A subject that is somebody else's phrase, and its verb of saying or judging. */
function isSpokenFrom(tree: Tree, from: number): boolean {
  const { tokens } = tree;
  if (!/^(?:DT|NN|JJ|CD)/.test(tokens[from]?.tag ?? '')) return false;
  const ahead = tokens.slice(from + 1, from + 1 + LONGEST_SUBJECT);
  const verb = from + 1 + ahead.findIndex(isFiniteVerb);
  if (verb === from) return false;
  const { lemma } = tokens[verb]!;
  const speaks = [SAYING, SAYING_THAT, BLAMING, JUDGING, POSITIONS].some((verbs) =>
    inSet(lemma, verbs),
  );
  const subject = speaks ? subjectRange(tree, verb) : null;
  return subject !== null && subject[0] === from;
}
