import { namingsIn } from '../actors/naming-index.ts';
import type { Naming } from '../actors/referent.ts';
import type { Token } from '../nlp/index.ts';
import type { ClaimContext } from './context.ts';
import type { Tie } from './tie.ts';

/** What belongs to what by one noun: "NIS, a Gazprom subsidiary,", "Gazprom's Serbian subsidiary NIS". */
export function armsTold({ discourse, headline }: ClaimContext): Tie[] {
  return discourse.trees.flatMap(({ tokens }, sentence): Tie[] => {
    if (headline !== null && tokens[0]!.start < headline.end) return [];
    const here = namingsIn(discourse.namings, sentence, 0, tokens.length).filter(isBody);
    return here.flatMap((one, i): Tie[] => {
      const next = here[i + 1];
      if (!next || one.referent === next.referent) return [];
      if (isArmOf(tokens, one, next)) return [partOf(one, next)];
      if (isOwnerOf(tokens, one, next)) return [partOf(next, one)];
      if (isUnitOf(tokens, one, next)) return [partOf(one, next)];
      return isMemberOf(tokens, one, next) ? [{ ...partOf(one, next), kind: 'member-of' }] : [];
    });
  });
}

const isBody = ({ referent: { kind, key } }: Naming) =>
  !/^(?:person|state|media)$/.test(kind) && !/^(?:unnamed|people|government):/.test(key);

function partOf(part: Naming, whole: Naming): Tie {
  const span = { start: Math.min(part.start, whole.start), end: Math.max(part.end, whole.end) };
  return { kind: 'part-of', from: part.referent, to: whole.referent, span };
}

const ARM = /^(?:subsidiary|affiliate|offshoot|arm|wing|unit|division)$/;

/** "NIS, | a Gazprom subsidiary". */
function isArmOf(tokens: readonly Token[], part: Naming, whole: Naming): boolean {
  const between = tokens.slice(part.to, whole.from);
  const noun = tokens[whole.to];
  const apposed = between[0]?.word === ',' && /^an?$/.test(between[1]?.word ?? '');
  const ends = !/^(?:NN|POS)/.test(tokens[whole.to + 1]?.tag ?? '');
  return (
    apposed && ends && between.length === 2 && (ARM.test(noun?.lemma ?? '') || isBodyNoun(noun))
  );
}

/** "An OSCE | body": not "an OSCE body count". */
const isBodyNoun = (noun: Token | undefined) => /^(?:body|agency)$/.test(noun?.word ?? '');

/** "Rosatom | subsidiary X", "Lukoil's Romanian | subsidiary X": one, and of no further name. */
function isOwnerOf(tokens: readonly Token[], whole: Naming, part: Naming): boolean {
  const between = tokens.slice(whole.to, part.from);
  const noun = between.at(-1);
  return (
    between.length > 0 &&
    between.length <= FARTHEST &&
    /^(?:subsidiary|affiliate|offshoot)$/.test(noun!.word) &&
    between.slice(0, -1).every(({ tag }) => /^(?:POS|JJ|NN$|NNP$)/.test(tag))
  );
}

/** In tokens. */
const FARTHEST = 4;

/** "The 810th Brigade | of the Black Sea Fleet": a formation and the one above it. */
function isUnitOf(tokens: readonly Token[], part: Naming, whole: Naming): boolean {
  const { kind, key } = part.referent;
  if (kind !== 'armed-force' || whole.referent.kind !== 'armed-force') return false;
  if (!key.startsWith('body:') || tokens[part.to]?.word !== 'of') return false;
  const between = tokens.slice(part.to + 1, whole.from);
  return between.length <= 3 && between.every(({ tag }) => /^(?:DT|POS|NNP|JJ)/.test(tag));
}

/** "The foundation, | a member of the alliance": of a body among others. */
function isMemberOf(tokens: readonly Token[], one: Naming, other: Naming): boolean {
  if (!/^(?:group|international-organisation)$/.test(other.referent.kind)) return false;
  const between = tokens.slice(one.to, other.from).map(({ word }) => word);
  return /^, (?:which is )?(?:a|an) (?:(?:founding|leading|key|full) )?(?:member|part) of(?: the)?(?: \p{Ll}+){0,2}$/u.test(
    between.join(' '),
  );
}
