import { computed, signal } from '@preact/signals';
import * as filter from './filters.ts';
import { decode, encode, type Ego, type Filter, type Layer, type Level, type Open } from './url.ts';
import type { ScreenState, TableName, View } from './url.ts';

/** Told of every step, so that the address bar can follow; main.tsx binds it to the history. */
export type Recorder = (search: string, replace: boolean) => void;

/**
 * The one state of the screen and every deed that changes it. Pure: it knows neither DOM nor
 * history; the address alone can rebuild it (`show`).
 *
 * @param search the query string that it begins with
 */
export function createScreen(record: Recorder = () => {}, search = '') {
  const state = signal<ScreenState>(decode(search));

  function go(change: Partial<ScreenState>, { replace = false } = {}): void {
    const next = { ...state.peek(), ...change };
    const search = encode(next);
    if (search === encode(state.peek())) return;
    state.value = next;
    record(search, replace);
  }

  const setFilters = (filters: filter.Filters) => go({ filters, at: null });

  return {
    state,
    filters: computed(() => state.value.filters),
    open: computed(() => state.value.open),
    view: computed(() => state.value.view),

    /** Takes the state from an address, without telling the recorder: back, forward. */
    show: (search: string) => void (state.value = decode(search)),
    go,
    setFilters,
    setView: (view: View) => go({ view }),
    setTable: (table: TableName) => go({ table, order: null, view: 'table' }),
    setOrder: (order: string | null) => go({ order }, { replace: true }),
    select: (open: Open | null) => go({ open, at: null }),
    openRecord: (id: string) => go({ open: { type: 'record', id }, at: null }),
    openPair: (from: string, to: string) => go({ open: { type: 'pair', from, to }, at: null }),
    openPath: (from: string, to: string) => go({ open: { type: 'path', from, to }, at: null }),
    mark: (at: string | null) => go({ at }, { replace: true }),
    setLevel: (level: Level) => go({ level }),
    setEgo: (ego: Ego | null) => go({ ego }),
    toggleFilter: (item: Filter) => setFilters(filter.toggle(state.peek().filters, item)),
    addFilter: (item: Filter) => setFilters(filter.add(state.peek().filters, item)),
    removeFilter: (item: Filter) => setFilters(filter.remove(state.peek().filters, item)),
    replaceFilter: (key: string, value: string | null) =>
      setFilters(filter.replace(state.peek().filters, key, value)),
    clear: () => go({ filters: [], ego: null, at: null }),
    toggleLayer: (layer: Layer) => {
      const { hidden } = state.peek();
      const kept = hidden.filter((item) => item !== layer);
      go({ hidden: kept.length < hidden.length ? kept : [...hidden, layer] });
    },
  };
}

export type Screen = ReturnType<typeof createScreen>;
