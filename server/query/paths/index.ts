export { Adjacency } from './adjacency.ts';
export { AdjacencyBuilder } from './build.ts';
export { egoNetwork, type EgoNetwork, type EgoNode } from './ego.ts';
export { MAX_EVIDENCE, type FoundHop } from './evidence.ts';
export { PathFinder, readAdjacency, type FoundPaths } from './finder.ts';
export { pathsRequestOf, type NamedPathsRequest } from './request.ts';
export { PathSolver, type Solution } from './solve.ts';
