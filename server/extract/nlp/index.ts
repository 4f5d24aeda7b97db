/** Text to tokens, sentences, tags, names and dependency trees. */
export type { EntityKind, ParsedDocument, Sentence, Span, Token } from './types.ts';
export type { LanguageModels } from './models.ts';
export { parse } from './parse.ts';
