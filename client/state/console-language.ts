/** Whether what was typed into the query bar is Cypher and not words to search for. */
export function isCypher(text: string): boolean {
  return LOUD.test(text) || SHAPED.test(text);
}

/** Keywords in capitals, as nobody writes a search. */
const LOUD = /^\s*(?:EXPLAIN\s+)?(?:OPTIONAL\s+)?(?:MATCH|CALL|RETURN|UNWIND|WITH)\b/;
/** In any case where the next sign is none of a search: `match (n)`, `call db.labels()`. */
const SHAPED = /^\s*(?:explain\s+)?(?:(?:optional\s+)?match\s*\(|call\s+db\.|unwind\s*[[$])/i;
