export { oneActor, pathsRequestOf, type NamedPathsRequest } from './request.ts';
export { PathFinder, readAdjacency, type FoundPaths } from './finder.ts';
export { egoNetwork, type EgoNetwork, type EgoNode } from './ego.ts';
export { AdjacencyBuilder, degree, type Adjacency } from './adjacency.ts';
export { MAX_EVIDENCE, type FoundHop } from './evidence.ts';
export { PathSolver, type Solution } from './solve.ts';
