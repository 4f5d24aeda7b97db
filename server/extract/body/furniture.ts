/** "[12]", "[3][4]" after a word or a full stop: marks of notes, not "[sic]" or "[Russia]". */
const NOTE_MARKS = /(?<=[\p{L}\p{N}.,;:!?”"’)%])(?:\[\d{1,3}\])+/gu;
/** "• ", "– ", "* " at the beginning of a line: the mark of a point, or of who speaks next. */
const LIST_MARKS = /^([^\S\n\r]*)([•▪●◦‣·*–—-]+)(?=[^\S\n\r]+\S)/gmu;

/** A text with the marks of notes and lists made blank: same length, so that offsets hold. */
export function withoutMarks(text: string): string {
  return text
    .replace(NOTE_MARKS, (mark) => ' '.repeat(mark.length))
    .replace(LIST_MARKS, (_, indent: string, mark: string) => indent + ' '.repeat(mark.length));
}
