import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** Rules that a change of theme alone can break. */
const COLOUR = ['color-contrast', 'link-in-text-block'];

/**
 * What axe finds on the page as it stands, by all its rules or by those on colour alone: rule,
 * first element and what is wrong with it.
 */
export async function violations(page: Page, which: 'all' | 'colour' = 'all'): Promise<string[]> {
  // It stays in the page, and to read it again takes as long as many of its rules.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  const found = await page.evaluate(
    async (only) => {
      const { axe } = window as unknown as {
        axe: { run: (options: object) => Promise<{ violations: Violation[] }> };
      };
      const options = only === null ? {} : { runOnly: { type: 'rule', values: only } };
      return (await axe.run({ ...options, resultTypes: ['violations'] })).violations;
    },
    which === 'colour' ? COLOUR : null,
  );
  return found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`);
}
