export * from './vocabulary.ts';
export * from './query.ts';
export * from './errors.ts';
export * from './normalise.ts';
export * from './replies.ts';
