import { conversionFunctions } from './conversions.ts';
import { graphFunctions } from './graph.ts';
import { listFunctions } from './lists.ts';
import { numberFunctions } from './numbers.ts';
import type { CypherFunction } from './signature.ts';
import { stringFunctions } from './strings.ts';
import { temporalFunctions } from './temporals.ts';

/** Every scalar function there is; none of them reaches files, network or process. */
const scalarFunctions: readonly CypherFunction[] = [
  ...graphFunctions,
  ...listFunctions,
  ...stringFunctions,
  ...numberFunctions,
  ...conversionFunctions,
  ...temporalFunctions,
];

const byName: ReadonlyMap<string, CypherFunction> = new Map(
  scalarFunctions.map((found) => [found.name.toLowerCase(), found]),
);

/** Looks a function up without regard to case. */
export function findFunction(name: string): CypherFunction | undefined {
  return byName.get(name.toLowerCase());
}
