/** "[12]", "[3][4]" after a word or a full stop: marks of notes, not "[sic]" or "[Russia]". */
const NOTE_MARKS = /(?<=[\p{L}\p{N}.,;:!?”"’)%])(?:\[\d{1,3}\])+/gu;
/** "was late.3 He added", "said so,”12 but", "late.³": numbers of notes that lost their raised place, or kept it. */
const GLUED_MARKS =
  /(?<=\p{Ll}{3}(?:[.!?]["”’)]?|["”’)][.!?]|,["”’]?))\d{1,3}(?=\s+["“‘(]?\p{L}|\s*$)|[\u00B9\u00B2\u00B3\u2070\u2074-\u2079]{1,3}(?=\s|$|[.,;:])/gmu;
/** "• ", "– ", "* " at the beginning of a line: the mark of a point, or of who speaks next. */
const LIST_MARKS = /^([^\S\n\r]*)([•▪●◦‣·*–—-]+)(?=[^\S\n\r]+\S)/gmu;

/** "> ", ">> " at the beginning of a line: the mark of quoted mail, or of a Markdown quotation. */
const QUOTE_MARKS = /^[^\S\n\r]*(?:>[^\S\n\r]*)+/gmu;

/** "## " before a heading, and pictures, whose captions are no prose, in Markdown. */
const HEADINGS_AND_PICTURES = /^#{1,6}(?=[^\S\n\r])|!\[[^\]\n]{0,300}\]\([^)\s]{0,500}\)/gmu;
/** "[a link](https://example.org)" in Markdown: its words stay. */
const LINKS = /(?<!!)\[([^\][\n]{1,300})\](\([^)\s]{1,500}(?: "[^"\n]{0,200}")?\))/gu;
/** "**strong**", "*stressed*" in Markdown: the words stay. */
const STRESS = /(?<![\p{L}\p{N}*])(\*{1,3})(?=[^\s*])([^*\n]{1,500}?)(?<=\S)\1(?![\p{L}\p{N}*])/gu;

/** "17:05 Police say": the hour that an entry of a live page begins with. */
const CLOCKS =
  /^([^\S\n]*)(\d{1,2}[:.]\d{2}(?: ?(?:[ap]\.?m\.?|GMT|UTC|BST|CET|CEST|EET|MSK))?[:,]?)(?=[^\S\n]+(?:[–—-][^\S\n]+)?["“]?\p{Lu})/gmu;

/** A text with the marks of notes, lists, Markdown and quoted mail made blank: same length, so that offsets hold. */
export function withoutMarks(text: string): string {
  return text
    .replace(HEADINGS_AND_PICTURES, blank)
    .replace(LINKS, (_, words: string, address: string) => ` ${words} ${blank(address)}`)
    .replace(STRESS, (_, marks: string, words: string) => blank(marks) + words + blank(marks))
    .replace(NOTE_MARKS, blank)
    .replace(GLUED_MARKS, blank)
    .replace(QUOTE_MARKS, blank)
    .replace(CLOCKS, (_, indent: string, time: string) => indent + blank(time))
    .replace(LIST_MARKS, (_, indent: string, mark: string) => indent + blank(mark));
}

const blank = (mark: string) => ' '.repeat(mark.length);
