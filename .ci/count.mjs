// Prints "N passed, N failed" from the test runner's JSON report; fails when there is none.
import { readFileSync } from 'node:fs';

const report = JSON.parse(readFileSync('node_modules/.cache/onrecord/test-report.json', 'utf8'));
const skipped = report.numPendingTests + report.numTodoTests;
const failed = Math.max(report.numFailedTests, report.success ? 0 : 1);
console.log(
  `${report.numPassedTests} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`,
);
if (report.numPassedTests === 0) process.exit(1);
