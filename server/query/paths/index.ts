export { Adjacency } from './adjacency.ts';
export { AdjacencyBuilder } from './build.ts';
export { egoNetwork, type EgoNetwork } from './ego.ts';
export type { FoundHop } from './evidence.ts';
export { PathFinder, readAdjacency, type FoundPaths } from './finder.ts';
export { pathsRequestOf } from './request.ts';
export { PathSolver } from './solve.ts';
