import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Span } from '../extract/nlp/types.ts';

/** An attribution as annotated. Spans in text order. */
export interface GoldAttribution {
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
}

export interface GoldDocument {
  readonly name: string;
  readonly text: string;
  /** Ordered by the annotator's name. At least one. */
  readonly annotations: readonly Annotation[];
}

/** What one annotator found in a document. */
export interface Annotation {
  /** Four hexadecimal digits. */
  readonly annotator: string;
  readonly attributions: readonly GoldAttribution[];
}

/** Reads `text/*.txt` and `attributions/*.ann` (brat standoff; Stenetorp et al. 2012). */
export function readCorpus(folder: string): GoldDocument[] {
  const files = readdirSync(join(folder, 'attributions')).sort();
  return readdirSync(join(folder, 'text'))
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .map((file) => {
      const name = file.slice(0, -'.txt'.length);
      const annotations = files.flatMap((one): Annotation[] => {
        if (!one.startsWith(name)) return [];
        const annotator = ANNOTATOR.exec(one.slice(name.length))?.[1];
        if (!annotator) return [];
        const brat = readFileSync(join(folder, 'attributions', one), 'utf8');
        return [{ annotator, attributions: parseBrat(brat) }];
      });
      return { name, text: readFileSync(join(folder, 'text', file), 'utf8'), annotations };
    })
    .filter(({ annotations }) => annotations.length > 0);
}

/** What follows the document's name in the name of an annotation's file. */
const ANNOTATOR = /^_([0-9a-f]{4})\.ann$/;
const TEXT_BOUND = /^(T\d+)\t[\w-]+ (\d+ \d+(?:;\d+ \d+)*)(?:\t|$)/;
const EVENT = /^E\d+\t(.+)$/;

/** Events with a cue and a content; other lines and lines that continue a text are skipped. */
export function parseBrat(annotation: string): GoldAttribution[] {
  const spans = new Map<string, Span[]>();
  const events: string[] = [];
  for (const line of annotation.split(/\r?\n/)) {
    const bound = TEXT_BOUND.exec(line);
    if (bound) spans.set(bound[1]!, parseSpans(bound[2]!));
    const event = EVENT.exec(line);
    if (event) events.push(event[1]!.trim());
  }
  return events
    .map((event) => eventOf(event, spans))
    .filter(({ cue, content }) => cue.length > 0 && content.length > 0);
}

function parseSpans(list: string): Span[] {
  return list.split(';').map((pair) => {
    const [start, end] = pair.split(' ').map(Number) as [number, number];
    return { start, end };
  });
}

function eventOf(event: string, spans: ReadonlyMap<string, Span[]>): GoldAttribution {
  const roles = { source: [] as Span[], cue: [] as Span[], content: [] as Span[] };
  for (const argument of event.split(/\s+/)) {
    const [role, id] = argument.split(':') as [string, string];
    const name = role.replace(/\d+$/, '').toLowerCase();
    if (name === 'source' || name === 'cue' || name === 'content')
      roles[name].push(...(spans.get(id) ?? []));
  }
  for (const list of Object.values(roles)) list.sort((a, b) => a.start - b.start);
  return roles;
}
