import type { Discourse } from '../actors/coreference.ts';
import type { Referent } from '../actors/referent.ts';
import { ADDRESS, isRole } from '../actors/roles.ts';
import type { Attribution } from '../attribution/index.ts';
import type { Span } from '../nlp/index.ts';
import { intersects } from '../text/place.ts';
import { toldByLayout } from './by-layout.ts';
import { contentSpans } from './content.ts';
import type { Told } from './told.ts';

/** A transcript: whose turn each paragraph is, as labels in capitals say. */
export interface Transcript {
  readonly turns: readonly Turn[];
  /** What those asked or said whom the labels do not name. */
  readonly asked: readonly Span[];
}

interface Turn extends Span {
  readonly speaker: Referent;
  /** The label that names the speaker, in this paragraph or an earlier one. */
  readonly source: Span;
}

/** Set by hand: the layout is plain. */
const CONFIDENCE = 0.8;
/** Fewer labelled paragraphs are headings. */
const LEAST = 3;

/** `MS. JEAN-PIERRE:`, `WOLF BAUER, HOST:`, `MINISTER KAMIKAWA (via interpreter):`. */
const LABEL =
  /^[^\S\n]*((?:[\p{Lu}][\p{Lu}.'’-]*,?[^\S\n]+){0,7}[\p{Lu}][\p{Lu}.'’-]*)(?:[^\S\n]*\([^)\n]{1,60}\))?[^\S\n]*:[^\S\n]+(?=\S)/u;
/** `Senator Warren:` among labels in capitals. */
const IN_SMALL = /^[^\S\n]*((?:\p{Lu}[\p{L}.'’-]*[^\S\n]+){1,4}\p{Lu}[\p{L}.'’-]+):[^\S\n]+(?=\S)/u;
/** `Q:`, `QUESTION (via interpreter):`, `Q    Thank you`. */
const ASKED = /^[^\S\n]*Q(?:\.|[^\S\n]{2,}|\t)/u;
const UNNAMED =
  /^(?:(?:THE )?(?:Q|QUESTION|QUESTIONER|REPORTERS?|JOURNALIST|PRESS|MEDIA|MODERATOR|INTERVIEWER|OPERATOR|TRANSLATOR|INTERPRETER|HOST|ANCHOR|VOICE|AUDIENCE|PARTICIPANT|SPEAKERS?|ANNOUNCER|NARRATOR)|UNIDENTIFIED .*|UNKNOWN .*|MULTIPLE .*)$/u;
/** `READ ALSO:`, `PHOTO:`, `UPDATED:`: labels of a page, behind which nobody speaks. */
const FURNITURE =
  /^(?:(?:READ|SEE|WATCH|LISTEN|VIEW)(?: .*)?|ALSO.*|MORE.*|RELATED.*|PHOTOS?.*|PICTURES?.*|IMAGES?.*|VIDEOS?.*|GRAPHICS?|MAPS?|FILE.*|CAPTION|CREDIT|SOURCES?|UPDATED?.*|BREAKING.*|LIVE.*|EXCLUSIVE|OPINION|ANALYSIS|EXPLAINER|BACKGROUND|CONTEXT|DETAILS?|QUOTE|NOTES?|TAGS?|TOPICS?|SECTION|PUBLISHED|POSTED|DATE|TIME|LOCATION|EDITOR.?S? NOTE|CORRECTION|DISCLAIMER|SUBSCRIBE.*|FOLLOW.*|SHARE.*|CONTACT|PRESS RELEASE|FACT BOX|KEY .*|SUMMARY|CONCLUSIONS?|RECOMMENDATIONS?|ISSUE|BOTTOM LINE|WHY IT MATTERS)$/iu;

const TITLES =
  /^(?:foreign|prime|defen[cs]e|finance|interior|vice|under|deputy|acting|sen|rep|gov|gen|lt|col|capt|maj|sgt|prof|amb|hon|rev|the|pm|madame|first|lady|general)$/;

/**
 * The transcript that a text is; null where it is none.
 *
 * @param text as it was given: the discourse's may have blanks for parts of a label
 */
export function transcriptIn(text: string, { cast, namings }: Discourse): Transcript | null {
  const labelled = paragraphsOf(text).map((line) => ({ line, label: labelOf(text, line) }));
  const labels = labelled.flatMap(({ label }) => (label?.name ? [label.name] : []));
  const persons = namings.filter(({ referent }) => referent.kind === 'person');
  const known = new Set(persons.flatMap(({ referent }) => wordsOf(referent.name)));
  const isSpeaker = (name: string) =>
    !FURNITURE.test(name) &&
    (labels.filter((one) => one === name).length > 1 ||
      hasTitle(name) ||
      known.has(wordsOf(name).at(-1) ?? ''));
  const last = labelled.findLastIndex(({ label }) => label !== null);
  const inCapitals = labels.filter((name) => name === name.toUpperCase());
  const isInterview = labels.some((name) => /^(?:A|ANSWER)$/.test(name));
  const talking = inCapitals.filter(isSpeaker);
  const alone = new Set(labelled.flatMap(({ label }) => (label ? [label.name] : []))).size < 2;
  if (isInterview || alone || talking.length < LEAST) return null;
  const turns: Turn[] = [];
  const asked: Span[] = [];
  let open: Pick<Turn, 'speaker' | 'source'> | 'nobody' | null = null;
  for (const [i, { line, label }] of labelled.entries()) {
    if (label?.name && isSpeaker(label.name))
      open = { speaker: speakerOf(label.name, cast), source: label.source };
    else if (label) open = 'nobody';
    else if (i > last) open = null;
    const words = { start: label?.past ?? line.start, end: line.end };
    if (open === 'nobody') asked.push(words);
    else if (open) turns.push({ ...words, ...open });
  }
  return { turns, asked };
}

function paragraphsOf(text: string): Span[] {
  return Array.from(text.matchAll(/[^\n]*\S[^\n]*/gu), ({ 0: words, index }) => {
    return { start: index, end: index + words.trimEnd().length };
  });
}

interface Label {
  /** Null for those who are not named. */
  readonly name: string | null;
  readonly source: Span;
  /** Where the words begin. */
  readonly past: number;
}

function labelOf(text: string, { start, end }: Span): Label | null {
  const line = text.slice(start, end);
  const found = LABEL.exec(line) ?? IN_SMALL.exec(line);
  if (!found) {
    const asked = ASKED.exec(line);
    const source = { start, end: start + 1 };
    return asked && { name: null, source, past: start + asked[0].length };
  }
  const name = found[1]!;
  const from = start + found[0].indexOf(name);
  const aside = /^\([^)]{1,40}\)\s+/u.exec(line.slice(found[0].length))?.[0].length ?? 0;
  return {
    name: UNNAMED.test(name) ? null : name,
    source: { start: from, end: from + name.length },
    past: start + found[0].length + aside,
  };
}

function wordsOf(name: string): string[] {
  const [before = ''] = name.split(',');
  return before
    .toLowerCase()
    .split(/[\s.]+/u)
    .filter(Boolean);
}

const isTitle = (word: string) => TITLES.test(word) || ADDRESS.has(word) || isRole(word);
const hasTitle = (name: string) => {
  const words = wordsOf(name);
  return words.length > 1 && isTitle(words[0]!);
};

/** Whom `MS. JEAN-PIERRE` names; of `THE PRESIDENT` the office. */
function speakerOf(label: string, cast: Discourse['cast']): Referent {
  const words = wordsOf(label);
  const name = words.slice(
    Math.max(
      0,
      words.findIndex((word) => !isTitle(word)),
    ),
  );
  if (isTitle(name[0]!))
    return cast.unnamed(words.filter((word) => word !== 'the').join(' '), 'person', null);
  const titled = name.join(' ').replace(/(?<!\p{L})\p{Ll}/gu, (letter) => letter.toUpperCase());
  const referent = cast.person(titled);
  // A label alone had named them so far.
  if (referent.name === referent.name.toUpperCase()) referent.name = titled;
  return referent;
}

/** Attributions within a transcript are its speakers' own words, or an asker's. */
export function outsideTurns(
  attributions: readonly Attribution[],
  { turns, asked }: Transcript,
): readonly Attribution[] {
  const taken = [...turns, ...asked];
  return attributions.filter(
    ({ content }) => !taken.some((turn) => content.some((span) => intersects(turn, span))),
  );
}

/** One statement a paragraph: the layout stands for quotation marks. */
export function turnsTold({ turns }: Transcript, discourse: Discourse): Told[] {
  return turns.flatMap((turn): Told[] => {
    const { speaker, source } = turn;
    const content = contentSpans(discourse.parsed.text, { content: [turn], mode: 'direct' });
    if (content.length === 0) return [];
    const speakers = [
      { referent: speaker, score: 0.9, reasons: ['named by the label of the turn'] },
    ];
    return [toldByLayout({ speakers, source, content, confidence: CONFIDENCE }, discourse)];
  });
}
