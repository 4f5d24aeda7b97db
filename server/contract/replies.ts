/** What the API replies, as schemas; types derive from them. */
export * from './replies/records.ts';
export * from './replies/documents.ts';
export * from './replies/pages.ts';
export * from './replies/graph.ts';
export * from './replies/paths.ts';
export * from './replies/service.ts';
