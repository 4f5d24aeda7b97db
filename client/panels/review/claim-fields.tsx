import {
  AGREEMENT_STATES,
  EVENT_KINDS,
  RELATION_KINDS,
  ROLES,
} from '../../../graph-data/schema/index.ts';
import type { ActorRef, EventReply } from '../../../server/contract/replies.ts';
import { withParticipants, withStep, type Claim } from '../../state/review-claims.ts';
import { actorsOf } from '../../state/review-queue.ts';
import { Choice } from './choice.tsx';
import { useSitting } from './context.ts';
import { FigureFields } from './figure-fields.tsx';
import { ActorField, DateField, OneActor, TextField } from './inputs.tsx';

type Of<T extends Claim['type']> = { readonly claim: Extract<Claim, { type: T }> };

/** Takes the changed fields of the claim's record and says in a word what they are. */
function useMend<T extends Claim>(claim: T) {
  const { review } = useSitting();
  return (record: T['record'], what: string) =>
    review.mend({ ...claim, record } as Claim, `${what} changed`);
}

function NameField({ name, onChange }: { name: string; onChange: (name: string) => void }) {
  return (
    <TextField
      id="claim-name"
      label="Name"
      value={name}
      optional={false}
      onChange={(text) => onChange(text ?? name)}
    />
  );
}

function PlaceField({
  place,
  onChange,
}: {
  place: string | null;
  onChange: (place: string | null) => void;
}) {
  return <TextField id="claim-place" label="Place" value={place} onChange={onChange} />;
}

function AgreementFields({ claim }: Of<'agreement'>) {
  const { record } = claim;
  const mend = useMend(claim);
  return (
    <>
      <NameField name={record.name} onChange={(name) => mend({ ...record, name }, 'Name')} />
      <ActorField
        id="claim-parties"
        label="Parties"
        actors={record.parties}
        least={2}
        onChange={(parties) => mend({ ...record, parties: [...parties] }, 'Parties')}
      />
      <ActorField
        id="claim-signatories"
        label="Signed by"
        actors={record.signatories}
        onChange={(signatories) =>
          mend({ ...record, signatories: [...signatories] }, 'Signatories')
        }
      />
      <Choice
        id="claim-state"
        label="State"
        value={record.state}
        values={AGREEMENT_STATES}
        onChange={(state) => mend(withStep(record, { state }), 'State')}
      />
      <DateField
        id="claim-date"
        label="Date"
        value={record.date}
        onChange={(date) => mend(withStep(record, { date }), 'Date')}
      />
      <PlaceField place={record.place} onChange={(place) => mend({ ...record, place }, 'Place')} />
    </>
  );
}

function Roles({ record, onChange }: { record: EventReply; onChange: (to: EventReply) => void }) {
  const { participants } = record;
  return (
    <>
      {participants.map((part, i) => (
        <Choice
          key={`${part.actor.id} ${part.role}`}
          id={`claim-role-${i}`}
          label={part.actor.name}
          value={part.role}
          values={ROLES}
          onChange={(role) =>
            onChange({
              ...record,
              participants: participants.map((each) => (each === part ? { ...each, role } : each)),
            })
          }
        />
      ))}
    </>
  );
}

function EventFields({ claim, actors }: Of<'event'> & { actors: readonly ActorRef[] }) {
  const { record } = claim;
  const mend = useMend(claim);
  return (
    <>
      <NameField name={record.name} onChange={(name) => mend({ ...record, name }, 'Name')} />
      <Choice
        id="claim-kind"
        label="Kind"
        value={record.kind}
        values={EVENT_KINDS}
        onChange={(kind) => mend({ ...record, kind }, 'Kind')}
      />
      <ActorField
        id="claim-participants"
        label="Participants"
        actors={actors}
        least={1}
        onChange={(to) => mend(withParticipants(record, to), 'Participants')}
      />
      <Roles record={record} onChange={(to) => mend(to, 'Role')} />
      <DateField
        id="claim-date"
        label="Date"
        value={record.date}
        onChange={(date) => mend({ ...record, date }, 'Date')}
      />
      <PlaceField place={record.place} onChange={(place) => mend({ ...record, place }, 'Place')} />
      <FigureFields record={record} onChange={(to) => mend(to, 'Figures')} />
    </>
  );
}

function RelationFields({ claim }: Of<'relation'>) {
  const { record } = claim;
  const mend = useMend(claim);
  return (
    <>
      <OneActor
        id="claim-from"
        label="From"
        actor={record.from}
        onChange={(from) => mend({ ...record, from }, 'From')}
      />
      <Choice
        id="claim-kind"
        label="Tie"
        value={record.kind}
        values={RELATION_KINDS}
        onChange={(kind) => mend({ ...record, kind }, 'Tie')}
      />
      <OneActor
        id="claim-to"
        label="To"
        actor={record.to}
        onChange={(to) => mend({ ...record, to }, 'To')}
      />
      <TextField
        id="claim-title"
        label="Title"
        value={record.title}
        onChange={(title) => mend({ ...record, title }, 'Title')}
      />
      <DateField
        id="claim-valid"
        label="Valid"
        value={record.valid}
        onChange={(valid) => mend({ ...record, valid }, 'Valid period')}
      />
    </>
  );
}

/** What an agreement, an event or a tie says; each change is one decision. */
export function ClaimFields({ claim }: { claim: Claim }) {
  const summary = claim.type === 'agreement' ? claim.record.summary : null;
  return (
    <section aria-label="Fields" key={claim.record.id}>
      {summary !== null && <p class="quiet">{summary}</p>}
      <dl class="facts">
        {claim.type === 'agreement' && <AgreementFields claim={claim} />}
        {claim.type === 'event' && <EventFields claim={claim} actors={actorsOf(claim)} />}
        {claim.type === 'relation' && <RelationFields claim={claim} />}
      </dl>
    </section>
  );
}
