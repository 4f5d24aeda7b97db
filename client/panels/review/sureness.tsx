import type { Measured, MeasuredKind, Proposal } from '../../../server/contract/review.ts';
import { band, kindsToTell, meaning, percent, type Item } from '../../state/review-queue.ts';
import { capital } from '../../state/words.ts';
import { useSitting } from './context.ts';

const MODE_WORD = { direct: 'Direct', mixed: 'Mixed', indirect: 'Indirect' } as const;

function name({ mode, speech }: MeasuredKind): string {
  const what = speech === false ? 'attitudes' : 'speech';
  return mode === null ? capital(what) : `${MODE_WORD[mode]} ${what}`;
}

function Row({ kind, own }: { kind: MeasuredKind; own: boolean }) {
  return (
    <tr aria-current={own ? 'true' : undefined}>
      <th scope="row">{name(kind)}</th>
      <td>
        {percent(kind.precision)} <small>of {kind.proposals.toLocaleString('en')}</small>
      </td>
      <td>
        {percent(kind.recall)} <small>of {kind.annotated.toLocaleString('en')}</small>
      </td>
    </tr>
  );
}

/** How good the reader is at this kind of statement, and at the others, with what that means. */
function Worth({ measured, proposal }: { measured: Measured; proposal: Proposal }) {
  const { own, kinds } = kindsToTell(measured, proposal);
  if (own === null)
    return <p class="quiet">Precision and recall are measured for statements only.</p>;
  return (
    <details class="worth">
      <summary>
        {name(own)}: <b>{percent(own.precision)}</b> right, <b>{percent(own.recall)}</b> found
      </summary>
      <table>
        <thead>
          <tr>
            <th scope="col">Kind</th>
            <th scope="col">Right</th>
            <th scope="col">Found</th>
          </tr>
        </thead>
        <tbody>
          {kinds.map((kind) => (
            <Row key={name(kind)} kind={kind} own={kind === own} />
          ))}
        </tbody>
      </table>
      <p class="quiet">
        Right (precision): the share of what the reader proposed that people had marked too, with
        the same source and most of the same words. Found (recall): the share of what people had
        marked that the reader proposed. Counted on {measured.documents} articles that it did not
        learn from ({measured.corpus}), over proposals of {percent(measured.leastConfidence)} and
        more. The confidence above is of this one proposal.
      </p>
    </details>
  );
}

/** What the confidence of this proposal means, and what is measured of its kind. */
export function Sureness({ item }: { item: Item }) {
  const { review } = useSitting();
  const { confidence } = item.proposal;
  const measured = review.page.value?.measured;
  return (
    <>
      <p class="sureness" data-band={band(confidence)}>
        <meter min={0} max={1} value={confidence ?? 0} aria-label="Confidence" />
        <b>{percent(confidence)}</b> <span class="quiet">{meaning(confidence)}</span>
      </p>
      {measured && <Worth measured={measured} proposal={item.proposal} />}
    </>
  );
}
