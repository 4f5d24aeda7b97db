import type { AgreementReply, EventReply, ExportType, RelationReply } from '../contract/index.ts';
import { ids, names, sourceColumns, type Columns } from './columns.ts';
import type { ClaimRow } from './rows.ts';

type Cell = string | number | null;
type Reply = { agreement: AgreementReply; event: EventReply; relation: RelationReply };

/** Columns of what only claims of one type have. */
function own<T extends keyof Reply>(
  type: T,
  cells: Readonly<Record<string, (reply: Reply[T]) => Cell>>,
): Columns<ClaimRow> {
  const columns = Object.entries(cells).map(([name, cell]) => [
    name,
    ({ claim }: ClaimRow) => (claim.type === type ? cell(claim.reply as Reply[T]) : null),
  ]);
  return Object.fromEntries(columns) as Columns<ClaimRow>;
}

const ID: Columns<ClaimRow> = { id: ({ claim }) => claim.reply.id };

const COMMON: Columns<ClaimRow> = {
  ...sourceColumns(({ document, evidence }: ClaimRow) => ({
    document,
    named: evidence.document,
    selectors: evidence.selectors,
  })),
  status: ({ claim }) => claim.reply.status,
  method: ({ claim }) => claim.reply.method,
  confidence: ({ claim }) => claim.reply.confidence,
};

const people = ({ participants }: EventReply) => participants.map(({ actor }) => actor);

/** Columns of a CSV of agreements, events or relations. */
export const CLAIM_COLUMNS: Readonly<Record<Exclude<ExportType, 'statement'>, Columns<ClaimRow>>> =
  {
    agreement: {
      ...ID,
      ...own('agreement', {
        name: ({ name }) => name,
        summary: ({ summary }) => summary,
        party_ids: ({ parties }) => ids(parties),
        parties: ({ parties }) => names(parties),
        signatory_ids: ({ signatories }) => ids(signatories),
        signatories: ({ signatories }) => names(signatories),
        date: ({ date }) => date,
        place: ({ place }) => place,
        state: ({ state }) => state,
      }),
      ...COMMON,
    },
    event: {
      ...ID,
      ...own('event', {
        kind: ({ kind }) => kind,
        name: ({ name }) => name,
        participant_ids: (event) => ids(people(event)),
        participants: (event) => names(people(event)),
        roles: ({ participants }) => participants.map(({ role }) => role).join('; '),
        date: ({ date }) => date,
        place: ({ place }) => place,
        figures: ({ figures }) => figures.map(({ text }) => text).join('; '),
      }),
      ...COMMON,
    },
    relation: {
      ...ID,
      ...own('relation', {
        kind: ({ kind }) => kind,
        from_id: ({ from }) => from.id,
        from: ({ from }) => from.name,
        to_id: ({ to }) => to.id,
        to: ({ to }) => to.name,
        title: ({ title }) => title,
        valid: ({ valid }) => valid,
      }),
      ...COMMON,
    },
  };
