import { describe, expect, it } from 'vitest';
import { createFollowing, type Listeners } from '../../client/state/import-following.ts';
import { formatOfPasted } from '../../client/state/import.ts';
import {
  advice,
  isLast,
  progressOf,
  timeWords,
  toReview,
} from '../../client/state/import-progress.ts';
import {
  DocumentHints,
  type Job,
  type JobItem,
  NO_PROPOSALS,
} from '../../server/contract/index.ts';

const item: JobItem = {
  name: 'a.jsonl',
  mediaType: null,
  bytes: 10,
  stage: 'done',
  outcome: 'added',
  found: 3,
  finished: 3,
  refused: 0,
  added: 3,
  proposals: NO_PROPOSALS,
  documents: [],
  refusals: [],
  problem: null,
};

const job: Job = {
  id: 'job-20221207100000-00000001',
  created: '2022-12-07T10:00:00.000Z',
  state: 'done',
  hints: {},
  items: [item],
  problem: null,
  finished: 1,
  words: 0,
  wordsPerSecond: null,
  secondsLeft: null,
};

describe('how far an import has come', () => {
  it('knows the last document, after which there is nothing to stop', () => {
    const under = { ...item, outcome: null, stage: 'extracting' as const, finished: 2 };
    expect(isLast({ ...job, items: [item, under] })).toBe(true);
    expect(isLast({ ...job, items: [item, { ...under, finished: 1 }] })).toBe(false);
    const waiting = { ...item, outcome: null, stage: 'waiting' as const, found: 0, finished: 0 };
    expect(isLast({ ...job, items: [under, waiting] })).toBe(false);
  });

  it('counts the documents that came in, and names the files that fell short', () => {
    const short = { ...item, refused: 2 };
    const whole = { ...item, name: 'b.jsonl' };
    const { documents, refused } = progressOf({ ...job, items: [whole, short] });
    expect(documents).toBe(4);
    expect(refused).toEqual([short]);
  });

  describe('and what it brought', () => {
    const document = {
      ...{ outcome: 'added' as const, title: 'A', notes: [] },
      ...NO_PROPOSALS,
    };
    const documents = [
      { ...document, id: 'doc:a' as const },
      { ...document, id: 'doc:b' as const, relations: 2 },
      { ...document, id: 'doc:c' as const, outcome: 'known' as const, statements: 3 },
    ];
    const bringing = (relations: number): Job => ({
      ...job,
      items: [{ ...item, documents, proposals: { ...NO_PROPOSALS, relations } }],
    });

    it('leads to the documents that brought proposals', () => {
      expect(toReview(bringing(2))).toEqual(['doc:b']);
      expect(progressOf(bringing(2)).proposals).toBe(2);
    });

    it('counts what unlisted documents brought, and leads to no listed ones instead', () => {
      expect(progressOf(bringing(40)).proposals).toBe(40);
      expect(toReview(bringing(40))).toBeNull();
    });
  });
});

it.each([
  ['en', true],
  ['pt-BR', true],
  ['de-CH-x-phonebk', true],
  ['english', false],
  ['english please', false],
])('the language %s can be given: %s', (language, can) => {
  expect(DocumentHints.safeParse({ language }).success).toBe(can);
});

describe('an import that is followed', () => {
  const under: JobItem = { ...item, name: 'b.jsonl', stage: 'extracting', outcome: null };
  const running: Job = { ...job, state: 'running', items: [item, under] };
  const ended: Job = { ...running, state: 'stopped', items: [item, item] };

  /** One that runs, told of by hand, with the jobs that were said to be over. */
  function followed() {
    const over: Job[] = [];
    let tell: Listeners | undefined;
    const listen = (_address: string, listeners: Listeners) => {
      tell = listeners;
      return () => undefined;
    };
    const following = createFollowing(listen, (each) => over.push(each));
    following.follow(running);
    return { ...following, over, event: (told: Job) => tell?.job(JSON.stringify(told)) };
  }

  it('stays as its events told when the answer to a stop is older than they', () => {
    const { job: shown, takeStop, event, over } = followed();
    event({ ...running, items: [item, item, under] });
    takeStop({ ...running, state: 'stopped' });
    expect(shown.value).toEqual({ ...running, state: 'stopped', items: [item, item, under] });
    event(ended);
    takeStop({ ...running, state: 'stopped' });
    expect(shown.value).toEqual(ended);
    expect(over).toEqual([ended]);
  });
});

describe('what is pasted', () => {
  it.each([
    ['<!DOCTYPE html><html>', 'html'],
    ['\n<p>He said no.</p>', 'html'],
    ['---\ntitle: A\n---\nHe said no.', 'markdown'],
    ['# A\n\nHe said no.', 'markdown'],
    ['---\nHe said no.', 'text'],
    ['<a> is a letter', 'text'],
    ['He said no.', 'text'],
  ])('%j is %s', (text, format) => {
    expect(formatOfPasted(text)).toBe(format);
  });
});

describe('an import in words', () => {
  it('says how long is left and what to do with a refused file', () => {
    expect(timeWords(null)).toBeNull();
    expect(timeWords(95)).toBe('1 min 35 s');
    expect(timeWords(0.2)).toBe('1 s');
    expect(advice('limit-time')).toContain('split');
    expect(advice('no-text'), 'what the reader says of it is all there is').toBeNull();
  });
});
