import type {
  Actor,
  ActorId,
  Decision,
  Selector,
  Statement,
} from '../../graph-data/schema/index.ts';
import { anchorFault } from '../../graph-data/schema/index.ts';
import { OnrecordError, unknownId } from '../contract/index.ts';
import { spanId } from '../extract/ids.ts';
import type { RecordReader } from '../store/store.ts';
import type { Book } from './book.ts';
import { gone, impossible, type ActionOf, type Obstacle } from './obstacle.ts';
import { once, withNames } from './rename.ts';

type Add = ActionOf<'add'>;

/** The statement as it stands once it is added. Throws RangeError while the action has no id. */
export function addedStatement({ record, statement }: Add): Statement {
  if (record === undefined) throw new RangeError('an addition is applied only with its id');
  const { report, speaker, mode, act, said, addressees, about } = statement;
  const { document, content, cue, source, via, repeats } = report;
  const origin = `orig:${document.slice('doc:'.length)}` as const;
  return {
    id: record,
    speaker,
    text: content.map(({ exact }) => exact).join(' '),
    mode,
    act,
    said,
    addressees,
    about,
    reports: [{ document, content, cue, source, via, repeats, origin }],
    status: 'accepted',
    method: 'read',
    confidence: null,
  };
}

/** The actors that an addition names, those that it makes among them, and its document. */
export function namedInAddition({ statement, actors }: Add): {
  actors: ActorId[];
  document: string;
} {
  const { speaker, addressees, about, report } = statement;
  const countries = actors.flatMap(({ country }) => country ?? []);
  return {
    actors: once([speaker, ...addressees, ...about, ...report.via, ...countries]),
    document: report.document,
  };
}

/**
 * Puts the statement over whatever the reader proposes of the same span, so that the person's one
 * stands, once, however the document is read again.
 */
export function add(book: Book, action: Add): Obstacle[] {
  const named = namedInAddition(action);
  const made = new Set(action.actors.map(({ id }) => id));
  const document = book.document(named.document);
  const absent = named.actors.filter((id) => !made.has(id) && !book.actor(id));
  if (absent.length > 0 || !document)
    return [...absent, ...(document ? [] : [named.document])].map(gone);
  const statement = addedStatement(action);
  if (book.added.has(statement.id))
    return [impossible(statement.id, 'these words have been added already')];
  if (selectorsOf(action).some(({ end }) => end > document.length))
    return [impossible(statement.id, `${document.id} is shorter now than what was added from it`)];
  action.actors.forEach((actor) => book.put(actor));
  book.put(withNames(statement, (id) => book.resolve(id) as ActorId));
  for (const id of [statement.id, ...made]) book.added.add(id);
  return [];
}

function selectorsOf({ statement: { report } }: Add): Selector[] {
  const { content, cue, source, repeats } = report;
  return [...content, cue, source, ...repeats].filter((each) => each !== null);
}

/**
 * The addition as it goes into the log: with the id that its words give it, and making only the
 * actors that nobody has made yet.
 *
 * @throws OnrecordError `not-found` for a document that does not stand, `invalid-decision` when the
 *   document does not bear it out or its words are a statement already
 */
export async function readyToAdd(store: RecordReader, action: Add): Promise<Add> {
  const { report } = action.statement;
  const [document] = await store.documentsById([report.document]);
  if (!document) throw unknownId('document', report.document);
  refuseUnborne(action, document.id, await store.text(document.id));
  const [first, last] = [report.content[0]!, report.content.at(-1)!];
  const record = spanId('stmt', document.sha256, { start: first.start, end: last.end });
  if (action.record !== undefined && action.record !== record)
    throw refusal(`the id of these words is ${record}, not ${action.record}; leave it out`);
  await refuseStanding(store, record);
  const known = await store.actorsById(action.actors.map(({ id }) => id));
  const actors = action.actors.filter(({ id }) => !known.some((actor) => actor.id === id));
  return { ...action, record, actors };
}

function refuseUnborne(action: Add, document: string, text: string | null): void {
  if (text === null)
    throw refusal(`the text of ${document} is not held, so its words cannot be checked`);
  const wrong = selectorsOf(action).find((each) => anchorFault(text, each) !== null);
  if (wrong)
    throw refusal(
      `${document} does not hold “${wrong.exact.slice(0, 60)}” at ${wrong.start} to ${wrong.end}`,
    );
  const { content } = action.statement.report;
  if (content.some(({ start }, i) => i > 0 && start < content[i - 1]!.end))
    throw refusal('parts of the content overlap or are out of order');
  const named = namedInAddition(action).actors;
  const idle = action.actors.find(({ id }) => !named.includes(id));
  if (idle) throw refusal(`${idle.id} is made and has no part in it`);
}

async function refuseStanding(store: RecordReader, record: string): Promise<void> {
  const [stands] = await store.statementsById([record]);
  if (!stands) return;
  throw refusal(
    `these words are a statement already, ${stands.status} under ${stands.id}: decide about that one`,
  );
}

function refusal(what: string): OnrecordError {
  return new OnrecordError('invalid-decision', `Not added: ${what}. Nothing was changed.`, {
    field: 'action',
  });
}

/** What was added by hand, by id: the statements and the actors made with them. */
export function additions(decisions: readonly Decision[]): (Statement | Actor)[] {
  const all = decisions.map(({ action }) => action).filter((action) => action.kind === 'add');
  return [...all.map(addedStatement), ...all.flatMap(({ actors }) => actors)];
}
