import { computed } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import * as api from '../../api/calls.ts';
import { recordTypeOf } from '../../../graph-data/schema/index.ts';
import { resource } from '../../state/resource.ts';
import { useApp } from '../context.ts';
import { ErrorNotice, Loading, ShapeIcon } from '../kit.tsx';
import { ActorPanel } from './actor.tsx';
import { AgreementWhole, EventWhole, RelationWhole } from './claims.tsx';
import { DocumentPanel } from './document.tsx';
import { Header } from './header.tsx';
import { StatementCard } from './statement-card.tsx';
import type { ComponentChildren } from 'preact';

function Whole<T>({
  id,
  load,
  what,
  children,
}: {
  id: string;
  load: (id: string, signal: AbortSignal) => Promise<T>;
  what: string;
  children: (record: T) => ComponentChildren;
}) {
  const found = useMemo(
    () =>
      resource(
        computed(() => id),
        load,
      ),
    [id, load],
  );
  const { data, error } = found.value.value;
  if (error !== null) return <ErrorNotice error={error} retry={found.reload} />;
  return data === null ? <Loading what={what} /> : <>{children(data)}</>;
}

function NoId({ id }: { id: string }) {
  const { screen } = useApp();
  return (
    <div class="notice" role="alert">
      <h2>Nothing has this id</h2>
      <p>“{id}” is no id of an actor, statement, agreement, event, tie or document.</p>
      <p class="actions">
        <button type="button" onClick={() => screen.select(null)}>
          Close
        </button>
      </p>
    </div>
  );
}

/** Whatever has an id: told apart by its prefix. */
export function RecordPanel({ id }: { id: string }) {
  switch (recordTypeOf(id)) {
    case 'statement':
      return (
        <Whole id={id} load={api.statement} what="the statement">
          {(statement) => (
            <>
              <Header title={statement.speaker.name} kicker="Statement" />
              <StatementCard statement={statement} lead />
            </>
          )}
        </Whole>
      );
    case 'agreement':
      return (
        <Whole id={id} load={api.agreement} what="the agreement">
          {(agreement) => (
            <>
              <Header
                title={agreement.name}
                kicker="Agreement"
                icon={<ShapeIcon shape="agreement" />}
              />
              <AgreementWhole agreement={agreement} />
            </>
          )}
        </Whole>
      );
    case 'event':
      return (
        <Whole id={id} load={api.event} what="the event">
          {(event) => (
            <>
              <Header title={event.name} kicker="Event" icon={<ShapeIcon shape="event" />} />
              <EventWhole event={event} />
            </>
          )}
        </Whole>
      );
    case 'relation':
      return (
        <Whole id={id} load={api.relation} what="the tie">
          {(relation) => (
            <>
              <Header title={`${relation.from.name} and ${relation.to.name}`} kicker="Tie" />
              <RelationWhole relation={relation} />
            </>
          )}
        </Whole>
      );
    case 'document':
      return (
        <Whole id={id} load={api.document} what="the document">
          {(document) => <DocumentPanel document={document} />}
        </Whole>
      );
    case 'actor':
      return (
        <Whole id={id} load={api.actor} what="the actor">
          {(actor) => <ActorPanel actor={actor} />}
        </Whole>
      );
    default:
      return <NoId id={id} />;
  }
}
