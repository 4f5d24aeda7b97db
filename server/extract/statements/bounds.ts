import type { Discourse } from '../actors/coreference.ts';
import { namingsOfSentence } from '../actors/naming-index.ts';
import type { Attribution } from '../attribution/index.ts';
import type { ParsedDocument } from '../nlp/index.ts';
import { lastStarting, placeOf } from '../text/place.ts';
import {
  aroundCue,
  beforeSetting,
  bothClauses,
  fromComma,
  inOnesWords,
  toTheEnd,
  wholeBefore,
} from './extent.ts';
import { onlyPronoun, throughList, wholeClaim, withoutClauseBefore } from './asides.ts';
import { withoutFormula } from './formulas.ts';
import { modeOf } from './mode.ts';
import { beforeOthers } from './others.ts';
import { wholeQuotation, withItsClause } from './scraps.ts';
import { withoutTitle, withSpeaker } from './sources.ts';
import { beforeSubordinate, withinRelative } from './subordinate.ts';
import { tellerAtEnd } from './teller.ts';
import { withoutOccasion } from './wrappings.ts';
import { isFiniteTag } from '../text/finite.ts';
import {
  afterAnd,
  beforeOthersClause,
  beforeOwnDeed,
  beforeWarning,
  gerundOutOfCue,
  pastAdding,
  pastChannel,
  pastIssuing,
  withoutAnother,
  whatThatWas,
} from './content-bounds.ts';
import {
  pastAs,
  pastDay,
  pastListener,
  pastOutlet,
  throughRest,
  toEndAfterColon,
} from './content-reach.ts';
import { accordingToComma, beforeParticiple, whomISpokeTo, wholeOfBody } from './source-bounds.ts';

/**
 * An attribution whose content begins and ends where its sentences show that it must: a quotation
 * after a colon does not run on into what follows it, and a sentence that its speaker closes was
 * said as a whole.
 */
export function withinBounds(tagged: Attribution, discourse: Discourse): Attribution {
  const spoken = withoutOccasion(withSpeaker(tagged, discourse), discourse);
  const attribution = withoutFormula(spoken, discourse);
  if (isContribution(attribution, discourse.parsed)) return { ...attribution, mode: 'direct' };
  return RULES.reduce((drawn, rule) => rule(drawn, discourse), attribution);
}

type Rule = (attribution: Attribution, discourse: Discourse) => Attribution;

/** In the order in which they apply: what a content takes in, then what it leaves out. */
const RULES: readonly Rule[] = [
  accordingToComma,
  onlyPronoun,
  wholeClaim,
  beforeParticiple,
  whomISpokeTo,
  wholeOfBody,
  afterAnd,
  whatThatWas,
  gerundOutOfCue,
  pastChannel,
  pastAdding,
  pastIssuing,
  pastOutlet,
  pastListener,
  pastDay,
  pastAs,
  throughRest,
  toEndAfterColon,
  throughList,
  beforeOthersClause,
  beforeWarning,
  beforeOwnDeed,
  withoutAnother,
  paraphrased,
  wholeQuotation,
  withItsClause,
  beforeSetting,
  inOnesWords,
  inItsParagraph,
  toTheEnd,
  fromComma,
  quotedOnly,
  nearCue,
  ownSentence,
  oneSentence,
  wholeBefore,
  bothClauses,
  beforeOthers,
  beforeSubordinate,
  withinRelative,
  aroundCue,
  withoutAside,
  withoutSetting,
  withoutClauseBefore,
  withoutCarrier,
  withoutTeller,
  withoutTitle,
  beforeNextName,
];

/** "He added | that Ukraine …": a clause is a paraphrase, though a mark before it was never closed. */
function paraphrased(attribution: Attribution, { parsed: { text } }: Discourse): Attribution {
  const { content, mode } = attribution;
  const words = text.slice(content[0]!.start, content[0]!.end);
  if (mode !== 'direct' || !/^that\s+\p{L}/u.test(words)) return attribution;
  return { ...attribution, mode: modeOf(text, content) };
}

/** "Warned of attacks from Belarus | and President Volodymyr | Zelensky said": nobody's name is cut. */
function beforeNextName(
  attribution: Attribution,
  { parsed, trees, namings }: Discourse,
): Attribution {
  const { content, mode } = attribution;
  const last = content.at(-1)!;
  const place = mode === 'direct' ? null : placeOf(parsed, last);
  if (!place) return attribution;
  const { tokens } = trees[place.sentence]!;
  const cut = namingsOfSentence(namings, place.sentence).find(
    (naming) =>
      naming.start < last.end &&
      naming.end >= last.end &&
      (naming.end > last.end || /^VB[DZ]$/.test(tokens[naming.to]?.tag ?? '')) &&
      naming.referent.kind === 'person',
  );
  const and = tokens.findLastIndex(
    ({ word }, i) => cut !== undefined && i < cut.from && /^(?:and|but|while)$/.test(word),
  );
  if (!cut || and <= place.from || cut.from - and > LONGEST_TITLE) return attribution;
  const end = tokens[tokens[and - 1]!.word === ',' ? and - 2 : and - 1]!.end;
  return { ...attribution, content: [...content.slice(0, -1), { start: last.start, end }] };
}

/** From "and" to a name, in tokens. */
const LONGEST_TITLE = 6;

/** A paraphrase ends with its paragraph: a quotation in the next one is a statement of its own. */
function inItsParagraph(attribution: Attribution, { parsed }: Discourse): Attribution {
  const { paragraphs } = parsed;
  const { cue, content, mode } = attribution;
  if (mode === 'direct' || !cue[0] || content.length < 2) return attribution;
  const { end } = paragraphs[lastStarting(paragraphs, cue[0].start)]!;
  const own = content.filter(({ start }) => start < end);
  return own.length > 0 && own.length < content.length
    ? { ...attribution, content: own }
    : attribution;
}

/** "Warned that A, according to Reuters": the carrier's words at the end were not said. */
function withoutCarrier(attribution: Attribution, { parsed }: Discourse): Attribution {
  const { content, cue, mode } = attribution;
  const last = content.at(-1)!;
  if (mode === 'direct' || !cue[0] || cue[0].start > last.start) return attribution;
  const words = parsed.text.slice(last.start, last.end);
  const tail = /,? (?:according to|as (?:reported|quoted|cited) by) [^,.;:"“”]{2,60}$/u.exec(words);
  if (!tail || tail.index < 12 || BY_RULE.test(tail[0])) return attribution;
  const end = last.start + tail.index;
  return { ...attribution, content: [...content.slice(0, -1), { start: last.start, end }] };
}

/** "Are treated | according to the rule of law", "will go according to plan": how, and not by whom it is told. */
const BY_RULE =
  /^ according to (?:(?:the|an?|its|their|his|her|our|all|any|each|existing|international|prior|previous|strict|certain|domestic|national|local|islamic|\p{Lu}\p{Ll}+) )*(?:rules?|laws?|plans?|schedules?|principles?|norms?|standards?|agreements?|constitution|charter|procedures?|needs?|wishes|will|conscience|merit|terms|timetables?|criteria|regulations?|convention|customs?|traditions?|provisions?|values|interests?|means|abilit(?:y|ies)|circumstances|sharia)\b/u;

/** "X told Y that A, the Kremlin said": who tells of it at the end is no part of what X said. */
function withoutTeller(attribution: Attribution, { parsed, trees }: Discourse): Attribution {
  const { cue, content, mode } = attribution;
  const last = content.at(-1)!;
  const place = cue[0] && mode !== 'direct' ? placeOf(parsed, cue[0]) : null;
  if (!place || cue[0]!.start > last.start) return attribution;
  const { tokens } = trees[place.sentence]!;
  const teller = tellerAtEnd(tokens);
  if (
    !teller ||
    tokens[teller.comma]!.start <= last.start ||
    tokens[teller.comma + 1]!.end > last.end
  )
    return attribution;
  const end = tokens[teller.comma]!.start;
  const spans = [...content.slice(0, -1), { start: last.start, end }];
  return { ...attribution, content: spans, mode: modeOf(parsed.text, spans) };
}

/** `X: "words." An envoy was blunter. | "No," he said`: what stands before the sentence between is another's. */
function nearCue(attribution: Attribution, { parsed }: Discourse): Attribution {
  const { cue, content } = attribution;
  const { text, sentences } = parsed;
  if (!cue[0] || content.length < 2) return attribution;
  const at = lastStarting(sentences, cue[0].start);
  const between = sentences[at - 1];
  if (!between || /["“”]/u.test(text.slice(between.start, between.end))) return attribution;
  const near = content.filter(({ end }) => end > between.start);
  return near.length > 0 && near.length < content.length
    ? { ...attribution, content: near, mode: modeOf(text, near) }
    : attribution;
}

/** `X: "words." He ruled out talks`: the quotation before the cue's sentence is no part of what it reports. */
function ownSentence(attribution: Attribution, { parsed }: Discourse): Attribution {
  const { cue, content, mode } = attribution;
  const place = cue[0] && mode !== 'direct' ? placeOf(parsed, cue[0]) : null;
  if (!place || content.length < 2) return attribution;
  const { start, end } = parsed.sentences[place.sentence]!;
  const own = content.filter((span) => span.start >= cue[0]!.end && span.end <= end);
  const before = content.filter((span) => span.end <= start);
  if (own.length === 0 || before.length === 0) return attribution;
  return { ...attribution, content: own, mode: modeOf(parsed.text, own) };
}

/**
 * What stands after a cue that closes a sentence was not said where it only tells whom ("his neighbour
 * told | our website") or what the writer makes of it ("said on Monday, | in what would be a first").
 */
function withoutAside(attribution: Attribution, { parsed, trees }: Discourse): Attribution {
  const { cue, content, mode } = attribution;
  const last = content.at(-1)!;
  const place = content.length > 1 && cue[0] && mode !== 'direct' ? placeOf(parsed, last) : null;
  if (!place || last.start < cue[0]!.end || content.at(-2)!.end > cue[0]!.start) return attribution;
  const { tokens } = trees[place.sentence]!;
  const words = tokens.slice(place.from, place.to);
  const comment = words[0]!.word === 'in' && words[1]?.word === 'what';
  const told = /^(?:tell|assur|assure|inform|remind|reassur|reassure)$/.test(
    tokens[place.from - 1]?.lemma ?? '',
  );
  const listener = told && words.every(({ tag }) => /^(?:DT|PRP|JJ|NN|POS|IN|CD)/.test(tag));
  if (!comment && !listener) return attribution;
  const spans = content.slice(0, -1);
  return { ...attribution, content: spans, mode: modeOf(parsed.text, spans) };
}

/** "Prior to the talks in Minsk, X said | that ...": when or where it was said was not said. */
function withoutSetting(attribution: Attribution, { parsed, trees }: Discourse): Attribution {
  const { cue, source, content, mode } = attribution;
  const [first, second] = content;
  const place = first && second && mode !== 'direct' ? placeOf(parsed, first) : null;
  if (!first || !second || !place || !cue[0] || !source[0]) return attribution;
  const inserted = Math.min(cue[0].start, source[0].start);
  if (first.end > inserted || second.start < cue[0].end) return attribution;
  const { tokens } = trees[place.sentence]!;
  const setting = tokens.slice(place.from, place.to);
  const told = /^that\s/u.test(parsed.text.slice(second.start, second.end));
  const phrase = setting.every(({ tag, word }) => !isFiniteTag(tag) && !/["“”«»]/u.test(word));
  if (!told || !phrase) return attribution;
  const spans = content.slice(1);
  return { ...attribution, content: spans, mode: modeOf(parsed.text, spans) };
}

/** `NAME: "words." The article goes on`: the quotation alone was said. */
function quotedOnly(attribution: Attribution, { parsed: { text } }: Discourse): Attribution {
  const { cue, content, mode } = attribution;
  const [first, ...rest] = content;
  const colon = cue.length === 1 && /^[:—–-]$/u.test(text.slice(cue[0]!.start, cue[0]!.end));
  if (!colon || mode !== 'mixed' || !first || rest.length > 0) return attribution;
  const quotation = /^["“][^"“”\n]+["”]/u.exec(text.slice(first.start, first.end))?.[0];
  if (!quotation || !/[.!?…]["”]$/u.test(quotation)) return attribution;
  const end = first.start + quotation.length;
  return { ...attribution, content: [{ start: first.start, end }], mode: 'direct' };
}

/** A paraphrase ends with its sentence: what comes after is quoted or nobody's words. */
function oneSentence(attribution: Attribution, { parsed }: Discourse): Attribution {
  const { content, cue, mode } = attribution;
  const [first, ...rest] = content;
  if (mode === 'direct' || !first || rest.length > 0 || (cue[0]?.start ?? Infinity) > first.start)
    return attribution;
  const { text, sentences } = parsed;
  const sentence = sentences[lastStarting(sentences, first.start)];
  if (!sentence || sentence.end >= first.end) return attribution;
  const within = { start: first.start, end: sentence.end };
  const marks = text.slice(within.start, within.end).replace(/[^“”"]/gu, '');
  if (/^(?:“|(?:“”)*“|(?:"")*")$/u.test(marks)) return attribution;
  return { ...attribution, content: [within], mode: marks === '' ? 'indirect' : mode };
}

/**
 * `Name, office: words` that fill their paragraph, as in a transcript: all of them were said, and
 * the layout stands for quotation marks.
 */
function isContribution(
  { source, cue, content }: Attribution,
  { text, ...parsed }: ParsedDocument,
) {
  const [speaker, colon, words] = [source[0], cue[0], content[0]];
  if (!speaker || !colon || !words || text.slice(colon.start, colon.end) !== ':') return false;
  if (/^["“«]/u.test(text.slice(words.start, words.end))) return false;
  const { start, end } = parsed.paragraphs[lastStarting(parsed.paragraphs, speaker.start)]!;
  return speaker.start === start && speaker.end === colon.start && words.end === end;
}
