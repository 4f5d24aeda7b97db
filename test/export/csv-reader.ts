/** A slow, obvious reader of RFC 4180, as an oracle: rows of cells, without the byte order mark. */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const characters = [...text.replace(/^\ufeff/, '')];
  for (let i = 0; i < characters.length; i += 1) {
    const character = characters[i] ?? '';
    if (quoted && character === '"' && characters[i + 1] === '"') {
      cell += '"';
      i += 1;
    } else if (character === '"') {
      quoted = !quoted;
    } else if (
      !quoted &&
      (character === ',' || (character === '\r' && characters[i + 1] === '\n'))
    ) {
      rows.at(-1)?.push(cell);
      cell = '';
      if (character === '\r') {
        rows.push([]);
        i += 1;
      }
    } else cell += character;
  }
  return rows.filter((row) => row.length > 0);
}
