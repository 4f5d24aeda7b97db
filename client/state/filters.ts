import type { Ego, Filter, Level, ScreenState } from './url.ts';

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

/** The same for lists of statements. */
export function statementParams({ filters, ego, level }: Narrowing): [string, string][] {
  const drawn: [string, string][] = ego === null || level === 'actors' ? [] : [['level', level]];
  return [...params(filters, ego), ...drawn];
}

/** Whether anything narrows what is on screen. */
export function isNarrowed(state: ScreenState): boolean {
  return state.filters.length > 0 || state.ego !== null;
}
