import { inSet } from '../../text/in-set.ts';
import type { Token } from '../../nlp/index.ts';
import type { Tree } from '../../text/tree.ts';
import { BLAMING, JUDGING, SAYING, SAYING_THAT } from '../verbs.ts';
import { clauseEnd, hasFinite, type Parts } from './shape.ts';

/** "Another compared it to a bride", "a third says that A": one more of those who have just spoken. */
export function another(tree: Tree): Parts[] {
  const { tokens } = tree;
  const verb = verbAfter(tokens);
  const { lemma, tag } = tokens[verb] ?? { lemma: '', tag: '' };
  if (verb === 0 || !/^VB[DNZ]$/.test(tag)) return [];
  const says = inSet(lemma, SAYING) || inSet(lemma, SAYING_THAT);
  const judges = inSet(lemma, JUDGING) || inSet(lemma, BLAMING);
  const from = tokens[verb + 1]?.word === 'that' ? verb + 2 : verb + 1;
  const content = [from, clauseEnd(tree, from)] as const;
  if (content[1] - from < 2 || !(judges || (says && hasFinite(tree, ...content)))) return [];
  return [{ shape: 'bare', source: [0, verb], cue: [verb, verb + 1], content, lemma }];
}

/** The token after "another", "a second", "the other"; 0 where a sentence begins otherwise. */
function verbAfter([first, second]: readonly Token[]): number {
  if (/^Another$/.test(first?.word ?? '')) return 1;
  const article = /^(?:A|The)$/.test(first?.word ?? '');
  return article && /^(?:second|third|fourth|other)$/.test(second?.word ?? '') ? 2 : 0;
}
