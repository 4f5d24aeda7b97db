import type { Span, Token } from '../../nlp/index.ts';
import type { Tree } from '../../text/tree.ts';
import type { Parts } from './shape.ts';

/** Nouns for words that somebody spoke. */
const WORDS =
  /^(?:verdict|answer|reply|response|retort|message|conclusion|assessment|comment|view|line|word|warning|reaction|description|advice|refrain|plea|summary|judg(?:e?)ment|explanation|question|opinion)$/;
/** Longest phrase for whoever spoke, in tokens. */
const LONGEST = 14;

/**
 * Who spoke by the words after a quotation where no verb of saying stands: `"...," was the verdict
 * of X`, `"...," came the reply from X`, `"...!" That was X, the minister, on Twitter`.
 */
export function afterQuotation(tree: Tree, near: readonly Span[]): Parts[] {
  const { tokens } = tree;
  return near.flatMap((quotation): Parts[] => {
    const after = tokens.findIndex(({ start }) => start >= quotation.end);
    if (after < 0 || tokens[after]!.start - quotation.end > 2) return [];
    const begin = /^(?:,|[–—-])$/u.test(tokens[after]!.word) ? after + 1 : after;
    const found = verdictOf(tokens, begin) ?? (after === 0 ? wordsOf(tokens) : null);
    if (!found || quotation.end - quotation.start < 12) return [];
    return [{ shape: 'quote', ...found, content: [0, 1], lemma: 'say', whole: quotation }];
  });
}

/** "Was the verdict of X", "came the reply from X". */
function verdictOf(tokens: readonly Token[], at: number): Pick<Parts, 'source' | 'cue'> | null {
  if (!/^(?:was|is|came|comes|went|goes|ran|runs|such|so)$/.test(tokens[at]?.word ?? ''))
    return null;
  const noun = tokens.findIndex(
    ({ lemma, tag }, i) => i > at && i - at <= 4 && tag.startsWith('NN') && WORDS.test(lemma),
  );
  if (noun < 0) return null;
  const by = /^(?:of|from|by)$/.test(tokens[noun + 1]?.word ?? '');
  const source = by ? phraseFrom(tokens, noun + 2) : null;
  if (source) return { source, cue: [noun, noun + 1] };
  // "Was the minister's verdict."
  const owned = tokens.findIndex(({ tag }, i) => i > at && i < noun && tag === 'POS');
  return owned > at + 1 ? { source: [at + 1, owned], cue: [noun, noun + 1] } : null;
}

/** "That was X", "so says X", "those are the words of X": of a sentence that follows a quotation. */
function wordsOf(tokens: readonly Token[]): Pick<Parts, 'source' | 'cue'> | null {
  const [first, second, third, fourth] = tokens.slice(0, 4).map(({ word }) => word.toLowerCase());
  if (/^(?:so|thus)$/.test(first!) && /^(?:says|said|spoke|wrote|speaks)$/.test(second ?? '')) {
    const source = phraseFrom(tokens, 2);
    return source && { source, cue: [1, 2] };
  }
  if (!/^(?:that|this|those|these)$/.test(first!) || !/^(?:was|is|were|are)$/.test(second ?? ''))
    return null;
  if (third === 'the' && /^words?$/.test(fourth ?? '') && tokens[4]?.word === 'of') {
    const source = phraseFrom(tokens, 5);
    return source && { source, cue: [3, 4] };
  }
  const named = tokens[2]?.tag.startsWith('NNP') && (tokens[2].entity ?? 'PERSON') === 'PERSON';
  const source = named ? phraseFrom(tokens, 2) : null;
  return source && { source, cue: [1, 2] };
}

/** A phrase for somebody that begins there, up to the first mark or verb. */
function phraseFrom(tokens: readonly Token[], from: number): readonly [number, number] | null {
  let to = from;
  while (
    to < tokens.length &&
    to - from <= LONGEST &&
    /^(?:DT|PRP\$|JJ|NN|CD|POS|IN|VBN|TO)/.test(tokens[to]!.tag)
  )
    to++;
  return to > from ? [from, to] : null;
}
