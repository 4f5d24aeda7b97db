import PostalMime from 'postal-mime';
import { OnrecordError, rewrapped } from '../../contract/index.ts';
import { readHtmlText } from './html.ts';
import { bareDocument, type ReadDocument } from './reader.ts';

/** Nested messages and parts beyond these are hostile. */
const LIMITS = { maxNestingDepth: 20, maxHeadersSize: 1_000_000 };

/**
 * One mail: its plain text, wrapped lines joined, else the text of its HTML; subject, sender and
 * date as stated.
 */
export async function readEml(bytes: Uint8Array): Promise<ReadDocument> {
  const mail = await parse(bytes);
  const plain = mail.text?.trim() ? mail.text : null;
  const body = plain !== null ? rewrapped(plain) : mail.html ? readHtmlText(mail.html).text : '';
  if (body.trim() === '')
    throw new OnrecordError('no-text', 'The mail holds no text.', { field: 'file' });
  const sent = mail.date && !Number.isNaN(Date.parse(mail.date)) ? new Date(mail.date) : null;
  const attached = mail.attachments.length;
  return {
    ...bareDocument(body, 'eml'),
    title: mail.subject,
    authors: mail.from?.name || mail.from?.address,
    published: sent?.toISOString(),
    notes: attached === 0 ? [] : [`${attached} attached file(s) were not read; bring them apart.`],
  };
}

async function parse(bytes: Uint8Array) {
  try {
    return await PostalMime.parse(bytes, LIMITS);
  } catch {
    throw new OnrecordError('unreadable-document', 'The file is no readable mail.', {
      field: 'file',
    });
  }
}
