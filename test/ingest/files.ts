import JSZip from 'jszip';
import type { SourceFile } from '../../server/ingest/readers/index.ts';

/** Files made here, byte by byte, for the reader tests; the words are invented. */
export const SENTENCE =
  'The minister said on Wednesday that the bridge would open in spring, and the mayor denied it.';

export const MORE =
  'It was the third delay in two years, and few people in the town thought that it would be the ' +
  'last. When the council met, its members asked who had known of the cracks and why nobody had ' +
  'told them before the money was spent.';

export function file(name: string, content: string | Uint8Array, mediaType?: string): SourceFile {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return { name, bytes, mediaType: mediaType ?? null };
}

/** Words at a place of a page, in points from its bottom left. */
export interface Placed {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

/** A PDF of one page for each list of lines, one under the other; an empty list is without text. */
export function pdf(pages: readonly (readonly string[])[]): Uint8Array {
  return placedPdf(pages.map((lines) => lines.map((text, i) => at(text, i))));
}

/** A line of text as `pdf` places it: the nth from the top. */
export function at(text: string, n: number, place: Partial<Placed> = {}): Placed {
  return { text, x: 72, y: 720 - 14 * n, size: 12, ...place };
}

/** A PDF of pages in Helvetica, each with its words where they are to stand. */
export function placedPdf(pages: readonly (readonly Placed[])[]): Uint8Array {
  const objects: string[] = ['<< /Type /Catalog /Pages 2 0 R >>'];
  const kids = pages.map((_, i) => `${4 + 2 * i} 0 R`).join(' ');
  objects.push(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
  objects.push('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>');
  pages.forEach((words, i) => {
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents ${5 + 2 * i} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
    );
    const shown = words.map(
      ({ text, x, y, size }) =>
        `/F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm (${text.replace(/[()\\]/g, '\\$&')}) Tj`,
    );
    const stream = `BT\n${shown.join('\n')}\nET`;
    objects.push(`<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`);
  });
  let out = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const offset = out.length;
    out += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const start = out.length;
  out += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`;
  out += `trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return new TextEncoder().encode(out);
}

/** A DOCX with the paragraphs given. */
export async function docx(paragraphs: readonly string[]): Promise<Uint8Array> {
  const zip = new JSZip();
  zip.file(
    '[Content_Types].xml',
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
  );
  zip.file(
    '_rels/.rels',
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
  );
  const body = paragraphs.map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join('');
  zip.file(
    'word/document.xml',
    `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
  );
  return zip.generateAsync({ type: 'uint8array' });
}

/** An article page with navigation and a footer around it. */
export function page(): string {
  return `<!doctype html><html lang="en-GB"><head><title>Bridge - The Gazette</title>
<meta property="og:site_name" content="The Gazette">
<meta property="og:title" content="Bridge to open in spring">
<meta property="article:published_time" content="2022-12-07T10:00:00Z">
<meta name="author" content="Ann Lee and Bo Chan">
<link rel="canonical" href="https://gazette.example/bridge">
<script>document.title = 'hostile'</script></head>
<body><nav><a href="/">Home</a> <a href="/about">About</a></nav>
<article><h1>Bridge to open in spring</h1>${`<p>${SENTENCE}</p>`.repeat(8)}
<p>He added:&nbsp;“No <b>delay</b>.”<br>That was all.</p></article>
<footer>Subscribe to our newsletter</footer></body></html>`;
}
