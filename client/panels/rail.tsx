import './rail.css';
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import {
  ACT_FAMILIES,
  ACTS,
  FAMILY_OF_ACT,
  type Act,
  type ActFamily,
} from '../../graph-data/schema/index.ts';
import type { Facet, FacetName } from '../../server/contract/replies.ts';
import { RAIL_FACETS } from '../state/data-list.ts';
import { KIND_LOOK } from '../state/encoding.ts';
import { chosenBy, isNarrowed, toggleMeant, valuesOf } from '../state/filters.ts';
import { LAYERS, LEVELS, type Filter, type Layer, type Level } from '../state/url.ts';
import { capital, plain } from '../state/words.ts';
import { useApp } from './context.ts';
import { FilterChips } from './filter-chips.tsx';
import { ActMark, FamilyMark, KindIcon, ShapeIcon } from './kit.tsx';

const TITLES: Readonly<Record<(typeof RAIL_FACETS)[number], string>> = {
  act: 'Act',
  speaker: 'Speaker',
  about: 'About',
  kind: 'Kind of speaker',
  via: 'Carried by',
  outlet: 'Outlet',
  document: 'Document',
  addressee: 'Said to',
  mode: 'Mode',
  status: 'Status',
  method: 'How it was read',
};

const ENUMS: ReadonlySet<string> = new Set(['mode', 'status', 'method']);
const SHORT = 6;

/** A facet whose counts may not be known. */
interface Choices extends Omit<Facet, 'values'> {
  readonly values: readonly (Omit<Facet['values'][number], 'count'> & {
    readonly count: number | null;
  })[];
}

function Check({
  checked,
  onChange,
  count,
  most = 0,
  children,
}: {
  checked: boolean;
  onChange: () => void;
  /** Null when it is not known, left out where nothing is counted. */
  count?: number | null;
  most?: number;
  children: ComponentChildren;
}) {
  return (
    <label class="check">
      <input type="checkbox" checked={checked} onChange={onChange} />
      <span class="bar">
        {children}
        {typeof count === 'number' && (
          <i style={{ width: `${most === 0 ? 0 : Math.round((100 * count) / most)}%` }} />
        )}
      </span>
      {count !== undefined && <span class="n">{count?.toLocaleString('en') ?? '–'}</span>}
    </label>
  );
}

function label(name: FacetName, value: string, text: string): ComponentChildren {
  if (name === 'act') return <ActMark act={value as Act} />;
  if (name === 'kind') {
    const kind = value as keyof typeof KIND_LOOK;
    return (
      <>
        <KindIcon kind={kind} />
        <span class="clip">{KIND_LOOK[kind].label}</span>
      </>
    );
  }
  const words = ENUMS.has(name) ? capital(plain(value)) : text;
  return (
    <span class="clip" title={words}>
      {words}
    </span>
  );
}

/** How many a press shows, and of how many that are not shown. */
function moreWords(more: number, omitted: number): string {
  const left = more + omitted;
  return omitted === 0 ? `${more} more` : `${more} more of ${left.toLocaleString('en')}`;
}

function Values({ name, facet }: { name: FacetName; facet: Choices }) {
  const { data, screen } = useApp();
  const all = useSignal(false);
  const filters = screen.filters.value;
  const meant = data.meanings.value.value.data ?? new Map<string, readonly string[]>();
  const most = Math.max(0, ...facet.values.map((value) => value.count ?? 0));
  const chosen = (value: string) => chosenBy(filters, { key: name, value }, meant) !== null;
  const shown = facet.values.filter((item, i) => all.value || i < SHORT || chosen(item.value));
  const more = facet.values.length - shown.length;
  return (
    <>
      {shown.map(({ value, label: text, count }) => (
        <Check
          key={value}
          checked={chosen(value)}
          count={count}
          most={most}
          onChange={() => screen.setFilters(toggleMeant(filters, { key: name, value }, meant))}
        >
          {label(name, value, text)}
        </Check>
      ))}
      {(more > 0 || all.value) && facet.values.length > SHORT && (
        <button type="button" class="link more" onClick={() => (all.value = !all.value)}>
          {all.value ? 'Fewer' : moreWords(more, facet.omitted)}
        </button>
      )}
      {all.value && facet.omitted > 0 && (
        <p class="quiet">
          {facet.omitted.toLocaleString('en')} rarer ones not listed: search for them
        </p>
      )}
    </>
  );
}

/** The three families, each a switch for all its acts. */
function Families({ facet, failed }: { facet: Choices | undefined; failed: boolean }) {
  const { screen } = useApp();
  const chosen = valuesOf(screen.filters.value, 'act');
  const count = (family: ActFamily) =>
    (facet?.values ?? [])
      .filter(({ value }) => FAMILY_OF_ACT[value as Act] === family)
      .reduce((sum, value) => sum + (value.count ?? 0), 0);
  const most = Math.max(0, ...ACT_FAMILIES.map(count));
  const toggle = (family: ActFamily, on: boolean) => {
    const acts = ACTS.filter((act) => FAMILY_OF_ACT[act] === family);
    const rest = screen.filters.value.filter(
      ({ key, value }) => key !== 'act' || !(acts as readonly string[]).includes(value),
    );
    const added = on ? acts.map((act): Filter => ({ key: 'act', value: act })) : [];
    screen.go({ filters: [...rest, ...added] });
  };
  return (
    <fieldset>
      <legend>What the words do</legend>
      {ACT_FAMILIES.map((family) => {
        const on = ACTS.every((act) => FAMILY_OF_ACT[act] !== family || chosen.includes(act));
        return (
          <Check
            key={family}
            checked={on}
            count={failed ? null : count(family)}
            most={most}
            onChange={() => toggle(family, !on)}
          >
            <FamilyMark family={family} />
          </Check>
        );
      })}
    </fieldset>
  );
}

const LAYER_WORDS: Readonly<Record<Layer, string>> = {
  says: 'Statements',
  agreement: 'Agreements',
  event: 'Events',
  relation: 'Offices and other ties',
};

function Layers() {
  const { screen } = useApp();
  const { hidden } = screen.state.value;
  return (
    <fieldset>
      <legend>Shown in the graph</legend>
      {LAYERS.map((layer) => (
        <Check
          key={layer}
          checked={!hidden.includes(layer)}
          onChange={() => screen.toggleLayer(layer)}
        >
          {(layer === 'agreement' || layer === 'event') && <ShapeIcon shape={layer} />}
          <span>{LAYER_WORDS[layer]}</span>
        </Check>
      ))}
    </fieldset>
  );
}

const LEVEL_WORDS: Readonly<Record<Level, string>> = {
  actors: 'One curve for each pair',
  statements: 'Each as a node',
};

/** How statements are drawn. */
function Levels() {
  const { screen } = useApp();
  const { level } = screen.state.value;
  return (
    <fieldset>
      <legend>Statements in the graph</legend>
      {LEVELS.map((item) => (
        <label class="check" key={item}>
          <input
            type="radio"
            name="level"
            checked={item === level}
            onChange={() => screen.setLevel(item)}
          />
          {LEVEL_WORDS[item]}
        </label>
      ))}
    </fieldset>
  );
}

function Chips() {
  const { screen } = useApp();
  if (!isNarrowed(screen.state.value)) return null;
  return (
    <FilterChips label="Filters set" next=".rail input">
      <li>
        <button type="button" class="chip" onClick={screen.clear}>
          Clear
        </button>
      </li>
    </FilterChips>
  );
}

function uncounted(facet: Facet | undefined): Choices | undefined {
  return facet && { ...facet, values: facet.values.map((value) => ({ ...value, count: null })) };
}

export function Rail() {
  const { data, focus } = useApp();
  const { status, data: page, last } = data.list.value.value;
  const failed = status === 'failed';
  /** After a failure there is still something to choose from, but no count is known. */
  const facets = { ...(failed ? last : page)?.facets, ...data.siblings.value.value.data };
  const facet = (name: FacetName) => (failed ? uncounted(facets[name]) : facets[name]);
  return (
    <nav class="rail" id="rail" aria-label="Filters" data-open={focus.railOpen.value}>
      <Chips />
      <Families facet={facet('act')} failed={failed} />
      {RAIL_FACETS.map((name) => {
        const found = facet(name);
        if (found === undefined || found.values.length === 0) return null;
        return (
          <fieldset key={name}>
            <legend>{TITLES[name]}</legend>
            <Values name={name} facet={found} />
          </fieldset>
        );
      })}
      <Layers />
      <Levels />
    </nav>
  );
}
