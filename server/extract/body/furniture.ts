/** "[12]", "[3][4]" after a word or a full stop: marks of notes, not "[sic]" or "[Russia]". */
const NOTE_MARKS = /(?<=[\p{L}\p{N}.,;:!?”"’)%])(?:\[\d{1,3}\])+/gu;
/** "was late.3 He added", "said so,”12 but", "late.³": numbers of notes that lost their raised place, or kept it. */
const GLUED_MARKS =
  /(?<=\p{Ll}{3}(?:[.!?]["”’)]?|["”’)][.!?]|,["”’]?))\d{1,3}(?=\s+["“‘(]?\p{L}|\s*$)|[\u00B9\u00B2\u00B3\u2070\u2074-\u2079]{1,3}(?=\s|$|[.,;:])/gmu;
/** "• ", "– ", "* " at the beginning of a line: the mark of a point, or of who speaks next. */
const LIST_MARKS = /^([^\S\n\r]*)([•▪●◦‣·*–—-]+)(?=[^\S\n\r]+\S)/gmu;

/** "> ", ">> " at the beginning of a line: the mark of quoted mail, or of a Markdown quotation. */
const QUOTE_MARKS = /^[^\S\n\r]*(?:>[^\S\n\r]*)+/gmu;

/** A text with the marks of notes, lists and quoted mail made blank: same length, so that offsets hold. */
export function withoutMarks(text: string): string {
  return text
    .replace(NOTE_MARKS, (mark) => ' '.repeat(mark.length))
    .replace(GLUED_MARKS, (mark) => ' '.repeat(mark.length))
    .replace(QUOTE_MARKS, (marks) => ' '.repeat(marks.length))
    .replace(LIST_MARKS, (_, indent: string, mark: string) => indent + ' '.repeat(mark.length));
}
