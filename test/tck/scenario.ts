import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Answer } from '../../server/query/cypher/engine.ts';
import { runQuery } from '../../server/query/cypher/engine.ts';
import { CypherError } from '../../server/query/cypher/errors.ts';
import type { Procedure } from '../../server/query/cypher/procedures.ts';
import { builtInProcedures } from '../../server/query/cypher/procedures.ts';
import type { StaticName } from '../../server/query/cypher/semantics/types.ts';
import type { Value } from '../../server/query/cypher/value.ts';
import { equivalenceKey } from '../../server/query/cypher/values/equality.ts';
import { MemoryGraph } from '../query/cypher/memory-graph.ts';
import type { Scenario, Step } from './gherkin.ts';
import { Loader } from './loader.ts';
import { canonical, canonicalText } from './values.ts';

export type Outcome =
  | { readonly kind: 'passed' }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'skipped'; readonly reason: string };

class Skip extends Error {}

/** Runs one scenario on a graph of its own. `graphs` is the folder of the named graphs. */
export function runScenario(scenario: Scenario, graphs: string): Outcome {
  const world = new World(graphs);
  try {
    for (const step of scenario.steps) world.step(step);
    return { kind: 'passed' };
  } catch (error) {
    if (error instanceof Skip) return { kind: 'skipped', reason: error.message };
    return { kind: 'failed', reason: error instanceof Error ? error.message : String(error) };
  }
}

interface Result {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Value[])[];
}

class World {
  private readonly graphs: string;
  private readonly parameters = new Map<string, Value>();
  private readonly loader = new Loader(this.parameters);
  private readonly procedures = new Map(builtInProcedures);
  private result: Result | CypherError | null = null;

  constructor(graphs: string) {
    this.graphs = graphs;
  }

  step(step: Step): void {
    const text = step.text.trim();
    const named = /^the (\S+) graph$/.exec(text);
    const procedure = /^there exists a procedure (.+?)\s*:$/.exec(text);
    const failure = /^an? (\S+) should be raised at (.+?):\s*(\S+)$/.exec(text);
    if (text === 'an empty graph' || text === 'any graph') return;
    if (named) this.loadNamed(named[1] ?? '');
    else if (/^(after )?having executed:$/.test(text)) this.loader.run(textOf(step));
    else if (/^parameter(s| values) are:$/.test(text)) this.addParameters(step.table ?? []);
    else if (procedure) this.addProcedure(procedure[1] ?? '', step.table ?? []);
    else if (/^executing (control )?query:$/.test(text)) this.execute(textOf(step));
    else if (text.startsWith('the result should be')) this.expectRows(text, step.table);
    else if (failure) this.expectError(failure[1] ?? '', failure[2] ?? '', failure[3] ?? '');
    else if (text === 'no side effects') return;
    else if (text === 'the side effects should be:') this.expectNoEffects(step.table ?? []);
    else throw new Error(`Unknown step: ${text}`);
  }

  private loadNamed(name: string): void {
    const folder = join(this.graphs, name);
    const metadata = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as {
      scripts: string[];
    };
    for (const script of metadata.scripts) {
      const text = readFileSync(join(folder, `${script}.cypher`), 'utf8');
      this.loader.run(text);
    }
  }

  private addParameters(table: readonly (readonly string[])[]): void {
    for (const [name = '', text = ''] of table) this.parameters.set(name, valueOf(text));
  }

  private addProcedure(signature: string, table: readonly (readonly string[])[]): void {
    const procedure = tableProcedure(signature, table);
    this.procedures.set(procedure.name, procedure);
  }

  private execute(query: string): void {
    try {
      const { parameters, procedures } = this;
      const answer: Answer = runQuery(query, this.loader.graph, { parameters, procedures });
      this.result = { columns: answer.columns, rows: [...answer.rows] };
    } catch (error) {
      if (!(error instanceof CypherError)) throw error;
      if (error.type === 'WriteRefused') throw new Skip('the query under test writes');
      this.result = error;
    }
  }

  private expectRows(text: string, table: Step['table']): void {
    const { result } = this;
    if (result instanceof CypherError) throw result;
    if (!result) throw new Error('No query was executed.');
    const [header = [], ...expected] = text.endsWith('empty') ? [] : (table ?? []);
    const spelling = { unorderedLists: text.includes('ignoring element order') };
    const wanted = expected.map((row) =>
      row.map((cell) => canonicalText(cell, spelling)).join(' | '),
    );
    const places = text.endsWith('empty') ? [] : columnPlaces(header, result.columns);
    const got = result.rows.map((row) =>
      places.map((place) => canonical(row[place] ?? null, spelling)).join(' | '),
    );
    if (!text.includes('in order')) {
      wanted.sort();
      got.sort();
    }
    if (wanted.length !== got.length || wanted.join('\n') !== got.join('\n')) {
      throw new Error(`Expected\n${wanted.join('\n')}\nbut got\n${got.join('\n')}`);
    }
  }

  private expectError(type: string, phase: string, detail: string): void {
    const { result } = this;
    const wanted = `${type} at ${phase}: ${detail}`;
    if (!(result instanceof CypherError)) throw new Error(`Expected ${wanted}, got rows.`);
    const fits =
      result.type === type &&
      (phase === 'any time' || result.phase === phase) &&
      (detail === '*' || result.detail === detail);
    const got = `${result.type} at ${result.phase}: ${result.detail}`;
    if (!fits) throw new Error(`Expected ${wanted}, got ${got} (${result.message})`);
  }

  /** Reads change nothing, so any effect that is expected is missing. */
  private expectNoEffects(table: readonly (readonly string[])[]): void {
    const effects = table.filter(([, size]) => size !== '0');
    if (effects.length > 0) throw new Error(`Missing effects: ${effects.join(', ')}`);
  }
}

function textOf({ text, docString }: Step): string {
  if (docString === null) throw new Error(`The step has no text below it: ${text}`);
  return docString;
}

function columnPlaces(header: readonly string[], columns: readonly string[]): number[] {
  const places = header.map((name) => columns.indexOf(name));
  if (places.includes(-1) || header.length !== columns.length) {
    throw new Error(`Expected the columns ${header.join(', ')}, got ${columns.join(', ')}`);
  }
  return places;
}

/** Values of tables are Cypher literals. */
function valueOf(text: string): Value {
  const [row = []] = [...runQuery(`RETURN ${text} AS value`, new MemoryGraph()).rows];
  return row[0] ?? null;
}

function columnsOf(text: string): { name: string; type: StaticName }[] {
  return [...text.matchAll(/(\w+)\s*::\s*(\w+)\??/g)].map(([, name = '', type = '']) => {
    return { name, type: type as StaticName };
  });
}

/** A procedure that answers from a table: rows whose first cells equal the arguments. */
function tableProcedure(signature: string, table: readonly (readonly string[])[]): Procedure {
  const [, name = '', inputs = '', outputs = ''] =
    /^([\w.]+)\((.*?)\)\s*::\s*\((.*?)\)\s*$/.exec(signature) ?? [];
  const columns = columnsOf(inputs);
  const rows = table.slice(1).map((cells) => cells.map(valueOf));
  return {
    name,
    inputs: columns,
    outputs: columnsOf(outputs),
    call: (args) =>
      rows
        .filter((row) =>
          args.every((arg, i) => equivalenceKey(arg) === equivalenceKey(row[i] ?? null)),
        )
        .map((row) => row.slice(columns.length)),
  };
}
