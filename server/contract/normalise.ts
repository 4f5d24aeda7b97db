/**
 * The one definition of when two strings are the same text, used by the full-text index, the
 * search box and name matching: Unicode NFKD without combining marks, case folded, every
 * apostrophe and quotation mark made plain, every kind of space made one space. Anchoring never
 * uses it: selectors compare exact text.
 */
export function normalise(text: string): string {
  return (ASCII.test(text) ? text.replace(/`/g, "'") : plain(text))
    .toLowerCase()
    .replace(/[\s\u00a0\u2007\u202f]+/gu, ' ')
    .trim();
}

/** Most words of the record: none of them is changed by what `plain` does, but for the grave accent. */
const ASCII = /^\p{ASCII}*$/u;

function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[\u2018\u2019\u201a\u201b\u2032\u02bc\u02b9\u0060\u00b4]/g, "'")
    .replace(/[\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\u00ad/g, '')
    .replace(/[łŁ]/g, 'l')
    .replace(/[øØ]/g, 'o')
    .replace(/[đĐ]/g, 'd')
    .replace(/ß/g, 'ss');
}

/** The words of a text, normalised: runs of letters and digits, apostrophes inside words dropped. */
export function words(text: string): string[] {
  return (
    normalise(text)
      .replace(/'/g, '')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}
