import type { Span } from './types.ts';

/** Abbreviations whose full stop belongs to them, lower case, without it. */
const ABBREVIATIONS = new Set(
  (
    'mr mrs ms dr prof sen sens rep reps gov govs gen col lt sgt capt maj cmdr adm rev hon pres ' +
    'sec st jr sr vs inc corp co ltd llc dept univ est no nos vol fig jan feb mar apr jun jul aug ' +
    'sept sep oct nov dec mon tue wed thu fri sat sun ala ariz ark calif colo conn del fla ga ill ' +
    'ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo ' +
    'bros etc al ave blvd rd ft mt atty supt messrs spc pvt cpl brig ph'
  ).split(' '),
);

/** Penn Treebank style tokens. Every repeated part is bounded or consumed, so time is linear. */
const TOKEN = new RegExp(
  [
    String.raw`https?:\/\/[^\s<>"”’)]+|www\.[^\s<>"”’)]+|pic\.twitter\.com\/\S+`,
    String.raw`[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}`,
    String.raw`[@#][A-Za-z_]\w+`,
    String.raw`(?:[A-Za-z]\.){2,}(?:-\p{L}+)*`,
    String.raw`[ap]\.m\.?(?!\p{L})`,
    String.raw`\d+(?:[.,]\d+)*(?:-[\p{L}\d]+)+`,
    String.raw`\d+(?:[.,:\/]\d+)*(?:st|nd|rd|th|s|am|pm|k|m|bn|tn)?(?![\p{L}\d])`,
    String.raw`[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:[-&][\p{L}\p{N}\p{M}]+)*(?:['’](?!(?:s|re|ve|ll|d|m|S|RE|VE|LL|D|M)\b)\p{L}+(?:-\p{L}+)*)*`,
    String.raw`['’](?:s|re|ve|ll|d|m|S|RE|VE|LL|D|M)(?!\p{L})`,
    String.raw`\.{2,}|…|--+|\x60\x60|''`,
    String.raw`\S`,
  ].join('|'),
  'gu',
);
const NEGATED = /^(.+?)(n['’]t)$/i;
const CONTRACTED = /^(can)(not)$|^(gon|wan|got)(na|ta)$|^(gim|lem)(me)$/i;
const INITIAL = /^[A-Z]$/;
const CAPITAL_FOLLOWS = /\s{1,3}\p{Lu}/uy;

/** Where a contraction divides ("don't" -> 2, "cannot" -> 3), or 0. */
function contractionAt(word: string): number {
  const negated = NEGATED.exec(word);
  if (negated) return negated[1]!.length;
  const contracted = CONTRACTED.exec(word);
  return contracted ? (contracted[1] ?? contracted[3] ?? contracted[5])!.length : 0;
}

/** True where the full stop after the word is part of it: "Sen." and the "J." of "J. Smith". */
function ownsStop(text: string, word: string, end: number): boolean {
  if (text[end] !== '.') return false;
  if (/^[A-Z]/.test(word) && ABBREVIATIONS.has(word.toLowerCase())) return true;
  CAPITAL_FOLLOWS.lastIndex = end + 1;
  return INITIAL.test(word) && CAPITAL_FOLLOWS.test(text);
}

/** The tokens of a text, in order, blanks left out. */
export function tokenise(text: string): Span[] {
  const tokens: Span[] = [];
  const pattern = new RegExp(TOKEN);
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const word = match[0];
    const start = match.index;
    const end = start + word.length;
    const split = contractionAt(word);
    if (split > 0) {
      tokens.push({ start, end: start + split }, { start: start + split, end });
    } else if (ownsStop(text, word, end)) {
      tokens.push({ start, end: end + 1 });
      pattern.lastIndex = end + 1;
    } else tokens.push({ start, end });
  }
  return tokens;
}
