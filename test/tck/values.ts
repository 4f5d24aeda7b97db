import { formatTemporal } from '../../server/query/cypher/temporal/format.ts';
import { isTemporal } from '../../server/query/cypher/temporal/types.ts';
import type { Value } from '../../server/query/cypher/value.ts';
import { formatFloat, isList, isMap } from '../../server/query/cypher/value.ts';

/** A value of a TCK table in one canonical spelling, so that equal values are equal strings. */
export type Canonical = string;

export interface Spelling {
  /** Whether lists are compared as bags. */
  readonly unorderedLists: boolean;
}

function list(items: readonly Canonical[], { unorderedLists }: Spelling): Canonical {
  return `[${(unorderedLists ? [...items].sort() : items).join(', ')}]`;
}

function map(entries: readonly (readonly [string, Canonical])[]): Canonical {
  const sorted = [...entries].sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${sorted.map(([key, value]) => `${key}: ${value}`).join(', ')}}`;
}

function node(labels: readonly string[], properties: Canonical): Canonical {
  const names = [...labels].sort().map((label) => `:${label}`);
  return `(${names.join('')} ${properties})`;
}

function relationship(type: string, properties: Canonical): Canonical {
  return `[:${type} ${properties}]`;
}

/** Spells what the engine answered, 0.0 and -0.0 alike. Temporal values are strings, as the TCK's tables have them. */
export function canonical(value: Value, spelling: Spelling): Canonical {
  if (value === null) return 'null';
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') return formatFloat(value + 0);
  if (typeof value !== 'object') return String(value);
  if (isList(value)) {
    return list(
      value.map((item) => canonical(item, spelling)),
      spelling,
    );
  }
  const properties = (entries: ReadonlyMap<string, Value>) =>
    map([...entries].map(([key, item]) => [key, canonical(item, spelling)]));
  if (isMap(value)) return properties(value);
  if (isTemporal(value)) return JSON.stringify(formatTemporal(value));
  if (value.kind === 'node') return node(value.labels, properties(value.properties()));
  if (value.kind === 'relationship')
    return relationship(value.type, properties(value.properties()));
  const steps = value.relationships.map((step, i) => {
    const forwards = step.start.key === value.nodes[i]?.key;
    const text = canonical(step, spelling);
    const end = canonical(value.nodes[i + 1] ?? null, spelling);
    return forwards ? `-${text}->${end}` : `<-${text}-${end}`;
  });
  return `<${canonical(value.nodes[0] ?? null, spelling)}${steps.join('')}>`;
}

/** Spells what a table expects. */
export function canonicalText(text: string, spelling: Spelling): Canonical {
  const reader = new ValueReader(text, spelling);
  const value = reader.value();
  reader.end();
  return value;
}

class ValueReader {
  private readonly text: string;
  private readonly spelling: Spelling;
  private at = 0;

  constructor(text: string, spelling: Spelling) {
    this.text = text;
    this.spelling = spelling;
  }

  end(): void {
    this.blank();
    if (this.at < this.text.length) this.fail();
  }

  private fail(): never {
    throw new Error(`The table's value ${this.text} cannot be read at ${this.at}.`);
  }

  private blank(): void {
    while (/\s/.test(this.text[this.at] ?? '')) this.at += 1;
  }

  private take(part: string): boolean {
    this.blank();
    if (!this.text.startsWith(part, this.at)) return false;
    this.at += part.length;
    return true;
  }

  private need(part: string): void {
    if (!this.take(part)) this.fail();
  }

  private scan(pattern: RegExp): string {
    this.blank();
    const sticky = new RegExp(pattern.source, 'uy');
    sticky.lastIndex = this.at;
    const found = sticky.exec(this.text)?.[0] ?? this.fail();
    this.at += found.length;
    return found;
  }

  value(): Canonical {
    this.blank();
    const char = this.text[this.at] ?? '';
    if (char === "'") return this.string();
    if (char === '{') return this.map();
    if (char === '(') return this.node();
    if (char === '<') return this.path();
    if (char === '[') return /^\[\s*:/.test(this.text.slice(this.at)) ? this.edge() : this.list();
    return this.plain();
  }

  private plain(): Canonical {
    const word = this.scan(/[-+]?[\w.+-]+/);
    if (['null', 'true', 'false', 'NaN'].includes(word)) return word;
    if (/^[-+]?Inf(inity)?$/.test(word)) return `${word.startsWith('-') ? '-' : ''}Infinity`;
    if (/^[-+]?\d+$/.test(word)) return String(BigInt(word.replace('+', '')));
    return formatFloat(Number(word));
  }

  private string(): Canonical {
    this.need("'");
    let text = '';
    for (;;) {
      const char = this.text[this.at] ?? this.fail();
      this.at += 1;
      if (char === "'") return JSON.stringify(text);
      if (char === '\\' && ["'", '\\'].includes(this.text[this.at] ?? '')) {
        text += this.text[this.at];
        this.at += 1;
      } else {
        text += char;
      }
    }
  }

  private list(): Canonical {
    this.need('[');
    const items: Canonical[] = [];
    if (!this.take(']')) {
      do items.push(this.value());
      while (this.take(','));
      this.need(']');
    }
    return list(items, this.spelling);
  }

  private map(): Canonical {
    this.need('{');
    const entries: [string, Canonical][] = [];
    if (!this.take('}')) {
      do {
        const key = this.scan(/[^:,{}\s]*/);
        this.need(':');
        entries.push([key.replaceAll('`', ''), this.value()]);
      } while (this.take(','));
      this.need('}');
    }
    return map(entries);
  }

  private properties(): Canonical {
    this.blank();
    return this.text[this.at] === '{' ? this.map() : map([]);
  }

  private node(): Canonical {
    this.need('(');
    const labels: string[] = [];
    while (this.take(':')) labels.push(this.scan(/[^:\s(){}]+/));
    const properties = this.properties();
    this.need(')');
    return node(labels, properties);
  }

  private edge(): Canonical {
    this.need('[');
    this.need(':');
    const type = this.scan(/[^\s\]{]+/);
    const properties = this.properties();
    this.need(']');
    return relationship(type, properties);
  }

  private path(): Canonical {
    this.need('<');
    let text = this.node();
    while (!this.take('>')) {
      const backwards = this.take('<-');
      if (!backwards) this.need('-');
      const edge = this.edge();
      this.need(backwards ? '-' : '->');
      text += backwards ? `<-${edge}-${this.node()}` : `-${edge}->${this.node()}`;
    }
    return `<${text}>`;
  }
}
