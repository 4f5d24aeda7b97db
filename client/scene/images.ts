import type { ActorKind } from '../../graph-data/schema/index.ts';
import { KIND_LOOK } from '../state/encoding.ts';

const svg = (box: number, inner: string) =>
  `data:image/svg+xml;utf8,${encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${box} ${box}" width="192" height="192">${inner}</svg>`,
  )}`;

/** Drawn in black; the scene recolours it. */
export function pictogram(kind: ActorKind): string {
  return svg(24, `<path fill-rule="evenodd" d="${KIND_LOOK[kind].pictogram}"/>`);
}

/** Hollow shapes of records: filled with the background so that edges do not show through. */
export function hollow(
  shape: 'agreement' | 'event' | 'statement',
  fill: string,
  ink: string,
): string {
  const outline = { agreement: DIAMOND, event: SQUARE, statement: BUBBLE }[shape];
  return svg(
    64,
    `<path d="${outline.edge}" fill="${fill}" stroke="${ink}" stroke-width="4.5" stroke-linejoin="round"/>` +
      `<path d="${outline.mark}" fill="none" stroke="${ink}" stroke-width="4" stroke-linecap="round"/>`,
  );
}

const DIAMOND = { edge: 'M32 4L60 32L32 60L4 32z', mark: 'M21 26h22M21 33h22M21 40h13' };
const SQUARE = { edge: 'M13 15h38v36H13z', mark: 'M13 26h38M23 9v10M41 9v10M28 38h8' };
const BUBBLE = { edge: 'M10 12h44v32H30L18 55V44h-8z', mark: 'M20 24h24M20 33h15' };
