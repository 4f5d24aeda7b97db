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
  const statements: Statement[] = [];
  for (const one of told) {
    const statement = statementOf(one, context);
    const twin = statements.findIndex((other) => sameWords(other, statement));
    if (twin >= 0) statements[twin] = withRepeat(statements[twin]!, statement);
    else if (statements.every(({ id }) => id !== statement.id)) statements.push(statement);
  }
  return statements;
}

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

function sameWords(a: Statement, b: Statement): boolean {
  return a.speaker === b.speaker && a.text.length > 20 && normalise(a.text) === normalise(b.text);
}

/** The same words of the same speaker again in one document: a repeat, no second statement. */
function withRepeat(statement: Statement, again: Statement): Statement {
  const [report] = statement.reports as [Report];
  const repeats: Selector[] = [...report.repeats, ...again.reports[0]!.content];
  return { ...statement, reports: [{ ...report, repeats }] };
}
