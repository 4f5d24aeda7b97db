import type { OriginId, Report, Statement } from '../../graph-data/schema/index.ts';
import type { AnyRecord } from '../store/store.ts';
import type { Book } from './book.ts';
import { gone, type ActionOf, type Obstacle } from './obstacle.ts';
import { once } from './rename.ts';

type ShareOrigin = ActionOf<'share-origin'>;

/** Every statement that such an action names. */
export const statementsShared = ({ record, others = [] }: ShareOrigin) => [record, ...others];

/** The action of these statements; `others` is absent where there are none. */
export function sharing(
  action: ShareOrigin,
  [record, ...others]: readonly Statement['id'][],
): ShareOrigin {
  const { others: _others, ...rest } = action;
  const given = { ...rest, record: record ?? action.record };
  return others.length === 0 ? given : { ...given, others };
}

/**
 * An action of several statements without those that fewer than two of the documents report, and
 * without documents that report none of the rest: whoever leaves a copy out of the answer need not
 * know what it reports. One of a single statement is left as it is given.
 */
export function concerned(
  action: ShareOrigin,
  records: ReadonlyMap<string, AnyRecord>,
): ShareOrigin {
  if (action.others === undefined) return action;
  const statements = statementsShared(action)
    .flatMap((id) => (records.get(id) as Statement | undefined) ?? [])
    .filter((each) => reportsIn(each, action).length > 1);
  if (statements.length === 0) return action;
  const reporting = new Set(statements.flatMap(({ reports }) => reports.map((it) => it.document)));
  const documents = action.documents.filter((id) => reporting.has(id));
  const ids = statements.map(({ id }) => id);
  return sharing({ ...action, documents }, ids);
}

const reportsIn = ({ reports }: Statement, { documents }: ShareOrigin): Report[] =>
  reports.filter(({ document }) => documents.includes(document));

/**
 * Of a single statement every document must report it, or nothing is shared. Of several each that
 * two of the documents report still is a part that is applied; documents that report none of them
 * any more are told.
 */
export function shareOrigin(book: Book, action: ShareOrigin): Obstacle[] {
  const isOne = action.others === undefined;
  const named = once(statementsShared(action).map((id) => book.resolve(id)));
  const statements = named.flatMap((id) => book.statement(id) ?? []);
  const missing = named.filter((id) => book.statement(id) === null).map(gone);
  const absent =
    missing.length > 0 && statements.length === 0 ? [] : absentFrom(statements, action);
  if (isOne && missing.length + absent.length > 0) return [...missing, ...absent];
  const shared = statements.filter((each) => isOne || reportsIn(each, action).length > 1);
  const few = statements.filter((each) => !shared.includes(each)).map(({ id }) => alone(id));
  const origin = leastOrigin(shared.flatMap((each) => reportsIn(each, action)));
  if (origin !== null) for (const each of shared) book.put(withOrigin(each, action, origin));
  return [...missing, ...absent, ...few];
}

function absentFrom(statements: readonly Statement[], { record, documents }: ShareOrigin) {
  const which = statements.length > 1 ? 'any of these statements' : record;
  const reporting = new Set(statements.flatMap(({ reports }) => reports.map((it) => it.document)));
  return documents
    .filter((id) => !reporting.has(id))
    .map((id): Obstacle => ({
      record: id,
      reason: 'gone',
      message: `${id} no longer reports ${which}`,
    }));
}

function alone(record: string): Obstacle {
  const message = `${record} is no longer reported by two of these documents`;
  return { record, reason: 'gone', message };
}

/** One for all of the statements: documents that report another two of them are copies as well. */
function leastOrigin(reports: readonly Report[]): OriginId | null {
  return reports.map(({ origin }) => origin).sort()[0] ?? null;
}

function withOrigin(statement: Statement, action: ShareOrigin, origin: OriginId): Statement {
  const copies = new Set(reportsIn(statement, action));
  return {
    ...statement,
    reports: statement.reports.map((each) => (copies.has(each) ? { ...each, origin } : each)),
  };
}
