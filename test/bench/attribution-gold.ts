import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseBrat, type GoldAttribution } from '../../server/train/corpus.ts';
import { ROLES, type AnnotatedAttribution, type Pair } from './attribution-metrics.ts';

/** Gold by one annotator: of several, the one whom the others agree with most (the medoid). */
export function readGold(
  folder: string,
): Map<string, { text: string; gold: AnnotatedAttribution[] }> {
  const documents = new Map<string, { text: string; gold: AnnotatedAttribution[] }>();
  const files = readdirSync(join(folder, 'attributions')).sort();
  for (const file of readdirSync(join(folder, 'text')).sort()) {
    const name = file.replace(/\.txt$/, '');
    const text = readFileSync(join(folder, 'text', file), 'utf8');
    const versions = files
      .filter((one) => /^(.*)_[0-9a-f]{4}\.ann$/.exec(one)?.[1] === name)
      .map((one) => parseBrat(readFileSync(join(folder, 'attributions', one), 'utf8')).map(pairs));
    if (versions.length > 0) documents.set(name, { text, gold: medoid(versions, text) });
  }
  return documents;
}

const pairs = (one: GoldAttribution): AnnotatedAttribution => {
  const of = (role: 'source' | 'cue' | 'content') =>
    one[role].map(({ start, end }): Pair => [start, end]);
  return { source: of('source'), cue: of('cue'), content: of('content') };
};

function medoid(versions: AnnotatedAttribution[][], text: string): AnnotatedAttribution[] {
  let [best, top] = [versions[0]!, -1];
  for (const one of versions) {
    const others = versions.filter((other) => other !== one);
    const agreement = others.reduce((sum, other) => sum + tokenAgreement(one, other, text), 0);
    if (agreement > top + 1e-12) [best, top] = [one, agreement];
  }
  return best;
}

const TOKEN = /[\p{L}\p{N}]+(?:[’'.\-][\p{L}\p{N}]+)*|[^\s\p{L}\p{N}]/gu;

/** Mean over the roles of the F1 of tokens marked. */
function tokenAgreement(
  a: readonly AnnotatedAttribution[],
  b: readonly AnnotatedAttribution[],
  text: string,
): number {
  const starts = [...text.matchAll(TOKEN)].map((match) => match.index);
  const marked = (list: readonly AnnotatedAttribution[], role: (typeof ROLES)[number]) => {
    const spans = list.flatMap((one) => one[role]);
    return new Set(starts.filter((at) => spans.some(([s, e]) => at >= s && at < e)));
  };
  const f1 = ROLES.map((role) => {
    const [x, y] = [marked(a, role), marked(b, role)];
    const both = [...x].filter((at) => y.has(at)).length;
    return x.size + y.size ? (2 * both) / (x.size + y.size) : 1;
  });
  return f1.reduce((sum, value) => sum + value, 0) / f1.length;
}
