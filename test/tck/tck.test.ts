import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readFeature } from './gherkin.ts';
import { runFeatures } from './run.ts';
import { runScenario } from './scenario.ts';

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

describe('the Gherkin reader, beyond what the TCK uses,', () => {
  const feature = [
    '\uFEFF# language: en',
    'Feature: F',
    '  Given names, this is a description',
    '  Background:',
    '    Given an empty graph',
    '  Example: [1] first',
    '    When executing query:',
    '      ```cypher',
    '      RETURN 1',
    '      ```',
    '  Rule: R',
    '    Background:',
    '      Given any graph',
    '    @one',
    '    Scenario Template: [2] second',
    '      When executing query:',
    '        """',
    '        RETURN \'\\"\\"\\"\', <x>',
    '        """',
    '      @two',
    '      Examples: named',
    '        And described.',
    '        | x |',
    '        | 1 |',
    '      Examples:',
    '        | x |',
    '        | 2 |',
    '  Rule: S',
    '    Scenario: [3] third',
    '      * no side effects',
  ].join('\r\n');

  it('knows rules, other words for the same, several tables and both fences', () => {
    const scenarios = readFeature(feature);
    const steps = scenarios.map(({ steps: all }) => all.map(({ text }) => text));
    expect(scenarios.map(({ name }) => name)).toEqual([
      '[1] first',
      '[2] second (1)',
      '[2] second (2)',
      '[3] third',
    ]);
    expect(scenarios.map(({ tags }) => tags)).toEqual([[], ['@one'], ['@one'], []]);
    expect(steps).toEqual([
      ['an empty graph', 'executing query:'],
      ['an empty graph', 'any graph', 'executing query:'],
      ['an empty graph', 'any graph', 'executing query:'],
      ['an empty graph', 'no side effects'],
    ]);
    expect(scenarios[0]?.steps[1]?.docString).toBe('RETURN 1');
    expect(scenarios[2]?.steps[2]?.docString).toBe(`RETURN '"""', 2`);
  });
});

describe('our own scenarios (written here from the openCypher 9 reference and its CIPs)', () => {
  const reports = [...runFeatures(join('test', 'tck', 'features'), join(root, 'graphs'))];

  it('pass, none left out', () => {
    expect(reports.length).toBeGreaterThan(800);
    const missed = reports.filter(({ outcome }) => outcome.kind !== 'passed');
    expect(missed).toEqual([]);
  });
});

describe('the runner of scenarios', () => {
  const outcomeOf = (...steps: string[]) => {
    const [scenario] = readFeature(['Feature: F', '  Scenario: S', ...steps].join('\n'));
    return scenario && runScenario(scenario, join(root, 'graphs'));
  };
  const query = (text: string) => `    When executing query:\n      """\n      ${text}\n      """`;

  it('fails what it does not know, naming the step', () => {
    const outcome = outcomeOf('    Given an empty graph', '    Then pigs should fly');
    expect(outcome).toEqual({ kind: 'failed', reason: 'Unknown step: pigs should fly' });
  });

  it('fails where a result has rows too many, too few, or another error', () => {
    const empty = '    Then the result should be empty';
    const error = '    Then a TypeError should be raised at runtime: InvalidArgumentType';
    const row = '    Then the result should be, in any order:\n      | x |\n      | 1 |';
    expect(outcomeOf(query('RETURN 1 AS x'), empty)).toMatchObject({ kind: 'failed' });
    expect(outcomeOf(query('UNWIND [] AS x RETURN x'), row)).toMatchObject({ kind: 'failed' });
    expect(outcomeOf(query('RETURN 1 / 0'), error)).toMatchObject({ kind: 'failed' });
    expect(outcomeOf(query('RETURN 1 AS x'), error)).toMatchObject({ kind: 'failed' });
    expect(outcomeOf(query('RETURN 1 AS x'), row)).toEqual({ kind: 'passed' });
  });

  it('skips a scenario whose own query writes, and no other', () => {
    const empty = '    Then the result should be empty';
    expect(outcomeOf(query('CREATE (n)'), empty)).toMatchObject({ kind: 'skipped' });
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
