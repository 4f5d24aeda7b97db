/**
 * `npm run bench:attribution -- [folder] [--json FILE] [--measured]`: reads every text of a folder
 * with `text/` and `attributions/` from raw words to attributions, and prints how well and how fast.
 * The folder defaults to ../shared/polnear/dev. `--measured` writes the figures by kind beside the
 * weights, where the review screen finds them.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { loadModels, type Models } from '../../server/extract/load-models.ts';
import { parse } from '../../server/extract/nlp/index.ts';
import { predictSpans } from '../../server/extract/spans.ts';
import { readGold } from './attribution-gold.ts';
import { judgeKinds, measuredOf } from './attribution-kinds.ts';
import { tallyRuns } from './attribution-runs.ts';
import {
  judge,
  KINDS,
  ROLES,
  scoreOf,
  type AnnotatedDocument,
  type Judged,
  type Role,
  type Tally,
} from './attribution-metrics.ts';

const TARGETS: Record<string, number> = { all: 70, quoted: 88, speech: 84 };
const RUN_TARGETS: Record<Role, number> = { source: 77, cue: 71, content: 65 };
const DEFAULT_FOLDER = '../shared/polnear/dev';

const percent = (share: number) => (100 * share).toFixed(1).padStart(5);

function printFigures(judged: Judged): void {
  console.log('relation (content Jaccard >= 0.5 and the right source)');
  for (const kind of KINDS) printLine(kind, judged.relation[kind]);
  console.log('exact spans (punctuation at the edges trimmed)');
  for (const role of ROLES) printLine(role, judged.exact[role]);
}

function printRuns(documents: readonly AnnotatedDocument[], models: Models): void {
  const empty = (): Tally => ({ matched: 0, predicted: 0, gold: 0, found: 0 });
  const tallies = { source: empty(), cue: empty(), content: empty() };
  for (const { text, gold, predicted } of documents)
    tallyRuns(parse(text, models).sentences, gold, predicted, tallies);
  console.log('exact runs of labels within a sentence (CofeNet)');
  for (const role of ROLES) printLine(role, tallies[role], RUN_TARGETS[role]);
}

function printLine(name: string, tally: Tally, aim = TARGETS[name]): void {
  const { precision, recall, f1 } = scoreOf(tally);
  const target = aim === undefined ? '' : `  target ${aim}`;
  console.log(
    `  ${name.padEnd(10)} P ${percent(precision)}  R ${percent(recall)}  F1 ${percent(f1)}${target}`,
  );
}

/** Of the proposals in each band of confidence, how many are right. */
function printReliability({ confidences }: Judged): void {
  console.log('reliability: confidence, proposals, mean confidence, share right');
  for (let band = 0; band < 10; band++) {
    const within = confidences.filter(
      ({ confidence }) => Math.min(9, Math.floor(confidence * 10)) === band,
    );
    if (within.length === 0) continue;
    const mean = within.reduce((sum, { confidence }) => sum + confidence, 0) / within.length;
    const right = within.filter((one) => one.right).length / within.length;
    const label = `${(band / 10).toFixed(1)}-${((band + 1) / 10).toFixed(1)}`;
    console.log(
      `  ${label}  ${String(within.length).padStart(5)}  ${percent(mean)}  ${percent(right)}`,
    );
  }
}

/** The best recall on speech among thresholds that keep precision at 90 %. */
function printPreciseSpeech({ confidences, relation }: Judged): void {
  const speech = confidences
    .filter(({ kinds }) => kinds.has('speech'))
    .sort((a, b) => b.confidence - a.confidence);
  let [right, best] = [0, { recall: 0, precision: 0, confidence: 1 }];
  speech.forEach((one, i) => {
    if (one.right) right++;
    const precision = right / (i + 1);
    const { confidence } = one;
    if (precision >= 0.9 && speech[i + 1]?.confidence !== confidence)
      best = { precision, confidence, recall: right / relation.speech.gold };
  });
  console.log(
    `speech at precision ${percent(best.precision)}: recall ${percent(best.recall)} (confidence >= ` +
      `${best.confidence.toFixed(2)}; target 90 at 65)`,
  );
}

const MEASURED = new URL('../../server/extract/models/measured.json', import.meta.url);

function writeMeasured(documents: ReturnType<typeof goldOf>, models: Models): void {
  const judged = documents.map(([, { text, gold }]) => judgeKinds(text, gold, models));
  const measured = measuredOf('PolNeAR 1.0, development articles', judged);
  writeFileSync(MEASURED, `${JSON.stringify(measured, null, 2)}\n`);
}

const goldOf = (folder: string) => [...readGold(folder)];

function main(): void {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'string' }, measured: { type: 'boolean', default: false } },
  });
  const folder = positionals[0] ?? DEFAULT_FOLDER;
  const loading = performance.now();
  const models = loadModels();
  const loaded = performance.now();
  const documents = goldOf(folder);
  const reading = performance.now();
  const cpu = process.cpuUsage();
  const predictions = documents.map(([name, { text }]) => predictSpans(name, text, models));
  const seconds = (performance.now() - reading) / 1000;
  const cpuSeconds = process.cpuUsage(cpu).user / 1e6;
  const words = documents.reduce((sum, [, { text }]) => sum + text.split(/\s+/).length, 0);
  const annotated = documents.map(([, { text, gold }], i): AnnotatedDocument => {
    return { text, gold, predicted: predictions[i]!.attributions };
  });
  const judged = judge(annotated);
  console.log(`${documents.length} documents of ${folder}`);
  printFigures(judged);
  printRuns(annotated, models);
  printPreciseSpeech(judged);
  printReliability(judged);
  console.log(
    `models loaded in ${Math.round(loaded - loading)} ms; ${words} words in ${seconds.toFixed(1)} s, ` +
      `${Math.round(words / seconds)} words/s; ${cpuSeconds.toFixed(1)} s of processor time, ` +
      `${Math.round(words / cpuSeconds)} words/s of one core; ` +
      `${Math.round(process.memoryUsage().rss / 1e6)} MB resident`,
  );
  if (values.measured) writeMeasured(documents, models);
  if (values.json)
    writeFileSync(
      values.json,
      predictions.map((prediction) => `${JSON.stringify(prediction)}\n`).join(''),
    );
}

main();
