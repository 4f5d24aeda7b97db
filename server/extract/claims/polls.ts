import { namingsOfSentence } from '../actors/naming-index.ts';
import type { Event } from '../../../graph-data/schema/index.ts';
import { nominalClause } from './clause.ts';
import type { ClaimContext } from './context.ts';
import { eventRecord, type Part } from './event-record.ts';

const POLL = /^(?:poll|survey)$/;

/** "According to a Chatham House poll in August, only 5% of Belarusians ...". */
export function polls(context: ClaimContext): Event[] {
  const { discourse } = context;
  return discourse.trees.flatMap((tree, sentence) =>
    tree.tokens.flatMap(({ lemma, tag }, noun): Event[] => {
      // "The Geological Survey" is a body.
      if (!POLL.test(lemma) || !(lemma === 'poll' ? /^NN/ : /^NNS?$/).test(tag)) return [];
      const here = namingsOfSentence(discourse.namings, sentence);
      const publisher = here.find(
        ({ to, from, referent }) =>
          referent.kind !== 'person' &&
          referent.kind !== 'state' &&
          (to === noun || (from > noun && from - noun < 4)),
      );
      if (!publisher) return [];
      const asked = here.find(({ referent }) => referent.key.startsWith('people:'));
      const parts: Part[] = [{ referent: publisher.referent, role: 'publisher' }];
      if (asked) parts.push({ referent: asked.referent, role: 'participant' });
      const { start, end } = discourse.parsed.sentences[sentence]!;
      const clause = nominalClause(tree, sentence, noun);
      return [
        eventRecord('poll', parts, { start, end: trimmedEnd(context.text, end) }, clause, context),
      ];
    }),
  );
}

function trimmedEnd(text: string, end: number): number {
  return text[end - 1] === '.' ? end - 1 : end;
}
