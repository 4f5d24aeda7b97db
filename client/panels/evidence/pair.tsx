import { FAMILY_OF_ACT, type ActFamily } from '../../../graph-data/schema/index.ts';
import type { ActorReply, StatementReply } from '../../../server/contract/replies.ts';
import { FAMILY_LOOK } from '../../state/encoding.ts';
import type { PairEvidence } from '../../state/data-graph.ts';
import { count, spanWords } from '../../state/words.ts';
import { useApp } from '../context.ts';
import { ActorLink, ErrorNotice, FamilyMark, Loading } from '../kit.tsx';
import { AgreementLine, EventLine, RelationLine } from './claims.tsx';
import { Header } from './header.tsx';
import { StatementCard } from './statement-card.tsx';

const FAMILIES: readonly ActFamily[] = ['states', 'commits', 'confronts'];

/** Shares of the act families as one bar, with the same in words. */
function FamilyBar({ statements }: { statements: readonly StatementReply[] }) {
  const counts = FAMILIES.map((family) => ({
    family,
    n: statements.filter((item) => FAMILY_OF_ACT[item.act] === family).length,
  })).filter(({ n }) => n > 0);
  return (
    <>
      <div class="share" aria-hidden="true">
        {counts.map(({ family, n }) => (
          <i key={family} style={{ flex: n, background: `var(--family-${family})` }} />
        ))}
      </div>
      <p class="share-words">
        {counts.map(({ family, n }) => (
          <FamilyMark key={family} family={family} label={`${FAMILY_LOOK[family].label} ${n}`} />
        ))}
      </p>
    </>
  );
}

/** What ties two actors besides statements: agreements and events both are in, relations. */
function OtherTies({ from, to }: { from: ActorReply; to: ActorReply }) {
  const agreements = from.agreements.filter((item) =>
    to.agreements.some(({ id }) => id === item.id),
  );
  const events = from.events.filter((item) => to.events.some(({ id }) => id === item.id));
  const relations = from.relations.filter((item) => item.from.id === to.id || item.to.id === to.id);
  if (agreements.length + events.length + relations.length === 0) return null;
  return (
    <>
      {agreements.length > 0 && <h3 class="section">Agreed together</h3>}
      {agreements.map((item) => (
        <AgreementLine key={item.id} agreement={item} />
      ))}
      {relations.length > 0 && <h3 class="section">Ties</h3>}
      {relations.map((item) => (
        <RelationLine key={item.id} relation={item} />
      ))}
      {events.length > 0 && <h3 class="section">Events both took part in</h3>}
      {events.map((item) => (
        <EventLine key={item.id} event={item} />
      ))}
    </>
  );
}

function Pair({ pair }: { pair: PairEvidence }) {
  const { screen } = useApp();
  const { from, to, statements, total } = pair;
  const narrowed = screen.filters.value.length > 0;
  const dates = spanWords(statements.map((item) => item.said));
  return (
    <>
      <Header
        kicker="Said of or to"
        title={
          <>
            {from.name} → {to.name}
          </>
        }
      >
        <p class="sub">
          {count(total, 'statement')}
          {dates && `, ${dates}`}
          {total > statements.length && `; the ${statements.length} newest shown`}
          {narrowed && ', within the filters'}
        </p>
        {statements.length > 0 && <FamilyBar statements={statements} />}
        <p class="actions">
          <button type="button" onClick={() => screen.openPair(to.id, from.id)}>
            Other way round
          </button>
          <button type="button" onClick={() => screen.openPath(from.id, to.id)}>
            Path
          </button>
        </p>
      </Header>
      {statements.length === 0 && (
        <p class="quiet pad">
          <ActorLink actor={from} /> said nothing of or to <ActorLink actor={to} />
          {narrowed ? ' within the filters.' : ' on this record.'}
        </p>
      )}
      {statements.map((statement, i) => (
        <StatementCard
          key={statement.id}
          statement={statement}
          lead={screen.state.value.at === null && i === 0}
        />
      ))}
      <OtherTies from={from} to={to} />
    </>
  );
}

/** The statements behind one edge. */
export function PairPanel() {
  const { data, screen } = useApp();
  const { data: pair, error } = data.pair.value.value;
  const open = screen.open.value;
  if (error !== null) return <ErrorNotice error={error} retry={data.pair.reload} />;
  const current = open?.type === 'pair' && pair?.from.id === open.from && pair.to.id === open.to;
  return pair === null || !current ? <Loading what="the statements" /> : <Pair pair={pair} />;
}
