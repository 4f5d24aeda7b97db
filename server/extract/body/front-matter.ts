import type { Line } from './lines.ts';

/** More lines than the front matter of any article has. */
const MOST_LINES = 60;

const PAIR = /^[A-Za-z][\w-]*\s*[:=]/;

/** How many lines at a text's beginning are front matter: YAML between hyphens, TOML between plus signs. */
export function frontMatterLines(lines: readonly Line[]): number {
  const mark = lines[0]?.text;
  if ((mark !== '---' && mark !== '+++') || !PAIR.test(lines[1]?.text ?? '')) return 0;
  const end = lines.slice(1, MOST_LINES).findIndex(({ text }) => text === mark);
  return end < 0 ? 0 : end + 2;
}
