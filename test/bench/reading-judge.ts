import type {
  Actor,
  Agreement,
  Records,
  Report,
  Selector,
  Statement,
} from '../../graph-data/schema/index.ts';
import { normalise } from '../../server/contract/index.ts';
import type { Reading } from '../../server/extract/index.ts';
import type { JudgedClaim } from './reading-news.ts';

interface GoldReport {
  readonly statement: Statement;
  readonly report: Report;
}

type Spans = readonly Pick<Selector, 'start' | 'end'>[];

/** Shared characters over all characters; the spans of one list do not overlap. */
function jaccard(a: Spans, b: Spans): number {
  const length = (spans: Spans) => spans.reduce((sum, { start, end }) => sum + end - start, 0);
  const shared = a.flatMap((x) =>
    b.map((y) => Math.max(0, Math.min(x.end, y.end) - Math.max(x.start, y.start))),
  );
  const both = shared.reduce((sum, part) => sum + part, 0);
  return both / (length(a) + length(b) - both);
}

const QUANTIFIERS = /^(?:the|a|an|some|several|many|other) /;

function namesOf({ name, aliases }: Actor): string[] {
  return [name, ...aliases].map((form) =>
    normalise(form).replace(QUANTIFIERS, '').replace(QUANTIFIERS, ''),
  );
}

/** One actor by id, else by a shared name or alias and a kind that can be one. */
function sameActor(a: Actor | undefined, b: Actor | undefined): boolean {
  if (!a || !b) return false;
  if (a.id === b.id) return true;
  const distinct = (kind: string) => kind === 'person' || kind === 'state';
  if (a.kind !== b.kind && (distinct(a.kind) || distinct(b.kind))) return false;
  const forms = new Set(namesOf(a));
  return namesOf(b).some((form) => forms.has(form));
}

/** Compares readings with the record that a person read: counts, notes of what differs. */
export class Judge {
  readonly #gold: ReadonlyMap<string, Actor>;
  readonly #actors = new Map<string, Actor>();
  readonly #pairs = new Map<string, Set<string>>();
  readonly notes: string[] = [];
  readonly judged: [number, boolean][] = [];
  readonly judgedClaims: JudgedClaim[] = [];
  readonly sums: Record<string, number> = {};
  readonly #record: Records;

  constructor(record: Records) {
    this.#record = record;
    this.#gold = new Map(record.actors.map((actor) => [actor.id, actor]));
  }

  know(actors: Iterable<Actor>): void {
    for (const actor of actors) this.#actors.set(actor.id, actor);
  }

  #add(key: string, count = 1): void {
    this.sums[key] = (this.sums[key] ?? 0) + count;
  }

  #same(proposed: string, gold: string): boolean {
    return proposed === gold || sameActor(this.#actors.get(proposed), this.#gold.get(gold));
  }

  statements(reading: Reading, document: string): void {
    const gold = this.#record.statements.flatMap((statement) =>
      statement.reports
        .filter((report) => report.document === document)
        .map((report): GoldReport => ({ statement, report })),
    );
    this.#add('gold', gold.length);
    this.#add('proposed', reading.statements.length);
    const left = new Set(gold);
    for (const one of reading.statements) this.#judgeStatement(one, left);
    this.#add('carried', gold.filter(({ report }) => report.via.length > 0).length);
    for (const { statement, report } of left)
      this.notes.push(`missed  ${statement.speaker}: ${report.content[0]!.exact.slice(0, 90)}`);
  }

  #judgeStatement(one: Statement, left: Set<GoldReport>): void {
    const report = one.reports[0]!;
    const scored = [...left].map((gold) => ({
      gold,
      score: jaccard(report.content, gold.report.content),
    }));
    const best = scored.sort((a, b) => b.score - a.score)[0];
    const found = best && best.score >= 0.5 ? best.gold : null;
    const speaker = found !== null && this.#same(one.speaker, found.statement.speaker);
    this.judged.push([one.confidence ?? 1, speaker]);
    if (!found) {
      this.notes.push(
        `extra   ${one.speaker} [${report.cue?.exact ?? ''}] ${one.text.slice(0, 90)}`,
      );
      return;
    }
    left.delete(found);
    this.#add('found');
    this.#compare(one, report, found, speaker);
  }

  #compare(
    one: Statement,
    report: Report,
    { statement, report: gold }: GoldReport,
    speaker: boolean,
  ): void {
    if (speaker) this.#add('speakers');
    else
      this.notes.push(`speaker ${one.speaker} for ${statement.speaker}: ${one.text.slice(0, 60)}`);
    const all = gold.via.every((carrier) => report.via.some((via) => this.#same(via, carrier)));
    if (all && gold.via.length === report.via.length) this.#add('carriers');
    else
      this.notes.push(
        `carrier ${report.via.join()} for ${gold.via.join()}: ${one.text.slice(0, 60)}`,
      );
    if (all && gold.via.length > 0) this.#add('carriedFound');
    if (one.mode === statement.mode) this.#add('modes');
    if (one.act === statement.act) this.#add('acts');
    else this.notes.push(`act     ${statement.act} <- ${one.act}: ${one.text.slice(0, 80)}`);
    this.#compareActors('abouts', one.about, statement.about, one.text);
    this.#compareActors('addressees', one.addressees, statement.addressees, one.text);
  }

  /** How many of the gold's actors were proposed, and how many of the proposed it holds. */
  #compareActors(
    what: string,
    proposed: readonly string[],
    gold: readonly string[],
    text: string,
  ): void {
    const found = gold.filter((id) => proposed.some((other) => this.#same(other, id)));
    this.#add(what, gold.length);
    this.#add(`${what}Found`, found.length);
    this.#add(`${what}Proposed`, proposed.length);
    if (found.length < gold.length || proposed.length > gold.length)
      this.notes.push(`${what}  ${gold.join()} <- ${proposed.join()}: ${text.slice(0, 90)}`);
  }

  mentions(reading: Reading, document: string): void {
    for (const mention of reading.mentions) {
      const gold = this.#record.mentions.find(
        (one) =>
          one.document === document &&
          one.selector.start < mention.selector.end &&
          mention.selector.start < one.selector.end,
      );
      if (!gold?.actor || !mention.actor) continue;
      const known = this.#pairs.get(mention.actor) ?? new Set();
      this.#pairs.set(mention.actor, known.add(gold.actor));
    }
  }

  /** Statehood and governments aside: which of the two a name means is a speaker's question. */
  merges(): { wrongMerges: number; splits: number } {
    const person = (id: string) => this.#gold.get(id)?.kind === 'person';
    const merged = [...this.#pairs].filter(
      ([, gold]) => [...gold].filter(person).length > 1 || this.#unlike([...gold]),
    );
    for (const [actor, gold] of merged)
      this.notes.push(`merge   ${actor}: ${[...gold].join(', ')}`);
    const homes = new Map<string, Set<string>>();
    for (const [actor, gold] of this.#pairs)
      for (const id of gold) homes.set(id, (homes.get(id) ?? new Set()).add(actor));
    const split = [...homes].filter(([id, actors]) => person(id) && actors.size > 1);
    for (const [id, actors] of split) this.notes.push(`split   ${id}: ${[...actors].join(', ')}`);
    return { wrongMerges: merged.length, splits: split.length };
  }

  #unlike(ids: readonly string[]): boolean {
    const countries = ids.map((id) => {
      const actor = this.#gold.get(id);
      return actor?.kind === 'state' ? id : actor?.country;
    });
    return new Set(countries.filter((country) => country !== null)).size > 1;
  }

  agreements(proposed: readonly Agreement[]): void {
    const { agreements } = this.#record;
    const matches = (one: Agreement, gold: Agreement) =>
      one.evidence.some(({ document, selectors }) =>
        gold.evidence.some(
          (evidence) =>
            evidence.document === document &&
            selectors.some((a) =>
              evidence.selectors.some((b) => a.start < b.end && b.start < a.end),
            ),
        ),
      ) && gold.parties.every((party) => one.parties.some((id) => this.#same(id, party)));
    for (const one of proposed)
      this.judgedClaims.push({
        what: 'agreement',
        confidence: one.confidence ?? 1,
        right: agreements.some((gold) => matches(one, gold)),
      });
    this.#add('agreements', agreements.length);
    this.#add('agreementsProposed', proposed.length);
    for (const gold of agreements) {
      if (proposed.some((one) => matches(one, gold))) this.#add('agreementsFound');
      else this.notes.push(`missed  ${gold.id}`);
    }
  }

  claims(readings: readonly Reading[]): void {
    const relations = readings.flatMap((reading) => reading.relations);
    const { relations: gold, events } = this.#record;
    this.#add('relationsProposed', relations.length);
    for (const one of relations) {
      const right = gold.some(
        ({ kind, from, to }) =>
          kind === one.kind && this.#same(one.from, from) && this.#same(one.to, to),
      );
      this.judgedClaims.push({ what: one.kind, confidence: one.confidence ?? 1, right });
      if (right) this.#add('relationsFound');
      else this.notes.push(`extra   ${one.kind} ${one.from} ${one.to} (${one.title ?? ''})`);
    }
    for (const one of readings.flatMap((reading) => reading.events)) {
      this.#add('eventsProposed');
      const right = events.some(
        (event) =>
          event.kind === one.kind &&
          event.evidence.some(({ document, selectors }) =>
            selectors.some((a) =>
              one.evidence.some(
                (e) =>
                  e.document === document &&
                  e.selectors.some((b) => a.start < b.end && b.start < a.end),
              ),
            ),
          ),
      );
      this.judgedClaims.push({ what: 'event', confidence: one.confidence ?? 1, right });
      if (right) this.#add('eventsFound');
      else this.notes.push(`extra   event ${one.kind}: ${one.name}`);
    }
  }
}
