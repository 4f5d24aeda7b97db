import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import type { Scenario } from './gherkin.ts';
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
  return files
    .filter((name) => /\.feature$/i.test(name) && statSync(join(root, name)).isFile())
    .sort();
}

/**
 * All scenarios of all features below a folder (or of one feature file), outlines expanded, in the
 * order of their paths.
 */
export function* runFeatures(root: string, graphs: string): Iterable<Report> {
  for (const file of featureFiles(root)) {
    const folder = dirname(relative(root, join(root, file)));
    const feature = file || basename(root);
    const scenarios = scenariosOf(join(root, file));
    if (typeof scenarios === 'string') {
      const outcome = { kind: 'failed', reason: scenarios } as const;
      yield { folder, feature, scenario: 'cannot be read', outcome };
      continue;
    }
    for (const scenario of scenarios) {
      yield { folder, feature, scenario: scenario.name, outcome: runScenario(scenario, graphs) };
    }
  }
}

/** The scenarios of a file, or why it cannot be read. */
function scenariosOf(path: string): Scenario[] | string {
  try {
    return readFeature(readFileSync(path, 'utf8'));
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
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
