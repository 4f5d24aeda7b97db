import { namingsOfSentence } from '../actors/naming-index.ts';
import type { Event } from '../../../graph-data/schema/index.ts';
import type { Referent } from '../actors/referent.ts';
import { lookUp } from '../gazetteer/index.ts';
import type { Tree } from '../text/tree.ts';
import { nominalClause } from './clause.ts';
import type { ClaimContext } from './context.ts';
import { eventRecord, type Part } from './event-record.ts';
import { TIME } from './subjects.ts';

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
      const by = publisher?.referent ?? pollsterAt(tree, noun, context);
      if (!by) return [];
      const asked = here.find(({ referent }) => referent.key.startsWith('people:'));
      const parts: Part[] = [{ referent: by, role: 'publisher' }];
      if (asked) parts.push({ referent: asked.referent, role: 'participant' });
      const { start, end } = discourse.parsed.sentences[sentence]!;
      const clause = nominalClause(tree, sentence, noun);
      return [
        eventRecord('poll', parts, { start, end: trimmedEnd(context.text, end) }, clause, context),
      ];
    }),
  );
}

/** "A | Demostat | poll", "a survey by | Ipsos": who made it by a name that the tagger took for nobody's, or for a person's. */
function pollsterAt(
  { tokens }: Tree,
  noun: number,
  { discourse: { cast } }: ClaimContext,
): Referent | null {
  const named = (i: number) =>
    tokens[i]?.tag.startsWith('NN') &&
    /^\p{Lu}[\p{L}\d-]+$/u.test(tokens[i].word) &&
    !TIME.test(tokens[i].lemma);
  const by = /^(?:by|from)$/.test(tokens[noun + 1]?.word ?? '');
  let [from, to] = by ? [noun + 2, noun + 2] : [noun, noun];
  if (by) while (named(to)) to++;
  else while (from > 0 && named(from - 1)) from--;
  const article = by || /^an?$/i.test(tokens[from - 1]?.word ?? '');
  if (from === to || !article) return null;
  if (tokens.slice(from, to).some(({ entity }) => entity === 'LOCATION')) return null;
  const name = tokens.slice(from, to).map(({ word }) => word);
  return lookUp(name.join(' ')).length > 0 ? null : cast.body(name.join(' '), null, 'company');
}

function trimmedEnd(text: string, end: number): number {
  return text[end - 1] === '.' ? end - 1 : end;
}
