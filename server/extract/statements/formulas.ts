import type { Discourse } from '../actors/coreference.ts';
import type { Attribution } from '../attribution/index.ts';
import type { Span, Token } from '../nlp/index.ts';
import { placeOf } from '../text/place.ts';
import type { Tree } from '../text/tree.ts';
import { clauseEnd } from './patterns/shape.ts';
import { isFiniteVerb } from '../text/finite.ts';

/**
 * An attribution without the words of course that the tagger took into its cue or content: "noted
 * in that regard that", "responded by accusing", "quoted X as saying that".
 */
export function withoutFormula(attribution: Attribution, discourse: Discourse): Attribution {
  const { cue, content, mode } = attribution;
  const [first] = content;
  const place = cue[0] && mode !== 'direct' ? placeOf(discourse.parsed, cue[0]) : null;
  if (!place || !first || cue.length > 1) return attribution;
  const { tokens } = discourse.trees[place.sentence]!;
  const last = place.to - 1;
  const quoted =
    wasQuoted(attribution, tokens, last) ?? toHaveSaid(attribution, tokens, last, discourse);
  if (quoted) return quoted;
  if (first.start < tokens[last]!.end) return attribution;
  return (
    respondingBy(attribution, tokens, last) ??
    inThatRegard(attribution, tokens, last) ??
    asSaying(attribution, tokens, last) ??
    toListener(attribution, tokens, last) ??
    pastListener(attribution, tokens, last) ??
    thatComma(attribution, discourse) ??
    inAStatement(attribution, discourse) ??
    thatWhen(attribution, discourse) ??
    attribution
  );
}

/** "Responded by | accusing Y of lies": the second verb tells what was said. Null for other cues. */
function respondingBy(
  attribution: Attribution,
  tokens: readonly Token[],
  last: number,
): Attribution | null {
  const by = tokens[last]!.word === 'by' ? last : last + 1;
  const verb = tokens[by + 1];
  if (tokens[by]?.word !== 'by' || verb?.tag !== 'VBG') return null;
  if (!/^(?:respond|react|reply|retaliate|answer|counter)$/.test(tokens[by - 1]!.lemma))
    return null;
  const rest = from(attribution.content, tokens[by + 2]?.start ?? verb.end);
  return rest && { ...attribution, cue: [verb], content: rest };
}

/** "Noted | in that regard | that": null where nothing of the kind stands after the verb. */
function inThatRegard(
  attribution: Attribution,
  tokens: readonly Token[],
  last: number,
): Attribution | null {
  const at = tokens[last]!.word === 'in' ? last : last + 1;
  const [, pointer, noun, that] = tokens.slice(at, at + 4);
  if (tokens[at]?.word !== 'in' || !that || at < 1) return null;
  if (
    !/^(?:this|that)$/.test(pointer!.word) ||
    !/^(?:regard|respect|connection|context|vein)$/.test(noun!.word)
  )
    return null;
  const begin = /^(?:that|,)$/.test(that.word) ? at + 4 : at + 3;
  const rest = from(attribution.content, tokens[begin]?.start ?? that.end);
  return rest && { ...attribution, cue: [tokens[at - 1]!], content: rest };
}

/** "X, the minister, | was quoted | by Y as saying that A": neither X nor the words of course were said. */
function wasQuoted(
  attribution: Attribution,
  tokens: readonly Token[],
  last: number,
): Attribution | null {
  const said = attribution.content.at(-1)!;
  const as = tokens.findIndex(
    ({ word }, i) => i > last && word === 'as' && tokens[i + 1]?.word === 'saying',
  );
  if (as < 0 || as - last > LONGEST_QUOTED || tokens[last - 1]?.lemma !== 'be') return null;
  const begin = tokens[as + 2]?.word === 'that' ? as + 3 : as + 2;
  const start = tokens[begin]?.start ?? Infinity;
  const within = said.start >= tokens[last]!.end && start + 2 < said.end;
  return within ? { ...attribution, content: [{ start, end: said.end }] } : null;
}

/** `"A", | a vice director | was reported | by Y to have said`: the quotation, by whoever stands after it. */
function toHaveSaid(
  attribution: Attribution,
  tokens: readonly Token[],
  last: number,
  { parsed }: Discourse,
): Attribution | null {
  const [content] = attribution.content;
  const to = tokens.findIndex(
    ({ word }, i) =>
      i > last &&
      word === 'to' &&
      tokens[i + 1]?.word === 'have' &&
      /^(?:said|told|written)$/.test(tokens[i + 2]?.word ?? ''),
  );
  const be = tokens[last - 1]?.lemma === 'be' ? last - 1 : -1;
  const comma = tokens.findLastIndex(({ word }, i) => i < be && word === ',');
  if (to < 0 || to - last > LONGEST_QUOTED || comma < 3 || be - comma < 2 || !content) return null;
  const said = { start: content.start, end: tokens[comma - 1]!.end };
  if (said.end <= said.start) return null;
  const words = parsed.text.slice(said.start, said.end);
  const direct = /^["“][^"“”]+["”]$/u.test(words);
  const source = [{ start: tokens[comma + 1]!.start, end: tokens[be - 1]!.end }];
  const mode = direct ? 'direct' : attribution.mode;
  return { ...attribution, source, content: [said], mode };
}

/** "Quoted | X as saying that A": A was said. Null for other cues. */
function asSaying(
  attribution: Attribution,
  tokens: readonly Token[],
  last: number,
): Attribution | null {
  if (!/^(?:quot|cit)e?$/.test(tokens[last]!.lemma)) return null;
  const as = tokens.findIndex(
    ({ word }, i) =>
      i > last && word === 'as' && /^(?:saying|telling)$/.test(tokens[i + 1]?.word ?? ''),
  );
  if (as < 0 || as - last > LONGEST_QUOTED) return null;
  const begin = tokens[as + 2]?.word === 'that' ? as + 3 : as + 2;
  const rest = from(attribution.content, tokens[begin]?.start ?? tokens[as + 1]!.end);
  return rest && { ...attribution, content: rest };
}

/** "Reported | to the head of state that | A": whom it was said to. Null for other contents. */
function toListener(
  attribution: Attribution,
  tokens: readonly Token[],
  last: number,
): Attribution | null {
  if (tokens[last + 1]?.word !== 'to') return null;
  const that = tokens.findIndex(
    ({ word }, i) => i > last + 2 && i - last <= LONGEST_LISTENER && word === 'that',
  );
  const listener = tokens.slice(last + 2, that);
  const phrase = listener.every(({ tag }) => /^(?:DT|PRP|JJ|NN|POS|IN|CD|CC)/.test(tag));
  if (that < 0 || !phrase || !tokens[that + 1]) return null;
  const rest = from(attribution.content, tokens[that + 1]!.start);
  return rest && { ...attribution, content: rest };
}

/** "Told | the assembly in New York on Friday | that A", "announced | on the eve of it | that A": who was told and when. Null for other contents. */
function pastListener(
  attribution: Attribution,
  tokens: readonly Token[],
  last: number,
): Attribution | null {
  const after = tokens[last + 1]?.word ?? '';
  if (tokens[last]!.lemma !== 'tell' && !/^(?:on|at|in|during|after|ahead|before)$/.test(after))
    return null;
  const that = tokens.findIndex(
    (_, i) =>
      i > last + 1 &&
      i - last <= LONGEST_LISTENER + 6 &&
      (opensClause(tokens, i) || isOnlyThat(tokens, i, last)),
  );
  const said = attribution.content.at(-1)!;
  const [first] = attribution.content;
  if (that < 0 || !tokens[that + 1] || first!.start >= tokens[that]!.start) return null;
  // "Said | on leaving the building | that".
  const phrase = tokens
    .slice(last + 1, that)
    .every(
      ({ tag }, i) =>
        /^(?:DT|PRP|JJ|NN|POS|IN|CD|CC|,|-[LR]RB-)/.test(tag) ||
        (tag === 'VBG' && tokens[last + i]!.tag === 'IN'),
    );
  const rest = { start: tokens[that + 1]!.start, end: said.end };
  return phrase && rest.start < rest.end ? { ...attribution, content: [rest] } : null;
}

/** "That", before a subject: the tagger takes some for relative pronouns. */
function opensClause(tokens: readonly Token[], at: number): boolean {
  const { word, tag } = tokens[at]!;
  if (word !== 'that') return false;
  return tag === 'IN' || (tag === 'WDT' && /^(?:NN|PRP|DT)/.test(tokens[at + 1]?.tag ?? ''));
}

/** "Told Chile's state TV | that debate was fierce": the only "that" of what one was told, whatever the tagger took it for. */
function isOnlyThat(tokens: readonly Token[], at: number, verb: number): boolean {
  const thats = tokens.filter(({ word }, i) => i > verb && word === 'that');
  return tokens[verb]!.lemma === 'tell' && thats.length === 1 && thats[0] === tokens[at];
}

/** From the verb to "that", in tokens. */
const LONGEST_LISTENER = 14;

/** "Stressed | that, | apart from A, B": the conjunction is no part of it. Null for other contents. */
function thatComma(attribution: Attribution, discourse: Discourse): Attribution | null {
  const { parsed } = discourse;
  const { start, end } = attribution.content[0]!;
  const mark = /^that,\s+/u.exec(parsed.text.slice(start, end));
  const rest = mark && from(attribution.content, start + mark[0].length);
  return rest ? { ...attribution, content: withMainClause(rest, discourse) } : null;
}

/** "Stressed | that after the check is done | , the cabinet will complain": null for other contents. */
function thatWhen(attribution: Attribution, discourse: Discourse): Attribution | null {
  const { content } = attribution;
  const [first, more] = content;
  const place = first && !more ? placeOf(discourse.parsed, first) : null;
  if (!place) return null;
  const tree = discourse.trees[place.sentence]!;
  const { tokens } = tree;
  const opening = tokens[place.from]!.word === 'that' ? place.from + 1 : place.from;
  const conditional =
    /^(?:after|before|if|when|once|while|as|since|although|though|because|unless|until)$/;
  if (!conditional.test(tokens[opening]?.word ?? '') || tokens[place.to]?.word !== ',') return null;
  const rest = tokens.slice(place.to + 1);
  // The clause after the comma has a subject of its own: "…, | the cabinet will".
  const clause = /^(?:DT|PRP\$?|JJ|NN|EX|CD)/.test(rest[0]?.tag ?? '') && rest.some(isFiniteVerb);
  return clause
    ? { ...attribution, content: [{ start: first!.start, end: endOfClause(tree, place.to + 1) }] }
    : null;
}

/** "That, given the cold, | winter favours the defence": a condition alone was not said. */
function withMainClause(content: readonly Span[], { parsed, trees }: Discourse): readonly Span[] {
  const [condition, more] = content;
  const place = condition && !more ? placeOf(parsed, condition) : null;
  if (!condition || !place) return content;
  const tree = trees[place.sentence]!;
  const { tokens } = tree;
  const alone =
    /^(?:IN|VBG|VBN)$/.test(tokens[place.from]!.tag) &&
    !tokens.slice(place.from, place.to).some(isFiniteVerb) &&
    tokens[place.to]?.word === ',' &&
    tokens.slice(place.to).some(isFiniteVerb);
  return alone ? [{ start: condition.start, end: endOfClause(tree, place.to + 1) }] : content;
}

/** Offset at which a clause ends, before a further verb of saying or a carrier. */
function endOfClause(tree: Tree, from: number): number {
  return tree.tokens[clauseEnd(tree, from) - 1]!.end;
}

/** "Condemned the attack | in a statement": where it was said is no part of it. Null for other contents. */
function inAStatement(attribution: Attribution, { parsed }: Discourse): Attribution | null {
  const last = attribution.content.at(-1)!;
  const place = WHERE.exec(parsed.text.slice(last.start, last.end));
  if (!place || place.index < 4) return null;
  const end = last.start + place.index;
  return {
    ...attribution,
    content: [...attribution.content.slice(0, -1), { start: last.start, end }],
  };
}

const WHERE =
  /,?\sin an? (?:\w+ )?(?:statement|post|tweet|interview|address|briefing|letter|message)(?: (?:on|late|early) \w+)?[.]?$/u;

/** Most tokens of whoever is quoted so. */
const LONGEST_QUOTED = 16;

/** A content from a place on; null when the place lies outside of its first span. */
function from(content: readonly Span[], start: number): readonly Span[] | null {
  const [first, ...more] = content;
  return first && first.start <= start && start + 2 < first.end
    ? [{ start, end: first.end }, ...more]
    : null;
}
