import { createWriteStream, existsSync, readFileSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { LABEL } from '../extract/attribution/argument-features.ts';
import type { CueSpan } from '../extract/attribution/cue-path.ts';
import { passagesOf, type Clusters, type Passage } from '../extract/attribution/passage.ts';
import type { LanguageModels } from '../extract/nlp/models.ts';
import { parse } from '../extract/nlp/parse.ts';
import type { ParsedDocument, Span } from '../extract/nlp/types.ts';
import type { GoldAttribution, GoldDocument } from './corpus.ts';

/** A gold attribution as labels over the tokens of its passage. */
export interface GoldLabels extends CueSpan {
  readonly labels: Uint8Array;
}

export interface AnalysedPassage {
  readonly passage: Passage;
  readonly gold: readonly GoldLabels[];
}

export interface AnalysedDocument {
  readonly name: string;
  /** The same for all annotators' versions of a document, so that folds keep them together. */
  readonly number: number;
  /** Who annotated it, from 0 on. */
  readonly annotator: number;
  readonly text: string;
  readonly passages: readonly AnalysedPassage[];
  readonly gold: readonly GoldAttribution[];
}

/** Parses documents, keeping the result in `work` for later runs. */
export async function parsedCorpus(
  documents: readonly GoldDocument[],
  modelsFor: (name: string) => LanguageModels,
  work: string,
  name: string,
): Promise<ParsedDocument[]> {
  const path = join(work, `parsed.${name}.jsonl`);
  if (!existsSync(path)) {
    const out = createWriteStream(path);
    for (const document of documents) {
      const { sentences, paragraphs } = parse(document.text, modelsFor(document.name));
      if (!out.write(`${JSON.stringify({ sentences, paragraphs })}\n`)) await once(out, 'drain');
    }
    out.end();
    await once(out, 'finish');
  }
  const lines = readFileSync(path, 'utf8').split('\n');
  return documents.map(({ text }, i) => ({
    text,
    ...(JSON.parse(lines[i]!) as Omit<ParsedDocument, 'text'>),
  }));
}

/** The documents with their gold as labels; a document with several annotators counts once each. */
export function analysed(
  documents: readonly GoldDocument[],
  parsed: readonly ParsedDocument[],
  clusters: Clusters,
): AnalysedDocument[] {
  const annotators = annotatorsOf(documents);
  return documents.flatMap(({ name, text, annotations }, i) => {
    const passages = passagesOf(parsed[i]!, clusters);
    return annotations.map(({ annotator, attributions: gold }) => ({
      name,
      number: i,
      annotator: annotators.indexOf(annotator),
      text,
      gold,
      passages: passages.map((passage) => ({ passage, gold: goldOf(passage, gold) })),
    }));
  });
}

function annotatorsOf(documents: readonly GoldDocument[]): string[] {
  const names = documents.flatMap(({ annotations }) => annotations.map((one) => one.annotator));
  return [...new Set(names)].sort();
}

function goldOf(passage: Passage, attributions: readonly GoldAttribution[]): GoldLabels[] {
  return attributions.flatMap((attribution) => {
    const cue = tokensIn(passage, attribution.cue[0]!);
    return cue ? [{ ...cue, labels: labelsOf(passage, attribution, cue) }] : [];
  });
}

/** The tokens that a span touches, or null where it lies in another passage. */
function tokensIn({ tokens }: Passage, { start, end }: Span): CueSpan | null {
  if (tokens.length === 0 || tokens.at(-1)!.end <= start || tokens[0]!.start >= end) return null;
  const from = tokens.findIndex((token) => token.end > start);
  const after = tokens.findIndex((token) => token.start >= end);
  const to = after < 0 ? tokens.length : after;
  return from < to ? { from, to } : null;
}

function labelsOf(passage: Passage, gold: GoldAttribution, cue: CueSpan): Uint8Array {
  const labels = new Uint8Array(passage.length);
  mark(passage, gold.source, LABEL.sourceBegins, labels);
  mark(passage, gold.content, LABEL.contentBegins, labels);
  labels.fill(LABEL.cue, cue.from, cue.to);
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i]!;
    const before = labels[i - 1] ?? LABEL.outside;
    const continues = label === LABEL.sourceContinues || label === LABEL.contentContinues;
    if (continues && before !== label && before !== label - 1) labels[i] = label - 1;
  }
  return labels;
}

function mark(passage: Passage, spans: readonly Span[], begins: number, labels: Uint8Array): void {
  for (const { start, end } of spans) {
    let label = begins;
    passage.tokens.forEach((token, i) => {
      if (token.start < start || token.end > end || labels[i] !== LABEL.outside) return;
      labels[i] = label;
      label = begins + 1;
    });
  }
}
