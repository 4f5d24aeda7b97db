import { band, percent, type Item } from '../../state/review-queue.ts';
import type { Block, Mark, Segment } from '../../state/review-text.ts';
import { FATE_GLYPH, TYPE_LOOK } from './look.ts';

const WEIGHT: Readonly<Record<string, number>> = { cue: 3, source: 3, content: 2 };

/** The mark that shows where several cover the same words: the current record's, then the inner. */
function topmost(marks: readonly Mark[], current: string | null): Mark | null {
  const rank = (mark: Mark) =>
    (mark.record === current ? 1e9 : 0) +
    (WEIGHT[mark.role] ?? 1) * 1e8 -
    (mark.selector.end - mark.selector.start);
  return marks.reduce<Mark | null>(
    (best, mark) => (best === null || rank(mark) > rank(best) ? mark : best),
    null,
  );
}

/** What a text is shown with. */
export interface Look {
  /** By id. */
  readonly items: ReadonlyMap<string, Item>;
  /** Id of the record that is set apart; null for none. */
  readonly current: string | null;
  /** Ids of what begins at an offset of the text. */
  readonly flags: ReadonlyMap<number, readonly string[]>;
  readonly pick: (id: string) => void;
}

function Flag({ id, look }: { id: string; look: Look }) {
  const item = look.items.get(id);
  if (item === undefined) return null;
  const { proposal, fate } = item;
  return (
    <button
      type="button"
      tabIndex={-1}
      class="flag"
      data-band={band(proposal.confidence)}
      data-fate={fate}
      aria-current={id === look.current ? 'true' : undefined}
      aria-label={`${TYPE_LOOK[proposal.type].label}, ${percent(proposal.confidence)}, ${fate}`}
      onClick={() => look.pick(id)}
    >
      {TYPE_LOOK[proposal.type].glyph}
      {fate === 'open' ? percent(proposal.confidence) : FATE_GLYPH[fate]}
    </button>
  );
}

function Piece({ segment, look }: { segment: Segment; look: Look }) {
  const { start, text, marks } = segment;
  const mark = topmost(marks, look.current);
  if (mark === null) return <span data-start={start}>{text}</span>;
  const item = look.items.get(mark.record);
  const own = mark.record === look.current;
  const opens = own && mark.selector.start === start;
  return (
    <>
      {opens && (
        <span class="role" aria-hidden="true">
          {mark.role}
        </span>
      )}
      <span
        data-start={start}
        class={own ? `own own-${mark.role}` : `other other-${mark.role}`}
        title={own || item !== undefined ? undefined : 'On the record: press to mend it'}
        data-band={band(item?.proposal.confidence ?? null)}
        data-fate={item?.fate ?? (own ? undefined : 'accepted')}
        onClick={() => {
          if (getSelection()?.isCollapsed !== false) look.pick(mark.record);
        }}
      >
        {text}
      </span>
    </>
  );
}

export function Paragraph({ block, look }: { block: Block; look: Look }) {
  return (
    <p dir="auto">
      {block.segments.map((segment) => (
        <span key={segment.start}>
          {look.flags.get(segment.start)?.map((id) => (
            <Flag key={id} id={id} look={look} />
          ))}
          <Piece segment={segment} look={look} />
        </span>
      ))}
    </p>
  );
}
