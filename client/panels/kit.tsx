import type { ComponentChildren } from 'preact';
import type { Act, ActFamily, ActorKind } from '../../graph-data/schema/index.ts';
import { FAMILY_OF_ACT } from '../../graph-data/schema/index.ts';
import type { ActorRef } from '../../server/contract/replies.ts';
import { QUERY_KEY_NAMES } from '../../server/contract/vocabulary.ts';
import type { ApiError } from '../api/http.ts';
import { FAMILY_LOOK, KIND_LOOK } from '../state/encoding.ts';
import { alike } from '../state/reports.ts';
import { capital } from '../state/words.ts';
import { useApp } from './context.ts';
import { keepFocus } from './keep-focus.ts';

/** Small parts that every panel uses. */

export function KindIcon({ kind }: { kind: ActorKind }) {
  const { hue, pictogram } = KIND_LOOK[kind];
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <circle cx="12" cy="12" r="12" fill={`var(--kind-${hue})`} />
      <g transform="translate(5.4 5.4) scale(.55)" fill="var(--pictogram)">
        <path fill-rule="evenodd" d={pictogram} />
      </g>
    </svg>
  );
}

const OUTLINE = {
  agreement: 'M12 2l10 10l-10 10L2 12z',
  event: 'M4 5h16v15H4zM4 10h16M8 3v4M16 3v4',
  statement: 'M3 4h18v13H12l-5 5v-5H3z',
} as const;

export function ShapeIcon({ shape }: { shape: keyof typeof OUTLINE }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={OUTLINE[shape]} fill="none" stroke="var(--ink)" stroke-width="2.2" />
    </svg>
  );
}

const GLYPH: Readonly<Record<ActFamily, string>> = {
  states: 'M1 6h10',
  commits: 'M6 1v10M1 6h10',
  confronts: 'M2 2l8 8M10 2l-8 8',
};

/** Hue and glyph of a family, with the word that says it. */
export function FamilyMark({ family, label }: { family: ActFamily; label?: string }) {
  return (
    <span class={`family family-${family}`}>
      <svg viewBox="0 0 12 12" aria-hidden="true">
        <path d={GLYPH[family]} stroke="currentColor" stroke-width="2.3" fill="none" />
      </svg>
      {label ?? FAMILY_LOOK[family].label}
    </span>
  );
}

export function ActMark({ act }: { act: Act }) {
  return <FamilyMark family={FAMILY_OF_ACT[act]} label={capital(act)} />;
}

/** A button that reads as a link and opens a record in the evidence panel. */
export function RecordLink({ id, children }: { id: string; children: ComponentChildren }) {
  const { screen, focus } = useApp();
  return (
    <button
      type="button"
      class="link"
      onClick={() => screen.openRecord(id)}
      onPointerEnter={() => (focus.hover.value = id)}
      onPointerLeave={() => (focus.hover.value = null)}
    >
      {children}
    </button>
  );
}

export function ActorLink({ actor, icon = true }: { actor: ActorRef; icon?: boolean }) {
  return (
    <RecordLink id={actor.id}>
      {icon && <KindIcon kind={actor.kind} />}
      {actor.name}
    </RecordLink>
  );
}

/** Names joined by commas, each a link; a dash when there are none. */
export function ActorList({
  actors,
  icon = false,
}: {
  actors: readonly ActorRef[];
  icon?: boolean;
}) {
  if (actors.length === 0) return <span class="quiet">–</span>;
  return (
    <span class="names">
      {alike(actors).map(({ actor, times }, i) => (
        <span key={actor.id}>
          {i > 0 && ', '}
          <ActorLink actor={actor} icon={icon} />
          {times > 1 && <span class="quiet"> ({times} of this name)</span>}
        </span>
      ))}
    </span>
  );
}

/** What is known of several things, one after the other. Each keeps its own direction of writing. */
export function Listed({ words }: { words: readonly (string | null)[] }) {
  return (
    <>
      {words
        .filter((word) => word !== null && word !== '')
        .map((word, i) => (
          <span key={i}>
            {i > 0 && ' · '}
            <bdi>{word}</bdi>
          </span>
        ))}
    </>
  );
}

export function Loading({ what }: { what: string }) {
  return (
    <p class="quiet pad" role="status">
      Loading {what} …
    </p>
  );
}

interface Telling {
  readonly title: string;
  readonly detail: string;
  readonly code: string | null;
}

/** Keys that an address may hold: the server's own words name parameters that no screen has. */
const KEYS = QUERY_KEY_NAMES.join(', ');

function telling({ failure }: ApiError): Telling {
  if (failure.kind === 'problem' && failure.problem.code === 'unknown-key')
    return {
      title: 'Unknown filter',
      detail: `“${failure.problem.field ?? ''}” is no filter. There are: ${KEYS}.`,
      code: failure.problem.code,
    };
  if (failure.kind === 'problem')
    return {
      title: failure.problem.title,
      detail: failure.problem.detail,
      code: failure.problem.code,
    };
  if (failure.kind === 'offline')
    return {
      title: 'The server does not answer',
      detail: 'Nothing is lost. See whether it still runs (npm start starts it), then try again.',
      code: null,
    };
  return {
    title: 'The reply cannot be read',
    detail: `The page and the server may be of different versions: reload the page. (${failure.detail})`,
    code: null,
  };
}

/** What the stage shows: the graph, a table, or its tabs. */
export const ON_STAGE = '.stage-panel [tabindex="0"], .stage [aria-selected="true"]';

/** Fields of an error that the evidence panel is at fault for: a record, or the ends of a path. */
const OPENED: ReadonlySet<string> = new Set(['id', 'from', 'to']);

/** What went wrong, and the ways out: try again, take away the filter at fault, take away all. */
export function ErrorNotice({ error, retry }: { error: ApiError; retry?: () => void }) {
  const { screen } = useApp();
  const { title, detail, code } = telling(error);
  const field = error.failure.kind === 'problem' ? error.failure.problem.field : undefined;
  const guilty = screen.filters.value.filter((filter) => filter.key === field);
  const { ego } = screen.state.value;
  return (
    <div class="notice" role="alert">
      <h2>{title}</h2>
      <p>{detail}</p>
      <p class="actions" onClick={() => keepFocus(ON_STAGE, '.evidence')}>
        {guilty.map((filter) => (
          <button type="button" key={filter.value} onClick={() => screen.removeFilter(filter)}>
            {filter.key === 'q' ? 'Remove the search' : `Remove ${filter.key}:${filter.value}`}
          </button>
        ))}
        {ego !== null && field === 'of' && (
          <button type="button" onClick={() => screen.setEgo(null)}>
            Leave the neighbourhood
          </button>
        )}
        {screen.open.value !== null && OPENED.has(field ?? '') && (
          <button type="button" onClick={() => screen.select(null)}>
            Close
          </button>
        )}
        {retry && (
          <button type="button" onClick={retry}>
            Try again
          </button>
        )}
        {(guilty.length > 0 || (ego !== null && field === 'of')) && (
          <button type="button" onClick={screen.clear}>
            Clear filters
          </button>
        )}
      </p>
      {code && <p class="quiet">Code {code}</p>}
    </div>
  );
}
