import type { ComponentChildren } from 'preact';
import type { ActorRef } from '../../../server/contract/replies.ts';
import type { Proposal } from '../../../server/contract/review.ts';
import { dateWords, plain } from '../../state/words.ts';
import { KindIcon } from '../kit.tsx';

function Names({ actors }: { actors: readonly ActorRef[] }) {
  return (
    <ul class="names-list">
      {actors.map((actor) => (
        <li key={actor.id}>
          <KindIcon kind={actor.kind} /> {actor.name}
        </li>
      ))}
    </ul>
  );
}

function Facts({ rows }: { rows: readonly (readonly [string, ComponentChildren])[] }) {
  return (
    <dl class="facts">
      {rows.map(([term, what]) => (
        <div key={term} class="fact">
          <dt>{term}</dt>
          <dd>{what}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What an agreement, an event or a tie says; only statements can be edited. */
export function ClaimFacts({ proposal }: { proposal: Exclude<Proposal, { type: 'statement' }> }) {
  if (proposal.type === 'agreement') {
    const { name, summary, parties, signatories, date, state, place } = proposal.record;
    return (
      <>
        <p class="who">{name}</p>
        <p class="quiet">{summary}</p>
        <Facts
          rows={[
            ['Parties', <Names actors={parties} />],
            ['Signed by', signatories.length > 0 ? <Names actors={signatories} /> : '–'],
            ['State', plain(state)],
            ['Date', dateWords(date, 'not known')],
            ['Place', place ?? '–'],
          ]}
        />
      </>
    );
  }
  if (proposal.type === 'event') {
    const { name, kind, participants, date, place, figures } = proposal.record;
    return (
      <>
        <p class="who">{name}</p>
        <Facts
          rows={[
            ['Kind', plain(kind)],
            ...participants.map(
              ({ actor, role }) => [plain(role), <Names actors={[actor]} />] as const,
            ),
            ['Date', dateWords(date, 'not known')],
            ['Place', place ?? '–'],
            ['Figures', figures.map(({ text }) => text).join(', ') || '–'],
          ]}
        />
      </>
    );
  }
  const { from, kind, to, title, valid } = proposal.record;
  return (
    <Facts
      rows={[
        ['From', <Names actors={[from]} />],
        ['Tie', `${plain(kind)}${title === null ? '' : ` (${title})`}`],
        ['To', <Names actors={[to]} />],
        ['Valid', dateWords(valid, 'not known')],
      ]}
    />
  );
}
