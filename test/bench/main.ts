import { readdirSync } from 'node:fs';
import { parseArgs } from 'node:util';

/**
 * Runs the benchmarks: every module of this folder that exports `run`, or those named.
 *
 *   npm run bench -- [--only NAME]... [--size STATEMENTS] [--articles NUMBER]
 */
export interface BenchOptions {
  /** Statements of the generated record. */
  readonly size: number;
  /** Articles that are imported. */
  readonly articles: number;
}

type Run = (options: BenchOptions) => Promise<void>;

const DEFAULT_SIZE = 1_000_000;
const DEFAULT_ARTICLES = 10_000;

function isRunnable(module: unknown): module is { run: Run } {
  return (
    typeof module === 'object' &&
    module !== null &&
    'run' in module &&
    typeof module.run === 'function'
  );
}

/** Scripts of this folder with an address of their own in package.json; importing them runs them. */
const NOT_MODULES = new Set(['main', 'attribution']);

const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true },
    size: { type: 'string', default: String(DEFAULT_SIZE) },
    articles: { type: 'string', default: String(DEFAULT_ARTICLES) },
  },
});
const size = Number(values.size);
if (!Number.isInteger(size) || size < 100) throw new RangeError('--size takes 100 or more');
const articles = Number(values.articles);
if (!Number.isInteger(articles) || articles < 10)
  throw new RangeError('--articles takes 10 or more');

const here = new URL('./', import.meta.url);
const names = readdirSync(here)
  .filter((name) => name.endsWith('.ts'))
  .map((name) => name.slice(0, -3))
  .filter((name) => !NOT_MODULES.has(name) && (values.only?.includes(name) ?? true));
for (const name of names) {
  const module: unknown = await import(new URL(`${name}.ts`, here).href);
  if (!isRunnable(module)) continue;
  console.log(`\n${name}`);
  await module.run({ size, articles });
}
