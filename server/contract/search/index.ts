export {
  isRefusal,
  MAX_CANONICAL_LENGTH,
  MAX_SEARCH_LENGTH,
  MAX_SEARCH_TERMS,
  parseSearch,
  type ParsedSearch,
  type Refusal,
} from './parse.ts';
export { printSearch } from './print.ts';
export { tokenise, type Token, type ValueToken } from './lexer.ts';
export { textTerm } from './text.ts';
export { canonicalValue, faultOf } from './values.ts';
