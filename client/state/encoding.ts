import type { ActFamily, ActorKind } from '../../graph-data/schema/index.ts';

/**
 * How things look, said once for the scene and the panels: nothing is told by hue alone, so every
 * hue has a pictogram or a glyph beside it. Hues themselves are CSS variables (`--kind-*`,
 * `--family-*`), because they differ by theme.
 */
export type Hue = 'person' | 'state' | 'organisation' | 'group' | 'media' | 'company';

interface KindLook {
  readonly hue: Hue;
  readonly label: string;
  /** SVG path data in a 24 by 24 box, filled by the even-odd rule. */
  readonly pictogram: string;
}

const PERSON =
  'M12 4.2a4 4 0 1 1 0 8a4 4 0 1 1 0-8zM4.5 20.5c0-4.4 3.4-6.9 7.5-6.9s7.5 2.5 7.5 6.9z';
const FLAG = 'M5 3h2v18H5zM8 4h11l-3 4.2l3 4.3H8z';
const COLUMNS =
  'M12 3L3 8v2h18V8zM5 11h2.6v7H5zM10.7 11h2.6v7h-2.6zM16.4 11H19v7h-2.6zM3 19h18v2.4H3z';
const SHIELD =
  'M12 2.5l8 2.8v6c0 5-3.4 8.4-8 10.2c-4.6-1.8-8-5.2-8-10.2v-6zM12 6.5l-1.5 3.2l-3.4.4l2.5 2.4l-.7 3.5l3.1-1.7l3.1 1.7l-.7-3.5l2.5-2.4l-3.4-.4z';
const GLOBE =
  'M12 2.5a9.5 9.5 0 1 0 0 19a9.5 9.5 0 0 0 0-19zM10.8 4.9v5.9H7.6c.2-2.8 1.4-5 3.2-5.9zM13.2 4.9c1.8.9 3 3.1 3.2 5.9h-3.2zM4.6 13.2h.6c.2 1.8.7 3.4 1.4 4.6a7.3 7.3 0 0 1-2-4.6zM7.6 13.2h3.2v5.9c-1.8-.9-3-3.1-3.2-5.9zM13.2 13.2h3.2c-.2 2.8-1.4 5-3.2 5.9zM18.8 13.2h.6a7.3 7.3 0 0 1-2 4.6c.7-1.2 1.2-2.8 1.4-4.6z';
const PEOPLE =
  'M8.4 5a3.3 3.3 0 1 1 0 6.6a3.3 3.3 0 1 1 0-6.6zM2.4 19c0-3.8 2.7-5.8 6-5.8s6 2 6 5.8zM16.4 6.4a2.7 2.7 0 1 1 0 5.4a2.7 2.7 0 1 1 0-5.4zM15.8 13.4c3.300 -.3 5.900 1.500 5.900 5.600h-5.600c0-2.400 -.5-4-1.500-5.200z';
const PAGE =
  'M4 3.500h16v17H4zM7 7v4.500h5.500V7zM14.500 7v1.700H17V7zM14.500 9.800v1.700H17V9.800zM7 13.600v1.700h10v-1.700zM7 16.500v1.700h10v-1.700z';
const BULB =
  'M12 2.500a6.700 6.700 0 0 0-3.800 12.200c.7.600 1 1.100 1 1.800v.6h5.600v-.6c0-.7.300-1.200 1-1.800A6.700 6.700 0 0 0 12 2.500zM9.200 18.300h5.600v1.500H9.200zM10.300 20.500h3.400l-1 1.200h-1.400z';
const FACTORY = 'M3 21V10l6 3.600V10l6 3.600V4h6v17z';

export const KIND_LOOK: Readonly<Record<ActorKind, KindLook>> = {
  person: { hue: 'person', label: 'Person', pictogram: PERSON },
  state: { hue: 'state', label: 'State', pictogram: FLAG },
  'government-body': { hue: 'state', label: 'Government body', pictogram: COLUMNS },
  'armed-force': { hue: 'state', label: 'Armed force', pictogram: SHIELD },
  'international-organisation': {
    hue: 'organisation',
    label: 'International organisation',
    pictogram: GLOBE,
  },
  'think-tank': { hue: 'media', label: 'Think tank', pictogram: BULB },
  media: { hue: 'media', label: 'Media', pictogram: PAGE },
  company: { hue: 'company', label: 'Company', pictogram: FACTORY },
  group: { hue: 'group', label: 'Group', pictogram: PEOPLE },
};

interface FamilyLook {
  readonly label: string;
  /** Drawn on badges and beside the word. */
  readonly glyph: string;
  readonly acts: string;
}

export const FAMILY_LOOK: Readonly<Record<ActFamily, FamilyLook>> = {
  states: { label: 'States', glyph: '–', acts: 'assertion, assessment, other' },
  commits: { label: 'Commits', glyph: '+', acts: 'promise, announcement, request' },
  confronts: { label: 'Confronts', glyph: '×', acts: 'accusation, warning, denial' },
};

export type FamilyCounts = Readonly<Record<ActFamily, number>>;

/** The family with most statements; the first of a tie in order of weight; null when none has any. */
export function dominantFamily(counts: FamilyCounts): ActFamily | null {
  const order: readonly ActFamily[] = ['confronts', 'commits', 'states'];
  const most = Math.max(...order.map((family) => counts[family]));
  return most === 0 ? null : (order.find((family) => counts[family] === most) ?? null);
}

export function familyTotal(counts: FamilyCounts): number {
  return counts.states + counts.commits + counts.confronts;
}

/** Edge width in pixels: grows with the square root of the records behind it, at least 1.7 px. */
export function edgeWidth(records: number): number {
  return Math.max(1.7, 0.9 + 1.1 * Math.sqrt(records));
}
