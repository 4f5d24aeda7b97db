import type { Relation } from '../../../graph-data/schema/index.ts';
import { selectorAt, slug } from '../../../graph-data/schema/index.ts';
import type { ClaimContext } from './context.ts';
import type { Tie } from './tie.ts';
import { statedTies } from './ties.ts';

/** Confidence by kind: measured as in `confidence.ts` (docs/reading.md gives the counts). */
const CONFIDENCE: Readonly<Partial<Record<Relation['kind'], number>>> = {
  'holds-office': 0.85,
  'member-of': 0.85,
  'part-of': 0.85,
  'ally-of': 0.6,
};
/**
 * Of an office that the words beside the name give to no state, where the document is at home in one
 * or a sentence near tells of one: 20 of 21 in our texts, set lower since heads of other states are
 * named in passing elsewhere.
 */
const ASSUMED = 0.5;
/** Of the kinds that are told too seldom for a figure of their own. */
const OTHERWISE = 0.8;

/** Offices, memberships and other ties that the document states, each once with all its evidence. */
export function relationRecords(context: ClaimContext): Relation[] {
  const relations = new Map<string, Relation>();
  for (const relation of [...offices(context), ...ties(context)]) {
    // Two referents of the text can be one actor of the record, who has no tie to itself.
    if (relation.from === relation.to) continue;
    const same = relations.get(relation.id);
    relations.set(relation.id, same ? withEvidence(same, relation) : relation);
  }
  return [...relations.values()];
}

/** Of people whom the document names; a counterpart's office is the one it is the counterpart of. */
function offices(context: ClaimContext): Relation[] {
  return context.discourse.cast.referents.flatMap((from) =>
    from.posts.map(({ kind, title, of, span, former, assumed }) => {
      const relation = record({ kind, from, to: of, span }, context);
      return {
        ...relation,
        ...(assumed ? { confidence: ASSUMED } : {}),
        title: title.replace(/\s+/gu, ' '),
        valid: former ? null : context.document.published,
      };
    }),
  );
}

function ties(context: ClaimContext): Relation[] {
  return statedTies(context).map((tie) => record(tie, context));
}

function record({ kind, from, to, span }: Tie, context: ClaimContext): Relation {
  const { text, document, settler } = context;
  const [a, b] = [settler.id(from), settler.id(to)];
  const body = slug(`${a.slice(6)} ${kind} ${b.slice(6)}`, 95);
  const selectors = [selectorAt(text, span.start, span.end)];
  return {
    id: `rel:${document.sha256.slice(0, 12)}-${body}`,
    kind,
    from: a,
    to: b,
    title: null,
    valid: null,
    evidence: [{ document: document.id, selectors }],
    status: 'proposed',
    method: 'extracted',
    confidence: CONFIDENCE[kind] ?? OTHERWISE,
  };
}

function withEvidence(relation: Relation, again: Relation): Relation {
  const [evidence] = relation.evidence as [Relation['evidence'][number]];
  const more = again.evidence[0]!.selectors.filter(
    ({ start, end }) => !evidence.selectors.some((one) => one.start === start && one.end === end),
  );
  const title = relation.title ?? again.title;
  return {
    ...relation,
    title,
    evidence: [{ ...evidence, selectors: [...evidence.selectors, ...more] }],
  };
}
