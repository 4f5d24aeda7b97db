import type { Event, EventKind, Role } from '../../../graph-data/schema/index.ts';
import type { Referent } from '../actors/referent.ts';
import type { Tree } from '../text/tree.ts';
import {
  hangsOnUnreal,
  nominalClause,
  phrasesOf,
  referentsOf,
  withConjuncts,
  type Clause,
} from './clause.ts';
import type { ClaimContext } from './context.ts';
import { eventRecord, isParty, type Part } from './event-record.ts';
import { stateBefore } from './parties.ts';

/** What kind of event a noun with its phrases tells of, and who plays which part. */
interface NounFrame {
  readonly kind: EventKind;
  /** Between blanks. */
  readonly nouns: string;
  /** Parts by preposition; `'s` is the possessor, `adj` a state's adjective before the noun. */
  readonly parts: Readonly<Record<string, Role>>;
  /** What the subject of the verb plays on which the noun hangs ("said at a meeting with"). */
  readonly subject: Role | null;
  /** What somebody must be to be the subject or possessor; null when anybody will do. */
  readonly person: boolean;
  /** One of these phrases must be there. */
  readonly needs: readonly string[];
}

const FRAMES: readonly NounFrame[] = [
  {
    kind: 'visit',
    nouns: 'visit trip',
    parts: { "'s": 'guest', by: 'guest', of: 'guest', to: 'host', with: 'participant' },
    subject: 'guest',
    person: true,
    needs: ['to'],
  },
  {
    kind: 'meeting',
    nouns: 'meeting talk talks conversation summit negotiation negotiations',
    parts: { "'s": 'participant', with: 'participant', between: 'participant', of: 'participant' },
    subject: 'participant',
    person: true,
    needs: ['with', 'between', 'of'],
  },
  {
    kind: 'arrest',
    nouns: 'arrest detention',
    parts: { of: 'target', "'s": 'target', by: 'actor' },
    subject: null,
    person: false,
    needs: ['of', "'s"],
  },
  {
    kind: 'attack',
    nouns: 'attack strike airstrike shelling bombardment bombing raid invasion',
    parts: { "'s": 'actor', by: 'actor', adj: 'actor', on: 'target', against: 'target' },
    subject: null,
    person: false,
    needs: ['on', 'against', 'by'],
  },
];

const FRAME_OF = new Map(
  FRAMES.flatMap((frame) => frame.nouns.split(' ').map((noun) => [noun, frame] as const)),
);

/** Events that nouns tell of on the way: "after the arrest of X", "X's visit to Y on Monday". */
export function nominalEvents(context: ClaimContext): Event[] {
  const { headline, discourse } = context;
  return discourse.trees.flatMap((tree, sentence) => {
    if (headline !== null && tree.tokens[0]!.start < headline.end) return [];
    return tree.tokens.flatMap(({ lemma, tag }, noun): Event[] => {
      if (!tag.startsWith('NN')) return [];
      const frame = FRAME_OF.get(lemma);
      const event = frame && eventAt(frame, nounClause(tree, sentence, noun), context);
      return event ? [event] : [];
    });
  });
}

/** The noun with its phrases, one right after it among them, whatever the parser hung that on. */
function nounClause(tree: Tree, sentence: number, noun: number): Clause {
  const obliques = phrasesOf(tree, [noun]);
  const next = tree.tokens[noun + 1];
  const head = next && tree.relation(noun + 1) === 'case' ? next.head : -1;
  if (next && head > noun && ![...obliques.values()].flat().includes(head))
    obliques.set(next.lemma, [...(obliques.get(next.lemma) ?? []), ...withConjuncts(tree, [head])]);
  // "The visit of Sergei Shoigu to Minsk"
  const inner = phrasesOf(tree, obliques.get('of') ?? []);
  for (const [word, heads] of inner) if (!obliques.has(word)) obliques.set(word, heads);
  return { ...nominalClause(tree, sentence, noun), obliques };
}

function eventAt(frame: NounFrame, clause: Clause, context: ClaimContext): Event | null {
  const { tree, verb: noun } = clause;
  if (!hasHappened(tree, noun)) return null;
  const owners = ownersOf(tree, noun);
  const brings = (needed: string) =>
    needed === "'s" ? owners.length > 0 : clause.obliques.has(needed);
  if (!frame.needs.some(brings)) return null;
  const parts = partsOf(frame, clause, owners, context);
  if (!suffices(frame, parts)) return null;
  return eventRecord(frame.kind, parts, spanOf(clause, owners), clause, context);
}

/** Named ones: "his" is left to the subject of the verb above. */
function ownersOf(tree: Tree, noun: number): number[] {
  const owners = tree.children(noun).filter((i) => {
    const { relation, tag } = tree.tokens[i]!;
    return relation === 'nmod:poss' && tag !== 'PRP$';
  });
  return withConjuncts(tree, owners);
}

function partsOf(
  frame: NounFrame,
  clause: Clause,
  owners: readonly number[],
  { discourse }: ClaimContext,
): Part[] {
  const { tree, verb: noun } = clause;
  const play = (heads: readonly number[], role: Role | null | undefined): Part[] =>
    role == null
      ? []
      : referentsOf(heads, clause, discourse).map((referent) => ({ referent, role }));
  const acting = [
    ...play(owners, frame.parts["'s"]),
    ...(owners.length === 0 ? play(subjectsAbove(tree, noun), frame.subject) : []),
    ...['by', ...(frame.parts['of'] === 'guest' ? ['of'] : [])].flatMap((word) =>
      play(clause.obliques.get(word) ?? [], frame.parts[word]),
    ),
  ].filter(({ referent }) => !frame.person || referent.kind === 'person');
  const states = frame.parts['adj'] ? stateBefore(clause, discourse) : [];
  const undergoing = Object.entries(frame.parts)
    .filter(([word]) => word !== 'by' && word !== "'s" && frame.parts[word] !== 'guest')
    .flatMap(([word, role]) => play(clause.obliques.get(word) ?? [], role));
  const parts = [
    ...acting,
    ...states.map((referent): Part => ({ referent, role: 'actor' })),
    ...undergoing,
  ].filter(({ referent }) => isParty(referent));
  return parts.filter(
    ({ referent }, i) => parts.findIndex((other) => other.referent === referent) === i,
  );
}

/** Who does what the verb above tells, when the noun says when or where that was done. */
function subjectsAbove(tree: Tree, noun: number): number[] {
  const { head } = tree.tokens[noun]!;
  return head < 0 || tree.relation(noun) !== 'nmod' ? [] : tree.childrenBy(head, 'nsubj');
}

function suffices({ kind }: NounFrame, parts: readonly Part[]): boolean {
  const plays = (...roles: Role[]) => parts.some(({ role }) => roles.includes(role));
  switch (kind) {
    case 'visit':
      return plays('guest');
    case 'arrest':
      return parts.some(({ role, referent }) => role === 'target' && isNamedPerson(referent));
    case 'attack':
      return plays('actor');
    default:
      return parts.filter(({ referent }) => isNamedPerson(referent)).length > 0;
  }
}

const isNamedPerson = ({ kind, key }: Referent) => kind === 'person' && !key.startsWith('unnamed:');

const AFTER = /^(?:after|during|following|since|amid|at|in|on|over)$/i;
/** Not yet, not at all, or "house arrest". */
const NOT_YET =
  /^(?:planned|upcoming|possible|potential|expected|future|proposed|scheduled|next|new|another|further|likely|imminent|forthcoming|no|any|house)$/i;
/** What is said of an event that has not been, and did not come to be. */
const MAY_NOT_BE =
  /^(?:plan|schedule|expect|cancel|postpone|prevent|avert|happen|occur|materiali[sz]e|prepare|propose|await)$/;
/** Who does this to an event takes it as having been. */
const PRESUPPOSES =
  /^(?:condemn|criticise|criticize|deplore|denounce|decry|protest|regret|welcome|confirm|report|recall)$/;

/** Told as having been: as the time or ground of something that was, or as what that is about. */
function hasHappened(tree: Tree, noun: number): boolean {
  const { head } = tree.tokens[noun]!;
  const described = tree.childrenBy(noun, 'amod', 'compound', 'det', 'neg');
  if (described.some((i) => NOT_YET.test(tree.tokens[i]!.word))) return false;
  const cases = tree.childrenBy(noun, 'case').map((i) => tree.tokens[i]!.word);
  const governor = head < 0 ? null : tree.tokens[head]!;
  if (governor !== null && MAY_NOT_BE.test(governor.lemma)) return false;
  if (cases.length > 0) return cases.some((word) => AFTER.test(word)) && !hangsOnUnreal(tree, noun);
  if (governor === null) return false;
  const past = /^VB[DN]$/.test(governor.tag) || hasPastHelper(tree, head);
  if (/^nsubj/.test(tree.relation(noun))) return past && !isModal(tree, head);
  return (
    tree.relation(noun) === 'dobj' && PRESUPPOSES.test(governor.lemma) && !hangsOnUnreal(tree, head)
  );
}

const helpersOf = (tree: Tree, verb: number) =>
  tree.childrenBy(verb, 'aux', 'mark').map((i) => tree.tokens[i]!.word);

/** "The visit did not produce a commitment", "the arrest was unlawful": it was made all the same. */
const hasPastHelper = (tree: Tree, verb: number) =>
  tree
    .childrenBy(verb, 'aux', 'auxpass', 'cop')
    .some((i) => /^(?:did|was|were|had)$/i.test(tree.tokens[i]!.word));

const isModal = (tree: Tree, verb: number) =>
  helpersOf(tree, verb).some((word) =>
    /^(?:would|could|might|may|should|can|will|shall|must|to|if|whether)$/i.test(word),
  );

/** From the owner, or the noun's own words, to the last of its phrases. */
function spanOf({ tree, verb: noun, obliques }: Clause, owners: readonly number[]) {
  const [reach] = tree.reach(noun);
  const from = Math.max(reach, 1 + Math.max(-1, ...tree.childrenBy(noun, 'case')));
  const heads = [...obliques.values()].flat();
  const clause = tree
    .children(noun)
    .find((i) => i > noun && /^(?:acl|appos|punct)/.test(tree.tokens[i]!.relation));
  const ends = heads.filter((i) => clause === undefined || i < clause).map((i) => endOf(tree, i));
  const first = owners.length > 0 ? Math.min(...owners.map((i) => tree.reach(i)[0])) : from;
  const start = Math.min(first, noun);
  return { start: tree.tokens[start]!.start, end: tree.tokens[Math.max(noun, ...ends)]!.end };
}

/** The end of a phrase, without what a comma sets off. */
function endOf(tree: Tree, head: number): number {
  const [, last] = tree.reach(head);
  const comma = tree.children(head).find((i) => i > head && tree.tokens[i]!.word === ',');
  return comma === undefined ? last : Math.max(head, comma - 1);
}
