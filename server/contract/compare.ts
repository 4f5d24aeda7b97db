/** The order of UTF-16 code units, for sorts that must not depend on the machine's language. */
export function compareStrings(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
