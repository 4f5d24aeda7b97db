import { OnrecordError } from '../../contract/index.ts';
import { headlineOf, linesOf, paragraphsOf, withoutRunningHeads, type Line } from './pdf-layout.ts';
import { bareDocument, type ReadDocument } from './reader.ts';
import { titleAt } from './text.ts';

/** Pages read at most; a book is brought chapter by chapter. */
const MAX_PDF_PAGES = 500;

/** A page with fewer characters than this holds no text layer worth the name. */
const MIN_PAGE_CHARACTERS = 8;

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
  const pages: Line[][] = [];
  for (let number = 1; number <= pdf.numPages; number += 1)
    pages.push(await pageLines(pdf, number));
  const blank = pages.filter(isBlank).length;
  if (blank === pdf.numPages)
    throw new OnrecordError(
      'no-text',
      'The PDF is a scan: its pages are pictures without a text layer. Run text recognition (OCR) over it first.',
      { field: 'file' },
    );
  const info = await pdf.getMetadata().catch(() => null);
  const own = withoutRunningHeads(pages);
  const document = bareDocument(paragraphsOf(own).join('\n\n'), 'pdf');
  const notes = [...pageNote(blank, pdf.numPages), ...headsNote(pages, own)];
  const { title, authors } = fromInfo(info?.info);
  return {
    ...document,
    title: title ?? headlineOf(own) ?? titleAt(document.text),
    authors,
    notes,
  };
}

const isBlank = (lines: readonly Line[]) =>
  lines.map(({ text }) => text).join('').length < MIN_PAGE_CHARACTERS;

async function pageLines(pdf: Pdf, number: number): Promise<Line[]> {
  const page = await pdf.getPage(number);
  const { items } = await page.getTextContent();
  page.cleanup();
  return linesOf(items.filter((item) => 'str' in item));
}

function pageNote(blank: number, pages: number): string[] {
  return blank === 0 ? [] : [`${blank} of ${pages} pages hold no text layer and were not read.`];
}

function headsNote(pages: readonly Line[][], own: readonly Line[][]): string[] {
  const left = pages.flat().length - own.flat().length;
  return left === 0
    ? []
    : [`${left} lines at the edges of pages, which recur on others, were left out.`];
}

/** Titles that programs give when nobody did: names of files, of the program, of an empty page. */
const NO_TITLE =
  /\.(?:indd|docx?|odt|rtf|qxp|pdf|pptx?|xlsx?|html?|txt|pages|tex|dvi)$|^(?:microsoft (?:word|powerpoint)|untitled|powerpoint presentation|layout \d|document\d*$|about:blank|https?:)/i;

/** A PDF's creation date is when the file was made, not when the text was published. */
function fromInfo(info: unknown): { title: string | null; authors: unknown } {
  const { Title: stated, Author: authors } = (info ?? {}) as Record<string, unknown>;
  const title = typeof stated === 'string' ? stated.trim() : '';
  return { title: title === '' || NO_TITLE.test(title) ? null : title, authors };
}
