/** Longest summary, in characters. */
const SUMMARY_LENGTH = 160;

/** The text cut at a word boundary to at most `most` characters, with an ellipsis where it was cut. */
export function summaryOf(text: string, most = SUMMARY_LENGTH): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1);
  const space = cut.lastIndexOf(' ');
  return `${cut.slice(0, space > 0 ? space : cut.length).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** As it is drawn: a line can end at each space, where a non-breaking one would have it end within a word. */
export function withPlainSpaces(text: string): string {
  return text.replaceAll('\u00a0', ' ');
}
