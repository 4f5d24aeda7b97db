import type { Attribution } from '../attribution/index.ts';
import type { Discourse } from '../actors/coreference.ts';
import type { Span } from '../nlp/index.ts';
import { namingsOfSentence } from '../actors/naming-index.ts';
import { isFiniteVerb } from '../text/finite.ts';
import { placeOf } from '../text/place.ts';
import { modeOf } from './mode.ts';
import { another } from './patterns/another.ts';

/** "Another compared it to a bride": words of a sentence whose speaker is one more are not the first one's. */
export function withoutAnother(
  attribution: Attribution,
  { parsed, trees }: Discourse,
): Attribution {
  const [cue] = attribution.cue;
  if (!cue || attribution.content.length < 2) return attribution;
  const home = placeOf(parsed, cue)?.sentence;
  const isOthers = (span: Span) => {
    const sentence = placeOf(parsed, span)?.sentence;
    return sentence !== undefined && sentence !== home && another(trees[sentence]!).length > 0;
  };
  const content = attribution.content.filter((span) => !isOthers(span));
  return content.length > 0 ? { ...attribution, content } : attribution;
}

/** "An allegation that | Lima | rejected | as the guns fell silent": the allegation, and not when. */
export function whatThatWas(
  attribution: Attribution,
  { parsed: { text } }: Discourse,
): Attribution {
  const { source, cue, content, mode } = attribution;
  // "That" itself may be taken for a part.
  const told = content.filter(({ start, end }) => !/^(?:that|which)$/.test(text.slice(start, end)));
  const [who, only] = [source[0], told[0]];
  if (!who || !cue[0] || !only || told.length > 1 || mode === 'direct') return attribution;
  if (!/^(?:as|when|while|after)\s/.test(text.slice(only.start, only.end))) return attribution;
  const before = CLAIM.exec(text.slice(Math.max(0, who.start - LONGEST_CLAIM), who.start));
  if (!before || who.start > cue[0].start || only.start < cue[0].end) return attribution;
  const start = who.start - before[0].length;
  return { ...attribution, content: [{ start, end: start + before[1]!.length }] };
}

/** In characters, with "that". */
const LONGEST_CLAIM = 60;
const CLAIM =
  /((?:an?|the) (?:\p{Ll}+ ){0,2}(?:allegation|accusation|claim|charge|report|assertion|suggestion|idea|proposal|demand)s?) (?:that|which) $/u;

/** "Ruled out | calling up reservists": what is ruled out is what was said of it. */
export function gerundOutOfCue(
  attribution: Attribution,
  { parsed: { text } }: Discourse,
): Attribution {
  const { cue, content } = attribution;
  const [first, ...more] = content;
  if (!cue[0] || !first || cue.length > 1 || first.start < cue[0].end) return attribution;
  const words = text.slice(cue[0].start, cue[0].end);
  const ruled = RULED.exec(words);
  if (!ruled || !/^\s*$/.test(text.slice(cue[0].end, first.start))) return attribution;
  const { start } = cue[0];
  return {
    ...attribution,
    cue: [{ start, end: start + ruled[1]!.length }],
    content: [{ start: start + ruled[0].length, end: first.end }, ...more],
  };
}

const RULED =
  /^(.*\b(?:ruled out|rules out|ruling out|ruled in|favou?red|opposed|denied|(?:warn|caution|advis)(?:ed|s|es|ing)(?:, however,)? against)) (?=\p{Ll}+ing\b)/u;

/** "He thinks it a success, and | according to diplomats a longer one | is prepared": "and" begins another clause. */
export function afterAnd(attribution: Attribution, { parsed, trees }: Discourse): Attribution {
  const { cue, content, source } = attribution;
  const place = cue[0] && placeOf(parsed, cue[0]);
  const who = source.at(-1);
  if (!cue[0] || !place || !who || who.start < cue[0].end) return attribution;
  const { tokens } = trees[place.sentence]!;
  const led = /^according$/.test(tokens[place.from]!.word);
  if (!led || !/^(?:and|but|while)$/.test(tokens[place.from - 1]?.word ?? '')) return attribution;
  if (content.some(({ end }) => end > cue[0]!.start)) return attribution;
  const from = tokens.findIndex(({ start, word }) => start >= who.end && word !== ',');
  const last = tokens.at(-1)!;
  const to = last.word === '.' ? tokens.length - 1 : tokens.length;
  if (from < 0 || !tokens.slice(from, to).some(isFiniteVerb)) return attribution;
  return { ...attribution, content: [{ start: tokens[from]!.start, end: tokens[to - 1]!.end }] };
}

/** "Claimed that A | before warning B": a second thing that was said, and no part of the first. */
export function beforeWarning(
  attribution: Attribution,
  { parsed: { text } }: Discourse,
): Attribution {
  const { cue, content, mode } = attribution;
  const last = content.at(-1)!;
  if (mode === 'direct' || !cue[0] || cue[0].start > last.start) return attribution;
  const next = BEFORE.exec(text.slice(last.start, last.end));
  if (!next || next.index < 12) return attribution;
  const spans = [...content.slice(0, -1), { start: last.start, end: last.start + next.index }];
  return { ...attribution, content: spans, mode: modeOf(text, spans) };
}

const BEFORE =
  /,? before (?:warning|adding|telling|urging|accusing|calling|saying|claiming|insisting|thanking)\b[^"“”]*$/u;

/** "He said, | adding | A, Koval said": the word that goes on is no part of what was said. */
export function pastAdding(attribution: Attribution, { parsed: { text } }: Discourse): Attribution {
  const { cue, content, mode } = attribution;
  const [first, ...more] = content;
  if (mode === 'direct' || !first || !cue[0] || cue[0].start < first.end) return attribution;
  const adding = ADDING.exec(text.slice(first.start, first.end));
  if (!adding || !/,\s$/u.test(text.slice(first.start - 2, first.start))) return attribution;
  return {
    ...attribution,
    content: [{ ...first, start: first.start + adding[0].length }, ...more],
  };
}

const ADDING = /^(?:adding|saying|noting|stressing|warning|explaining)(?: that)? (?=\p{L})/u;

/** "Issued a statement | on Friday expressing | regret": the participle tells how it was said. */
export function pastIssuing(
  attribution: Attribution,
  { parsed: { text } }: Discourse,
): Attribution {
  const { cue, content, mode } = attribution;
  const [first, ...more] = content;
  if (mode === 'direct' || !first || !cue[0] || cue.length > 1 || first.start < cue[0].end)
    return attribution;
  const issued = ISSUED.test(text.slice(cue[0].start, cue[0].end));
  const telling = issued ? EXPRESSING.exec(text.slice(first.start, first.end)) : null;
  if (!telling) return attribution;
  const verb = first.start + telling[0].indexOf(telling[1]!);
  return {
    ...attribution,
    cue: [{ start: verb, end: verb + telling[1]!.length }],
    content: [{ ...first, start: first.start + telling[0].length }, ...more],
  };
}

const ISSUED =
  /(?:issu|releas|publish)ed (?:an? |the )?(?:\p{Ll}+ ){0,2}(?:statements?|communiqu[eé]|declaration|note|letter|appeal)$/u;
const EXPRESSING =
  /^(?:(?:on \p{Lu}\p{Ll}+day|today|yesterday|earlier|late|tonight),? )*(expressing|condemning|denouncing|demanding|rejecting|denying|welcoming|praising|regretting|deploring) (?=\p{L})/u;

/** "Discussed how A can win | and signed a pact": what its speaker did besides, by the tense. */
export function beforeOwnDeed(attribution: Attribution, { parsed, trees }: Discourse): Attribution {
  const { cue, content, mode } = attribution;
  const last = content.at(-1)!;
  const place = cue[0] && mode !== 'direct' ? placeOf(parsed, cue[0]) : null;
  if (!place || cue[0]!.start > last.start) return attribution;
  const tree = trees[place.sentence]!;
  const verb = tree.headOf(place.from, place.to);
  const told = tree.childrenBy(verb, 'ccomp').some((i) => /^VB[PZ]?$/.test(tree.tokens[i]!.tag));
  const deed = tree
    .childrenBy(verb, 'conj')
    .find((i) => tree.tokens[i]!.tag === 'VBD' && tree.tokens[i - 1]!.word === 'and');
  if (!told || deed === undefined || tree.childrenBy(deed, 'nsubj').length > 0) return attribution;
  const { start: and } = tree.tokens[deed - 1]!;
  if (and <= last.start + 12 || and >= last.end) return attribution;
  const spans = [...content.slice(0, -1), { start: last.start, end: and - 1 }];
  return { ...attribution, content: spans, mode: modeOf(parsed.text, spans) };
}

/** "Let it be understood | through the agency that | A": by what channel is no part of it. */
export function pastChannel(
  attribution: Attribution,
  { parsed: { text } }: Discourse,
): Attribution {
  const { content, mode } = attribution;
  const [first, ...more] = content;
  const channel = first && mode !== 'direct' && CHANNEL.exec(text.slice(first.start, first.end));
  if (!first || !channel) return attribution;
  return {
    ...attribution,
    content: [{ start: first.start + channel[0].length, end: first.end }, ...more],
  };
}

/** "Through the agency", "on his Telegram channel", "its page". */
const CHANNEL =
  /^(?:(?:through|via) [^,;.“”"]{2,60}?|(?:on )?(?:(?:his|her|its|their|the) )?(?:official |own |personal )?(?:Telegram|X|Twitter|Facebook|VKontakte|Instagram|YouTube)(?: (?:channel|account|page|feed))?|(?:on )?(?:his|her|its|their) (?:official |own |personal )?(?:channel|account|page|blog|website)) that (?=\S)/u;

/** "Ruled it out; | Secretary Valfovich went further": a clause about somebody else is not what was said. */
export function beforeOthersClause(attribution: Attribution, discourse: Discourse): Attribution {
  const { content, source, cue, mode } = attribution;
  const { parsed, namings } = discourse;
  const last = content.at(-1)!;
  const place = mode === 'direct' ? null : placeOf(parsed, last);
  if (!place || !cue[0] || cue[0].start > last.start) return attribution;
  const words = parsed.text.slice(last.start, last.end);
  const at = words.lastIndexOf('; ');
  if (at < 2 || /["“”«»]/u.test(words.slice(at))) return attribution;
  const clause = { start: last.start + at + 2, end: last.end };
  const [first] = namingsOfSentence(namings, place.sentence).filter(
    ({ start, referent }) => start >= clause.start && referent.kind === 'person',
  );
  if (!first || first.end > last.end) return attribution;
  const title = parsed.text.slice(clause.start, first.start);
  const own = source.some(({ start, end }) =>
    parsed.text.slice(start, end).includes(first.referent.name),
  );
  if (own || !/^(?:\p{Lu}[\p{L}-]*\s|(?:of|the|and|for)\s)*$/u.test(title)) return attribution;
  const spans = [...content.slice(0, -1), { start: last.start, end: last.start + at }];
  return { ...attribution, content: spans, mode: modeOf(parsed.text, spans) };
}

/** Characters of ", which he had insisted " and the like. */
const LONGEST_WHICH = 40;
const WHICH =
  /^,? which (?:he|she|they|it) (?:had )?(?:said|says|added|argued|claimed|insisted|believes?|thinks?) $/;

/** "Blamed two coups, | which he said | had undermined the mission": one statement goes on in "which he said". */
export function joinedByWhich(
  found: readonly Attribution[],
  { parsed: { text } }: Discourse,
): Attribution[] {
  // "Which" may be a part of the content of its own.
  const byStart = new Map(found.map((one) => [one.content.at(-1)!.start, one]));
  const goesOn = (one: Attribution) => {
    const { end } = one.content.at(-1)!;
    for (let start = end + 1; start < end + LONGEST_WHICH; start++) {
      const next = byStart.get(start);
      if (next?.cue[0] && WHICH.test(text.slice(end, start))) return next;
    }
    return undefined;
  };
  const rest = new Set(found.flatMap((one) => goesOn(one) ?? []));
  return found
    .filter((one) => !rest.has(one))
    .map((one) => {
      const more = goesOn(one);
      if (!more) return one;
      const { start } = one.content.at(-1)!;
      const spans = [...one.content.slice(0, -1), { start, end: more.content.at(-1)!.end }];
      return { ...one, content: spans, mode: modeOf(text, spans) };
    });
}
