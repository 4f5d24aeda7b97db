import { OnrecordError } from '../contract/index.ts';

/** Longest address in characters, path and query string together. */
const MAX_ADDRESS = 8192;

function decoded(text: string, field: string): string {
  let value: string;
  try {
    value = decodeURIComponent(text);
  } catch {
    throw new OnrecordError(
      'bad-encoding',
      `The ${field} is not valid percent-encoded UTF-8. Encode it with encodeURIComponent.`,
      { field },
    );
  }
  if (value.includes('\0')) {
    throw new OnrecordError('bad-encoding', `The ${field} holds a NUL character. Leave it out.`, {
      field,
    });
  }
  return value;
}

/**
 * Throws `uri-too-long` or `bad-encoding` when the address cannot be read; unlike the platform's
 * own parsers, which put a replacement character where bytes are broken.
 *
 * @param url path and query string as they stand in the request line
 */
export function checkAddress(url: string): void {
  if (url.length > MAX_ADDRESS) {
    throw new OnrecordError(
      'uri-too-long',
      `The address has ${url.length} characters; at most ${MAX_ADDRESS} are read. Ask for less at once.`,
    );
  }
  if (/[^\x21-\x7e]/.test(url)) {
    throw new OnrecordError(
      'bad-encoding',
      'The address holds bytes that must be percent-encoded. Encode it with encodeURIComponent.',
    );
  }
  const [path = ''] = url.split('?', 1);
  decoded(path, 'path');
}

/** The parameters of an address, in order. Throws `bad-encoding` when one cannot be read. */
export function paramsOf(url: string): URLSearchParams {
  const at = url.indexOf('?');
  const params = new URLSearchParams();
  if (at < 0) return params;
  for (const pair of url.slice(at + 1).split('&')) {
    if (pair === '') continue;
    const equals = pair.indexOf('=');
    const [name, value] = equals < 0 ? [pair, ''] : [pair.slice(0, equals), pair.slice(equals + 1)];
    const key = decoded(name.replaceAll('+', ' '), 'query string');
    params.append(key, decoded(value.replaceAll('+', ' '), key));
  }
  return params;
}
