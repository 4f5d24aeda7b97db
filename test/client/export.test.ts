import { describe, expect, it } from 'vitest';
import { exportOf, exportWords, fileParams } from '../../client/state/export.ts';
import { mayBeQuestion } from '../../client/state/plain-question.ts';
import { decode } from '../../client/state/url.ts';

const paramsOf = (address: string, format: 'csv' | 'gexf' = 'gexf') =>
  new URLSearchParams(
    fileParams(exportOf(decode(address)), format).map(([key, value]) => [key, value]),
  ).toString();

describe('what the export of a screen asks for', () => {
  it.each([
    ['', 'format=gexf'],
    ['act=warning&-via=X', 'act=warning&-via=X&format=gexf'],
    ['of=actor:x&hops=2', 'of=actor%3Ax&hops=2&format=gexf'],
    ['of=actor:x&level=statements', 'of=actor%3Ax&hops=1&level=statements&format=gexf'],
    ['hide=event,relation', 'types=statement%2Cagreement&format=gexf'],
    ['view=table', 'types=statement&format=gexf'],
    ['view=table&table=agreements&hide=agreement', 'types=agreement&format=gexf'],
    ['view=table&table=ties', 'format=gexf'],
    ['view=matrix', 'types=statement&format=gexf'],
  ])('of “%s” is “%s”', (address, asked) => {
    expect(paramsOf(address)).toBe(asked);
  });

  it('names one type of records for a CSV', () => {
    expect(paramsOf('', 'csv')).toBe('types=statement&format=csv');
    expect(paramsOf('hide=says,event', 'csv')).toBe('types=agreement&format=csv');
    expect(paramsOf('view=table&table=relations', 'csv')).toBe('types=relation&format=csv');
  });

  it.each([
    ['', 'All statements, agreements, events and ties of the whole record'],
    ['view=table&table=events&said=2022', 'All events under 1 filter'],
    [
      'view=matrix&of=actor:x&hops=2&q=a&act=b',
      'All statements under 2 filters, within 2 steps of X',
    ],
    ['hide=says,agreement,event,relation', 'Nothing: every layer of the graph is hidden'],
  ])('is told: of “%s”', (address, words) => {
    expect(exportWords(decode(address), 'X')).toBe(words);
  });
});

describe('what was typed', () => {
  it.each([
    ['agreements between Belarus and Russia', true],
    ['how is Shoigu tied to ISW?', true],
    ['sabotage', false],
    ['speaker:Lukashenko sabotage', false],
    ['"cannon fodder" drones', false],
  ])('%j may be a question: %s', (text, may) => {
    expect(mayBeQuestion(text)).toBe(may);
  });
});
