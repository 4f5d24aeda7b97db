import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { readFeature } from './gherkin.ts';
import type { Outcome } from './scenario.ts';
import { runScenario } from './scenario.ts';

export interface Report {
  /** Folder of the feature below the root, such as `expressions/list`. */
  readonly folder: string;
  readonly feature: string;
  readonly scenario: string;
  readonly outcome: Outcome;
}

function featureFiles(root: string): string[] {
  if (statSync(root).isFile()) return [''];
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' });
  return files.filter((name) => name.endsWith('.feature')).sort();
}

/**
 * All scenarios of all features below a folder (or of one feature file), outlines expanded, in the
 * order of their paths.
 */
export function* runFeatures(root: string, graphs: string): Iterable<Report> {
  for (const file of featureFiles(root)) {
    const text = readFileSync(join(root, file), 'utf8');
    for (const scenario of readFeature(text)) {
      const outcome = runScenario(scenario, graphs);
      const folder = dirname(relative(root, join(root, file)));
      yield { folder, feature: file || basename(root), scenario: scenario.name, outcome };
    }
  }
}

export interface Totals {
  passed: number;
  failed: number;
  skipped: number;
}

export function count(reports: Iterable<Report>): Totals {
  const totals = { passed: 0, failed: 0, skipped: 0 };
  for (const { outcome } of reports) totals[outcome.kind] += 1;
  return totals;
}
