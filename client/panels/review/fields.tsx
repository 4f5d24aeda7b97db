import { ACTS, MODES, type Act, type Mode } from '../../../graph-data/schema/index.ts';
import type { ActorRef, StatementReply } from '../../../server/contract/replies.ts';
import { Choice } from './choice.tsx';
import { ActorField, DateField } from './inputs.tsx';
import { useSitting } from './context.ts';

/** What a statement says besides its words and its speaker; each change is one decision. */
export function StatementFields({
  statement,
  document,
}: {
  statement: StatementReply;
  document: string;
}) {
  const { review } = useSitting();
  const report = statement.reports.find((item) => item.document.id === document);
  const setVia = (via: readonly ActorRef[]) =>
    review.edit(
      {
        ...statement,
        reports: statement.reports.map((item) =>
          item === report ? { ...item, via: [...via] } : item,
        ),
      },
      'Carriers changed',
    );
  return (
    <section aria-label="Statement">
      <blockquote>{statement.text}</blockquote>
      <dl class="facts" key={statement.id}>
        <Choice<Act>
          id="review-act"
          label="Act"
          value={statement.act}
          values={ACTS}
          onChange={(act) => review.edit({ ...statement, act }, `Act: ${act}`)}
        />
        <Choice<Mode>
          id="review-mode"
          label="Mode"
          value={statement.mode}
          values={MODES}
          onChange={(mode) => review.edit({ ...statement, mode }, `Mode: ${mode}`)}
        />
        <DateField
          id="review-said"
          label="Said"
          value={statement.said}
          onChange={(said) =>
            review.edit({ ...statement, said }, said === null ? 'Date taken away' : `Said ${said}`)
          }
        />
        <ActorField
          id="review-about"
          label="About"
          actors={statement.about}
          onChange={(about) => review.edit({ ...statement, about: [...about] }, 'About changed')}
        />
        <ActorField
          id="review-to"
          label="To"
          actors={statement.addressees}
          onChange={(addressees) =>
            review.edit({ ...statement, addressees: [...addressees] }, 'Addressees changed')
          }
        />
        {report !== undefined && (
          <ActorField id="review-via" label="Via" actors={report.via} onChange={setVia} />
        )}
      </dl>
    </section>
  );
}
