import { stateEndingAt } from '../actors/country.ts';
import type { Referent } from '../actors/referent.ts';
import type { Tree } from '../text/tree.ts';
import type { Event } from '../../../graph-data/schema/index.ts';
import { nominalClause } from './clause.ts';
import type { ClaimContext } from './context.ts';
import { eventRecord, type Part } from './event-record.ts';
import { hangsOnUnreal } from './factual.ts';
import { partakersAt } from './partakers.ts';

/** "The leader is in Lima": by a noun that stands for a name told elsewhere, who that is stays open. */
function isToldThere({ key }: Referent, who: number, tree: Tree): boolean {
  const [from, to] = tree.reach(who);
  const named = tree.tokens.slice(from, to + 1).some(({ entity }) => entity === 'PERSON');
  return named || key.startsWith('unnamed:') || /^(?:PRP|W|NNP)/.test(tree.tokens[who]!.tag);
}

/** "The Norwegian minister X, who is in Lima at the head of a delegation": somebody of one state told to be in another. */
export function presences(context: ClaimContext): Event[] {
  const { headline, discourse } = context;
  return discourse.trees.flatMap((tree, sentence) => {
    if (headline !== null && tree.tokens[0]!.start < headline.end) return [];
    return tree.tokens.flatMap((_, place): Event[] => {
      const [is] = tree.childrenBy(place, 'cop');
      const [in_] = tree.childrenBy(place, 'case');
      const [who] = tree.childrenBy(place, 'nsubj');
      if (is === undefined || in_ === undefined || who === undefined) return [];
      if (tree.tokens[in_]!.word !== 'in' || !/^(?:is|was)$/.test(tree.tokens[is]!.word)) return [];
      const state = stateEndingAt(tree.tokens, place);
      if (state === null || state.form === 'demonym' || hangsOnUnreal(tree, place)) return [];
      const clause = nominalClause(tree, sentence, place);
      const guests = partakersAt([who], clause, discourse)
        .map(({ referent }) => referent)
        .filter((one) => one.kind === 'person')
        .filter((one) => isToldThere(one, who, tree))
        .filter(({ country }) => country !== null && country !== state.state);
      if (guests.length === 0) return [];
      const parts: Part[] = [
        ...guests.map((referent): Part => ({ referent, role: 'guest' })),
        { referent: discourse.cast.state(state.state), role: 'host' },
      ];
      const span = { start: tree.tokens[who]!.start, end: tree.tokens[place]!.end };
      return [eventRecord('visit', parts, span, clause, context)];
    });
  });
}
