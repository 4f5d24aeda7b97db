import type { Discourse } from '../actors/coreference.ts';
import { stateEndingAt } from '../actors/country.ts';
import { namingsOfSentence } from '../actors/naming-index.ts';
import { isPair, isWhere, pairBefore, pairNear } from '../actors/pairs.ts';
import type { Post, Referent } from '../actors/referent.ts';
import { isRole } from '../actors/roles.ts';
import type { AgreementState } from '../../../graph-data/schema/index.ts';
import type { Tree } from '../text/tree.ts';
import { namedUnder, type Clause } from './clause.ts';
import type { ClaimContext } from './context.ts';

/** Nouns that only states and bodies can sign; a person may sign a plan or a contract alone. */
export const BINDING =
  /^(?:agreement|treaty|pact|accord|memorandum|memoranda|protocol|convention|doctrine|amendment|ceasefire|truce|declaration|letter|arrangement)$/;

/** Whether its parties may be sought in the sentences before: signed, by somebody who signs for one. */
export function isBinding({ tree }: Clause, noun: number, state: AgreementState): boolean {
  return BINDING.test(tree.tokens[noun]!.lemma) && /^(?:signed|adopted|amended)$/.test(state);
}

/** Whether those who sign, or all that are named where nobody is said to, may do so for states. */
export function areForStates(
  heads: readonly number[],
  clause: Clause,
  context: ClaimContext,
): boolean {
  const signers = clause.agents.length > 0 ? clause.agents : heads;
  // "In the presence of the ministers, X signed", where the parser takes X for one of these.
  const seen = (clause.obliques.get('in') ?? []).some((i) => {
    return clause.tree.tokens[i]!.lemma === 'presence';
  });
  if (seen && clause.agents.length === 0 && !clause.passive) return false;
  return (
    signers.length === 0 ||
    signers.some((signer) => signsForState(signer, clause, context)) ||
    areLeaders(namedUnder(signers, clause, context.discourse))
  );
}

/** A state, whoever holds its office, "they", "both sides": not a club, a firm or a county. */
function signsForState(head: number, clause: Clause, { discourse }: ClaimContext): boolean {
  const { tree } = clause;
  const { tag, lemma } = tree.tokens[head]!;
  const named = namedUnder([head], clause, discourse);
  // "The chairman of the oil firm, X," signs for none, though ministers look on.
  const officers = named.flatMap(({ posts }) => posts);
  if (officers.length > 0 && officers.every(({ of }) => of.kind === 'company')) return false;
  if (tag === 'PRP' || isRole(lemma) || isPair(tree.tokens, tree.reach(head)[0], head)) return true;
  return (
    named.length > 0 &&
    named.every(({ kind, posts }) => STATE_BODY.test(kind) || posts.some(isStateOffice))
  );
}

/** "Putin and Lukashenka signed": two who are known by their names alone. */
const areLeaders = (named: readonly Referent[]) =>
  named.length > 1 && named.every(({ kind }) => kind === 'person');

const STATE_BODY = /^(?:state|government-body|armed-force)$/;
const isStateOffice = ({ of }: Post) => STATE_BODY.test(of.kind);

/** The two states that the text has just named, if they are the ones told of here. */
export function withNear(
  parties: readonly Referent[],
  { sentence }: Pick<Clause, 'sentence'>,
  { discourse }: ClaimContext,
): readonly Referent[] {
  const pair = pairNear(sentence, discourse);
  return pair.length === 2 && parties.every((party) => pair.includes(party)) ? pair : parties;
}

/**
 * The pair that "the two countries" are: those two that this sentence or the one before names or
 * tells of by adjectives ("a Russian team met Niger's generals"), else the pair named before.
 */
export function pairTold(sentence: number, at: number, discourse: Discourse): readonly Referent[] {
  const { trees, cast, namings } = discourse;
  for (const [back, to] of [
    [sentence, at],
    [sentence - 1, Infinity],
  ] as const) {
    const words = trees[back]?.tokens.slice(0, to) ?? [];
    const told = words.flatMap((_, i) => {
      const state = stateEndingAt(words, i);
      return state === null || isWhere(words, state.from) ? [] : [state.state];
    });
    // "Xi paid a visit to Hungary, where the two sides": whose state nobody repeats.
    const people = namingsOfSentence(namings, back).flatMap(({ to: end, referent }) =>
      end <= to && referent.kind === 'person' ? (referent.country ?? []) : [],
    );
    const codes = new Set([...told, ...people]);
    if (codes.size === 2) return [...codes].map((code) => cast.state(code));
    if (codes.size > 2) break;
  }
  return pairBefore(sentence, at, discourse);
}

/** "The ministers", "they", "the four countries": all who met, however many they are. */
export function isAssembly({ tokens }: Tree, head: number): boolean {
  const { word, tag, lemma } = tokens[head]!;
  if (/^they$/i.test(word)) return true;
  const before = tokens.slice(Math.max(0, head - 4), head).map((one) => one.word.toLowerCase());
  return (
    /^NNP?S$/.test(tag) &&
    /^(?:minister|leader|president|premier|country|side|party|state)$/.test(lemma) &&
    before.includes('the') &&
    !before.some((one) => /^(?:two|both|of)$/.test(one))
  );
}

/** The states whose office holders the nearest sentence before names together; empty when none names two. */
export function assembled(sentence: number, { namings, cast }: Discourse): Referent[] {
  for (let back = sentence - 1; back >= Math.max(0, sentence - ASSEMBLED); back--) {
    const codes = namingsOfSentence(namings, back).flatMap(
      ({ referent: { kind, posts, country } }) =>
        kind === 'person' && posts.some(isStateOffice) && country !== null ? [country] : [],
    );
    const states = [...new Set(codes)];
    if (states.length > 1) return states.map((code) => cast.state(code));
  }
  return [];
}

/**
 * "The trio", "the three countries", "their ministers": the three states or more that the nearest
 * words before list as those who act; empty for other phrases.
 */
export function listMeant(
  tree: Tree,
  sentence: number,
  head: number,
  { namings, trees }: Discourse,
): readonly Referent[] {
  const { lemma, tag } = tree.tokens[head]!;
  const before = tree.tokens
    .slice(Math.max(0, head - 3), head)
    .map(({ word }) => word.toLowerCase());
  const three =
    lemma === 'trio' || (lemma === 'three' && before.at(-1) === 'the') || before.includes('three');
  const theirs = before.includes('their') && /^NNS/.test(tag);
  if (!three && !theirs) return [];
  for (let back = sentence; back >= Math.max(0, sentence - ASSEMBLED); back--) {
    const here = namingsOfSentence(namings, back).filter(
      ({ to, referent }) => referent.kind === 'state' && (back < sentence || to <= head),
    );
    const { tokens } = trees[back]!;
    const list = here.filter(({ from, to }, i) => {
      const next = here[i + 1];
      const last = here[i - 1];
      const joined = (a: number, b: number) =>
        tokens.slice(a, b).every(({ word }) => /^(?:,|and|the)$/.test(word));
      return (
        (next !== undefined && joined(to, next.from)) ||
        (last !== undefined && joined(last.to, from))
      );
    });
    const states = [...new Set(list.map(({ referent }) => referent))];
    if (states.length > 2 && list[0]!.from <= 1) return three && states.length !== 3 ? [] : states;
    if (states.length > 0) return [];
  }
  return [];
}

/** Sentences back in which those who met may be named. */
const ASSEMBLED = 5;

/** "Poland | criticised the deployment under": a verb whose subject judges what others agreed. */
export const judgesIt = ({ tokens }: Tree, verb: number) =>
  verb >= 0 && JUDGES.test(tokens[verb]!.lemma);

const JUDGES =
  /^(?:critici|condemn|denounc|reject|oppos|protest|question|doubt|slam|blast|hail|prais|welcom)/;
