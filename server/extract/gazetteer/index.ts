/** States, capitals, demonyms, agencies, outlets and bodies; sources are named in the .tsv files. */
export { formKey, gazetteer } from './load.ts';
export type { Entry, Organisation, StateForm } from './load.ts';
export { lookUp, matchAt } from './match.ts';
export { AMERICAN_STATES, REGION_OF, stateOfRegion } from './regions.ts';
