import type { Actor, Statement } from '../../graph-data/schema/index.ts';
import { selectorAt } from '../../graph-data/schema/index.ts';
import type { Reading } from '../../server/record/index.ts';
import { documentOf } from './document.ts';

/** The text of doc:bridge, and what is read in it. */
export const TEXT = `Ms Novak said the bridge is open. "We are ready," she added, and the mayor said nothing.`;

export const novak: Actor = {
  id: 'actor:novak',
  kind: 'person',
  name: 'Novak',
  aliases: [],
  wikidata: null,
  country: 'actor:slovenia',
  note: '',
};
export const slovenia: Actor = {
  ...novak,
  id: 'actor:slovenia',
  kind: 'state',
  name: 'Slovenia',
  country: null,
};

/** A statement of words of the text, as the reader proposes it. */
export function spoken(
  id: Statement['id'],
  words: string,
  rest: Partial<Statement> = {},
): Statement {
  const start = TEXT.indexOf(words);
  return {
    id,
    speaker: 'actor:novak',
    text: words,
    mode: 'indirect',
    act: 'assertion',
    said: null,
    addressees: [],
    about: [],
    reports: [
      {
        document: 'doc:bridge',
        content: [selectorAt(TEXT, start, start + words.length)],
        cue: null,
        source: null,
        via: [],
        repeats: [],
        origin: 'orig:bridge',
      },
    ],
    status: 'proposed',
    method: 'extracted',
    confidence: 0.5,
    ...rest,
  };
}

/** A reading of the text; the first of the actors is mentioned in it. */
export function reading(statements: Statement[], actors: Actor[] = [novak, slovenia]): Reading {
  const start = TEXT.indexOf('Ms Novak');
  return {
    document: documentOf('doc:bridge', TEXT),
    text: TEXT,
    proposals: {
      actors,
      statements,
      mentions: [
        {
          id: 'men:novak',
          document: 'doc:bridge',
          selector: selectorAt(TEXT, start, start + 8),
          actor: actors[0]?.id ?? null,
        },
      ],
    },
  };
}

export const OPEN = spoken('stmt:open', 'the bridge is open');
export const READY = spoken('stmt:ready', 'We are ready');
