import { createHash } from 'node:crypto';
import type { Decision, DocumentId, Records } from '../../graph-data/schema/index.ts';
import {
  DataSet,
  Decision as DecisionSchema,
  recordTypeOf,
} from '../../graph-data/schema/index.ts';
import { OnrecordError } from '../../server/contract/index.ts';
import type { AnyClaim, AnyRecord, Base, Change } from '../../server/store/store.ts';
import { sortedBy } from './memory-paging.ts';

export type Lists = Omit<Records, 'format' | 'decisions'>;
export type ListName = keyof Lists;
const LISTS: Readonly<Record<string, ListName>> = {
  actor: 'actors',
  document: 'documents',
  mention: 'mentions',
  statement: 'statements',
  agreement: 'agreements',
  event: 'events',
  relation: 'relations',
};

/** All that a store in memory holds but positions, which no revision counts. */
export interface State {
  readonly records: Map<string, AnyRecord>;
  readonly recorded: Map<string, string>;
  readonly texts: Map<string, string>;
  readonly redirects: Map<string, string>;
  readonly bases: Map<string, Base>;
  readonly brought: Map<string, DocumentId>;
  decisions: Decision[];
  revision: number;
}

export function empty(): State {
  return {
    records: new Map(),
    recorded: new Map(),
    texts: new Map(),
    redirects: new Map(),
    bases: new Map(),
    brought: new Map(),
    decisions: [],
    revision: 0,
  };
}

/** The data set of a state, each list in id order. */
export function recordsOf(state: State): Records {
  const lists: Record<string, AnyRecord[]> = {};
  for (const name of Object.values(LISTS)) lists[name] = [];
  for (const record of sortedBy([...state.records.values()], ({ id }) => id)) {
    const type = recordTypeOf(record.id);
    lists[LISTS[type ?? ''] ?? '']?.push(record);
  }
  const { actors, documents, mentions, statements, agreements, events, relations } =
    lists as unknown as Lists;
  return {
    format: 'onrecord/1',
    documents,
    actors,
    mentions,
    statements,
    agreements,
    events,
    relations,
    decisions: state.decisions,
  };
}

/** A copy with the change applied; throws and leaves the state as it was when it cannot be. */
export function applied(before: State, change: Change, now: string): State {
  const state: State = {
    records: new Map(before.records),
    recorded: new Map(before.recorded),
    texts: new Map(before.texts),
    redirects: new Map(before.redirects),
    bases: new Map(before.bases),
    brought: new Map(before.brought),
    decisions: [...before.decisions],
    revision: before.revision + 1,
  };
  const invalid = (message: string): never => {
    throw new OnrecordError('invalid-records', message);
  };
  for (const [id, status] of change.statuses ?? []) {
    const claim = state.records.get(id) as AnyClaim | undefined;
    if (!claim) return invalid(`no claim ${id}`);
    const recorded = state.recorded.get(id);
    const record = recorded === undefined ? claim : { ...claim, recorded };
    if (!state.bases.has(id)) state.bases.set(id, { record, dropped: false });
    state.records.set(id, { ...claim, status });
  }
  for (const list of Object.values(change.put ?? {}))
    for (const record of list) {
      state.records.set(record.id, record);
      const stands = state.recorded.get(record.id);
      if (record.id.startsWith('stmt:'))
        state.recorded.set(record.id, stands ?? change.recorded?.get(record.id as never) ?? now);
    }
  for (const [id, text] of change.texts ?? []) state.texts.set(id, text);
  for (const id of change.remove ?? []) {
    if (!state.records.delete(id)) invalid(`no record ${id}`);
    state.recorded.delete(id);
    state.texts.delete(id);
  }
  for (const [from, to] of change.redirects ?? []) {
    if (to === null) state.redirects.delete(from);
    else state.redirects.set(from, to);
  }
  for (const decision of change.decisions ?? []) {
    if (state.decisions.some(({ id }) => id === decision.id)) invalid('decision stands twice');
    if (!DecisionSchema.safeParse(decision).success) invalid('not a decision');
    state.decisions.push(decision);
  }
  for (const [id, base] of change.bases ?? []) {
    if (base === null) state.bases.delete(id);
    else state.bases.set(id, base);
  }
  for (const [id, document] of change.brought ?? []) {
    if (document === null) state.brought.delete(id);
    else state.brought.set(id, document);
  }
  checkState(state, invalid);
  return state;
}

function checkState(state: State, invalid: (message: string) => void): void {
  const records = recordsOf(state);
  const parsed = DataSet.safeParse(records);
  if (!parsed.success) invalid(parsed.error.message);
  for (const { id, holding, sha256, length } of records.documents) {
    const text = state.texts.get(id);
    if (holding === 'cited') state.texts.delete(id);
    else if (text === undefined) invalid('held without a text');
    const hash = text === undefined ? sha256 : createHash('sha256').update(text).digest('hex');
    if (hash !== sha256 || (text !== undefined && text.length !== length)) invalid('other text');
  }
  for (const document of state.brought.values())
    if (!state.records.has(document)) invalid('brought by nothing');
  for (const id of state.texts.keys()) if (!state.records.has(id)) invalid('text of nothing');
  for (const from of state.redirects.keys()) {
    const seen = new Set<string>();
    let at: string | undefined = from;
    while (at !== undefined && state.redirects.has(at) && !seen.has(at)) {
      seen.add(at);
      at = state.redirects.get(at);
    }
    if (at === undefined || !state.records.has(at)) invalid('redirect to nothing');
    if (at !== undefined && recordTypeOf(at) !== recordTypeOf(from)) invalid('another type');
    if (state.records.has(from)) invalid('redirect from a record');
  }
}
