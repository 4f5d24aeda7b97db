import PostalMime from 'postal-mime';
import { OnrecordError } from '../../contract/index.ts';
import { readHtml, readHtmlText } from './html.ts';
import type { ReadDocument } from './reader.ts';

/** Headers with which browsers begin a page that they save as one file (RFC 2557). */
const BEGINS = /^(?:From: <Saved by|Snapshot-Content-Location:|MIME-Version:|Subject:|Date:)/i;

const LIMITS = { maxNestingDepth: 5, maxHeadersSize: 1_000_000 };

/** A page, as its source or as a browser saves it in one file (MHTML). */
export async function readPage(bytes: Uint8Array): Promise<ReadDocument> {
  const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  if (!BEGINS.test(head)) return readHtml(bytes);
  const { html, headers } = await parse(bytes);
  if (!html)
    throw new OnrecordError('no-text', 'The file holds no page. Save the page again, as HTML.', {
      field: 'file',
    });
  const page = readHtmlText(html);
  const address = headers.find(({ key }) => key === 'snapshot-content-location')?.value;
  return { ...page, url: page.url ?? address };
}

async function parse(bytes: Uint8Array) {
  try {
    return await PostalMime.parse(bytes, LIMITS);
  } catch {
    throw new OnrecordError(
      'unreadable-document',
      'The file is no readable saved page. Save the page again, as HTML.',
      {
        field: 'file',
      },
    );
  }
}
