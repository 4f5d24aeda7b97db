import type { Ego, Filter, Level } from './url.ts';

export type Filters = readonly Filter[];

/** Values of one key, in the order they were added. */
export function valuesOf(filters: Filters, key: string): string[] {
  return filters.filter((filter) => filter.key === key).map((filter) => filter.value);
}

export function has(filters: Filters, { key, value }: Filter): boolean {
  return filters.some((filter) => filter.key === key && filter.value === value);
}

export function add(filters: Filters, filter: Filter): Filters {
  return has(filters, filter) ? filters : [...filters, filter];
}

export function remove(filters: Filters, { key, value }: Filter): Filters {
  return filters.filter((filter) => filter.key !== key || filter.value !== value);
}

export function toggle(filters: Filters, filter: Filter): Filters {
  return has(filters, filter) ? remove(filters, filter) : add(filters, filter);
}

export function without(filters: Filters, ...keys: readonly string[]): Filters {
  return filters.filter((filter) => !keys.includes(filter.key));
}

/** Ids of the actors that a name means, by name. */
export type Meanings = ReadonlyMap<string, readonly string[]>;

/** The filter by which a value is chosen: by its id, or by a name that means it. */
export function chosenBy(filters: Filters, { key, value }: Filter, meant: Meanings): Filter | null {
  const same = (item: Filter) => item.value === value || meant.get(item.value)?.includes(value);
  return filters.find((item) => item.key === key && same(item)) ?? null;
}

/** Chooses a value or leaves it out; of a name for several actors the others stay chosen. */
export function toggleMeant(filters: Filters, item: Filter, meant: Meanings): Filters {
  const by = chosenBy(filters, item, meant);
  if (by === null) return add(filters, item);
  const others = (meant.get(by.value) ?? []).filter((id) => id !== item.value);
  return others.reduce<Filters>(
    (rest, value) => add(rest, { key: item.key, value }),
    remove(filters, by),
  );
}

/** Keys of which one at a time says what is asked about an actor. */
const PARTS = ['speaker', 'about'] as const;
export type Part = (typeof PARTS)[number];

/** Only what the actor has this part in, instead of the other; all again when it was so already. */
export function onlyAs(filters: Filters, part: Part, actor: string): Filters {
  const rest = filters.filter(
    ({ key, value }) => value !== actor || !PARTS.some((each) => each === key),
  );
  return has(filters, { key: part, value: actor }) ? rest : [...rest, { key: part, value: actor }];
}

/** Sets the only value of a key; null takes the key away. */
export function replace(filters: Filters, key: string, value: string | null): Filters {
  const rest = without(filters, key);
  return value === null || value === '' ? rest : [...rest, { key, value }];
}

/** What narrows everything on screen alike. */
export interface Narrowing {
  readonly filters: Filters;
  readonly ego: Ego | null;
  /** How statements are drawn, which tells which of them a neighbourhood draws. */
  readonly level: Level;
}

/** Query parameters for the API, as `address` takes them. */
export function params(filters: Filters, ego: Ego | null = null): [string, string][] {
  const around: [string, string][] =
    ego === null
      ? []
      : [
          ['of', ego.of],
          ['hops', String(ego.hops)],
        ];
  return [...filters.map(({ key, value }): [string, string] => [key, value]), ...around];
}

/** Conditions on a path, each under the name that `/api/paths` has for it. */
const OF_PATHS = { act: 'acts', said: 'period', document: 'document' } as const;

const isOfPaths = (key: string): key is keyof typeof OF_PATHS => key in OF_PATHS;

/**
 * What of the filters narrows a path, as parameters, and the keys that cannot: whoever is shown the
 * path is told of both.
 */
export function pathConditions(filters: Filters): {
  readonly params: readonly [string, string][];
  readonly kept: readonly string[];
  readonly without: readonly string[];
} {
  const keys = [...new Set(filters.map(({ key }) => key))];
  const fits = (key: string) => {
    const values = valuesOf(filters, key);
    const plainly = values.every((value) => !value.startsWith('-') && value !== 'unknown');
    return isOfPaths(key) && plainly && (key === 'act' || values.length === 1);
  };
  const kept = keys.filter(fits);
  return {
    params: kept.filter(isOfPaths).map((key) => [OF_PATHS[key], valuesOf(filters, key).join(',')]),
    kept,
    without: keys.filter((key) => !kept.includes(key)),
  };
}

/** The same for lists of statements. */
export function statementParams({ filters, ego, level }: Narrowing): [string, string][] {
  const drawn: [string, string][] = ego === null || level === 'actors' ? [] : [['level', level]];
  return [...params(filters, ego), ...drawn];
}

/** Whether anything narrows what is on screen. */
export function isNarrowed({ filters, ego }: Pick<Narrowing, 'filters' | 'ego'>): boolean {
  return filters.length > 0 || ego !== null;
}
