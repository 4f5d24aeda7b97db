import type { Actor, Statement } from '../../graph-data/schema/index.ts';
import { normalise } from '../../server/contract/index.ts';
import { KnownActors, loadModels, readDocument, type Reading } from '../../server/extract/index.ts';
import {
  HALVES,
  newsTexts,
  type GoldStatement,
  type Half,
  type NewsText,
} from '../extract/news.ts';

type Named = readonly (readonly string[])[];
type Ranges = readonly { readonly start: number; readonly end: number }[];

/** Right ones of how many, by what is counted; what is wrong stands in the notes. */
export interface NewsScores {
  readonly counts: Readonly<Record<string, readonly [right: number, of: number]>>;
  readonly notes: readonly string[];
  /** Claims by how they were read, with their confidence, and whether the reading holds them. */
  readonly claims: readonly JudgedClaim[];
}

export interface JudgedClaim {
  readonly what: string;
  readonly confidence: number;
  readonly right: boolean;
}

/** How our own news texts are read, each from an empty list of actors. */
export function scoreNews(half: Half): NewsScores {
  const tally = new Tally();
  const models = loadModels();
  for (const text of newsTexts(half))
    new Comparison(text, readDocument(text.input, models, new KnownActors()), tally).run();
  return tally;
}

class Tally implements NewsScores {
  readonly counts: Record<string, [number, number]> = {};
  readonly notes: string[] = [];
  readonly claims: JudgedClaim[] = [];

  claim(what: string, confidence: number | null, right: boolean): void {
    this.claims.push({ what, confidence: confidence ?? 1, right });
  }

  count(what: string, right: boolean, note = ''): void {
    const entry = (this.counts[what] ??= [0, 0]);
    entry[1]++;
    if (right) entry[0]++;
    else this.notes.push(`${what}: ${note}`);
  }
}

class Comparison {
  readonly #text: NewsText;
  readonly #reading: Reading;
  readonly #tally: Tally;
  readonly #actors: ReadonlyMap<string, Actor>;
  readonly #toldToWhom: boolean;

  constructor(text: NewsText, reading: Reading, tally: Tally) {
    this.#text = text;
    this.#reading = reading;
    this.#tally = tally;
    this.#toldToWhom = text.statements.some(({ to }) => to.length > 0);
    this.#actors = new Map(reading.actors.map((actor) => [actor.id, actor]));
  }

  run(): void {
    this.#statements();
    this.#agreements();
    this.#ties();
    this.#events();
  }

  #count(what: string, right: boolean, note: string): void {
    this.#tally.count(what, right, `${this.#text.name} ${note}`);
  }

  #statements(): void {
    const left = new Set(this.#text.statements);
    for (const one of this.#reading.statements) {
      const gold = [...left].find((other) => overlap(one.reports[0]!.content, other.content));
      this.#count('statements, precision', gold !== undefined, this.#words(one));
      if (!gold) continue;
      left.delete(gold);
      this.#compare(one, gold);
    }
    for (const gold of this.#text.statements)
      this.#count('statements, recall', !left.has(gold), `${gold.speaker[0]} ${this.#cut(gold)}`);
  }

  #compare(one: Statement, gold: GoldStatement): void {
    const words = this.#words(one);
    const report = one.reports[0]!;
    const via = report.via.map((id) => this.#actors.get(id)?.name ?? id);
    this.#count('speakers', this.#is(one.speaker, gold.speaker), `${gold.speaker[0]} <- ${words}`);
    const carried =
      via.length === gold.via.length &&
      gold.via.every((names) => report.via.some((id) => this.#is(id, names)));
    this.#count('carriers', carried, `${gold.via.join()} <- ${via.join()}: ${words}`);
    this.#count('mode', one.mode === gold.mode, `${gold.mode} <- ${one.mode}: ${words}`);
    if (gold.act !== null)
      this.#count('act', gold.act.includes(one.act), `${gold.act[0]} <- ${one.act}: ${words}`);
    if (this.#toldToWhom) this.#sameActors('addressees', one.addressees, gold.to, words);
    if (gold.about !== null) this.#sameActors('abouts', one.about, gold.about, words);
    if (gold.said !== null)
      this.#count('day said', gold.said.includes(one.said ?? '?'), `${one.said}: ${words}`);
  }

  /** Each of the actors once for being found, and each of those proposed for being right. */
  #sameActors(what: string, ids: readonly string[], gold: Named, words: string): void {
    for (const names of gold)
      this.#count(
        `${what}, recall`,
        ids.some((id) => this.#is(id, names)),
        `${names[0]}: ${words}`,
      );
    for (const id of ids)
      this.#count(
        `${what}, precision`,
        gold.some((names) => this.#is(id, names)),
        `${id}: ${words}`,
      );
  }

  #agreements(): void {
    const { agreements } = this.#reading;
    const found = this.#text.agreements.map((gold) => ({
      gold,
      one: agreements.find(
        (other) =>
          touches(other, [gold.span]) &&
          gold.parties.every((party) => other.parties.some((id) => this.#is(id, party))),
      ),
    }));
    for (const { gold, one } of found) {
      this.#count(
        'agreements, recall',
        one !== undefined,
        gold.parties.map(([name]) => name).join(),
      );
      if (one) this.#count('state of agreements', gold.state.includes(one.state), one.name);
      if (one && gold.date) this.#count('date of agreements', one.date === gold.date, one.name);
    }
    for (const one of agreements) {
      const right = this.#text.agreements.some(({ span }) => touches(one, [span]));
      this.#tally.claim('agreement', one.confidence, right);
      this.#count('agreements, precision', right, `${one.name}: ${one.summary}`);
    }
  }

  #ties(): void {
    const { relations } = this.#reading;
    const { ties } = this.#text;
    for (const { kind, from, to } of ties) {
      const right = relations.some(
        (one) => kind.includes(one.kind) && this.#is(one.from, from) && this.#is(one.to, to),
      );
      this.#count('ties, recall', right, `${kind[0]} ${from[0]} ${to[0]}`);
    }
    for (const one of relations) {
      const right = ties.some(
        ({ kind, from, to }) =>
          kind.includes(one.kind) && this.#is(one.from, from) && this.#is(one.to, to),
      );
      this.#tally.claim(one.kind, one.confidence, right);
      this.#count('ties, precision', right, `${one.kind} ${one.from} ${one.to} (${one.title})`);
    }
  }

  #events(): void {
    const { events } = this.#reading;
    for (const gold of this.#text.events) {
      const one = events.find(
        (event) => gold.kind.includes(event.kind) && touches(event, [gold.span]),
      );
      this.#count(
        'events, recall',
        one !== undefined,
        `${gold.kind[0]} ${this.#text.input.text.slice(gold.span.start, gold.span.end)}`,
      );
      if (one && gold.date)
        this.#count('date of events', one.date === gold.date, `${one.date}: ${one.name}`);
    }
    for (const event of events) {
      const right = this.#text.events.some(
        ({ kind, span }) => kind.includes(event.kind) && touches(event, [span]),
      );
      this.#tally.claim('event', event.confidence, right);
      this.#count('events, precision', right, `${event.kind} ${event.name}`);
    }
  }

  #is(id: string, names: readonly string[]): boolean {
    const actor = this.#actors.get(id);
    const forms = new Set([actor?.name ?? id, ...(actor?.aliases ?? [])].map(key));
    return names.some((name) => forms.has(key(name)));
  }

  #words(one: Statement): string {
    const speaker = this.#actors.get(one.speaker)?.name ?? one.speaker;
    return `<${speaker}> [${one.reports[0]!.cue?.exact ?? ''}] ${one.text.slice(0, 100)}`;
  }

  #cut({ content }: GoldStatement): string {
    const { start, end } = content[0]!;
    return this.#text.input.text.slice(start, Math.min(end, start + 90));
  }
}

const key = (name: string) =>
  normalise(name)
    .replace(/^(?:the|an?|some|several|two|three|both) /, '')
    .replaceAll(' the ', ' ');

type Evidenced = { readonly evidence: readonly { readonly selectors: Ranges }[] };

function touches({ evidence }: Evidenced, spans: Ranges): boolean {
  return evidence.some(({ selectors }) =>
    selectors.some((a) => spans.some((b) => a.start < b.end && b.start < a.end)),
  );
}

/** Half of the characters of both shared (Jaccard). */
function overlap(a: Ranges, b: Ranges): boolean {
  const length = (ranges: Ranges) => ranges.reduce((sum, { start, end }) => sum + end - start, 0);
  const shared = a.flatMap((x) =>
    b.map((y) => Math.max(0, Math.min(x.end, y.end) - Math.max(x.start, y.start))),
  );
  const both = shared.reduce((sum, part) => sum + part, 0);
  return both / (length(a) + length(b) - both) >= 0.5;
}

/** Prints the halves side by side; with NEWS=a, NEWS=b or a later letter what is wrong in one. */
export function printNews(): void {
  const halves = HALVES.map((half) => ({ half, ...scoreNews(half) }));
  console.log(`| own news texts | ${HALVES.map((half) => `half ${half}`).join(' | ')} |`);
  console.log('|---'.repeat(HALVES.length + 1) + '|');
  const show = (counts: NewsScores['counts'], what: string) => {
    const [right, of] = counts[what] ?? [0, 0];
    return of === 0 ? '-' : `${right}/${of} (${Math.round((100 * right) / of)}%)`;
  };
  for (const what of new Set(halves.flatMap(({ counts }) => Object.keys(counts))))
    console.log(`| ${what} | ${halves.map(({ counts }) => show(counts, what)).join(' | ')} |`);
  const asked = halves.find(({ half }) => half === process.env['NEWS']);
  for (const note of asked?.notes ?? []) console.log(note);
}
