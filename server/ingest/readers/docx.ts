import mammoth from 'mammoth';
import { OnrecordError } from '../../contract/index.ts';
import { parsePage } from './dom.ts';
import { blocksToText } from './html-text.ts';
import { bareDocument, type ReadDocument } from './reader.ts';
import { titleAt } from './text.ts';

/** The text of a DOCX, paragraphs set apart by a blank line. Throws `unreadable-document`, `no-text`. */
export async function readDocx(bytes: Uint8Array): Promise<ReadDocument> {
  const html = await toHtml(bytes);
  const document = parsePage(html);
  const text = blocksToText(document.body);
  if (text.trim() === '')
    throw new OnrecordError(
      'no-text',
      'The document holds no text. If its pages are pictures, run text recognition (OCR) over them first.',
      { field: 'file' },
    );
  const title = document.querySelector('h1')?.textContent?.trim() || titleAt(text);
  return { ...bareDocument(text, 'docx'), title };
}

/** The link from a note back to its number, which no document shows. */
const BACK_TO_TEXT = / <a href="#(?:foot|end)note-ref-[^"]*">↑<\/a>/g;

async function toHtml(bytes: Uint8Array): Promise<string> {
  try {
    const options = {
      externalFileAccess: false,
      convertImage: mammoth.images.imgElement(noImage),
      styleMap: "p[style-name='Title'] => h1:fresh",
    };
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, options);
    return value.replace(BACK_TO_TEXT, '');
  } catch {
    throw new OnrecordError(
      'unreadable-document',
      'The file is no readable DOCX. Open it in a word processor and save it again.',
      { field: 'file' },
    );
  }
}

const noImage = () => Promise.resolve({ src: '' });
