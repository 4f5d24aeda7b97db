import { analyse } from 'chardet';
import { OnrecordError } from '../../contract/index.ts';

export interface DecodedText {
  readonly text: string;
  /** WHATWG name of the encoding. */
  readonly encoding: string;
  /** Whether the encoding was guessed from the bytes rather than stated or proven. */
  readonly guessed: boolean;
}

const BYTE_ORDER_MARKS: readonly (readonly [string, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** Bytes looked at when guessing; more does not change the guess and costs time. */
const GUESS_BYTES = 65_536;

/** A text with this share of control characters is no text. */
const MAX_CONTROL_SHARE = 0.02;

/** Bytes 80 to 9F of windows-1252, by the WHATWG Encoding Standard. */
const WINDOWS_1252_HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function decodeAs(bytes: Uint8Array, encoding: string, fatal: boolean): string | null {
  try {
    const decoder = new TextDecoder(encoding, { fatal });
    const text = decoder.decode(bytes);
    return decoder.encoding === 'windows-1252' ? withWindowsMarks(text) : text;
  } catch {
    return null;
  }
}

/** Node before 24 decodes windows-1252 as ISO 8859-1, which has controls for quotation marks. */
function withWindowsMarks(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (c) => WINDOWS_1252_HIGH[c.charCodeAt(0) - 0x80]!);
}

function guess(bytes: Uint8Array): string[] {
  return analyse(bytes.subarray(0, GUESS_BYTES)).map((match) => match.name.toLowerCase());
}

/** Bytes looked at for UTF-16 without a mark. */
const PAIRED_BYTES = 4096;

/**
 * UTF-16 without its mark: of nearly every pair of bytes one is that of a script's block, which is
 * a control character in every other encoding.
 */
function unmarkedUtf16(bytes: Uint8Array): string | null {
  const low = [0, 0];
  const end = Math.min(bytes.length, PAIRED_BYTES) & ~1;
  for (let i = 0; i < end; i += 1) if (bytes[i]! < 8) low[i % 2]! += 1;
  const [even, odd] = low.map((count) => count / (end / 2)) as [number, number];
  if (odd > 0.8 && even < 0.1) return 'utf-16le';
  return even > 0.8 && odd < 0.1 ? 'utf-16be' : null;
}

/** Encodings of one byte a character: any bytes decode, so that a wrong one goes unnoticed. */
const SINGLE_BYTE = /^(?:windows-|iso-8859-|koi8-)/;

/** A stated encoding that the bytes belie: text of one byte a character is hardly ever valid UTF-8. */
function isBelied(stated: string, bytes: Uint8Array): boolean {
  try {
    if (!SINGLE_BYTE.test(new TextDecoder(stated).encoding)) return false;
  } catch {
    return false;
  }
  return bytes.some((byte) => byte > 127) && decodeAs(bytes, 'utf-8', true) !== null;
}

/**
 * Decodes text of any encoding that browsers know: a byte order mark decides, then what the
 * document states, unless its bytes belie it, then valid UTF-8, then a guess from the bytes. A byte
 * order mark is not part of the text. Throws `unreadable-document` when what comes out is no text.
 *
 * @param stated encoding named by the document or whoever brought it; null when none is
 */
export function decodeText(bytes: Uint8Array, stated: string | null): DecodedText {
  const mark = BYTE_ORDER_MARKS.find(([, signature]) =>
    signature.every((byte, i) => bytes[i] === byte),
  );
  const told = stated === null || isBelied(stated, bytes) ? null : stated;
  const sure = [mark?.[0], unmarkedUtf16(bytes), told, 'utf-8'].filter((name) => name != null);
  for (const encoding of sure) {
    const text = decodeAs(bytes, encoding, true);
    if (text !== null) return checked({ text, encoding: encoding.toLowerCase(), guessed: false });
  }
  for (const encoding of [...guess(bytes), 'windows-1252']) {
    if (encoding === 'utf-8' || encoding === 'ascii') continue;
    const text = decodeAs(bytes, encoding, true);
    if (text !== null) return checked({ text, encoding, guessed: true });
  }
  throw notText();
}

function checked(decoded: DecodedText): DecodedText {
  const controls = decoded.text.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/g)?.length ?? 0;
  if (controls > decoded.text.length * MAX_CONTROL_SHARE) throw notText();
  return decoded;
}

function notText(): OnrecordError {
  return new OnrecordError(
    'unreadable-document',
    'The file is binary data, not text. Save it as text, HTML, PDF or DOCX.',
    { field: 'file' },
  );
}
