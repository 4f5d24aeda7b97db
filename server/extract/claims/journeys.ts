import type { Naming, Referent } from '../actors/referent.ts';
import type { Span } from '../nlp/index.ts';
import { hangsOnUnreal, inSet, referentsOf } from './clause.ts';
import type { ClaimContext } from './context.ts';

/** Somebody who went somewhere, as far as the words tell. */
export interface Journey {
  readonly kind: 'visit' | 'deployment';
  readonly sentence: number;
  /** The token that tells of it. */
  readonly at: number;
  readonly who: Referent;
  /** Null where no place is told that is anybody. */
  readonly where: Referent | null;
  readonly span: Span;
}

/** Journeys that no verb of visiting or sending tells of, in text order. */
export function journeyed(context: ClaimContext): Journey[] {
  return [...visits(context), ...arrivals(context)];
}

/** Words that put a visit into the future or leave it undone. */
const UNDONE =
  /^(?:planned|upcoming|possible|expected|next|scheduled|cancelled|canceled|postponed|ahead|before|plan|invite|invitation|possible|potential|future|await)$/;

/** "Putin's visit to Minsk on December 19": by a person named, to a place named. */
function visits({ discourse }: ClaimContext): Journey[] {
  const { trees, namings } = discourse;
  return namings.flatMap((guest): Journey[] => {
    const { tokens } = trees[guest.sentence]!;
    const noun =
      guest.to +
      (/^(?:NN|JJ)/.test(tokens[guest.to + 1]?.tag ?? '') &&
      /^(?:visit|trip)$/.test(tokens[guest.to + 2]?.lemma ?? '')
        ? 2
        : 1);
    if (guest.referent.kind !== 'person' || tokens[guest.to]?.tag !== 'POS') return [];
    if (!/^(?:visit|trip)$/.test(tokens[noun]?.lemma ?? '') || tokens[noun + 1]?.word !== 'to')
      return [];
    const place = tokens[noun + 2];
    if (!place?.tag.startsWith('NNP') || isAhead(guest, noun, tokens)) return [];
    const host = namings.find(
      ({ sentence, from }) => sentence === guest.sentence && from === noun + 2,
    );
    const span = { start: guest.start, end: Math.max(place.end, host?.end ?? 0) };
    return [
      {
        kind: 'visit',
        sentence: guest.sentence,
        at: noun,
        who: guest.referent,
        where: host?.referent ?? null,
        span,
      },
    ];
  });
}

function isAhead(
  { from }: Naming,
  noun: number,
  tokens: readonly { readonly lemma: string; readonly tag: string }[],
): boolean {
  const near = tokens.slice(Math.max(0, from - 4), noun);
  const verb = tokens.slice(noun).find(({ tag }) => /^(?:VB[DZP]|MD)$/.test(tag));
  return near.some(({ lemma }) => UNDONE.test(lemma)) || verb?.tag === 'MD';
}

const COMING = new Set('arrive land deploy'.split(' '));

/** "The first trains with Russian troops arrived": forces that came, with whatever carried them. */
function arrivals({ clauses, discourse }: ClaimContext): Journey[] {
  return clauses.flatMap((clause): Journey[] => {
    const { lemma, tree, verb, agents, sentence, passive, obliques } = clause;
    const [subject] = agents;
    if (passive || subject === undefined || !inSet(lemma, COMING) || hangsOnUnreal(tree, verb))
      return [];
    const carried = tree.childrenBy(subject, 'nmod');
    const forces = referentsOf([subject, ...carried], clause, discourse);
    const who = forces.find(({ kind }) => kind === 'armed-force');
    const [where] = referentsOf(
      [...(obliques.get('in') ?? []), ...(obliques.get('into') ?? [])],
      clause,
      discourse,
    );
    if (!who) return [];
    const [from] = tree.reach(subject);
    const span = { start: tree.tokens[from]!.start, end: tree.tokens[verb]!.end };
    const host = where && !where.key.startsWith('unnamed:') ? where : null;
    return [{ kind: 'deployment', sentence, at: verb, who, where: host, span }];
  });
}
