/**
 * A function of a text that remembers what it gave, since words repeat. What it knows is forgotten
 * when there is too much of it, so that memory stays bounded.
 * @param read pure
 * @param limit texts remembered
 */
export function remembered<T>(read: (text: string) => T, limit: number): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const value = read(text);
    if (known.size >= limit) known.clear();
    known.set(text, value);
    return value;
  };
}
