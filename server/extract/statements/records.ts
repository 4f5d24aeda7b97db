import type { ActorId, Report, Selector, Statement } from '../../../graph-data/schema/index.ts';
import { selectorAt } from '../../../graph-data/schema/index.ts';
import { normalise } from '../../contract/index.ts';
import type { Discourse } from '../actors/coreference.ts';
import type { Referent } from '../actors/referent.ts';
import type { Settler } from '../actors/settle.ts';
import { repeatsOf, type Block } from '../body/index.ts';
import { spanId } from '../ids.ts';
import type { Span } from '../nlp/index.ts';
import type { DocumentMeta } from '../reading.ts';
import { contains } from '../text/place.ts';
import { aboutOf } from './about.ts';
import type { Dispatched } from './carriers.ts';
import { statementConfidence } from './confidence.ts';
import { speakerOf, type Told } from './told.ts';

/** What turning tellings into statements needs besides them. */
export interface StatementContext {
  readonly text: string;
  /** The text without the line ends that only wrap it, offsets kept. */
  readonly lines: string;
  readonly document: DocumentMeta;
  readonly blocks: readonly Block[];
  /** Carriers that no sentence tells, outermost. */
  readonly carriers: readonly Dispatched[];
  readonly discourse: Discourse;
  readonly settler: Settler;
}

/** Statements in the schema's shape, each passage once. */
export function statementRecords(told: readonly Told[], context: StatementContext): Statement[] {
  const statements = new Map<string, Statement>();
  const idOf = new Map<string, string>();
  for (const one of told) {
    const statement = statementOf(one, context);
    const words = `${statement.speaker} ${normalise(statement.text)}`;
    const twin = idOf.get(words);
    if (twin !== undefined) statements.set(twin, withRepeat(statements.get(twin)!, statement));
    else if (!statements.has(statement.id)) {
      statements.set(statement.id, statement);
      if (statement.text.length > SHORT) idOf.set(words, statement.id);
    }
  }
  return [...statements.values()];
}

/** Words as few as these may be said twice, each time anew. In characters. */
const SHORT = 20;

function statementOf(told: Told, context: StatementContext): Statement {
  const { lines, document, settler, discourse } = context;
  const [first, last] = [told.content[0]!, told.content.at(-1)!];
  const speaker = speakerOf(told);
  return {
    id: spanId('stmt', document.sha256, { start: first.start, end: last.end }),
    speaker: settler.id(speaker),
    text: told.content.map(({ start, end }) => wordsOf(lines.slice(start, end))).join(' '),
    mode: told.mode,
    act: told.act,
    said: told.said,
    addressees: idsOf(told.addressees, settler),
    about: idsOf(aboutOf(told.content, speaker, told.act, discourse), settler),
    reports: [reportOf(told, context)],
    status: 'proposed',
    method: 'extracted',
    confidence: statementConfidence(told),
  };
}

/** Where a wrapped line went on, marks of quoted mail included, one blank. */
const wordsOf = (passage: string) => passage.replace(/ {2,}/g, ' ');

function idsOf(referents: readonly Referent[], settler: Settler): ActorId[] {
  return [...new Set(referents.map((referent) => settler.id(referent)))];
}

function reportOf(
  told: Told,
  { text, document, blocks, carriers, settler }: StatementContext,
): Report {
  const select = (span: Span) => selectorAt(text, span.start, span.end);
  const dispatched = carriers.filter((one) => contains(one, told.content[0]!));
  const via = idsOf([...told.via, ...dispatched.map(({ carrier }) => carrier)], settler);
  const speaker = settler.id(speakerOf(told));
  return {
    document: document.id,
    content: told.content.map(select),
    cue: told.cue && select(told.cue),
    source: told.source && select(told.source),
    via: via.filter((carrier) => carrier !== document.outlet && carrier !== speaker),
    repeats: told.content.flatMap((span) => repeatsOf(text, span, blocks)).map(select),
    origin: `orig:${document.id.slice('doc:'.length)}`,
  };
}

/** The same words of the same speaker again in one document: a repeat, no second statement. */
function withRepeat(statement: Statement, again: Statement): Statement {
  const [report] = statement.reports as [Report];
  const repeats: Selector[] = [...report.repeats, ...again.reports[0]!.content];
  return { ...statement, reports: [{ ...report, repeats }] };
}
