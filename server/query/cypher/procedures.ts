import type { PropertyGraph } from './graph.ts';
import type { StaticName } from './semantics/types.ts';
import type { Value } from './value.ts';

export interface ProcedureColumn {
  readonly name: string;
  readonly type: StaticName;
}

/** Something CALL can call: reads, never writes. */
export interface Procedure {
  readonly name: string;
  readonly inputs: readonly ProcedureColumn[];
  /** Empty where the procedure yields nothing; then CALL passes its rows on as they are. */
  readonly outputs: readonly ProcedureColumn[];
  readonly call: (args: readonly Value[], graph: PropertyGraph) => Iterable<readonly Value[]>;
}

export type ProcedureRegistry = ReadonlyMap<string, Procedure>;

function listing(
  name: string,
  column: string,
  list: (graph: PropertyGraph) => readonly string[],
): Procedure {
  return {
    name,
    inputs: [],
    outputs: [{ name: column, type: 'STRING' }],
    call: (_args, graph) => list(graph).map((item) => [item]),
  };
}

const builtIn = [
  listing('db.labels', 'label', (graph) => graph.labels()),
  listing('db.relationshipTypes', 'relationshipType', (graph) => graph.relationshipTypes()),
  listing('db.propertyKeys', 'propertyKey', (graph) => graph.propertyKeys()),
];

/** What every graph offers: db.labels(), db.relationshipTypes(), db.propertyKeys(). */
export const builtInProcedures: ProcedureRegistry = new Map(
  builtIn.map((procedure) => [procedure.name, procedure]),
);
