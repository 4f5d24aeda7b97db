import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Report, Totals } from './run.ts';
import { count, runFeatures } from './run.ts';

const { values } = parseArgs({
  options: {
    features: { type: 'string', default: join('..', 'shared', 'tck', 'features') },
    graphs: { type: 'string' },
    json: { type: 'string' },
    verbose: { type: 'boolean', default: false },
  },
});

const features = resolve(values.features);
if (!existsSync(features)) {
  console.error(`There is no folder ${values.features}; name one with --features <folder>.`);
  process.exit(2);
}

/** The named graphs lie in or above the features, or where the conformance data usually lies. */
function findGraphs(): string {
  const above = ['.', '..', '../..', '../../..'].map((step) => join(features, step, 'graphs'));
  const places = [...above, join('..', 'shared', 'tck', 'graphs')];
  return values.graphs ?? places.find((place) => existsSync(place)) ?? (places[1] as string);
}

function line(name: string, { passed, failed, skipped }: Totals): string {
  const cells = [passed, failed, skipped].map((number) => String(number).padStart(8));
  return `${name.padEnd(44)}${cells.join('')}`;
}

const started = performance.now();
const reports: Report[] = [];
for (const report of runFeatures(features, findGraphs())) {
  reports.push(report);
  const { outcome, feature, scenario } = report;
  if (outcome.kind !== 'failed') continue;
  const reason = values.verbose ? outcome.reason : (outcome.reason.split('\n')[0] ?? '');
  console.log(`FAILED ${feature}: ${scenario}\n    ${reason.replaceAll('\n', '\n    ')}`);
}

console.log(`${'folder'.padEnd(44)}  passed  failed skipped`);
for (const folder of new Set(reports.map((report) => report.folder))) {
  console.log(line(folder, count(reports.filter((report) => report.folder === folder))));
}
if (values.json) {
  mkdirSync(dirname(resolve(values.json)), { recursive: true });
  writeFileSync(values.json, `${JSON.stringify(reports, null, 1)}\n`);
}

const totals = count(reports);
const seconds = ((performance.now() - started) / 1000).toFixed(1);
console.log(
  `TCK: ${reports.length} scenarios, ${totals.passed} passed, ${totals.failed} failed, ` +
    `${totals.skipped} skipped (their own query writes), ${seconds} s`,
);
if (reports.length === 0) console.error(`${values.features} holds no scenarios (*.feature).`);
process.exitCode = reports.length === 0 ? 2 : totals.failed > 0 ? 1 : 0;
