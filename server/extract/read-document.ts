import type { Mention } from '../../graph-data/schema/index.ts';
import { selectorAt } from '../../graph-data/schema/index.ts';
import { unwrapped } from '../contract/index.ts';
import { Cast } from './actors/cast.ts';
import type { Discourse } from './actors/coreference.ts';
import { describe } from './actors/describe.ts';
import type { KnownActors } from './actors/known.ts';
import { settingOf } from './actors/setting.ts';
import { findNamings } from './actors/namings.ts';
import { newReferent, type Referent } from './actors/referent.ts';
import { Settler } from './actors/settle.ts';
import { attributions, type Attribution } from './attribution/index.ts';
import { type Block, findBoilerplate, readable, withoutMarks } from './body/index.ts';
import { claimRecords } from './claims/index.ts';
import { findDates } from './dates/index.ts';
import { spanId } from './ids.ts';
import type { Models } from './load-models.ts';
import { parse } from './nlp/index.ts';
import type { DocumentMeta, Reading, ReadingInput } from './reading.ts';
import { cued, refusalOf } from './statements/countable.ts';
import { isPartOfReport } from './statements/closed-by.ts';
import { isTurned, patternedAttributions } from './statements/patterns/index.ts';
import { withinBounds } from './statements/bounds.ts';
import { joinedByWhich } from './statements/content-bounds.ts';
import { headlineOf, isHeadlineTelling } from './statements/headline.ts';
import { documentCarriers } from './statements/carriers.ts';
import { issuerOf } from './statements/issuer.ts';
import { interviewIn } from './statements/interview.ts';
import { withMarksMended } from './statements/quotations.ts';
import { isUnsaid } from './statements/unsaid.ts';
import { saidByParticiple, saidByReport, saidOnOccasion } from './statements/participles.ts';
import { statementRecords } from './statements/records.ts';
import { tell } from './statements/tell.ts';
import { transcriptByNames } from './statements/named-turns.ts';
import { transcriptIn } from './statements/transcript.ts';
import { Tree } from './text/tree.ts';

/** What reading needs of a text before it matters who is known: most of the work. */
export interface PreparedText {
  readonly text: string;
  /** The text without the line ends that only wrap it, offsets kept. */
  readonly lines: string;
  readonly title: string;
  readonly blocks: readonly Block[];
  /** Changed by the reading: one preparation serves one reading. */
  readonly discourse: Discourse;
  readonly learned: readonly Attribution[];
}

/**
 * The part of a reading that depends on the text and its title alone, so that it can be done while
 * the documents before it are still being settled.
 */
export function prepareText(text: string, title: string, models: Models): PreparedText {
  const lines = unwrapped(text);
  const blocks = findBoilerplate(lines, title);
  const dateline = blocks.find(({ kind }) => kind === 'dateline');
  const home = dateline ? text.slice(dateline.start, dateline.end) : '';
  const discourse = discourseOf(
    withoutMarks(withMarksMended(readable(lines, blocks))),
    home,
    models,
  );
  const words = discourse.parsed.text;
  const counts = (one: Attribution) => refusalOf(cued(discourse, one)) === null;
  const learned = attributions(discourse.parsed, models)
    .map(
      (one) =>
        saidByReport(words, one) ??
        (counts(one) ? one : (saidOnOccasion(words, one) ?? saidByParticiple(words, one) ?? one)),
    )
    .filter(counts);
  return { text, lines, title, blocks, discourse, learned };
}

/**
 * Reads a document: its statements, agreements, events, relations and the actors in them, as
 * proposals that rest on exact spans of the text. Pure and deterministic; takes any text.
 */
export function readDocument(input: ReadingInput, models: Models, known: KnownActors): Reading {
  const { text, document } = input;
  return readPrepared(prepareText(text, document.title, models), document, known);
}

/** The rest of a reading; uses the preparation up. */
export function readPrepared(
  { text, lines, blocks, discourse, learned }: PreparedText,
  document: DocumentMeta,
  known: KnownActors,
): Reading {
  const settler = new Settler(known, discourse.cast, document.sha256);
  settler.recall(discourse.cast.referents);
  const dates = findDates(discourse.parsed.text, document.published, discourse.namings);
  const carriers = documentCarriers(text, blocks, discourse);
  const outlet = outletReferent(document, known) ?? issuerOf(discourse);
  const headline = headlineOf(discourse.parsed.text);
  const own = learned.map((one) => withinBounds(one, discourse));
  const { parsed, trees } = discourse;
  const said = own.filter(
    (one) =>
      !isUnsaid(one, discourse) && !isTurned(one, discourse) && !isPartOfReport(one, parsed, trees),
  );
  const patterned = patternedAttributions(parsed, trees, said);
  const found = [...said, ...patterned].filter((one) => !isHeadlineTelling(lines, one, headline));
  const transcript = transcriptIn(lines, discourse) ?? transcriptByNames(lines, discourse);
  const interview = transcript ? null : interviewIn(lines, discourse);
  const told = tell(inTextOrder(joinedByWhich(found, discourse)), discourse, dates, {
    text,
    outlet,
    interview,
    transcript,
  });
  const context = { text, lines, document, blocks, carriers, discourse, settler };
  const statements = statementRecords(told, context);
  const claims = claimRecords({ dates, told, ...context }, headline);
  const mentions = mentionsOf(text, document, discourse, settler);
  return {
    actors: settler.newActors(),
    mentions,
    statements,
    ...claims,
    blocks,
  };
}

function inTextOrder(found: readonly Attribution[]): Attribution[] {
  const startOf = ({ cue, content }: Attribution) =>
    Math.min(cue[0]?.start ?? Infinity, content[0]!.start);
  return [...found].sort((a, b) => startOf(a) - startOf(b));
}

function discourseOf(text: string, dateline: string, models: Models): Discourse {
  const parsed = parse(text, models);
  const cast = new Cast(settingOf(parsed, dateline));
  const namings = findNamings(parsed, cast);
  describe(parsed, namings, cast);
  const trees = parsed.sentences.map((sentence) => new Tree(sentence));
  return { parsed, trees, namings, cast, lastSpeaker: null, lastSpoke: null };
}

function outletReferent({ outlet }: DocumentMeta, known: KnownActors): Referent | null {
  const actor = outlet === null ? undefined : known.get(outlet);
  if (!actor) return null;
  return newReferent({ key: 'outlet', kind: actor.kind, name: actor.name, country: null });
}

/** Namings of actors that the record will hold; those of nobody in any claim are left out. */
function mentionsOf(
  text: string,
  { id, sha256 }: DocumentMeta,
  { namings }: Discourse,
  settler: Settler,
): Mention[] {
  return namings.flatMap(({ start, end, referent }): Mention[] => {
    const actor = settler.settledId(referent);
    if (actor === null) return [];
    const selector = selectorAt(text, start, end);
    return [{ id: spanId('men', sha256, { start, end }), document: id, selector, actor }];
  });
}
