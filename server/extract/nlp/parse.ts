import { wordColumns } from './forms.ts';
import { hashOf } from './hash.ts';
import { lemmaOf } from './lemma.ts';
import type { LanguageModels } from './models.ts';
import { nameWords } from './names.ts';
import { parseWords } from './parser.ts';
import { withoutShortForms, withShortForms } from './short-forms.ts';
import { splitSentences } from './sentences.ts';
import { tagWords } from './tagger.ts';
import { tokenise } from './tokens.ts';
import type { Paragraph, ParsedDocument, Sentence, Span, Token } from './types.ts';

/** Tokenises, splits, tags, names and parses a text. Pure; takes any string, the empty one too. */
export function parse(text: string, models: LanguageModels): ParsedDocument {
  const tokens = tokenise(text);
  const sentences = splitSentences(text, tokens).map(([from, to]) =>
    analyse(text, tokens.slice(from, to), models),
  );
  return { text, sentences, paragraphs: paragraphsOf(text, sentences) };
}

function analyse(text: string, spans: readonly Span[], models: LanguageModels): Sentence {
  const words = spans.map(({ start, end }) => text.slice(start, end));
  const kept = withoutShortForms(words);
  const read = kept
    ? withShortForms(
        words,
        kept,
        readWords(
          kept.map((i) => words[i]!),
          models,
        ),
      )
    : readWords(words, models);
  const tokens = spans.map(({ start, end }, i): Token => ({ start, end, ...read[i]! }));
  return { start: tokens[0]!.start, end: tokens.at(-1)!.end, tokens };
}

function readWords(
  words: readonly string[],
  models: LanguageModels,
): Omit<Token, 'start' | 'end'>[] {
  const columns = wordColumns(words.map(asKnown));
  const tagged = withVerbs(words, tagWords(columns, models.tagger));
  const tags = withFiniteVerb(words, withMilitary(words, tagged));
  const names = nameWords(columns, tags, models.names);
  const tree = parseWords(
    { form: columns.form, tag: Uint32Array.from(tags, hashOf) },
    models.parser,
  );
  return words.map((word, i) => ({
    word,
    lemma: lemmaOf(word, tags[i]!),
    tag: tags[i]!,
    entity: names[i]!.kind,
    entityStart: names[i]!.begins,
    head: tree.heads[i]!,
    relation: tree.relations[i]!,
  }));
}

/**
 * The form that the models know a word by: a doubled apostrophe is a straight mark typed on an old
 * machine, and the French of "charge d'affaires" is no verb.
 */
function asKnown(word: string): string {
  if (word === "''") return '"';
  const french = /^d['’](affairs|affaires)$/i.exec(word)?.[1];
  if (french === undefined) return word;
  return french.startsWith('A') ? 'Affairs' : 'affairs';
}

/** "Her institute | assesses that": forms that no noun has. */
const withVerbs = (words: readonly string[], tags: readonly string[]) =>
  tags.map((tag, i) => (tag === 'NNS' && VERBS.test(words[i]!) ? 'VBZ' : tag));

const VERBS =
  /^(?:assesses|believes|insists|asserts|alleges|denies|argues|warns|admits|concludes)$/;

/** "The Norwegian | military attacked airfields": a noun, and a verb, where the tagger sees two adjectives. */
function withMilitary(words: readonly string[], tags: string[]): string[] {
  const noun = tags.findIndex(
    (tag, i) =>
      tag === 'JJ' &&
      /^military$/i.test(words[i]!) &&
      /^(?:DT|JJ|NNP|POS|PRP\$)$/.test(tags[i - 1] ?? '') &&
      /^(?:VB[DNZ]|MD)$/.test(tags[i + 1] ?? ''),
  );
  if (noun < 0) return tags;
  const done = tags[noun + 1] === 'VBN' && words[noun + 2] !== 'by';
  return done ? tags.with(noun, 'NN').with(noun + 1, 'VBD') : tags.with(noun, 'NN');
}

/** "The chancellor appealed to Beijing.": of a sentence without a finite verb the participle after a noun is one. */
function withFiniteVerb(words: readonly string[], tags: string[]): string[] {
  if (words.length < SHORTEST || words.at(-1) !== '.' || tags.some((tag) => FINITE.test(tag)))
    return tags;
  if (words.includes(',')) return tags;
  const verb = tags.findIndex(
    (tag, i) =>
      tag === 'VBN' &&
      /^(?:NN|PRP$)/.test(tags[i - 1] ?? '') &&
      words[i + 1]?.toLowerCase() !== 'by',
  );
  return verb < 0 ? tags : tags.with(verb, 'VBD');
}

/** Fewest words of a sentence that is none of headings and captions. */
const SHORTEST = 6;
const FINITE = /^(?:VB[DZP]|MD)$/;

/** Sentences with no line break between them. */
function paragraphsOf(text: string, sentences: readonly Sentence[]): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let first = 0;
  sentences.forEach((sentence, i) => {
    const next = sentences[i + 1];
    if (next && !/[\n\r\u2028\u2029]/.test(text.slice(sentence.end, next.start))) return;
    const start = sentences[first]!.start;
    paragraphs.push({ start, end: sentence.end, firstSentence: first, endSentence: i + 1 });
    first = i + 1;
  });
  return paragraphs;
}
