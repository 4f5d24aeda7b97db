import { OnrecordError } from '../../contract/index.ts';
import { bareDocument, type ReadDocument } from './reader.ts';

/** Pages read at most; a book is brought chapter by chapter. */
const MAX_PDF_PAGES = 500;

/** A page with fewer characters than this holds no text layer worth the name. */
const MIN_PAGE_CHARACTERS = 8;

/** A gap between lines above this share of the line height starts a paragraph. */
const PARAGRAPH_GAP = 1.6;

interface TextItem {
  readonly str: string;
  /** [a, b, c, d, x, y] in PDF units, origin at the bottom left. */
  readonly transform: readonly number[];
  readonly height: number;
  readonly hasEOL: boolean;
}

interface Line {
  text: string;
  readonly y: number;
  readonly height: number;
}

function linesOf(items: readonly TextItem[]): Line[] {
  const lines: Line[] = [];
  let open: Line | null = null;
  for (const item of items) {
    const y = item.transform[5] ?? 0;
    if (open === null) {
      open = { text: '', y, height: item.height || 10 };
      lines.push(open);
    }
    open.text += item.str;
    if (item.hasEOL) open = null;
  }
  return lines.filter((line) => line.text.trim() !== '');
}

/** Lines joined to paragraphs: by gaps between them, and over a hyphen at a line's end. */
function paragraphsOf(lines: readonly Line[]): string[] {
  const paragraphs: string[] = [];
  let last: Line | null = null;
  for (const line of lines) {
    const text = line.text.replace(/[ \t]+/g, ' ').trim();
    const before = paragraphs.at(-1);
    const far = last === null || Math.abs(last.y - line.y) > line.height * PARAGRAPH_GAP;
    if (far || before === undefined) paragraphs.push(text);
    else if (/\p{Ll}-$/u.test(before) && /^\p{Ll}/u.test(text))
      paragraphs[paragraphs.length - 1] = before.slice(0, -1) + text;
    else paragraphs[paragraphs.length - 1] = `${before} ${text}`;
    last = line;
  }
  return paragraphs;
}

function unreadable(detail: string): OnrecordError {
  return new OnrecordError('unreadable-document', detail, { field: 'file' });
}

function damaged(): OnrecordError {
  return unreadable('The PDF is damaged and cannot be read. Save it again from its source.');
}

type Pdf = Awaited<ReturnType<typeof open>>;

async function open(bytes: Uint8Array) {
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = getDocument({
    data: new Uint8Array(bytes),
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    return await task.promise;
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    throw name === 'PasswordException'
      ? unreadable('The PDF is locked with a password. Save a copy without one.')
      : damaged();
  }
}

/**
 * The text layer of a PDF, paragraphs set apart by a blank line. Throws `no-text` for a scan,
 * `unreadable-document` for a locked or damaged file and `too-large` beyond MAX_PDF_PAGES.
 */
export async function readPdf(bytes: Uint8Array): Promise<ReadDocument> {
  const pdf = await open(bytes);
  try {
    return await readPages(pdf);
  } catch (error) {
    throw error instanceof OnrecordError ? error : damaged();
  } finally {
    await pdf.loadingTask.destroy();
  }
}

async function readPages(pdf: Pdf): Promise<ReadDocument> {
  if (pdf.numPages > MAX_PDF_PAGES)
    throw new OnrecordError(
      'too-large',
      `The PDF has ${pdf.numPages} pages; ${MAX_PDF_PAGES} are read at most. Split it.`,
      { field: 'file' },
    );
  const paragraphs: string[] = [];
  let blank = 0;
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const own = await pageParagraphs(pdf, number);
    if (own.join('').length < MIN_PAGE_CHARACTERS) blank += 1;
    paragraphs.push(...own);
  }
  if (blank === pdf.numPages)
    throw new OnrecordError(
      'no-text',
      'The PDF is a scan: its pages are pictures without a text layer. Run text recognition (OCR) over it first.',
      { field: 'file' },
    );
  const info = await pdf.getMetadata().catch(() => null);
  const document = bareDocument(paragraphs.join('\n\n'), 'pdf');
  return { ...document, ...fromInfo(info?.info), notes: pageNote(blank, pdf.numPages) };
}

async function pageParagraphs(pdf: Pdf, number: number): Promise<string[]> {
  const page = await pdf.getPage(number);
  const { items } = await page.getTextContent();
  page.cleanup();
  return paragraphsOf(linesOf(items.filter((item) => 'str' in item)));
}

function pageNote(blank: number, pages: number): string[] {
  return blank === 0 ? [] : [`${blank} of ${pages} pages hold no text layer and were not read.`];
}

function fromInfo(info: unknown) {
  const { Title: title, Author: authors } = (info ?? {}) as Record<string, unknown>;
  // A PDF's creation date is when the file was made, not when the text was published.
  return { title, authors };
}
