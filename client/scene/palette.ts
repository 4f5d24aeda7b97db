import type { ActFamily } from '../../graph-data/schema/index.ts';
import type { Hue } from '../state/encoding.ts';

/** The hues of the theme now shown. The style sheet is their only source. */
export interface Palette {
  readonly background: string;
  readonly ink: string;
  readonly faintInk: string;
  readonly fadedNode: string;
  readonly fadedEdge: string;
  readonly tie: string;
  readonly accent: string;
  readonly onAccent: string;
  readonly pictogram: string;
  readonly kinds: Readonly<Record<Hue, string>>;
  readonly families: Readonly<Record<ActFamily, string>>;
}

export function readPalette(root: Element = document.documentElement): Palette {
  const style = getComputedStyle(root);
  const hue = (name: string) => style.getPropertyValue(`--${name}`).trim();
  const kinds: readonly Hue[] = ['person', 'state', 'organisation', 'group', 'media', 'company'];
  return {
    background: hue('background'),
    ink: hue('ink'),
    faintInk: hue('ink-3'),
    fadedNode: hue('faded-node'),
    fadedEdge: hue('faded-edge'),
    tie: hue('tie'),
    accent: hue('accent'),
    onAccent: hue('on-accent'),
    pictogram: hue('pictogram'),
    kinds: Object.fromEntries(kinds.map((kind) => [kind, hue(`kind-${kind}`)])) as Record<
      Hue,
      string
    >,
    families: {
      states: hue('family-states'),
      commits: hue('family-commits'),
      confronts: hue('family-confronts'),
    },
  };
}

/** Mixes two `#rrggbb` colours. @param share of `b`, 0..1 */
export function mix(a: string, b: string, share: number): string {
  const parts = (hex: string) => [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16));
  const other = parts(b);
  const mixed = parts(a).map((value, i) =>
    Math.round(value * (1 - share) + (other[i] ?? 0) * share),
  );
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}
