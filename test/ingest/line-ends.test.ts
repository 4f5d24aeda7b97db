import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readFile } from '../../server/ingest/readers/index.ts';
import { titleAt } from '../../server/ingest/readers/text.ts';
import { file } from './files.ts';

/** The same text with the line ends of one system or another. */

const WRAPPED = ['The minister said that the bridge', 'would open in spring.', '', 'Nobody asked.'];
const TITLED = ['A bridge opens', '', 'The minister said that it would', 'open in spring.', '', ''];

const ENDS = ['\n', '\r\n', '\r'];

it.each(ENDS)(
  'a paragraph that is wrapped by %j gives no title, a line apart does',
  async (end) => {
    const titled = async (lines: string[]) => {
      const [document] = await readFile(file('a.txt', lines.join(end)));
      return document!.title;
    };
    expect(await titled(TITLED)).toBe('A bridge opens');
    expect(await titled(WRAPPED)).toBeNull();
  },
);

it('no line end is two of them', () => {
  const line = fc.constantFrom('', ' ', '\t', 'A bridge opens', 'It rained', '---');
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
      const [lf, ...others] = ENDS.map((end) => titleAt(lines.join(end)));
      for (const title of others) expect(title).toBe(lf);
    }),
  );
});
