import type { Attribution } from '../attribution/index.ts';
import type { Discourse } from '../actors/coreference.ts';
import { inSet } from '../text/in-set.ts';
import type { Span, Token } from '../nlp/index.ts';
import { isFiniteVerb } from '../text/finite.ts';
import { intersects, placeOf } from '../text/place.ts';
import { modeOf } from './mode.ts';
import { rangeAt } from './range.ts';
import { SAYING } from './verbs.ts';

/** "A after authorities | announced that B": whoever stands between the conjunction and the verb; null where nobody does. */
export function subordinateSpeaker(
  attribution: Attribution,
  tokens: readonly Token[],
  verb: number,
): Attribution | null {
  const [source] = attribution.source;
  const found = clauseBefore(tokens, verb);
  if (!found || !source) return null;
  const span = { start: tokens[found + 1]!.start, end: tokens[verb - 1]!.end };
  const apart = source.end <= tokens[found]!.start && !intersects(span, source);
  return apart ? { ...attribution, source: [span] } : null;
}

/** "Warned that A | after authorities announced that B": what the authorities announced is theirs. */
export function beforeSubordinate(
  attribution: Attribution,
  { parsed, trees }: Discourse,
): Attribution {
  const { cue, content, mode } = attribution;
  const last = content.at(-1)!;
  const place = mode === 'direct' || !cue[0] ? null : placeOf(parsed, last);
  if (!place || cue[0]!.start > last.start) return attribution;
  const { tokens } = trees[place.sentence]!;
  const found = clauseBefore(tokens, place.to);
  if (!found || found < place.from + 2) return attribution;
  const spans = [...content.slice(0, -1), { start: last.start, end: tokens[found - 1]!.end }];
  return { ...attribution, content: spans, mode: modeOf(parsed.text, spans) };
}

/** "A, which experts say | has armed B, | has refused": the clause of "which" ends before the verb of A. */
export function withinRelative(attribution: Attribution, discourse: Discourse): Attribution {
  const { parsed, trees } = discourse;
  const { content, mode } = attribution;
  const [cue] = attribution.cue;
  const after = content.filter(({ start }) => cue !== undefined && start >= cue.end);
  const [first] = after;
  const whole = first && { start: first.start, end: after.at(-1)!.end };
  const place = whole && mode !== 'direct' ? placeOf(parsed, whole) : null;
  if (!first || !place) return attribution;
  const { tokens } = trees[place.sentence]!;
  const said = place.from - 1;
  if (tokens[said]?.end !== cue!.end || !isFiniteVerb(tokens[place.from]!)) return attribution;
  const comma = tokens.findIndex(
    ({ word }, i) =>
      i > place.from && i < place.to - 1 && word === ',' && isFiniteVerb(tokens[i + 1]!),
  );
  const relative = comma < 0 ? null : relativeAt(tokens, said);
  if (relative === null) return attribution;
  const clause = { start: first.start, end: tokens[comma - 1]!.end };
  // What "which" stands for is named by the sentence around it.
  const { start } = tokens[relative]!;
  const kept = content.filter((span) => !after.includes(span) && span.start >= start);
  const spans = [...kept, clause];
  return { ...attribution, content: spans, mode: modeOf(parsed.text, spans) };
}

/** The token "which" after a comma, before a phrase for a speaker and a verb of saying; null without one. */
function relativeAt(tokens: readonly Token[], said: number): number | null {
  let at = said - 1;
  while (at > 0 && said - at < LONGEST && isOfPhrase(tokens[at]!)) at--;
  const found = /^W/.test(tokens[at]?.tag ?? '') && tokens[at - 1]?.word === ',' && at < said - 1;
  return found ? at : null;
}

/**
 * "Would decide for itself | – but there were signs of haste": a clause of the document's own holds
 * that against it. "- but only for buses", "- but it would carry buses" are the speaker's words.
 */
export function beforeObjection(span: Span, discourse: Discourse): Span {
  const range = rangeAt(span, discourse);
  if (!range) return span;
  const words = range.tree.tokens.slice(range.from, range.to);
  const dash = words.findLastIndex(
    ({ word }, i) => i >= SHORTEST && /^[–—-]$/u.test(word) && words[i + 1]?.word === 'but',
  );
  const after = dash < 0 ? [] : words.slice(dash + 2);
  const verb = after.findIndex(isFiniteVerb);
  const own = after.slice(0, Math.max(0, verb)).some(({ tag }) => /^(?:NN|PRP$|EX|DT)/.test(tag));
  const reported = /^(?:would|could|might|had)$/i.test(after[verb]?.word ?? '');
  const marked = after.some(({ word }) => /["“”]/u.test(word));
  return own && !reported && !marked ? { start: span.start, end: words[dash - 1]!.end } : span;
}

/** Fewest tokens of what a clause after a dash objects to. */
const SHORTEST = 3;

/** The conjunction whose clause is only a phrase for somebody, a verb of saying and "that". */
function clauseBefore(tokens: readonly Token[], verb: number): number | null {
  const said = tokens[verb];
  if (!said || !/^VB[DZP]$/.test(said.tag) || !inSet(said.lemma, SAYING)) return null;
  if (tokens[verb + 1]?.word !== 'that') return null;
  let at = verb - 1;
  while (at > 0 && verb - at < LONGEST && isOfPhrase(tokens[at]!)) at--;
  const phrase = tokens.slice(at + 1, verb);
  const spoken = phrase.some(({ tag }) => tag.startsWith('NN'));
  return spoken && CONJUNCTION.test(tokens[at]!.word) ? at : null;
}

function isOfPhrase({ tag, word }: Token): boolean {
  return /^(?:DT|JJ|NN|POS|CD|PRP\$)/.test(tag) || /^(?:in|of|at|from|for)$/.test(word);
}

const CONJUNCTION = /^(?:after|before|since|because|as|when|though|although|where)$/;

/** Longest phrase for a speaker, in tokens. */
const LONGEST = 10;
