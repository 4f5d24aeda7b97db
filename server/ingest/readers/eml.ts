import PostalMime, { type Attachment, type Email } from 'postal-mime';
import { OnrecordError, rewrapped } from '../../contract/index.ts';
import { readHtmlText } from './html.ts';
import { bareDocument, type ReadDocument } from './reader.ts';

/** Nested messages and parts beyond these are hostile. */
const LIMITS = { maxNestingDepth: 20, maxHeadersSize: 1_000_000 };

/** Mails within mails that are opened. */
const DEPTH = 5;

/**
 * A mail, and each mail that is attached to it: the plain text, wrapped lines joined, else the text
 * of the HTML; subject, sender and date as stated. Throws `no-text` when none of them has any.
 */
export async function readEml(bytes: Uint8Array): Promise<ReadDocument[]> {
  const documents = await mailsIn(bytes, DEPTH);
  if (documents.length === 0)
    throw new OnrecordError(
      'no-text',
      'The mail holds no text. Bring what is attached to it by itself.',
      { field: 'file' },
    );
  return documents;
}

async function mailsIn(bytes: Uint8Array, depth: number): Promise<ReadDocument[]> {
  const mail = await parse(bytes);
  const inner = depth > 1 ? mail.attachments.filter(isMail) : [];
  const document = documentOf(mail, mail.attachments.length - inner.length);
  const documents = document.text.trim() === '' ? [] : [document];
  for (const { content } of inner) documents.push(...(await mailsIn(bytesOf(content), depth - 1)));
  return documents;
}

const isMail = ({ mimeType }: Attachment) => mimeType === 'message/rfc822';

function bytesOf(content: Attachment['content']): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);
}

function documentOf(mail: Email, attached: number): ReadDocument {
  const plain = mail.text?.trim() ? mail.text : null;
  const text = plain !== null ? rewrapped(plain) : mail.html ? readHtmlText(mail.html).text : '';
  return {
    ...bareDocument(text, 'eml'),
    title: mail.subject,
    authors: mail.from?.name || mail.from?.address,
    // As the header words it: the day is the sender's, which another zone may not share.
    published: mail.headers.find(({ key }) => key === 'date')?.value,
    notes: attached === 0 ? [] : [`${attached} attached file(s) were not read; bring them apart.`],
  };
}

async function parse(bytes: Uint8Array): Promise<Email> {
  try {
    return await PostalMime.parse(bytes, LIMITS);
  } catch {
    throw new OnrecordError(
      'unreadable-document',
      'The file is no readable mail. Save it from the mail program again, as .eml.',
      {
        field: 'file',
      },
    );
  }
}
