/** Most names of a list: each stretch between two of its "and"s is looked up, once. */
const MOST_NAMES = 10;

/**
 * "A and B" as two names, unless it is one, or one of the parts is not known. A list of more than
 * MOST_NAMES stays whole, which nobody is called.
 */
export async function namesOfList(
  names: string,
  isKnown: (name: string) => Promise<boolean>,
): Promise<string[]> {
  const parts = names.split(/ (and|or|with) (?=\S)/i);
  const count = (parts.length + 1) / 2;
  if (count > MOST_NAMES) return [names];
  const name = (from: number, to: number) => parts.slice(2 * from, 2 * to - 1).join(' ');
  /** How the list from each part on is parted; null where it cannot be. */
  const rest: (string[] | null)[] = Array<null>(count).fill(null);
  rest.push([]);
  for (let from = count - 1; from >= 0; from--) {
    const ends = [count, ...Array.from({ length: count - from - 1 }, (_, i) => from + 1 + i)];
    for (const to of ends.filter((end) => rest[end]))
      if (await isKnown(name(from, to))) {
        rest[from] = [name(from, to), ...rest[to]!];
        break;
      }
  }
  return rest[0] ?? [names];
}
