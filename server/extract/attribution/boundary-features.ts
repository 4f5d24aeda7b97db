import type { Passage } from './passage.ts';
import { beginsAt, endsAt } from './boundaries.ts';
import type { Proposal } from './proposal.ts';

/** What the ranker knows of a proposal's boundaries, and of the others of its cue. */

/** First and last token of the content. */
interface Ends {
  readonly first: number;
  readonly last: number;
}

const NEXT_RELATIONS = ['punct', 'cc', 'conj', 'nmod', 'case', 'advcl', 'acl', 'acl:relcl', 'mark'];
const TAGS = ['V', 'N', 'I', 'J', 'R', 'T'];
const NOTHING = -2;

/** Where the content begins and ends: how sure the field is, what is cut off, what goes on. */
export function boundaryFeatures(passage: Passage, proposal: Proposal, ends: Ends): number[] {
  const { first, last } = ends;
  const { sentence, sentenceLast, head, tokens } = passage;
  const next = last + 1;
  const goesOn = next < passage.length && sentence[next] === sentence[last];
  return [
    proposal.moved,
    proposal.overBase,
    beginsAt(proposal, first),
    endsAt(proposal, last),
    endsAt(proposal, sentenceLast[sentence[last]!]!),
    goesOn ? NEXT_RELATIONS.indexOf(tokens[next]!.relation) : NOTHING,
    goesOn ? TAGS.indexOf(tokens[next]!.tag[0]!) : NOTHING,
    goesOn && head[next]! >= first && head[next]! <= last ? 1 : 0,
    cutSubtrees(passage, ends),
    ...quotationEnds(passage, ends),
    sentenceLast.length - 1 - sentence[last]!,
  ];
}

/** How far the quotations that hold the content's ends reach beyond it; -1 outside quotations. */
function quotationEnds({ quotation, quotations, sentence }: Passage, { first, last }: Ends) {
  const [opened, closed] = [quotation[first]!, quotation[last]!];
  return [
    closed < 0 ? -1 : quotations[closed]!.last - last,
    closed < 0 ? -1 : sentence[quotations[closed]!.last]! - sentence[last]!,
    opened < 0 ? -1 : first - quotations[opened]!.first,
    beside(quotation[last + 1], closed),
    beside(quotation[first - 1], opened),
  ];
}

/** A neighbour's quotation against one's own: the same 1, none 0, another 2. */
function beside(neighbour: number | undefined, own: number): number {
  if (neighbour === undefined) return NOTHING;
  return neighbour === own ? 1 : neighbour < 0 ? 0 : 2;
}

const CLIMB = 12;

/** How many words above the last one have subtrees that go on after it. */
function cutSubtrees({ head, rightEdge }: Passage, { first, last }: Ends): number {
  let cut = 0;
  for (let x = last, steps = 0; x >= first && steps < CLIMB; x = head[x]!, steps++)
    if (rightEdge[x]! > last) cut++;
  return cut;
}

const FAR = 9;

/** The place of a proposal among those of its cue: better ones, all, the lead over the best. */
export function siblingFeatures(proposal: Proposal, proposals: readonly Proposal[]): number[] {
  let [better, count, best] = [0, 0, -Infinity];
  for (const other of proposals) {
    if (other.cue !== proposal.cue) continue;
    count++;
    if (other === proposal) continue;
    best = Math.max(best, other.pathLogProbability);
    if (other.pathLogProbability > proposal.pathLogProbability) better++;
  }
  const lead = proposal.pathLogProbability - best;
  return [better, count, Math.max(-FAR, Math.min(FAR, lead))];
}
