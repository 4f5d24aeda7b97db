import type { AgreementState } from '../../../graph-data/schema/index.ts';
import type { Referent } from '../actors/referent.ts';
import type { Span } from '../nlp/index.ts';
import { clauseSpan, type Clause } from './clause.ts';
import { placeTold } from './place-told.ts';
import type { AgreementShape } from './confidence.ts';

/** An agreement before its parties are actors of the record. */
export interface Found {
  readonly shape: AgreementShape;
  readonly sentence: number;
  /** The words that tell of it. */
  readonly span: Span;
  readonly name: string;
  readonly state: AgreementState;
  readonly failed: boolean;
  readonly parties: readonly Referent[];
  readonly people: readonly Referent[];
  readonly place: string | null;
  /** The words point back at an agreement told of before ("signed the document"). */
  readonly anaphoric: boolean;
  /** Its parties are no more than those who act under it ("Under the deal, A pays B"). */
  readonly byDeed?: boolean;
}

/** The noun with what stands before it: "amendments to the security cooperation agreement". */
export function phrase(text: string, tree: Clause['tree'], noun: number): string {
  const [first] = tree.reach(noun);
  let from = Math.min(first, noun);
  while (from < noun && /^(?:DT|PRP\$|IN|TO|VBG)$/.test(tree.tokens[from]!.tag)) from++;
  return text.slice(tree.tokens[from]!.start, tree.tokens[noun]!.end).replace(/\s+/gu, ' ');
}

/** What a clause tells, its parties known. */
export function found(
  shape: AgreementShape,
  clause: Clause,
  state: AgreementState,
  name: string,
  parties: readonly Referent[],
  people: readonly Referent[],
  anaphoric: boolean,
): Found {
  return {
    shape,
    sentence: clause.sentence,
    span: clauseSpan(clause),
    name,
    state,
    failed: neverImplemented(clause),
    parties,
    people,
    place: placeTold(clause, 'agreement'),
    anaphoric,
  };
}

/** "... but the agreement was not fully implemented", "parliament has not yet ratified it". */
function neverImplemented({ tree, verb }: Clause): boolean {
  return tree.tokens.some(
    ({ lemma }, i) =>
      i > verb &&
      /^(?:implement|ratif|honou?r|fulfil)/.test(lemma) &&
      tree.childrenBy(i, 'neg').length > 0 &&
      tree.childrenBy(i, 'dobj', 'nsubjpass').some((object) => isDeal(tree, object)),
  );
}

/** "It", "which", "the agreement", "its terms": no other law or promise. */
const isDeal = ({ tokens }: Clause['tree'], at: number) =>
  /^(?:it|them|which|that|these|both)$/i.test(tokens[at]!.word) || DEAL.test(tokens[at]!.lemma);

const DEAL =
  /^(?:agreement|deal|treaty|accord|pact|memorandum|contract|document|protocol|convention|charter|statute|arrangement|ceasefire|cease-fire|truce|term|provision|clause)$/;
