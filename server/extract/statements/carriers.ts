import { isPlatform, type Discourse } from '../actors/coreference.ts';
import type { Naming, Referent } from '../actors/referent.ts';
import { kindOfName } from '../actors/roles.ts';
import { namingsOfSentence } from '../actors/naming-index.ts';
import { creditInByline, creditInDateline, type Block, type Credit } from '../body/index.ts';
import { lookUp, matchAt } from '../gazetteer/index.ts';
import type { Span } from '../nlp/index.ts';
import { contains, intersects, placeOf } from '../text/place.ts';
import { tellerAtEnd } from './teller.ts';

/** The spans of one attribution that carriers must lie outside of. */
export interface Passage {
  readonly cue: Span | null;
  readonly source: Span | null;
  readonly content: readonly Span[];
}

/**
 * Agencies, broadcasters and platforms that the sentence of the cue names beside speaker and
 * content: "told The Associated Press", "as reported by BelTA", "wrote on Twitter", "in an interview
 * with NBC", "According to Reuters, X described". In text order, innermost first.
 */
export function carriersOf(passage: Passage, speaker: Referent, discourse: Discourse): Referent[] {
  const at = passage.cue ?? passage.source;
  const place = at && placeOf(discourse.parsed, at);
  if (!place) return [];
  const here = namingsOfSentence(discourse.namings, place.sentence);
  const carriers = here
    .filter((naming) => isCarrier(naming, passage, discourse))
    .map(({ referent }) => referent)
    .filter((referent) => referent !== speaker);
  const tellers = here
    .filter((naming) => tellsAtEnd(naming, passage, discourse))
    .map(({ referent }) => referent)
    .filter((referent) => referent !== speaker && !carriers.includes(referent));
  const cue = passage.cue && discourse.parsed.text.slice(passage.cue.start, passage.cue.end);
  const tweeted =
    (cue !== null && /\b(?:re)?tweet(?:s|ed)?\b/i.test(cue)) || hasHandle(passage, discourse)
      ? platform(TWITTER, discourse)
      : [];
  return [...new Set([...carriers, ...tellers, ...tweeted])];
}

/** "Hanno Pevkur (@HPevkur): words". */
function hasHandle({ source }: Passage, { parsed }: Discourse): boolean {
  return source !== null && /[\s(]@\w/u.test(parsed.text.slice(source.start, source.end + 4));
}

/** "X told Y that A, the Kremlin said": a body that tells of somebody's words carries them. */
function tellsAtEnd(
  { from, to, sentence, referent }: Naming,
  { cue, content }: Passage,
  { trees }: Discourse,
): boolean {
  const { tokens } = trees[sentence]!;
  const teller = /^(?:person|state)$/.test(referent.kind) ? null : tellerAtEnd(tokens);
  if (!teller || from < teller.from || to > teller.verb || cue === null) return false;
  const told = content.some(({ start, end }) => start > cue.start && end <= tokens[from]!.start);
  return told && cue.end <= tokens[teller.comma]!.start;
}

const TWITTER = 'Twitter';

/** A platform by its name. */
export function platform(name: string, { cast }: Discourse): Referent[] {
  const entry = lookUp(name).find(({ type }) => type === 'organisation');
  return entry?.type === 'organisation' ? [cast.organisation(entry.organisation)] : [];
}

function isCarrier(naming: Naming, { source, content }: Passage, discourse: Discourse): boolean {
  const { tokens } = discourse.trees[naming.sentence]!;
  if (
    naming.referent.kind !== 'media' &&
    !isUnlistedOutlet(naming, discourse) &&
    !isQuoter(naming, tokens)
  )
    return false;
  if (content.some((span) => intersects(span, naming))) return false;
  if (source && contains(source, naming)) return isAsked(naming, tokens);
  return (
    LINKS.test(
      tokens
        .slice(Math.max(0, naming.from - REACH), naming.from)
        .map(({ lemma }) => lemma)
        .join(' '),
    ) ||
    isReporter(naming, tokens) ||
    isReporterAfter(naming, tokens) ||
    isPost(naming, tokens)
  );
}

/**
 * An outlet that no list holds: who is given an interview or a comment ("in an interview with AzTV"),
 * or a bare name that is told and does nothing itself ("told Trend").
 */
function isUnlistedOutlet(naming: Naming, discourse: Discourse): boolean {
  const { from, sentence, referent } = naming;
  const unknown = referent.key.startsWith('body:') && /^(?:group|company)$/.test(referent.kind);
  if (!unknown) return false;
  const { tokens } = discourse.trees[sentence]!;
  const before = tokens
    .slice(Math.max(0, from - 3), from)
    .map(({ lemma }) => lemma)
    .join(' ');
  const told = /(?:^| )tell$/.test(before) && !acts(referent, discourse);
  return told || GIVEN.test(before);
}

const GIVEN =
  /\b(?:interview (?:with|to|for)|(?:comment|commentary|remark)s? (?:to|for))(?: the)?$/;

/** Whether it is the subject of any verb. */
function acts(referent: Referent, { namings, trees }: Discourse): boolean {
  return namings.some((one) => {
    const { tokens } = trees[one.sentence]!;
    return one.referent === referent && /^nsubj/.test(tokens[one.to - 1]!.relation);
  });
}

/** "The institute quoted X as saying": a body that carries somebody's words. */
function isQuoter(
  { to, referent: { kind } }: Naming,
  tokens: readonly { readonly lemma: string; readonly word: string }[],
): boolean {
  if (/^(?:person|state)$/.test(kind) || !/^(?:quote?|cite?)$/.test(tokens[to]?.lemma ?? ''))
    return false;
  return tokens.some(({ word }, i) => i > to && word === 'as' && tokens[i + 1]?.word === 'saying');
}

/** "In a Facebook post", "in a Telegram video". */
function isPost({ to, referent }: Naming, tokens: readonly { readonly lemma: string }[]): boolean {
  return isPlatform(referent.key) && POSTS.test(tokens[to]?.lemma ?? '');
}

const POSTS = /^(?:post|message|video|statement|thread|update|channel|account|page)$/;

/** Tokens before a carrier's name in which the word that links it may stand. */
const REACH = 7;
const LINKS =
  /(?:^| )(?:tell|by|on|via|through|to|with|from|for|cite|quote|accord to|at)(?: [a-z-]+){0,4}$/;

function isReporter(
  { to }: Naming,
  tokens: readonly { readonly lemma: string; readonly tag: string }[],
): boolean {
  const at = tokens[to]?.tag === 'RB' ? to + 1 : to;
  return /^(?:report|quote?|cite?|write|publish)$/.test(tokens[at]?.lemma ?? '');
}

/** "..., writes Ukrinform": the verb stands before it, at the sentence's end. */
function isReporterAfter(
  { from, to }: Naming,
  tokens: readonly { readonly lemma: string; readonly word: string }[],
): boolean {
  const turned = /^(?:report|write|inform)$/.test(tokens[from - 1]?.lemma ?? '');
  return turned && tokens[from - 2]?.word === ',' && /^[.,]?$/.test(tokens[to]?.word ?? '');
}

/** "Residents interviewed by the Rotonda channel", "officials quoted by Reuters". */
function isAsked({ from }: Naming, tokens: readonly { readonly lemma: string }[]): boolean {
  const before = tokens.slice(Math.max(0, from - 3), from).map(({ lemma }) => lemma);
  return /(?:interview|quote?|cite?|poll|ask|contact|approach) by(?: the)?$/.test(before.join(' '));
}

/** A carrier of all that stands within its span: of a dispatch, or of the whole document. */
export interface Dispatched extends Span {
  readonly carrier: Referent;
}

/**
 * Carriers that no sentence tells: by a byline or the credit at the end, of the whole document; by a
 * dateline, of what stands up to the next one, the first from the document's beginning on.
 */
export function documentCarriers(
  text: string,
  blocks: readonly Block[],
  { cast }: Discourse,
): Dispatched[] {
  const datelines = blocks.filter(({ kind }) => kind === 'dateline');
  return blocks.flatMap((block): Dispatched[] => {
    const { kind, start, end } = block;
    const words = text.slice(start, end);
    const at = datelines.indexOf(block);
    const whole = { start: 0, end: text.length };
    if (kind === 'byline')
      return creditedMedia(creditInByline(words), cast).map((carrier) => ({ carrier, ...whole }));
    if (at < 0) return [];
    const span = { start: at === 0 ? 0 : start, end: datelines[at + 1]?.start ?? text.length };
    return creditedMedia(creditInDateline(words), cast).map((carrier) => ({ carrier, ...span }));
  });
}

function creditedMedia({ names, unlisted }: Credit, cast: Discourse['cast']): Referent[] {
  const known = names.map((name) => mediumIn(name, cast));
  const others = unlisted === 'beside' && known.some((medium) => medium !== null);
  const isTold = unlisted === 'told' || others;
  return names.flatMap((name, i) => known[i] ?? (isTold ? untoldMedium(name, cast) : []));
}

/** The outlet that the lists hold under a name, or under a part of it ("Theo CNN"). */
function mediumIn(name: string, cast: Discourse['cast']): Referent | null {
  const words = name.split(/\s+/);
  for (let i = 0; i < words.length; i++) {
    const entry = matchAt(words, i)?.entries.find(({ type }) => type === 'organisation');
    if (entry?.type === 'organisation' && entry.organisation.kind === 'media')
      return cast.organisation(entry.organisation);
  }
  return null;
}

/** A name that no list holds, beside others or after words that make it an outlet's; of nothing else that lists know. */
function untoldMedium(name: string, cast: Discourse['cast']): Referent[] {
  const kind = kindOfName(name.toLowerCase().split(/\s+/));
  return lookUp(name).length === 0 && /^(?:media|group)$/.test(kind)
    ? [cast.body(name, null, 'media')]
    : [];
}
