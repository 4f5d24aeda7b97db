import { describe, expect, it } from 'vitest';
import { actorChanges, namesIn } from '../../client/state/actor-changes.ts';
import { modeIn, speakersNear } from '../../client/state/review-adding.ts';
import { sentenceAfter, sentenceBefore } from '../../client/state/review-sentences.ts';
import * as spans from '../../client/state/review-spans.ts';

const TEXT = 'One came. "Two," he said, "stay."\n\n  Three left; four hid.\nFive.';
const words = (range: spans.Range | null) =>
  range === null ? null : TEXT.slice(range.start, range.end);

describe('sentences', () => {
  it('are gone through one after the other, over paragraphs, and back the same way', () => {
    const there: (string | null)[] = [];
    let at = sentenceAfter(TEXT, 0);
    let last = at;
    for (; at !== null; at = sentenceAfter(TEXT, at.end)) there.push(words((last = at)));
    expect(there[0]).toBe('One came.');
    expect(there.slice(-2)).toEqual(['Three left; four hid.', 'Five.']);
    const back: (string | null)[] = [];
    for (at = last; at !== null; at = sentenceBefore(TEXT, at.start)) back.push(words(at));
    expect(back.reverse()).toEqual(there);
  });

  it('are leapt to by a content, words by a cue, which begins before the content', () => {
    const draft = spans.draftOfWords(sentenceAfter(TEXT, TEXT.indexOf('Three'))!);
    expect(words(spans.leap(draft, TEXT, 1).content[0] ?? null)).toBe('Five.');
    const cue = spans.leap(spans.choose(draft, 'cue'), TEXT, -1);
    expect(cue.content).toEqual(draft.content);
    // Marks of punctuation are passed over.
    expect(words(cue.cue)).toBe('stay');
    expect(words(spans.leap(cue, TEXT, -1).cue)).toBe('said');
    expect(spans.leap(spans.draftOfWords({ start: 0, end: 9 }), TEXT, -1).content).toEqual([
      { start: 0, end: 9 },
    ]);
  });
});

describe('what is added', () => {
  const range = (part: string) => {
    const start = TEXT.indexOf(part);
    return { start, end: start + part.length };
  };
  it.each([
    ['direct', [range('Two'), range('stay.')]],
    ['mixed', [range('"Two," he')]],
    ['indirect', [range('One came')]],
  ] as const)('is %s by its quotation marks', (mode, content) => {
    expect(modeIn(TEXT, content)).toBe(mode);
  });

  it('is offered the speakers near it, each once, nearest first', () => {
    const said = (name: string, start: number) =>
      ({
        speaker: { id: name },
        reports: [{ document: { id: 'doc:a' }, content: [{ start }] }],
      }) as never;
    const statements = [said('far', 900), said('near', 90), said('far', 20), said('mid', 300)];
    const ids = speakersNear(statements, 'doc:a', 100).map(({ id }) => id);
    expect(ids).toEqual(['near', 'far', 'mid']);
    expect(speakersNear(statements, 'doc:b', 100)).toEqual([]);
  });
});

describe('a mended actor', () => {
  const actor = {
    kind: 'person',
    name: 'A',
    aliases: ['B'],
    wikidata: null,
    country: null,
    note: '',
  } as const;
  it('is sent as the fields that differ, with what they were', () => {
    const before = { ...actor, aliases: [...actor.aliases] };
    const after = { ...before, name: 'C', aliases: namesIn(' A \nB\n\nA\nC', 'C') };
    expect(actorChanges(before, after)).toEqual({
      set: { name: 'C', aliases: ['A', 'B'] },
      seen: { name: 'A', aliases: ['B'] },
    });
  });
});
