import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readFeature } from './gherkin.ts';
import { runFeatures } from './run.ts';

const root = join('..', 'shared', 'tck');
const present = existsSync(root);

describe('the Gherkin reader', () => {
  it('expands outlines, keeps backgrounds, tables and texts', () => {
    const [first, second] = readFeature(`
Feature: F
  Background:
    Given an empty graph
  Scenario Outline: [1] S
    When executing query:
      """
      RETURN <x>
      """
    Then the result should be, in any order:
      | <x>  |
      | a\\|b |
    Examples:
      | x |
      | 1 |
      | 2 |
`);
    expect(first?.steps.map(({ text }) => text)).toEqual([
      'an empty graph',
      'executing query:',
      'the result should be, in any order:',
    ]);
    expect(first?.steps[1]?.docString).toBe('RETURN 1');
    expect(second?.steps[2]?.table).toEqual([['2'], ['a|b']]);
  });
});

describe.skipIf(!present)('the openCypher TCK (needs ../shared/tck)', () => {
  const reports = !present ? [] : [...runFeatures(join(root, 'features'), join(root, 'graphs'))];

  it('finds the scenarios', () => {
    expect(reports.length).toBeGreaterThan(2400);
  });

  it('passes every scenario whose query only reads', () => {
    const failed = reports.filter(({ outcome }) => outcome.kind === 'failed');
    expect(failed.map(({ feature, scenario }) => `${feature}: ${scenario}`)).toEqual([]);
  });

  it('skips only scenarios whose own query writes', () => {
    const reasons = reports.flatMap(({ outcome }) =>
      outcome.kind === 'skipped' ? [outcome.reason] : [],
    );
    expect(new Set(reasons)).toEqual(new Set(['the query under test writes']));
  });
});
