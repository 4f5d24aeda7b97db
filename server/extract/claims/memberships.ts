import type { Cast } from '../actors/cast.ts';
import { stateEndingAt } from '../actors/country.ts';
import { namingsIn, namingsOfSentence } from '../actors/naming-index.ts';
import type { Naming, Referent } from '../actors/referent.ts';
import type { Span, Token } from '../nlp/index.ts';
import type { ClaimContext } from './context.ts';

/** A state and a body that it is a member of, and the words that say so. */
export interface Membership {
  readonly from: Referent;
  readonly to: Referent;
  readonly span: Span;
}

/** Memberships of states that a document states, however it words them. */
export function memberships({ discourse, headline }: ClaimContext): Membership[] {
  const { cast } = discourse;
  return discourse.trees.flatMap(({ tokens }, sentence): Membership[] => {
    if (headline !== null && tokens[0]!.start < headline.end) return [];
    const here = namingsIn(discourse.namings, sentence, 0, tokens.length);
    if (!here.some(({ referent }) => referent.kind === 'international-organisation')) return [];
    return here.flatMap((body, i): Membership[] => {
      if (body.referent.kind !== 'international-organisation') return [];
      const states =
        membersNamed(tokens, here, i) ??
        membersThatAre(tokens, here, i) ??
        ofWhich(tokens, here, i) ??
        joiners(tokens, here, i) ??
        secondOfBoth(tokens, here, i) ??
        calledMember(tokens, here, i) ??
        inSince(tokens, here, i);
      const all = [...states, ...sharers(tokens, here, i)];
      return [...all.map((state) => membershipOf(state, body)), ...namedAfter(tokens, body, cast)];
    });
  });
}

/** "The Union State of Russia and Belarus": a body named after those that are in it. */
function namedAfter(tokens: readonly Token[], body: Naming, cast: Cast): Membership[] {
  const states: Referent[] = [];
  for (let i = body.from + 2; i < body.to; i++) {
    const state = stateEndingAt(tokens, i);
    if (state?.form === 'name') states.push(cast.state(state.state));
  }
  const { start, end, referent } = body;
  const joined = tokens.slice(body.from, body.to).some(({ word }) => word === 'and');
  return joined && states.length > 1
    ? states.map((from) => ({ from, to: referent, span: { start, end } }))
    : [];
}

/** "A member of both NATO and | the European Union": who is in the first is in the second. */
function secondOfBoth(
  tokens: readonly Token[],
  here: readonly Naming[],
  body: number,
): Naming[] | null {
  const first = here[body - 1];
  if (!first || !isUnion(first) || tokens[first.from - 1]?.word !== 'both') return null;
  const between = tokens.slice(first.to, here[body]!.from).map(({ word }) => word);
  return between.includes('and') && between.every((word) => /^(?:and|the)$/.test(word))
    ? membersThatAre(tokens, here, body - 1)
    : null;
}

/** "Finland, NATO's newest member,", "Sweden became NATO's 32nd member". */
function calledMember(
  tokens: readonly Token[],
  here: readonly Naming[],
  body: number,
): Naming[] | null {
  const { from, to } = here[body]!;
  const state = here[body - 1];
  if (tokens[to]?.tag !== 'POS' || !state || !isState(state)) return null;
  let noun = to + 1;
  while (
    noun < to + FARTHEST &&
    /^(?:JJ|RB|CD|NN$)/.test(tokens[noun]?.tag ?? '') &&
    tokens[noun]!.lemma !== 'member'
  )
    noun++;
  if (tokens[noun]?.lemma !== 'member') return null;
  if (tokens.slice(to, noun).some(({ word }) => NO_MEMBER.test(word))) return null;
  const between = tokens.slice(state.to, from).map(({ word }) => word);
  return /^(?:,|(?:has )?bec[ao]me|is|remains)$/.test(between.join(' ')) ? [state] : null;
}

const membershipOf = ({ start, end, referent }: Naming, body: Naming): Membership => ({
  from: referent,
  to: body.referent,
  span: { start: Math.min(start, body.start), end: Math.max(end, body.end) },
});

/** "A member of the Quad alongside Japan and Australia", "membership in the pact, which it shares with Peru". */
function sharers(tokens: readonly Token[], here: readonly Naming[], body: number): Naming[] {
  const { from, to } = here[body]!;
  const next = here[body + 1];
  const member = tokens
    .slice(Math.max(0, from - 3), from)
    .some(({ word }) => /^(?:member|members|membership)$/.test(word));
  if (!member || !next || !isState(next) || next.from - to > FARTHEST) return [];
  const between = tokens.slice(to, next.from).map(({ word }) => word);
  const along = /^(?:,? ?)(?:alongside|along with|together with)(?: the)?$/;
  const shares = /^,? ?which .{2,20} shares? with(?: the)?$/;
  const words = between.join(' ');
  return along.test(words) || shares.test(words) ? joinedFrom(tokens, here, body + 1) : [];
}

/** In tokens. */
const FARTHEST = 6;

/** "The pact was made in 1992. Its six members are A, B and C": of the body named in the sentences just before. */
export function listedMembers({ discourse, headline }: ClaimContext): Membership[] {
  return discourse.trees.flatMap(({ tokens }, sentence): Membership[] => {
    if (headline !== null && tokens[0]!.start < headline.end) return [];
    const noun = tokens.findIndex(({ word }) => word === 'members');
    if (noun < 1 || !/^(?:are|include)$/.test(tokens[noun + 1]?.word ?? '')) return [];
    const its = tokens.slice(Math.max(0, noun - 3), noun).some(({ word }) => /^its$/i.test(word));
    const here = namingsIn(discourse.namings, sentence, noun + 2, tokens.length);
    const first = here[0];
    const list =
      first && isState(first) && first.from <= noun + 3 ? joinedFrom(tokens, here, 0) : [];
    const body = its ? bodyBefore(discourse.namings, sentence) : null;
    if (!body || list.length < 2) return [];
    return list.map(({ referent, start, end }) => ({
      from: referent,
      to: body,
      span: { start, end },
    }));
  });
}

/** The international body that the two sentences before name, and no other. */
function bodyBefore(namings: readonly Naming[], sentence: number): Referent | null {
  const near = [sentence - 2, sentence - 1]
    .flatMap((one) => namingsOfSentence(namings, one))
    .filter(isUnion);
  const bodies = new Set(near.map(({ referent }) => referent));
  return bodies.size === 1 ? [...bodies][0]! : null;
}

const isUnion = ({ referent: { kind } }: Naming) => kind === 'international-organisation';

const isState = ({ referent }: Naming) => referent.kind === 'state';

/** "NATO members Estonia and Latvia", "EU member state Hungary", "a bloc that includes Mali and Niger". */
function membersNamed(
  tokens: readonly Token[],
  here: readonly Naming[],
  body: number,
): Naming[] | null {
  const { to } = here[body]!;
  const next = here[body + 1];
  if (!next || !isState(next)) return null;
  const between = tokens.slice(to, next.from);
  const nato = here[body]!.referent.key === 'organisation:nato';
  const noun =
    between.length < 3 &&
    (/^members?$/.test(between[0]?.word ?? '') ||
      (nato && /^all(?:y|ies)$/.test(between[0]?.word ?? '')));
  const words = between.map(({ word }) => word);
  const lists =
    between.length < 6 &&
    (words.some((word) => LISTS.test(word)) || /made up of|composed of/.test(words.join(' '))) &&
    words.every(
      (word) => LISTS.test(word) || /^(?:,|which|that|is|and|the|of|up|made|composed)$/.test(word),
    );
  if (ALLIANCE_OF.test(words.join(' '))) return joinedFrom(tokens, here, body + 1);
  const countries = /^(?:countries|states|nations|members) [-–—:(]$/.test(words.join(' '));
  if (countries) return joinedFrom(tokens, here, body + 1);
  const hopes = /^(?:aspiring|candidate|would-be|former|prospective|potential|non)$/i;
  if (!noun && !lists) return null;
  if (hopes.test(tokens[here[body]!.from - 1]?.word ?? '')) return null;
  // "Between NATO member Poland and Belarus": one is called so.
  if (/^(?:member|ally)$/.test(between[0]?.word ?? '')) return [next];
  return joinedFrom(tokens, here, body + 1);
}

/** "Is a military alliance, established in 2002, | comprising". */
const ALLIANCE_OF =
  /^,? ?(?:is |was )?an? (?:[\w-]+ ){0,3}(?:alliance|bloc|union|organi[sz]ation|grouping|group)(?: ,)?(?: (?:established|founded|created|formed|set up) in \d{4}(?: ,)?)? (?:comprising|uniting|grouping|made up of|consisting of)(?: the)?$/;

const LISTS = /^(?:includes?|including|comprises?|comprising|groups|unites|grouping|uniting)$/;

/** "Kazakhstan, together with Armenia and Russia, is a member of the CSTO", "Serbia, which is a member of". */
function membersThatAre(
  tokens: readonly Token[],
  here: readonly Naming[],
  body: number,
): Naming[] | null {
  const { from } = here[body]!;
  const noun = tokens.findLastIndex(
    ({ lemma }, i) => i < from && i >= from - 5 && /^(?:member|signatory|part)$/.test(lemma),
  );
  if (noun < 0 || tokens.slice(noun + 1, from).some(({ word }) => !/^(?:of|the|both)$/.test(word)))
    return belonging(tokens, here, body);
  const at = verbOfBeing(tokens, noun);
  if (at === null) return null;
  const before = here.filter(({ to }) => to <= at);
  const last = before.at(-1);
  if (!last || !isState(last)) return null;
  const between = tokens.slice(last.to, at).map(({ word }) => word);
  const first = here[here.indexOf(last) - 1];
  // "Lithuania, which like Poland | is a member"
  const like =
    first &&
    isState(first) &&
    /^, which,? like$/.test(
      tokens
        .slice(first.to, last.from)
        .map(({ word }) => word)
        .join(' '),
    );
  if (
    between.some((word) => !/^(?:,|-|–|—|which|that|both|all|and|also|still|currently)$/.test(word))
  )
    return null;
  return like ? [first, last] : joinedBack(tokens, here, here.indexOf(last));
}

/** "| Is a member", "| has been a full member": null where none stands or it tells of no member. */
function verbOfBeing(tokens: readonly Token[], noun: number): number | null {
  let verb = noun - 1;
  while (
    verb > 0 &&
    (/^(?:DT|JJ|NN|RB|CC|CD)/.test(tokens[verb]!.tag) || tokens[verb]!.word === 'of') &&
    !/^(?:not|never)$/.test(tokens[verb]!.word)
  )
    verb--;
  const is = /^(?:is|are|remains?|became|been)$/.test(tokens[verb]?.word ?? '');
  if (!is || tokens.slice(verb + 1, noun).some(({ word }) => NO_MEMBER.test(word))) return null;
  const perfect =
    tokens[verb]!.word === 'been' && /^(?:ha[sd]|have)$/.test(tokens[verb - 1]?.word ?? '');
  return perfect ? verb - 1 : verb;
}

/** "Armenia belongs to | the pact". */
function belonging(
  tokens: readonly Token[],
  here: readonly Naming[],
  body: number,
): Naming[] | null {
  const { from } = here[body]!;
  const to = tokens[from - 1]?.word === 'the' ? from - 2 : from - 1;
  const state = here[body - 1];
  if (tokens[to]?.word !== 'to' || !/^belongs?$/.test(tokens[to - 1]?.word ?? '')) return null;
  return state && isState(state) && state.to === to - 1 ? joinedBack(tokens, here, body - 1) : null;
}

const NO_MEMBER = /^(?:no|longer|not|non|former|aspiring|candidate|potential|possible|future)$/i;

/** "The CSTO, an alliance | of which A, B and C are members", "the bloc, | whose members are A and B". */
function ofWhich(tokens: readonly Token[], here: readonly Naming[], body: number): Naming[] | null {
  const next = here[body + 1];
  if (!next || !isState(next)) return null;
  const words = tokens.slice(here[body]!.to, next.from).map(({ word }) => word);
  if (words.at(-1) === 'the') words.pop();
  if (words.length > LONGEST_APPOSITION) return null;
  const before = words.join(' ');
  if (/whose (?:\w+ )?members (?:are|include)$/.test(before))
    return joinedFrom(tokens, here, body + 1);
  if (!/\bof which$/.test(before)) return null;
  const list = joinedFrom(tokens, here, body + 1);
  const after = tokens.slice(list.at(-1)!.to, list.at(-1)!.to + 4).map(({ word }) => word);
  return /^(?:is|are) (?:\w+ ){0,2}?members?\b/.test(after.join(' ')) ? list : null;
}

/** From a body's name to the states of it, in tokens. */
const LONGEST_APPOSITION = 10;

/** "Finland joined NATO", "Finland and Sweden have joined NATO". */
function joiners(tokens: readonly Token[], here: readonly Naming[], body: number): Naming[] | null {
  const { from } = here[body]!;
  const verb = tokens[from - 1]?.word === 'the' ? from - 2 : from - 1;
  const state = here[body - 1];
  if (tokens[verb]?.word !== 'joined' || !state || !isState(state)) return null;
  const between = tokens.slice(state.to, verb).map(({ word }) => word);
  return between.every((word) => /^(?:has|have|had|formally|officially|finally)$/.test(word))
    ? joinedBack(tokens, here, body - 1)
    : null;
}

/** "Poland, in NATO since 1999,". */
function inSince(tokens: readonly Token[], here: readonly Naming[], body: number): Naming[] {
  const { from, to } = here[body]!;
  const state = here[body - 1];
  const set = tokens[from - 1]?.word === 'in' && tokens[to]?.word === 'since';
  return set && state && isState(state) && state.to === from - 2 && tokens[state.to]!.word === ','
    ? [state]
    : [];
}

const JOINS = /^(?:,|and|the|alongside|together|with|along|as|well)$/;
/** "Norway | and former Soviet republics | Peru and Chile". */
const CALLED = /^(?:former|fellow|neighbou?ring|ex-?Soviet|Soviet|republics?|states?|countries)$/;

const areJoined = (tokens: readonly Token[], a: Naming, b: Naming) => {
  const between = tokens.slice(a.to, b.from);
  const [first] = between;
  return (
    first !== undefined &&
    JOINS.test(first.word) &&
    between.every(({ word }) => JOINS.test(word) || CALLED.test(word))
  );
};

/** The states of a list, from its first on. */
function joinedFrom(tokens: readonly Token[], here: readonly Naming[], first: number): Naming[] {
  const found = [here[first]!];
  for (let i = first + 1; i < here.length; i++) {
    if (!isState(here[i]!) || !areJoined(tokens, here[i - 1]!, here[i]!)) break;
    found.push(here[i]!);
  }
  return found;
}

/** The states of a list, from its last back. */
function joinedBack(tokens: readonly Token[], here: readonly Naming[], last: number): Naming[] {
  const found = [here[last]!];
  for (let i = last - 1; i >= 0; i--) {
    if (!isState(here[i]!) || !areJoined(tokens, here[i]!, here[i + 1]!)) break;
    found.push(here[i]!);
  }
  return found;
}
