import { Fragment } from 'preact';
import type { Figure } from '../../../graph-data/schema/index.ts';
import type { EventReply } from '../../../server/contract/replies.ts';
import { figureOf, withFigure } from '../../state/review-claims.ts';
import { TextField } from './inputs.tsx';

interface FigureProps {
  readonly record: EventReply;
  readonly onChange: (to: EventReply) => void;
}

/** Words of the passages that give a figure; without words there is none. */
function FigureWords({ record, onChange, at }: FigureProps & { at: number }) {
  const { figures } = record;
  const fresh = at === figures.length;
  return (
    <TextField
      id={`claim-figure-${at}`}
      label={fresh ? 'New figure' : `Figure ${at + 1}`}
      value={figures[at]?.text ?? null}
      empty="none"
      help={fresh ? 'As a passage words it: “9,000 troops”' : 'Leave it empty to take it away'}
      fault={(words) =>
        figureOf(record, words) === null ? 'None of its passages holds these words.' : null
      }
      onChange={(words) =>
        onChange(withFigure(record, at, words === null ? null : figureOf(record, words)))
      }
    />
  );
}

/** What a figure counts, and how many. */
function FigureMeaning({
  at,
  figure,
  onChange,
}: {
  at: number;
  figure: Figure;
  onChange: (figure: Figure) => void;
}) {
  const { value, unit } = figure;
  return (
    <>
      <TextField
        id={`claim-figure-${at}-value`}
        label={`Number ${at + 1}`}
        value={value === null ? null : String(value)}
        fault={(text) => (Number.isFinite(Number(text)) ? null : 'Not a number, such as 9000.')}
        onChange={(text) => onChange({ ...figure, value: text === null ? null : Number(text) })}
      />
      <TextField
        id={`claim-figure-${at}-unit`}
        label={`Unit ${at + 1}`}
        value={unit}
        optional={false}
        onChange={(text) => onChange({ ...figure, unit: text ?? unit })}
      />
    </>
  );
}

/** The figures of an event, each with its words, its number and what is counted; and one more. */
export function FigureFields({ record, onChange }: FigureProps) {
  const { figures } = record;
  return (
    <>
      {figures.map((figure, at) => (
        <Fragment key={at}>
          <FigureWords record={record} onChange={onChange} at={at} />
          <FigureMeaning
            at={at}
            figure={figure}
            onChange={(to) => onChange(withFigure(record, at, to))}
          />
        </Fragment>
      ))}
      <FigureWords
        key={`new ${figures.length}`}
        record={record}
        onChange={onChange}
        at={figures.length}
      />
    </>
  );
}
