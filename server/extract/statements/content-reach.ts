import type { Attribution } from '../attribution/index.ts';
import type { Discourse } from '../actors/coreference.ts';
import { namingsOfSentence } from '../actors/naming-index.ts';
import { weekdayNamed } from '../dates/calendar.ts';
import type { Span, Token } from '../nlp/index.ts';
import { isFiniteVerb } from '../text/finite.ts';
import { placeOf, type Place } from '../text/place.ts';
import { modeOf } from './mode.ts';
import { clauseEnd } from './patterns/shape.ts';
import { tellerAtEnd } from './teller.ts';

/** The one content after the only cue in the cue's sentence, as its tree has them; null for others. */
function toldIn({ cue, content, mode }: Attribution, { parsed, trees }: Discourse) {
  const [verb, more] = cue;
  const last = content.at(-1);
  const place = verb && !more && mode !== 'direct' ? placeOf(parsed, verb) : null;
  if (!place || !last || last.start < verb!.end) return null;
  const told = placeOf(parsed, last);
  if (told?.sentence !== place.sentence) return null;
  const tree = trees[place.sentence]!;
  return { place, told, last, tree, tokens: tree.tokens };
}

function withLast(attribution: Attribution, span: Span, { parsed }: Discourse): Attribution {
  const content = [...attribution.content.slice(0, -1), span];
  return { ...attribution, content, mode: modeOf(parsed.text, content) };
}

/** "Told Sky News | the situation remains unclear", "told the Reuters news agency | stores were hit": past whom it was told. */
export function pastOutlet(attribution: Attribution, discourse: Discourse): Attribution {
  const found = toldIn(attribution, discourse);
  if (!found || attribution.content.length > 1) return attribution;
  const { tokens, place, last } = found;
  const verb = place.to - 1;
  if (tokens[verb]!.lemma !== 'tell') return attribution;
  const outlet = namingsOfSentence(discourse.namings, place.sentence).find(
    ({ from, referent }) => from > verb && from - verb <= 3 && referent.kind === 'media',
  );
  let at = outlet?.to ?? tokens.length;
  while (OUTLET.test(tokens[at]?.word ?? '')) at++;
  const first = tokens[at];
  if (!first || !/^(?:DT|PRP\$?|NNP?S?|JJ|EX|CD)$/.test(first.tag)) return attribution;
  const subject = tokens.slice(at, at + LONGEST_SUBJECT);
  const finite = subject.some(isFiniteVerb) && subject.every(({ word }) => word !== 'that');
  const misdrawn = last.start < first.start || isAmong(last.start, tokens, at, found.told);
  return finite && misdrawn && first.start < last.end
    ? withLast(attribution, { start: first.start, end: last.end }, discourse)
    : attribution;
}

/** "Assured | visiting diplomats that | it was no threat", "complained to | the officers that | A": past whom it was told. */
export function pastListener(attribution: Attribution, discourse: Discourse): Attribution {
  const found = toldIn(attribution, discourse);
  if (!found || attribution.content.length > 1) return attribution;
  const { tokens, place, told, last } = found;
  const verb = tokens[place.to - 1]!.lemma;
  const to = tokens[told.from - 1]?.word === 'to' ? told.from - 1 : told.from;
  const addressed = ASSURES.test(verb) || (COMPLAINS.test(verb) && to < told.from);
  if (!addressed || to !== place.to) return attribution;
  const that = tokens.findIndex(
    ({ word }, i) => i > told.from && word === 'that' && opensClause(tokens, i),
  );
  const listener = tokens.slice(told.from, that);
  const phrase =
    that > 0 &&
    listener.length <= LONGEST_LISTENER &&
    listener.every(({ tag }) => /^(?:DT|PRP\$?|JJ|NN|CD|POS|VBG|IN)/.test(tag)) &&
    listener.some(({ tag }) => /^(?:NN|PRP)/.test(tag));
  const first = tokens[that + 1];
  return phrase && first && first.start < last.end
    ? withLast(attribution, { start: first.start, end: last.end }, discourse)
    : attribution;
}

/** "That | Belarus was": before a subject, whatever the tagger takes it for. */
const opensClause = (tokens: readonly Token[], that: number) =>
  tokens[that]!.tag === 'IN' || /^(?:DT|NN|PRP|JJ|CD|EX)/.test(tokens[that + 1]?.tag ?? '');

const ASSURES = /^(?:assure|tell|inform|remind|notify|convince|persuade|reassure)$/;
const COMPLAINS = /^(?:complain|explain|confide|boast|suggest|signal|report|confess)$/;
/** In tokens: "a group of visiting Swiss diplomats". */
const LONGEST_LISTENER = 8;

/** Within how many tokens the clause that an outlet was told has its verb. */
const LONGEST_SUBJECT = 12;
const OUTLET =
  /^(?:news|agency|newspaper|channel|broadcaster|radio|television|TV|network|website)$/;

/** Whether a content begins within the few words after whom it was told. */
const isAmong = (start: number, tokens: readonly Token[], at: number, { from }: Place) =>
  start > tokens[at]!.start &&
  from - at < 5 &&
  tokens.slice(at, from).every(({ word }) => word !== ',');

/** "Blasted | Thursday | the chief of X", "accused early | this week | Y of lies", "said | on Wednesday | it had": when it was said is no part of it. */
export function pastDay(attribution: Attribution, discourse: Discourse): Attribution {
  const found = toldIn(attribution, discourse);
  if (!found || attribution.content.length > 1) return attribution;
  const { tokens, place, told, last } = found;
  const begins = told.from - place.to;
  const early = begins === 1 && /^(?:early|late|earlier|on)$/.test(tokens[place.to]!.word);
  if (begins !== 0 && !early) return attribution;
  const { from } = told;
  const day = weekdayNamed(tokens[from]!.word) >= 0 ? from + 1 : -1;
  const week =
    /^(?:this|last)$/.test(tokens[from]!.word) &&
    /^(?:week|month|year)$/.test(tokens[from + 1]!.word);
  const onDay = tokens[from]!.word === 'on' && weekdayNamed(tokens[from + 1]?.word ?? '') >= 0;
  const at = onDay || week ? from + 2 : day;
  const next = tokens[at];
  const somebody = next && at < told.to - 1 && /^(?:DT|NNPS?|PRP\$?)$/.test(next.tag);
  return somebody && (onDay || JUDGES.test(tokens[place.to - 1]!.lemma))
    ? withLast(attribution, { start: next.start, end: last.end }, discourse)
    : attribution;
}

const JUDGES =
  /^(?:accuse|blame|blast|slam|condemn|criticise|criticize|denounce|urge|warn|ask|reject|dismiss|praise|thank|rebuke|lash|welcome|hail|threaten)$/;

/** "Did not kill civilians, | but rather executed traitors", "deprived of sleep, | beaten, kicked and burnt": what goes on is told to its end. */
export function throughRest(attribution: Attribution, discourse: Discourse): Attribution {
  const found = toldIn(attribution, discourse);
  if (!found || tellerAtEnd(found.tokens)) return attribution;
  const { tokens, told, last, tree } = found;
  if (tokens[told.to]?.word !== ',' || last.end > tokens.at(-1)!.end) return attribution;
  const next = told.to + 1;
  const rather =
    tokens[next]?.word === 'but' &&
    /^(?:rather|instead|also|only|merely)$/.test(tokens[next + 1]?.word ?? '');
  const subject = /^(?:PRP|EX)$/.test(tokens[next + 2]?.tag ?? '');
  const end = clauseEnd(tree, next + 1);
  const goesOn = (rather && !subject) || isListOn(tokens, told, end);
  const closes = tokens[end - 1];
  return goesOn && closes && closes.end > last.end
    ? withLast(attribution, { start: last.start, end: closes.end }, discourse)
    : attribution;
}

/** "Which it described | as “a threat”": what it was called begins after "as". */
export function pastAs(attribution: Attribution, discourse: Discourse): Attribution {
  const found = toldIn(attribution, discourse);
  if (!found) return attribution;
  const { tokens, place, told, last } = found;
  const next = tokens[told.from + 1];
  const called = CALLS.test(tokens[place.to - 1]!.lemma) && told.from === place.to;
  return called && next && tokens[told.from]!.word === 'as' && next.start < last.end
    ? withLast(attribution, { start: next.start, end: last.end }, discourse)
    : attribution;
}

const CALLS = /^(?:describe|portray|characteri[sz]e|denounce|condemn|brand|label)$/;

/** Whether participles or adjectives go on in a list that "and" ends, with no clause between. */
function isListOn(tokens: readonly Token[], { from, to }: Place, end: number): boolean {
  const { tag } = tokens[to + 1] ?? tokens[to]!;
  if (!/^(?:VBN|JJ)$/.test(tag)) return false;
  const before =
    tag === 'JJ'
      ? tokens[to - 1]!.tag === 'JJ'
      : tokens.slice(from, to).some((one) => one.tag === 'VBN');
  const rest = tokens.slice(to + 2, end);
  const and = rest.findIndex(({ word }, i) => word === 'and' && isOfList(rest[i + 1], tag));
  return before && and >= 0 && !rest.slice(0, and).some(isFiniteVerb);
}

const isOfList = (token: Token | undefined, tag: string) =>
  token !== undefined && (tag === 'JJ' ? token.tag === 'JJ' : /^VB[ND]$/.test(token.tag));

/** "He continued: we preferred it | and did not insist": all of the sentence after the colon, where no marks stand. */
export function toEndAfterColon(attribution: Attribution, discourse: Discourse): Attribution {
  const found = toldIn(attribution, discourse);
  if (!found || attribution.content.length > 1 || attribution.mode !== 'indirect')
    return attribution;
  const { tokens, place, told, last } = found;
  const colon = tokens.findIndex(
    ({ word }, i) => i >= place.from && i <= told.from && word === ':',
  );
  const end = tokens.at(-1)!;
  if (colon < 0 || colon > place.to || told.from !== colon + 1 || tellerAtEnd(tokens))
    return attribution;
  const marked = tokens.slice(colon).some(({ word }) => /^["“”;]$/u.test(word));
  return marked || end.end <= last.end
    ? attribution
    : withLast(attribution, { start: last.start, end: end.end }, discourse);
}
