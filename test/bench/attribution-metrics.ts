/**
 * The figures by which attributions are judged, after the evaluator of the corpus: relation F1
 * (content character Jaccard at least 0.5 and the right source, matched one to one) and exact spans.
 */

export type Pair = readonly [start: number, end: number];

export interface AnnotatedAttribution {
  readonly source: readonly Pair[];
  readonly cue: readonly Pair[];
  readonly content: readonly Pair[];
  readonly confidence?: number;
}

export interface AnnotatedDocument {
  readonly text: string;
  readonly gold: readonly AnnotatedAttribution[];
  readonly predicted: readonly AnnotatedAttribution[];
}

export const ROLES = ['source', 'cue', 'content'] as const;
export type Role = (typeof ROLES)[number];
export const KINDS = ['all', 'quoted', 'unquoted', 'speech'] as const;
export type Kind = (typeof KINDS)[number];

/** Counts of matches, as seen from the predictions and from the gold. */
export interface Tally {
  matched: number;
  predicted: number;
  gold: number;
  /** Gold found; differs from `matched` where a class is judged on either side by its own words. */
  found: number;
}

/** Shares, 0 to 1; 0 where there is nothing to divide by. */
export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export function scoreOf({ matched, predicted, gold, found }: Tally): Score {
  const precision = predicted ? matched / predicted : 0;
  const recall = gold ? found / gold : 0;
  const sum = precision + recall;
  return { precision, recall, f1: sum ? (2 * precision * recall) / sum : 0 };
}

/** An attribution as sets of non-blank character offsets. */
interface Prepared {
  readonly characters: Readonly<Record<Role, ReadonlySet<number>>>;
  /** Offsets with punctuation trimmed at both ends, as one string, to compare exactly. */
  readonly exact: Readonly<Record<Role, string>>;
  readonly kinds: ReadonlySet<Kind>;
}

const charactersOf = (spans: readonly Pair[], text: string) => {
  const set = new Set<number>();
  for (const [start, end] of spans)
    for (let i = start; i < end; i++) if (!/\s/.test(text[i]!)) set.add(i);
  return set;
};

/** Offsets less punctuation and symbols at either end. */
function trimmed(characters: ReadonlySet<number>, text: string): string {
  const sorted = [...characters].sort((a, b) => a - b);
  const isEdge = (i: number) => /[\p{P}\p{S}]/u.test(text[i]!);
  let [from, to] = [0, sorted.length];
  while (from < to && isEdge(sorted[from]!)) from++;
  while (to > from && isEdge(sorted[to - 1]!)) to--;
  return sorted.slice(from, to).join(',');
}

const DOUBLE_MARK = /["“”„«»]|``|''/;
const SINGLE_MARK = /(?:^|[\s(—–-])‘(?!(?:em|til|cause|tis|twas|n|\d\d)\b)/;

const isQuoted = (content: string) => DOUBLE_MARK.test(content) || SINGLE_MARK.test(content);

/** Forms of verbs and nouns of saying, from the evaluator's closed list. */
const SAYING = sayingPattern(
  (
    'say tell add write ask note report announce suggest tweet argue explain acknowledge accuse ' +
    'criticize describe declare deny claim cite recall conclude respond state warn insist reply ' +
    'call comment promise vow pledge admit assert allege urge demand contend maintain confirm ' +
    'reveal stress emphasize testify remark mention observe complain joke quip propose predict ' +
    'estimate caution concede disclose blast condemn denounce praise slam mock question continue ' +
    'retort repeat reiterate tout attack blame defend thank apologize speak talk statement according'
  ).split(' '),
);

function sayingPattern(lemmas: readonly string[]): RegExp {
  const irregular: Record<string, string> = {
    say: 'say|says|said|saying',
    tell: 'tell|tells|told|telling',
    write: 'write|writes|wrote|written|writing',
    speak: 'speaks?|spoke|spoken|speaking',
    according: 'according',
  };
  const forms = lemmas.map((lemma) => {
    if (irregular[lemma]) return irregular[lemma];
    const stem = lemma.slice(0, -1);
    if (lemma.endsWith('e')) return `${lemma}[sd]?|${stem}ing`;
    if (/[^aeiou]y$/.test(lemma)) return `${stem}(?:y|ies|ied|ying)`;
    return `${lemma}${lemma.at(-1)}?(?:s|ed|ing)?|${lemma}s?`;
  });
  return new RegExp(`\\b(?:${forms.join('|')})\\b`, 'i');
}

function prepare(attribution: AnnotatedAttribution, text: string): Prepared {
  const characters = {
    source: charactersOf(attribution.source, text),
    cue: charactersOf(attribution.cue, text),
    content: charactersOf(attribution.content, text),
  };
  const words = (spans: readonly Pair[]) => spans.map(([s, e]) => text.slice(s, e));
  const kinds = new Set<Kind>(['all']);
  kinds.add(isQuoted(words(attribution.content).join(' ')) ? 'quoted' : 'unquoted');
  if (words(attribution.cue).some((cue) => SAYING.test(cue))) kinds.add('speech');
  const exact = {
    source: trimmed(characters.source, text),
    cue: trimmed(characters.cue, text),
    content: trimmed(characters.content, text),
  };
  return { characters, exact, kinds };
}

function shared(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let count = 0;
  for (const item of a) if (b.has(item)) count++;
  return count;
}

function jaccard(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const both = shared(a, b);
  return both ? both / (a.size + b.size - both) : 0;
}

const LONGEST_SOURCE = 300;

/** Both absent, or half of the shorter one's characters shared and no run into the content. */
function sourceRight(predicted: Prepared, gold: Prepared): boolean {
  const [p, g] = [predicted.characters.source, gold.characters.source];
  if (!p.size || !g.size) return !p.size && !g.size;
  if (p.size > LONGEST_SOURCE || shared(p, predicted.characters.content) > 0) return false;
  return shared(p, g) >= 0.5 * Math.min(p.size, g.size);
}

/** Pairs one to one, best overlap first: index of the gold by index of the prediction. */
function matchRelations(predicted: readonly Prepared[], gold: readonly Prepared[]) {
  const pairs: [overlap: number, p: number, g: number][] = [];
  predicted.forEach((one, p) =>
    gold.forEach((other, g) => {
      const overlap = jaccard(one.characters.content, other.characters.content);
      if (overlap >= 0.5 && sourceRight(one, other)) pairs.push([overlap, p, g]);
    }),
  );
  pairs.sort((a, b) => b[0] - a[0] || a[1] - b[1] || a[2] - b[2]);
  const goldOf = new Map<number, number>();
  const taken = new Set<number>();
  for (const [, p, g] of pairs)
    if (!goldOf.has(p) && !taken.has(g)) {
      goldOf.set(p, g);
      taken.add(g);
    }
  return goldOf;
}

/** Index of the gold that each prediction finds, by the prediction's; the relation's own matching. */
export function matchAttributions(
  predicted: readonly AnnotatedAttribution[],
  gold: readonly AnnotatedAttribution[],
  text: string,
): Map<number, number> {
  const prepared = (list: readonly AnnotatedAttribution[]) => list.map((one) => prepare(one, text));
  return matchRelations(prepared(predicted), prepared(gold));
}

export interface Judged {
  readonly relation: Record<Kind, Tally>;
  readonly exact: Record<Role, Tally>;
  /** Each prediction with a confidence, and whether it was right. */
  readonly confidences: {
    readonly confidence: number;
    readonly right: boolean;
    readonly kinds: ReadonlySet<Kind>;
  }[];
}

const emptyTally = (): Tally => ({ matched: 0, predicted: 0, gold: 0, found: 0 });

export function judge(documents: Iterable<AnnotatedDocument>): Judged {
  const judged: Judged = {
    relation: {
      all: emptyTally(),
      quoted: emptyTally(),
      unquoted: emptyTally(),
      speech: emptyTally(),
    },
    exact: { source: emptyTally(), cue: emptyTally(), content: emptyTally() },
    confidences: [],
  };
  for (const document of documents) judgeDocument(document, judged);
  return judged;
}

function judgeDocument({ text, gold, predicted }: AnnotatedDocument, into: Judged): void {
  const present = (list: readonly AnnotatedAttribution[]) =>
    list.filter(({ content }) => content.length > 0);
  const P = present(predicted).map((one) => prepare(one, text));
  const G = present(gold).map((one) => prepare(one, text));
  const goldOf = matchRelations(P, G);
  const found = new Set(goldOf.values());
  for (const kind of KINDS) {
    const tally = into.relation[kind];
    P.forEach(({ kinds }, p) => {
      if (!kinds.has(kind)) return;
      tally.predicted++;
      if (goldOf.has(p)) tally.matched++;
    });
    G.forEach(({ kinds }, g) => {
      if (!kinds.has(kind)) return;
      tally.gold++;
      if (found.has(g)) tally.found++;
    });
  }
  present(predicted).forEach(({ confidence }, p) => {
    if (confidence === undefined) return;
    into.confidences.push({ confidence, right: goldOf.has(p), kinds: P[p]!.kinds });
  });
  for (const role of ROLES) judgeExact(role, P, G, into.exact[role]);
}

function judgeExact(
  role: Role,
  predicted: readonly Prepared[],
  gold: readonly Prepared[],
  tally: Tally,
): void {
  const open = new Map<string, number>();
  for (const one of gold) {
    if (!one.characters[role].size) continue;
    tally.gold++;
    open.set(one.exact[role], (open.get(one.exact[role]) ?? 0) + 1);
  }
  for (const one of predicted) {
    if (!one.characters[role].size) continue;
    tally.predicted++;
    const left = open.get(one.exact[role]) ?? 0;
    if (left === 0) continue;
    open.set(one.exact[role], left - 1);
    tally.matched++;
    tally.found++;
  }
}
