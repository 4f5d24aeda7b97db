import type { Change } from '../../../server/store/store.ts';
import { fixture } from '../fixture.ts';

/** Changes of which each breaks the record in one place. */
export function badChanges(): [string, Change][] {
  const data = fixture();
  const first = <T>(list: readonly T[]): T => list[0] as T;
  const [statement, agreement] = [first(data.statements), first(data.agreements)];
  const [event, relation] = [first(data.events), first(data.relations)];
  const report = first(statement.reports);
  const nobody = 'actor:nobody' as const;
  const nowhere = { ...first(relation.evidence), document: 'doc:nowhere' as const };
  const beyond = { exact: 'far', prefix: '', suffix: '', start: 99_999, end: 100_002 };
  const put = (change: Change['put']): Change => ({ put: change });
  const withReport = (change: object) =>
    put({ statements: [{ ...statement, reports: [{ ...report, ...change }] }] });
  return [
    [
      'an actor of an unknown kind',
      put({ actors: [{ ...first(data.actors), kind: 'x' } as never] }),
    ],
    [
      'an actor of an unknown country',
      put({ actors: [{ ...first(data.actors), country: nobody }] }),
    ],
    [
      'a document of an unknown outlet',
      put({ documents: [{ ...first(data.documents), outlet: nobody }] }),
    ],
    ['a document without a hash', put({ documents: [{ ...first(data.documents), sha256: '' }] })],
    [
      'a document shorter than its quotations',
      put({ documents: [{ ...first(data.documents), length: 3 }] }),
    ],
    [
      'a mention in an unknown document',
      put({ mentions: [{ ...first(data.mentions), document: 'doc:nowhere' }] }),
    ],
    [
      'a mention of an unknown actor',
      put({ mentions: [{ ...first(data.mentions), actor: nobody }] }),
    ],
    ['an unknown speaker', put({ statements: [{ ...statement, speaker: nobody }] })],
    ['an unknown addressee', put({ statements: [{ ...statement, addressees: [nobody] }] })],
    ['an unknown about', put({ statements: [{ ...statement, about: [nobody] }] })],
    ['an empty text', put({ statements: [{ ...statement, text: '' }] })],
    ['a statement without a report', put({ statements: [{ ...statement, reports: [] }] })],
    ['a report in an unknown document', withReport({ document: 'doc:nowhere' })],
    [
      'two reports in one document',
      put({ statements: [{ ...statement, reports: [report, report] }] }),
    ],
    ['an unknown carrier', withReport({ via: [nobody] })],
    ['a selector beyond the text', withReport({ cue: beyond })],
    ['a selector of the wrong length', withReport({ cue: { ...beyond, start: 1, end: 3 } })],
    ['an unknown party', put({ agreements: [{ ...agreement, parties: [nobody, 'actor:belta'] }] })],
    ['an unknown signatory', put({ agreements: [{ ...agreement, signatories: [nobody] }] })],
    ['an agreement on no evidence', put({ agreements: [{ ...agreement, evidence: [] }] })],
    ['evidence in an unknown document', put({ relations: [{ ...relation, evidence: [nowhere] }] })],
    [
      'evidence beyond the text',
      put({ events: [{ ...event, evidence: [{ document: 'doc:one', selectors: [beyond] }] }] }),
    ],
    [
      'an unknown participant',
      put({ events: [{ ...event, participants: [{ actor: nobody, role: 'host' }] }] }),
    ],
    ['a date that is none', put({ events: [{ ...event, date: '2022-13' }] })],
    ['an unknown end of a relation', put({ relations: [{ ...relation, to: nobody }] })],
    ['a confidence above one', put({ relations: [{ ...relation, confidence: 1.1 }] })],
    ['the removal of an actor that others name', { remove: ['actor:belta'] }],
    ['the removal of a document that others rest on', { remove: ['doc:one'] }],
    ['the removal of what is not there', { remove: ['stmt:never'] }],
    ['the removal of what is no record', { remove: ['__proto__'] }],
    ['a redirect to nothing', { redirects: new Map([['actor:gone', nobody]]) }],
    ['a redirect to another type', { redirects: new Map([['stmt:gone', 'actor:belta']]) }],
    [
      'a redirect from a record that stands',
      { redirects: new Map([['actor:old', 'actor:belta']]) },
    ],
    [
      'a redirect in a circle',
      {
        redirects: new Map([
          ['actor:p', 'actor:q'],
          ['actor:q', 'actor:p'],
        ]),
      },
    ],
    [
      'a decision without an author',
      {
        decisions: [
          {
            id: 'dec:x',
            at: '2024-01-01T00:00:00.000Z',
            by: '',
            note: '',
            action: { kind: 'accept', records: ['stmt:short'] },
          },
        ],
      },
    ],
    ['a text of no document', { texts: new Map([['doc:nowhere' as const, 'x']]) }],
  ];
}
