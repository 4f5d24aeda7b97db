/** One step of a scenario, with its table or its text if it has one. */
export interface Step {
  readonly text: string;
  readonly table: readonly (readonly string[])[] | null;
  readonly docString: string | null;
}

export interface Scenario {
  /** `[3] Something`, with the number of the example where it comes from an outline. */
  readonly name: string;
  readonly tags: readonly string[];
  readonly steps: readonly Step[];
}

interface Draft {
  readonly kind: 'rule' | 'background' | 'scenario';
  readonly name: string;
  readonly tags: readonly string[];
  readonly steps: Step[];
  readonly examples: string[][][];
}

const heading =
  /^(Feature|Rule|Background|Scenario Outline|Scenario Template|Scenario|Example|Examples|Scenarios):\s*(.*)$/;
const keyword = /^(?:Given|When|Then|And|But|\*)\s+(.*)$/;
const fence = /^("{3}|`{3})/;

/**
 * Reads Gherkin (cucumber.io/docs/gherkin/reference) in English: outlines expanded, the backgrounds
 * of the feature and of the rule put in front.
 */
export function readFeature(text: string): Scenario[] {
  const scenarios: Scenario[] = [];
  let [common, own]: [Step[], Step[]] = [[], []];
  let inRule = false;
  for (const draft of new FeatureReader(text).drafts()) {
    if (draft.kind === 'rule') [inRule, own] = [true, []];
    else if (draft.kind === 'scenario') {
      scenarios.push(...expand({ ...draft, steps: [...common, ...own, ...draft.steps] }));
    } else if (inRule) own = draft.steps;
    else common = draft.steps;
  }
  return scenarios;
}

function expand(draft: Draft): Scenario[] {
  const { name, tags, steps } = draft;
  if (draft.examples.length === 0) return [{ name, tags, steps }];
  const rows = draft.examples.flatMap(([header = [], ...body]) =>
    body.map((cells) => new Map(header.map((key, i) => [key, cells[i] ?? '']))),
  );
  return rows.map((values, i) => ({
    name: `${name} (${i + 1})`,
    tags,
    steps: steps.map((step) => substitute(step, values)),
  }));
}

function substitute(step: Step, values: ReadonlyMap<string, string>): Step {
  const fill = (text: string) =>
    text.replace(/<([^<>\n]+)>/g, (whole, key: string) => values.get(key) ?? whole);
  return {
    text: fill(step.text),
    table: step.table && step.table.map((row) => row.map(fill)),
    docString: step.docString === null ? null : fill(step.docString),
  };
}

const kinds: ReadonlyMap<string, Draft['kind']> = new Map([
  ['Rule', 'rule'],
  ['Background', 'background'],
]);

class FeatureReader {
  private readonly lines: readonly string[];
  private index = 0;

  constructor(text: string) {
    this.lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  }

  drafts(): Draft[] {
    const drafts: Draft[] = [];
    let tags: string[] = [];
    let inExamples = false;
    while (this.index < this.lines.length) {
      const line = (this.lines[this.index] ?? '').trim();
      this.index += 1;
      const title = heading.exec(line);
      if (line.startsWith('@')) tags = [...tags, ...line.split(/\s+/)];
      if (title && (title[1] === 'Examples' || title[1] === 'Scenarios')) {
        drafts.at(-1)?.examples.push(this.examples());
        inExamples = true;
      } else if (title && title[1] !== 'Feature') {
        const kind = kinds.get(title[1] ?? '') ?? 'scenario';
        drafts.push({ kind, name: title[2] ?? '', tags, steps: [], examples: [] });
        inExamples = false;
      }
      if (title) tags = [];
      const step = keyword.exec(line);
      if (step && !inExamples) drafts.at(-1)?.steps.push(this.step(step[1] ?? ''));
    }
    return drafts;
  }

  /** The table of examples, below a description if there is one. */
  private examples(): string[][] {
    for (;;) {
      const line = (this.lines[this.index] ?? '|').trim();
      if (line.startsWith('|') || line.startsWith('@') || heading.test(line)) return this.table();
      this.index += 1;
    }
  }

  private skipBlank(): void {
    while (/^\s*(#.*)?$/.test(this.lines[this.index] ?? 'end')) this.index += 1;
  }

  private step(text: string): Step {
    this.skipBlank();
    const next = (this.lines[this.index] ?? '').trim();
    const opened = fence.exec(next)?.[1];
    if (opened) return { text, table: null, docString: this.docString(opened) };
    const table = next.startsWith('|') ? this.table() : null;
    return { text, table, docString: null };
  }

  private docString(mark: string): string {
    const indent = (this.lines[this.index] ?? '').indexOf(mark);
    const escaped = mark.replace(/./g, '\\$&');
    const body: string[] = [];
    for (this.index += 1; this.index < this.lines.length; this.index += 1) {
      const line = this.lines[this.index] ?? '';
      if (line.trim() === mark) break;
      const own = /^\s*$/.test(line.slice(0, indent)) ? line.slice(indent) : line.trimStart();
      body.push(own.replaceAll(escaped, mark));
    }
    this.index += 1;
    return body.join('\n');
  }

  private table(): string[][] {
    const rows: string[][] = [];
    for (;;) {
      this.skipBlank();
      const line = (this.lines[this.index] ?? '').trim();
      if (!line.startsWith('|')) return rows;
      rows.push(cells(line));
      this.index += 1;
    }
  }
}

/** Cells between bars; `\|`, `\n` and `\\` are Gherkin's escapes. */
function cells(line: string): string[] {
  const found: string[] = [];
  let cell = '';
  for (let i = 1; i < line.length; i += 1) {
    const char = line[i] ?? '';
    const next = line[i + 1] ?? '';
    if (char === '\\' && '|n\\'.includes(next) && next !== '') {
      cell += next === 'n' ? '\n' : next;
      i += 1;
    } else if (char === '|') {
      found.push(cell.trim());
      cell = '';
    } else {
      cell += char;
    }
  }
  return found;
}
