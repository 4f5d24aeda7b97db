import { namedAt, type Tie } from './tie.ts';
import type { RelationKind } from '../../../graph-data/schema/index.ts';
import { stateEndingAt } from '../actors/country.ts';
import type { Discourse } from '../actors/coreference.ts';
import { namingsIn, namingsOfSentence } from '../actors/naming-index.ts';
import type { Naming, Referent } from '../actors/referent.ts';
import type { Token } from '../nlp/index.ts';
import { contains } from '../text/place.ts';
import { armsByName, belongings, formations, stateBodies } from './belongings.ts';
import { armsTold } from './arms-told.ts';
import { arms, missions, ownedBodies, parts, staffs, stateOutlets } from './body-ties.ts';
import { clauseSpan, type Clause } from './clause.ts';
import { inSet } from '../text/in-set.ts';
import type { ClaimContext } from './context.ts';
import { hangsOnUnreal } from './factual.ts';
import { holdings } from './holdings.ts';
import { listedMembers, memberships } from './memberships.ts';
import { stateByName } from './parties.ts';
import { sides } from './sides.ts';
import { sanctionTies } from './sanction-ties.ts';

const VERBS: readonly (readonly [RelationKind, ReadonlySet<string>, preposition: string | null])[] =
  [
    ['supports', new Set('support back assist endorse arm bankroll sponsor'.split(' ')), null],
    ['opposes', new Set(['oppose']), null],
    ['depends-on', new Set('rely depend'.split(' ')), 'on'],
    ['commands', new Set(['command']), null],
  ];

/** Ties that clauses and names state as the document's own fact. */
export function statedTies(context: ClaimContext): Tie[] {
  return [
    ...verbTies(context),
    ...allies(context),
    ...dependents(context),
    ...members(context),
    ...parts(context),
    ...staffs(context),
    ...arms(context),
    ...missions(context),
    ...ownedBodies(context),
    ...stateOutlets(context),
    ...armsTold(context),
    ...belongings(context),
    ...holdings(context),
    ...sanctionTies(context),
    ...sides(context),
    ...stateBodies(context),
    ...armsByName(context),
    ...formations(context),
  ];
}

function verbTies(context: ClaimContext): Tie[] {
  const { discourse, told } = context;
  return context.clauses.flatMap((clause): Tie[] => {
    const found = VERBS.find(([, verbs]) => inSet(clause.lemma, verbs));
    if (!found) return [];
    const [kind, , preposition] = found;
    const span = clauseSpan(clause);
    if (told.some(({ content }) => content.some((one) => contains(one, span)))) return [];
    const objects =
      preposition === null ? clause.objects : (clause.obliques.get(preposition) ?? []);
    const [from] = namedAt(clause.agents, clause, discourse);
    const [to] = [
      ...namedAt(objects, clause, discourse),
      ...objects.flatMap((i) => describedBy(i, clause, discourse)),
    ];
    const needed = kind === 'depends-on' ? supplierOf(objects, clause, discourse) : undefined;
    const end = to ?? needed;
    if (!from || !end || from === end || isContest(clause)) return [];
    if (isReported(clause) || isPast(clause)) return [];
    if (kind === 'depends-on' && from.kind === 'person') return [];
    return [{ kind, from, to: end, span }];
  });
}

/** "X, the supplier on | which Y depends": whom the clause describes by a noun. */
function describedBy(pronoun: number, { tree, sentence }: Clause, { namings }: Discourse) {
  if (tree.tokens[pronoun]!.word !== 'which') return [];
  const noun = tree.tokens[tree.tokens[pronoun]!.head]?.head ?? -1;
  const [from] = noun < 0 ? [-1] : tree.reach(noun);
  const named = namingsOfSentence(namings, sentence).find(
    ({ to }) => to === from - 1 && tree.tokens[to]!.word === ',',
  );
  return named ? [named.referent] : [];
}

/** "Moldova depends on Russian | gas": the state whose goods somebody needs. */
function supplierOf(
  heads: readonly number[],
  clause: Clause,
  discourse: Discourse,
): Referent | undefined {
  const goods = heads.find((head) => NEEDED.test(clause.tree.tokens[head]!.lemma));
  return goods === undefined ? undefined : stateByName({ ...clause, verb: goods }, discourse)[0];
}

const NEEDED =
  /^(?:gas|oil|fuel|coal|energy|electricity|power|uranium|grain|wheat|loan|credit|money|aid|arm|weapon|ammunition|import|supply|trade|market|technology|support|help|backing|protection|subsidy|troop|remittance|tourist)s?$/;

/** "Peru opposed Chile in the final": a game. */
const isContest = ({ tree }: Clause) =>
  tree.tokens.some(({ lemma }) =>
    /^(?:final|semi-?final|quarter-?final|match|game|cup|tournament|league)$/.test(lemma),
  );

/** "Russia's ally Belarus", "Belarus, Russia's closest ally". */
function possessedAllies({ discourse }: ClaimContext): Tie[] {
  return discourse.trees.flatMap(({ tokens }, sentence) =>
    tokens.flatMap(({ lemma }, noun): Tie[] => {
      if (lemma !== 'ally' && lemma !== 'partner') return [];
      let possessive = noun - 1;
      while (possessive > 0 && /^(?:JJ|NN$)/.test(tokens[possessive]!.tag)) possessive--;
      if (!/^['’]s?$/.test(tokens[possessive]?.word ?? '')) return [];
      const owner = stateEndingAt(tokens, possessive - 1);
      const here = owner ? namingsIn(discourse.namings, sentence, 0, tokens.length) : [];
      const ally = here.find(
        ({ from, to }) =>
          from === noun + 1 || (to === (owner?.from ?? 0) - 1 && tokens[to]?.word === ','),
      );
      const from = ally && allyOf(ally, noun, discourse);
      if (!owner || !ally || !from) return [];
      const to = discourse.cast.state(owner.state);
      const span = {
        start: Math.min(ally.start, tokens[owner.from]!.start),
        end: Math.max(ally.end, tokens[noun]!.end),
      };
      return to === from ? [] : [{ kind: 'ally-of', from, to, span }];
    }),
  );
}

/** "Iran's ally | Hezbollah": the state, or the group right behind the noun. */
function allyOf(ally: Naming, noun: number, discourse: Discourse): Referent | null {
  const { referent, from } = ally;
  const group = from === noun + 1 && /^(?:group|armed-force)$/.test(referent.kind);
  return group && referent.key.startsWith('organisation:')
    ? referent
    : stateOf(referent, discourse);
}

/** A state, or that of a government told by its capital: "Beijing, Peru's closest ally". */
function stateOf(referent: Referent, { cast }: Discourse): Referent | null {
  if (referent.kind === 'state') return referent;
  const { key, country } = referent;
  return key.startsWith('government:') && country !== null ? cast.state(country) : null;
}

/** "Moscow ally | Serbia", "Australia, a key U.S. | ally,": of a state whose name or capital stands right before the noun. */
function alliesBeside({ discourse }: ClaimContext): Tie[] {
  return discourse.trees.flatMap(({ tokens }, sentence) =>
    tokens.flatMap(({ lemma, end }, noun): Tie[] => {
      const owner = lemma === 'ally' && noun > 0 ? stateEndingAt(tokens, noun - 1) : null;
      if (!owner || owner.form === 'demonym') return [];
      let from = owner.from;
      while (from > 0 && /^(?:DT|JJ|RB)/.test(tokens[from - 1]!.tag)) from--;
      const former = tokens.slice(from, owner.from).some(({ word }) => NO_ALLY.test(word));
      const here = namingsIn(discourse.namings, sentence, 0, tokens.length);
      const ally = here.find(
        (one) =>
          one.referent.kind === 'state' &&
          (one.from === noun + 1 || (one.to === from - 1 && tokens[one.to]?.word === ',')),
      );
      const to = discourse.cast.state(owner.state);
      if (former || !ally || ally.referent === to) return [];
      const span = {
        start: Math.min(ally.start, tokens[owner.from]!.start),
        end: Math.max(ally.end, end),
      };
      return [{ kind: 'ally-of', from: ally.referent, to, span }];
    }),
  );
}

const NO_ALLY = /^(?:former|one-time|no|potential|possible|ex|would-be|longtime-turned)$/i;

/** "The US is the only ally of Japan", "Japan, a close ally of the United States,", "is Russia's ally". */
function allies(context: ClaimContext): Tie[] {
  const { discourse } = context;
  const worded = discourse.trees.flatMap(({ tokens }, sentence) =>
    tokens.flatMap(({ lemma }, noun): Tie[] => {
      if (lemma !== 'ally') return [];
      const here = namingsIn(discourse.namings, sentence, 0, tokens.length).flatMap((one) => {
        const state = stateOf(one.referent, discourse);
        return state ? [{ ...one, referent: state }] : [];
      });
      const from = here.findLast(({ to }) => to <= noun && isCalled(tokens, to, noun));
      const owned = here.find(
        ({ from: at, to }) => from && at >= from.to && to < noun && tokens[to]?.tag === 'POS',
      );
      const of = here.find(({ from: at }) => at > noun && at <= noun + 3);
      const to = owned ?? (tokens[noun + 1]?.word === 'of' ? of : undefined);
      if (!from || !to || from.referent === to.referent) return [];
      const span = { start: from.start, end: Math.max(to.end, tokens[noun]!.end) };
      return [{ kind: 'ally-of', from: from.referent, to: to.referent, span }];
    }),
  );
  return [
    ...possessedAllies(context),
    ...alliesBeside(context),
    ...mutualAllies(context),
    ...worded,
  ];
}

/** "Norway and Peru are close allies", "Norway and Peru are closely allied". */
function mutualAllies({ discourse, told }: ClaimContext): Tie[] {
  return discourse.trees.flatMap((tree, sentence) =>
    tree.tokens.flatMap(({ word, end }, at): Tie[] => {
      if (
        !/^(?:allies|allied)$/.test(word) ||
        /^(?:with|of)$/.test(tree.tokens[at + 1]?.word ?? '')
      )
        return [];
      const is = tree
        .childrenBy(at, 'cop', 'auxpass')
        .some((i) => /^(?:are|remain)$/.test(tree.tokens[i]!.word));
      if (!is || hangsOnUnreal(tree, at)) return [];
      const before = namingsIn(discourse.namings, sentence, 0, at);
      const [one, other, third] = before.filter(({ referent }) => referent.kind === 'state');
      if (!one || !other || third || tree.tokens[one.to]?.word !== 'and') return [];
      if (other.from !== one.to + 1 || one.referent === other.referent) return [];
      const span = { start: one.start, end };
      if (told.some(({ content }) => content.some((part) => contains(part, span)))) return [];
      return [{ kind: 'ally-of', from: one.referent, to: other.referent, span }];
    }),
  );
}

/** "X, which experts say | has armed Y": what others say in a clause about X. */
function isReported({ tree, verb }: Clause): boolean {
  const first = Math.min(verb, ...tree.childrenBy(verb, 'aux', 'neg', 'advmod'));
  return /^(?:say|claim|allege|believe|suspect|report|insist|argue|think|fear)$/.test(
    tree.tokens[first - 1]?.lemma ?? '',
  );
}

/** "Once backed", "no longer supports". */
const isPast = ({ tree, verb }: Clause) =>
  tree
    .childrenBy(verb, 'advmod', 'neg')
    .some((i) => /^(?:once|formerly|previously|longer|never)$/i.test(tree.tokens[i]!.word));

/** "Belarus is increasingly dependent on Russia". */
function dependents({ discourse, told }: ClaimContext): Tie[] {
  return discourse.trees.flatMap(({ tokens }, sentence) =>
    tokens.flatMap(({ word }, at): Tie[] => {
      if (!/^(?:dependent|reliant)$/.test(word) || !/^(?:up)?on$/.test(tokens[at + 1]?.word ?? ''))
        return [];
      const here = namingsIn(discourse.namings, sentence, 0, tokens.length);
      const from = here.findLast(({ to }) => to <= at);
      const to = here.find((naming) => naming.from === at + 2 || naming.from === at + 3);
      // "Armenia's | economy | is heavily dependent"
      const part =
        tokens[from?.to ?? 0]?.tag === 'POS' && PARTS.test(tokens[from!.to + 1]?.lemma ?? '');
      const end = from && part ? from.to + 2 : from?.to;
      if (!from || !to || !isCalled(tokens, end!, at) || to.referent === from.referent) return [];
      const span = { start: from.start, end: to.end };
      if (told.some(({ content }) => content.some((one) => contains(one, span)))) return [];
      return [{ kind: 'depends-on', from: from.referent, to: to.referent, span }];
    }),
  );
}

/** What of a state stands for it where it needs another. */
const PARTS = /^(?:economy|army|military|industry|government|budget|defen[cs]e|grid|power)$/;

/** From a state's name to the noun nothing but "is", "has become" or a comma, and words that describe the noun. */
function isCalled(tokens: readonly Token[], to: number, noun: number): boolean {
  const [first, ...rest] = tokens.slice(tokens[to]?.word === 'has' ? to + 1 : to, noun);
  return (
    first !== undefined &&
    /^(?:,|is|remains|became|become|grown|been)$/.test(first.word) &&
    !rest.some(({ word }) => /^(?:no|not|never|longer|former|one-time)$/i.test(word)) &&
    rest.every(({ tag }) => /^(?:DT|JJ|NN|POS|RB)/.test(tag))
  );
}

/** "Albania, a NATO member,", "Serbia, a member of the OSCE,". */
function apposedMembers({ discourse }: ClaimContext): Tie[] {
  return discourse.namings.flatMap((naming): Tie[] => {
    const { tokens } = discourse.trees[naming.sentence]!;
    const { from, to, referent, sentence } = naming;
    if (referent.kind !== 'state' || !/^(?:,|[-–—]|--)$/.test(tokens[to]?.word ?? '')) return [];
    const here = namingsIn(discourse.namings, sentence, to + 1, Math.min(tokens.length, to + 10));
    const isBody = ({ referent: { kind } }: Naming) => kind === 'international-organisation';
    const body = here.find(isBody);
    if (!body) return [];
    const next = here.find(
      (one) => isBody(one) && one.from > body.to && isJoined(tokens, body, one),
    );
    const noun = [body.to, ...[2, 3, 4].map((back) => body.from - back)].find(
      (i) => i > to && tokens[i]?.lemma === 'member',
    );
    // "With Peru, | Norway – a member of": another state's
    if (
      here.some(
        ({ from: at, referent: { kind } }) => kind === 'state' && at < noun! && at < body.from,
      )
    )
      return [];
    const called = tokens.slice(to + 1, noun);
    if (noun === undefined || called.some(({ tag }) => /^(?:VB|,)/.test(tag))) return [];
    if (called.some(({ word }) => /^(?:former|formerly|once|non)$/i.test(word))) return [];
    const span = { start: tokens[from]!.start, end: tokens[Math.max(noun, body.to - 1)]!.end };
    const both = next && { start: span.start, end: Math.max(span.end, next.end) };
    return [
      { kind: 'member-of', from: referent, to: body.referent, span },
      ...(both
        ? [{ kind: 'member-of', from: referent, to: next.referent, span: both } as const]
        : []),
    ];
  });
}

/** "NATO | and the | European Union". */
function isJoined(tokens: readonly Token[], { to }: Naming, { from }: Naming): boolean {
  const between = tokens.slice(to, from).map(({ word }) => word);
  return between.includes('and') && between.every((word) => /^(?:and|of|the)$/.test(word));
}

/** However it is worded, each once. */
function members(context: ClaimContext): Tie[] {
  const worded = [...memberships(context), ...listedMembers(context)].map((one): Tie => ({
    kind: 'member-of',
    ...one,
  }));
  return [...apposedMembers(context), ...worded];
}
