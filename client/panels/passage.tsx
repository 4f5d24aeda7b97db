import { withPlainSpaces } from '../../server/contract/summary.ts';
import { paragraphs, stitch, wholeWords, type Run, type Span } from '../state/passage.ts';

const TITLE: Readonly<Partial<Record<Span['role'], string>>> = {
  cue: 'cue: the words that attribute it',
  source: 'source: the words that name the speaker',
};

function Marked({ run, onPick }: { run: Run; onPick?: (record: string) => void }) {
  const text = withPlainSpaces(run.text);
  if (run.span === null) return <>{text}</>;
  const { role, record } = run.span;
  if (role === 'cue' || role === 'source')
    return (
      <span class={`span-${role}`} title={TITLE[role]}>
        {text}
      </span>
    );
  if (record === undefined || onPick === undefined) return <mark>{text}</mark>;
  return (
    <mark>
      <a
        href={`?open=${record}`}
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          onPick(record);
        }}
      >
        {text}
      </a>
    </mark>
  );
}

/**
 * Words of a document with spans marked: whole paragraphs when its text is held, all of them if
 * asked, else as known.
 */
export function Quotation({
  spans,
  text = null,
  whole = false,
  onPick,
}: {
  spans: readonly Span[];
  text?: string | null;
  whole?: boolean;
  onPick?: (record: string) => void;
}) {
  const held = text === null ? [] : paragraphs(text, spans, whole);
  const passages = held.length > 0 ? held : stitch(spans).map(wholeWords);
  return (
    <>
      {passages.map((passage) => (
        <blockquote key={passage.start} dir="auto">
          {passage.cutBefore && <span class="cut">… </span>}
          {passage.runs.map((run, i) => (
            <Marked key={i} run={run} onPick={onPick} />
          ))}
          {passage.cutAfter && <span class="cut"> …</span>}
        </blockquote>
      ))}
    </>
  );
}
