import type { ComponentType } from 'preact';
import { TABLES, type TableName } from '../../state/url.ts';
import { useApp } from '../context.ts';
import { Tabs } from '../tabs.tsx';
import { AgreementTable, DocumentTable, EventTable, RelationTable } from './claims.tsx';
import { ActorTable, TieTable } from './graph-twin.tsx';
import { StatementTable } from './statements.tsx';

const TABLE: Readonly<Record<TableName, { label: string; View: ComponentType }>> = {
  statements: { label: 'Statements', View: StatementTable },
  actors: { label: 'Actors', View: ActorTable },
  ties: { label: 'Ties', View: TieTable },
  agreements: { label: 'Agreements', View: AgreementTable },
  events: { label: 'Events', View: EventTable },
  relations: { label: 'Offices', View: RelationTable },
  documents: { label: 'Documents', View: DocumentTable },
};

/** The table twin of the graph: everything on it, sortable, by keyboard alone. */
export function TableView() {
  const { screen } = useApp();
  const { table } = screen.state.value;
  const { View } = TABLE[table];
  return (
    <>
      <Tabs
        small
        label="Table"
        prefix="table"
        panel="table-panel"
        chosen={table}
        onChoose={screen.setTable}
        items={TABLES.map((id) => ({ id, label: TABLE[id].label }))}
      />
      <div
        class="table-wrap"
        role="tabpanel"
        id="table-panel"
        aria-labelledby={`table-${table}`}
        tabIndex={0}
      >
        <View key={table} />
      </div>
    </>
  );
}
