import fc from 'fast-check';
import { expect, test } from 'vitest';
import { selectorAt } from '../../graph-data/schema/index.ts';
import { standings } from '../../server/record/reanchor.ts';

const word = fc.stringMatching(/^[a-z]{3,9}$/);
const sentences = fc.array(
  fc.array(word, { minLength: 8, maxLength: 14 }).map((list) => list.join(' ')),
  { minLength: 4, maxLength: 10 },
);

/** Sentences with a number each, so that none is like another, and a selector for each. */
function article(list: readonly string[]) {
  const numbered = list.map((sentence, i) => `(${i}) ${sentence} (${i}).`);
  const text = numbered.join(' ');
  const selectors = numbered.map((sentence) => {
    const start = text.indexOf(sentence);
    return selectorAt(text, start, start + sentence.length);
  });
  return { numbered, text, selectors };
}

test('what stands in the same text stands unshifted', () => {
  fc.assert(
    fc.property(sentences, (list) => {
      const { text, selectors } = article(list);
      for (const found of standings(text, selectors))
        expect(found).toEqual({ shift: 0, context: true });
    }),
  );
});

test('just the altered passages do not stand, and what follows an insertion moves with it', () => {
  fc.assert(
    fc.property(
      sentences,
      fc.array(fc.nat(9), { maxLength: 2 }),
      fc.constantFrom('', 'xyzzy '),
      (list, hit, put) => {
        const { numbered, text, selectors } = article(list);
        const changed = numbered.map((sentence, i) =>
          hit.includes(i) ? sentence.replace(' ', `${put}#`) : sentence,
        );
        const found = standings(changed.join(' '), selectors);
        expect(found.map((each) => each === null)).toEqual(list.map((_, i) => hit.includes(i)));
        found.forEach((each, i) => {
          if (!each) return;
          const at = changed.slice(0, i).join(' ').length + (i > 0 ? 1 : 0);
          expect(each.shift).toBe(at - (selectors[i]?.start ?? 0));
        });
        expect(text).toContain(numbered[0]);
      },
    ),
  );
});

test('a passage that was altered is not found in a verbatim repeat of it', () => {
  fc.assert(
    fc.property(sentences, fc.nat(3), (list, altered) => {
      const { numbered, text } = article(list);
      const filler = 'meanwhile nothing else took place '.repeat(5);
      const twice = `${text} ${filler}${text}`;
      const selectors = numbered.map((sentence) => {
        const start = twice.indexOf(sentence);
        return selectorAt(twice, start, start + sentence.length);
      });
      const sentence = numbered[altered] ?? '';
      const found = standings(twice.replace(sentence, sentence.replace(' ', ' #')), selectors);
      expect(found.map((each) => each === null)).toEqual(list.map((_, i) => i === altered));
    }),
  );
});
