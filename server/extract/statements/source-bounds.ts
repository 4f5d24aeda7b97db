import type { Attribution } from '../attribution/index.ts';
import type { Discourse } from '../actors/coreference.ts';
import { namingsOfSentence } from '../actors/naming-index.ts';
import { placeOf } from '../text/place.ts';

/**
 * "According to a report by the Star, | Minister Koval and his colleague Lis signed it": with no
 * comma between source and content, the comma within the source is where the content begins.
 */
export function accordingToComma(
  attribution: Attribution,
  { parsed: { text } }: Discourse,
): Attribution {
  const { source, cue, content } = attribution;
  const [who] = source;
  const [first, ...more] = content;
  if (!who || !first || source.length > 1 || first.start < who.end) return attribution;
  const led = cue[0] && /^according to$/i.test(text.slice(cue[0].start, cue[0].end));
  const between = text.slice(who.end, first.start);
  // "According to witnesses, the drone | strikes came early, | causing fires"
  const cut = /^ \p{L}[^.;:“”"\n]{0,100}$/u.test(between);
  if (!led || !(cut || between.trim() === '')) return attribution;
  const comma = text.slice(who.start, who.end).lastIndexOf(', ');
  if (comma < 1) return attribution;
  const begins = { start: who.start + comma + 2, end: first.end };
  return {
    ...attribution,
    source: [{ start: who.start, end: who.start + comma }],
    content: [begins, ...more],
  };
}

/** "The secretary, | being in Moscow, | denied": what the speaker was doing is no part of the name. */
export function beforeParticiple(
  attribution: Attribution,
  { parsed: { text } }: Discourse,
): Attribution {
  const [who, ...more] = attribution.source;
  const doing = who && DOING.exec(text.slice(who.start, who.end));
  if (!who || !doing || doing.index < 2) return attribution;
  return { ...attribution, source: [{ start: who.start, end: who.start + doing.index }, ...more] };
}

const DOING =
  /,\s(?:being|having|speaking|talking|visiting|addressing|attending|answering|citing|commenting|referring|standing)\s[^,]*,?$/u;

/** "A navigator I | spoke to thinks | A": who was spoken to thinks so. */
export function whomISpokeTo(
  attribution: Attribution,
  { parsed: { text } }: Discourse,
): Attribution {
  const [who, cue] = [attribution.source.at(-1), attribution.cue[0]];
  if (!who || !cue || attribution.source.length > 1) return attribution;
  const spoke = SPOKE_TO.exec(text.slice(cue.start, cue.end));
  const asker = ASKER.exec(text.slice(who.start, who.end));
  if (!spoke || !asker) return attribution;
  return {
    ...attribution,
    source: [{ start: who.start, end: who.start + asker.index }],
    cue: [{ start: cue.start + spoke[0].length, end: cue.end }],
  };
}

const SPOKE_TO =
  /^(?:(?:have|has|had) )?(?:spoke|spoken|talked|chatted|interviewed|met)(?: (?:to|with))? (?=\p{L})/u;
const ASKER = /\s(?:whom |who |that )?(?:I|we|one)$/u;

/** "Go Myong-hyun | of the Asan Institute | believes": the body is who the speaker is of. */
export function wholeOfBody(attribution: Attribution, discourse: Discourse): Attribution {
  const { source, cue } = attribution;
  const [who] = source;
  const place = who && placeOf(discourse.parsed, who);
  if (!who || !place || source.length > 1 || !cue[0] || cue[0].start < who.end) return attribution;
  const { tokens } = discourse.trees[place.sentence]!;
  const of = tokens[place.from - 1];
  if (!/^(?:of|at|from)$/.test(of?.word ?? '')) return attribution;
  const named = namingsOfSentence(discourse.namings, place.sentence).find(
    ({ end, referent }) =>
      referent.kind === 'person' && /^ $/.test(discourse.parsed.text.slice(end, of!.start)),
  );
  return named ? { ...attribution, source: [{ start: named.start, end: who.end }] } : attribution;
}
