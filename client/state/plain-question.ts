/** Several words without a key or a mark of the search language: it may be a plain question. */
export function mayBeQuestion(text: string): boolean {
  return /\S\s+\S/.test(text) && !/[:"“”*()]/.test(text);
}
