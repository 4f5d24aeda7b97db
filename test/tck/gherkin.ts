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
  readonly name: string;
  readonly tags: readonly string[];
  readonly steps: Step[];
  readonly examples: string[][][];
  readonly background: boolean;
}

const heading = /^(Feature|Rule|Background|Scenario Outline|Scenario|Examples|Scenarios):\s*(.*)$/;
const keyword = /^(?:Given|When|Then|And|But|\*)\s+(.*)$/;

/** Reads the part of Gherkin that the TCK uses: outlines expanded, backgrounds put in front. */
export function readFeature(text: string): Scenario[] {
  const drafts = new FeatureReader(text).drafts();
  const background = drafts.filter((draft) => draft.background).flatMap(({ steps }) => steps);
  return drafts
    .filter((draft) => !draft.background)
    .flatMap((draft) => expand({ ...draft, steps: [...background, ...draft.steps] }));
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

class FeatureReader {
  private readonly lines: readonly string[];
  private index = 0;

  constructor(text: string) {
    this.lines = text.split(/\r?\n/);
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
        drafts.at(-1)?.examples.push(this.table());
        inExamples = true;
      } else if (title && title[1] !== 'Feature' && title[1] !== 'Rule') {
        const background = title[1] === 'Background';
        drafts.push({ name: title[2] ?? '', tags, steps: [], examples: [], background });
        inExamples = false;
        tags = [];
      }
      const step = keyword.exec(line);
      if (step && !inExamples) drafts.at(-1)?.steps.push(this.step(step[1] ?? ''));
    }
    return drafts;
  }

  private skipBlank(): void {
    while (/^\s*(#.*)?$/.test(this.lines[this.index] ?? 'end')) this.index += 1;
  }

  private step(text: string): Step {
    this.skipBlank();
    const next = (this.lines[this.index] ?? '').trim();
    if (next.startsWith('"""')) return { text, table: null, docString: this.docString() };
    const table = next.startsWith('|') ? this.table() : null;
    return { text, table, docString: null };
  }

  private docString(): string {
    const indent = (this.lines[this.index] ?? '').indexOf('"""');
    const body: string[] = [];
    for (this.index += 1; this.index < this.lines.length; this.index += 1) {
      const line = this.lines[this.index] ?? '';
      if (line.trim() === '"""') break;
      body.push(/^\s*$/.test(line.slice(0, indent)) ? line.slice(indent) : line.trimStart());
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
