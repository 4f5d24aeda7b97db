import type { Line } from './lines.ts';

/** "On Thu, 12 Dec 2024 at 17:00, Ann Lee <ann@example.org> wrote:", before quoted mail. */
const WROTE = /^On [^\n]{6,160}\d{1,2}[:.]\d\d[^\n]{0,120}(?:wrote|writes):$/u;
/** The first of its two lines, where a mailer broke it. */
const WROTE_ON = /^On [^\n]{6,160}\d{1,2}[:.]\d\d[^\n]{0,120}<[^<>\s]+@[^<>\s]+>$/u;

const FORWARDED =
  /^[-_=\s]*(?:forwarded message|original message|begin forwarded message:?)[-_=\s]*$/i;

const HEADER = /^\*?(?:from|sent|date|to|cc|bcc|subject|reply-to|importance):\*?(?: |$)/i;
/** How many lines of a header stand together. */
const HEADER_LINES = 3;

/** What sets a signature apart, and the most lines that one has. */
const SIGNATURE = /^--$/;
const SIGNATURE_LINES = 8;

const FOOT = /^sent from (?:my|outlook|yahoo|mail for)\b.{0,40}$/i;

/** The lines of a text that a mailer put there, by their place among all: headers, signatures. */
export function mailLines(lines: readonly Line[]): ReadonlySet<number> {
  const found = new Set<number>();
  const texts = lines.map(({ text }) => text.replace(/^(?:>\s*)+/, ''));
  texts.forEach((text, i) => {
    if (WROTE.test(text) || FORWARDED.test(text) || FOOT.test(text)) found.add(i);
    else if (WROTE_ON.test(text) && texts[i + 1] === 'wrote:') found.add(i).add(i + 1);
    else if (SIGNATURE.test(text)) for (const at of signatureAt(texts, i)) found.add(at);
  });
  for (const at of headers(texts)) found.add(at);
  return found;
}

/** Runs of header lines that say from whom the mail is. */
function headers(texts: readonly string[]): number[] {
  const found: number[] = [];
  let run: number[] = [];
  const close = () => {
    const sender = run.some((at) => /^\*?from:/i.test(texts[at]!));
    if (run.length >= HEADER_LINES && sender) for (const at of run) found.push(at);
    run = [];
  };
  texts.forEach((text, i) => {
    if (HEADER.test(text)) run.push(i);
    else close();
  });
  close();
  return found;
}

/** A signature, to the text's end or to the next mail; a longer rest is none. */
function signatureAt(texts: readonly string[], mark: number): number[] {
  const rest = texts.slice(mark, mark + SIGNATURE_LINES + 2);
  const next = rest.findIndex(
    (text) => WROTE.test(text) || FORWARDED.test(text) || HEADER.test(text),
  );
  if (next < 0 && rest.length > SIGNATURE_LINES + 1) return [];
  return rest.slice(0, next < 0 ? rest.length : next).map((_, i) => mark + i);
}
