import type { Hop, PathsReply } from '../../../server/contract/replies.ts';
import { FAMILY_OF_ACT } from '../../../graph-data/schema/index.ts';
import { pathConditions } from '../../state/filters.ts';
import { count, listed, plain } from '../../state/words.ts';
import { useApp } from '../context.ts';
import { keepFocus } from '../keep-focus.ts';
import { ActorLink, ErrorNotice, FamilyMark, Loading } from '../kit.tsx';
import { AgreementLine, EventLine, Evidence, RelationSentence } from './claims.tsx';
import { Header } from './header.tsx';
import { StatementCard } from './statement-card.tsx';

/** What ties two neighbours, in one sentence. */
function sentence({ from, to, statements, agreements, events, relations }: Hop): string {
  const [statement] = statements;
  if (statement) {
    const speaks = statement.speaker.id === from.id ? from : to;
    const other = speaks === from ? to : from;
    const n = statements.length;
    const to_ = statement.addressees.some(({ id }) => id === other.id);
    const about = statement.about.some(({ id }) => id === other.id);
    const how = about ? 'spoke about' : to_ ? 'spoke to' : 'was carried by';
    if (statement.speaker.id !== from.id && statement.speaker.id !== to.id)
      return `${from.name} and ${to.name} meet in ${count(n, 'statement')} by ${statement.speaker.name}`;
    return `${speaks.name} ${how} ${other.name}${n > 1 ? ` (${count(n, 'statement')})` : ''}`;
  }
  const [relation] = relations;
  if (relation) return `${relation.from.name} ${plain(relation.kind)} ${relation.to.name}`;
  const [agreement] = agreements;
  if (agreement) return `${from.name} and ${to.name} are both in “${agreement.name}”`;
  const [event] = events;
  return event
    ? `${from.name} and ${to.name} both took part in “${event.name}”`
    : `${from.name} and ${to.name}`;
}

/** Statements shown with a step; the rest are counted. */
const SHOWN = 3;

function Step({ hop, at }: { hop: Hop; at: number }) {
  const [statement] = hop.statements;
  const untold = hop.omitted + Math.max(0, hop.statements.length - SHOWN);
  const behind =
    hop.statements.length +
    hop.agreements.length +
    hop.events.length +
    hop.relations.length +
    hop.omitted;
  return (
    <li class="step">
      <p class="meta">
        <b class="step-no">
          {at} to {at + 1}
        </b>
        {statement && <FamilyMark family={FAMILY_OF_ACT[statement.act]} />}
        <span class="end">{count(behind, 'record')}</span>
      </p>
      <p class="who">
        <ActorLink actor={hop.from} /> and <ActorLink actor={hop.to} />
      </p>
      <p>{sentence(hop)}</p>
      {hop.statements.slice(0, SHOWN).map((item, i) => (
        <StatementCard key={item.id} statement={item} lead={i === 0} />
      ))}
      {hop.relations.map((item) => (
        <section key={item.id} class="inset">
          <RelationSentence relation={item} />
          <Evidence evidence={item.evidence} />
        </section>
      ))}
      {hop.agreements.map((item) => (
        <section key={item.id}>
          <AgreementLine agreement={item} />
          <div class="inset">
            <Evidence evidence={item.evidence} />
          </div>
        </section>
      ))}
      {hop.events.map((item) => (
        <section key={item.id}>
          <EventLine event={item} />
          <div class="inset">
            <Evidence evidence={item.evidence} />
          </div>
        </section>
      ))}
      {untold > 0 && <p class="quiet">and {count(untold, 'more record')} behind this step</p>}
    </li>
  );
}

function NoPath({ reply: { from, to, max, complete } }: { reply: PathsReply }) {
  const { screen } = useApp();
  const filters = screen.filters.value;
  const { kept } = pathConditions(filters);
  const under = kept.length > 0 ? ` under ${listed(kept)}` : '';
  return (
    <>
      <p class="quiet pad">
        {complete
          ? `No chain of statements, agreements, events or ties${under} of at most ${max} steps leads from ${from.name} to ${to.name}.`
          : 'Whether there is a path is not known.'}
      </p>
      {kept.length > 0 && (
        <p class="actions pad" onClick={() => keepFocus('.evidence')}>
          <button
            type="button"
            onClick={() => screen.setFilters(filters.filter(({ key }) => !kept.includes(key)))}
          >
            Look without {listed(kept)}
          </button>
        </p>
      )}
    </>
  );
}

/** Says that the search ended at its limit, and what to do about it. */
function WorkLimit({ work: { edges, limit } }: Pick<PathsReply, 'work'>) {
  return (
    <p class="quiet pad" role="status">
      The search looked at {edges.toLocaleString('en')} edges and stopped at its limit of{' '}
      {limit.toLocaleString('en')}: there may be other or better paths. Narrow it by filters or ask
      for fewer steps.
    </p>
  );
}

/** Which filters the path is under, and which it cannot be under. */
function Conditions() {
  const { screen } = useApp();
  const { kept, without } = pathConditions(screen.filters.value);
  if (kept.length + without.length === 0) return null;
  return (
    <p class="sub" role="status">
      {kept.length > 0 && `Only ties under ${listed(kept)}. `}
      {without.length > 0 && `Paths are not narrowed by ${listed(without)}.`}
    </p>
  );
}

function Paths({ reply }: { reply: PathsReply }) {
  const { screen } = useApp();
  const { from, to, paths, max, complete, work } = reply;
  const chosen = Math.min(Number(screen.state.value.at ?? 1) || 1, paths.length);
  const path = paths[chosen - 1];
  return (
    <>
      <Header kicker="Path" title={`${from.name} to ${to.name}`}>
        <p class="sub">
          {path === undefined
            ? `None ${complete ? '' : 'found '}within ${count(max, 'step')}.`
            : `${count(path.hops.length, 'step')}, ties in any direction; path ${chosen} of ${paths.length}, best first`}
        </p>
        <Conditions />
        {paths.length > 1 && (
          <p class="actions" role="group" aria-label="Paths found">
            {paths.map((item, i) => (
              <button
                type="button"
                key={i}
                aria-pressed={i + 1 === chosen}
                onClick={() => screen.mark(i === 0 ? null : String(i + 1))}
              >
                {i + 1}: {count(item.hops.length, 'step')}
              </button>
            ))}
          </p>
        )}
      </Header>
      {!complete && <WorkLimit work={work} />}
      {path === undefined && <NoPath reply={reply} />}
      <ol class="steps">
        {path?.hops.map((hop, i) => (
          <Step key={`${hop.from.id}>${hop.to.id}`} hop={hop} at={i + 1} />
        ))}
      </ol>
    </>
  );
}

/** How two actors are tied, as numbered steps, each with the passage that it rests on. */
export function PathPanel() {
  const { data } = useApp();
  const { data: reply, error, fresh } = data.path.value.value;
  if (error !== null) return <ErrorNotice error={error} retry={data.path.reload} />;
  return reply === null || !fresh ? <Loading what="the path" /> : <Paths reply={reply} />;
}
