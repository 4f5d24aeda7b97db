import { computed, useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import * as api from '../../api/calls.ts';
import type { ActorReply } from '../../../server/contract/replies.ts';
import { tabsOf, type ActorTab } from '../../state/actor-tabs.ts';
import { KIND_LOOK } from '../../state/encoding.ts';
import { has, onlyAs, params, without, type Part } from '../../state/filters.ts';
import { finishPath } from '../../state/go-to.ts';
import { officesOf, type Office } from '../../state/offices.ts';
import { resource } from '../../state/resource.ts';
import { count, dateWords, spanWords } from '../../state/words.ts';
import { useApp } from '../context.ts';
import { ErrorNotice, KindIcon, Loading, RecordLink } from '../kit.tsx';
import { AgreementLine, EventLine, RelationLine } from './claims.tsx';
import { Tabs } from '../tabs.tsx';
import { Header } from './header.tsx';
import { StatementCard } from './statement-card.tsx';

const SHOWN = 50;

/** Statements in which the actor has this part, within the filters that are set. */
function Statements({
  actor,
  part,
  whole,
}: {
  actor: string;
  part: 'speaker' | 'about' | 'addressee' | 'via';
  whole: number;
}) {
  const { screen } = useApp();
  const found = useMemo(
    () =>
      resource(
        computed(() => JSON.stringify(without(screen.filters.value, part))),
        (key, signal) =>
          api.statements(
            [...params(JSON.parse(key)), [part, actor], ['limit', String(SHOWN)]],
            signal,
          ),
      ),
    [actor, part, screen],
  );
  const { data, error } = found.value.value;
  if (error !== null) return <ErrorNotice error={error} retry={found.reload} />;
  if (data === null) return <Loading what="statements" />;
  const aside = whole - data.total;
  return (
    <>
      <p class="quiet pad">
        {count(data.total, 'statement')}
        {data.total > data.items.length && `, the ${data.items.length} newest shown`}
        {aside > 0 && `; ${aside} more outside the filters`}
      </p>
      {data.items.map((statement) => (
        <StatementCard key={statement.id} statement={statement} />
      ))}
    </>
  );
}

const PARTS: readonly { part: Part; label: string }[] = [
  { part: 'speaker', label: 'Only said by' },
  { part: 'about', label: 'Only said about' },
];

function Deeds({ actor }: { actor: ActorReply }) {
  const app = useApp();
  const { screen, focus } = app;
  const pathFrom = focus.pathFrom.value;
  const filters = screen.filters.value;
  return (
    <p class="actions">
      {PARTS.map(({ part, label }) => (
        <button
          type="button"
          key={part}
          aria-pressed={has(filters, { key: part, value: actor.id })}
          onClick={() => screen.setFilters(onlyAs(filters, part, actor.id))}
        >
          {label}
        </button>
      ))}
      <button type="button" onClick={() => screen.setEgo({ of: actor.id, hops: 1 })}>
        Neighbourhood
      </button>
      {pathFrom !== null && pathFrom !== actor.id ? (
        <button type="button" class="primary" onClick={() => finishPath(app, actor.id)}>
          Path to here
        </button>
      ) : (
        <button
          type="button"
          onClick={() => (focus.pathFrom.value = actor.id)}
          disabled={pathFrom === actor.id}
        >
          Path from here
        </button>
      )}
      <button type="button" onClick={() => focus.mendActor(actor.id)}>
        Mend
      </button>
    </p>
  );
}

/** " (2022)", " told 30 times, 6 Dec 2022 to 8 Dec 2022". */
function toldWords(told: number, dates: Office['dates']): string {
  const [date = null] = dates;
  if (dates.length > 1) return ` told ${count(told, 'time')}, ${spanWords(dates) ?? ''}`;
  const times = told > 1 ? ` told ${count(told, 'time')}` : '';
  return `${date === null ? '' : ` (${dateWords(date)})`}${times}`;
}

function Offices({ actor }: { actor: ActorReply }) {
  const offices = officesOf(actor);
  if (offices.length === 0) return null;
  return (
    <ul class="offices">
      {offices.map(({ tie, told, dates }) => (
        <li key={tie.id}>
          <RecordLink id={tie.id}>{tie.title ?? 'office'}</RecordLink>, {tie.to.name}
          <span class="quiet">{toldWords(told, dates)}</span>
        </li>
      ))}
    </ul>
  );
}

function Content({ actor, tab }: { actor: ActorReply; tab: ActorTab }) {
  const { counts } = actor;
  const whole = {
    speaker: counts.said,
    about: counts.about,
    addressee: counts.addressed,
    via: counts.carried,
  };
  switch (tab) {
    case 'agreements':
      return (
        <>
          {actor.agreements.map((item) => (
            <AgreementLine key={item.id} agreement={item} />
          ))}
        </>
      );
    case 'events':
      return (
        <>
          {actor.events.map((item) => (
            <EventLine key={item.id} event={item} />
          ))}
        </>
      );
    case 'ties':
      return (
        <>
          {actor.relations.map((item) => (
            <RelationLine key={item.id} relation={item} />
          ))}
        </>
      );
    case 'documents':
      return (
        <ul class="plain pad">
          {actor.documents.map((item) => (
            <li key={item.id}>
              <RecordLink id={item.id}>{item.title}</RecordLink>
            </li>
          ))}
        </ul>
      );
    default:
      return <Statements key={tab} actor={actor.id} part={tab} whole={whole[tab]} />;
  }
}

function Unlisted({ n }: { n: number }) {
  if (n === 0) return null;
  return (
    <p class="quiet pad">
      {n.toLocaleString('en')} more are not listed: search for this actor and narrow by date.
    </p>
  );
}

/** Forms shown before the rest is counted. */
const MOST_FORMS = 6;

/** How documents word the name where that is neither the name nor an alias. */
function Forms({ actor: { name, aliases, forms } }: { actor: ActorReply }) {
  const known = new Set([name, ...aliases]);
  const others = forms.items.filter(({ form }) => !known.has(form));
  if (others.length === 0) return null;
  const shown = others.slice(0, MOST_FORMS);
  const left = forms.total - (forms.items.length - others.length) - shown.length;
  return (
    <p class="sub">
      In documents: {shown.map(({ form, mentions }) => `${form} (${mentions})`).join(', ')}
      {left > 0 && ` and ${left} more`}
    </p>
  );
}

/** What one actor said, what was said of them, what they agreed to, their offices and ties. */
export function ActorPanel({ actor }: { actor: ActorReply }) {
  const tabs = tabsOf(actor);
  const chosen = useSignal<ActorTab | null>(null);
  const open = tabs.find(({ id }) => id === chosen.value) ?? tabs[0];
  const tab = open?.id;
  return (
    <>
      <Header
        title={actor.name}
        kicker={KIND_LOOK[actor.kind].label}
        icon={<KindIcon kind={actor.kind} />}
      >
        {actor.note !== '' && <p class="sub">{actor.note}</p>}
        {actor.aliases.length > 0 && <p class="sub">Also: {actor.aliases.join(', ')}</p>}
        <Forms actor={actor} />
        <Offices actor={actor} />
        <Deeds actor={actor} />
        {tab !== undefined && (
          <Tabs
            small
            label="What is known"
            prefix="actor-tab"
            panel="actor-panel"
            chosen={tab}
            onChoose={(id) => (chosen.value = id)}
            items={tabs.map(({ id, label, n }) => ({
              id,
              label: (
                <>
                  {label} <span class="n">{n}</span>
                </>
              ),
            }))}
          />
        )}
      </Header>
      {tab === undefined ? (
        <p class="quiet pad">Named in the record, but nothing else is known.</p>
      ) : (
        <div role="tabpanel" id="actor-panel" aria-labelledby={`actor-tab-${tab}`}>
          <Content actor={actor} tab={tab} />
          <Unlisted n={open?.omitted ?? 0} />
        </div>
      )}
    </>
  );
}
