import type { Relation } from '../../../graph-data/schema/index.ts';
import { selectorAt, slug } from '../../../graph-data/schema/index.ts';
import type { Post } from '../actors/referent.ts';
import type { ClaimContext } from './index.ts';

/** Confidence of an office or membership read from a title or apposition; measured, docs/reading.md. */
const POST = 0.85;

/** Offices and memberships that the document states, each once with all its evidence. */
export function relationRecords(context: ClaimContext): Relation[] {
  const relations = new Map<string, Relation>();
  for (const referent of context.discourse.cast.referents)
    for (const post of referent.posts) {
      const from = context.settler.id(referent);
      const relation = postRelation(from, post, context);
      const same = relations.get(relation.id);
      relations.set(relation.id, same ? withEvidence(same, relation) : relation);
    }
  return [...relations.values()];
}

function postRelation(from: Relation['from'], post: Post, context: ClaimContext): Relation {
  const { text, document, settler } = context;
  const to = settler.id(post.of);
  const name = slug(`${from.slice(6)} ${post.kind} ${to.slice(6)}`, 95);
  return {
    id: `rel:${document.sha256.slice(0, 12)}-${name}`,
    kind: post.kind,
    from,
    to,
    title: post.title,
    valid: document.published,
    evidence: [
      { document: document.id, selectors: [selectorAt(text, post.span.start, post.span.end)] },
    ],
    status: 'proposed',
    method: 'extracted',
    confidence: POST,
  };
}

function withEvidence(relation: Relation, again: Relation): Relation {
  const [evidence] = relation.evidence as [Relation['evidence'][number]];
  const selectors = [...evidence.selectors, ...again.evidence[0]!.selectors];
  return { ...relation, evidence: [{ ...evidence, selectors }] };
}
