import type { Actor, ActorId } from '../../../graph-data/schema/index.ts';
import { normalise } from '../../contract/index.ts';
import { fitByInitial, personName, personNameScore } from '../names/person.ts';

/** An actor of the record that somebody in a document may be. */
export interface Candidate {
  readonly actor: ActorId;
  readonly name: string;
  /** 0..1; comparable within one list only. */
  readonly score: number;
  /** Why it is thought of, in words. */
  readonly reasons: readonly string[];
}

/** What of somebody in a document names are compared by. */
export type Sought = Pick<Actor, 'name' | 'kind'> & {
  readonly surfaces: ReadonlySet<string>;
  /** The state it belongs to, as an actor of the record; null when not known. */
  readonly country: ActorId | null;
};

/** What comparing two names gives: how well they fit and why. */
type Fit = Pick<Candidate, 'score' | 'reasons'>;

const EXACT = 0.97;
const BY_SURFACE = 0.85;
/** A bare surname fits every bearer, and an initial many: with the same state, too, too little to settle on. */
const SURNAME_ONLY = 0.45;
const INITIAL_ONLY = 0.48;
const COUNTRY_AGREES = 0.2;
const COUNTRY_DIFFERS = 0.35;

/** The actors of the record, indexed for finding whom a name means. */
export class KnownActors {
  readonly #actors = new Map<string, Actor>();
  readonly #byName = new Map<string, Set<string>>();
  readonly #bySurname = new Map<string, Set<string>>();

  constructor(actors: readonly Actor[] = []) {
    this.put(actors);
  }

  put(actors: readonly Actor[]): void {
    for (const actor of actors) {
      if (this.#actors.has(actor.id)) this.remove([actor.id]);
      this.#actors.set(actor.id, actor);
      for (const [index, key] of this.#keys(actor)) {
        const ids = index.get(key);
        if (ids) ids.add(actor.id);
        else index.set(key, new Set([actor.id]));
      }
    }
  }

  remove(ids: readonly string[]): void {
    for (const id of ids) {
      const actor = this.#actors.get(id);
      if (!actor) continue;
      for (const [index, key] of this.#keys(actor)) index.get(key)?.delete(id);
      this.#actors.delete(id);
    }
  }

  get(id: string): Actor | undefined {
    return this.#actors.get(id);
  }

  /** Actors that may be the one sought, best first; empty when none comes near. */
  candidates(sought: Sought): Candidate[] {
    return [...this.#near(sought)]
      .map((id) => this.#actors.get(id)!)
      .filter(({ kind }) => kindsAgree(kind, sought.kind))
      .map((actor) => ({ actor: actor.id, name: actor.name, ...fit(actor, sought) }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score || (a.actor < b.actor ? -1 : 1));
  }

  #near({ name, surfaces, kind }: Sought): Set<string> {
    const ids = new Set<string>();
    for (const form of [name, ...surfaces])
      for (const id of this.#byName.get(nameKey(form)) ?? []) ids.add(id);
    const surname = kind === 'person' ? personName(name)?.surname : undefined;
    if (surname) for (const id of this.#bySurname.get(surname) ?? []) ids.add(id);
    return ids;
  }

  *#keys(actor: Actor): Iterable<[Map<string, Set<string>>, string]> {
    for (const form of [actor.name, ...actor.aliases]) {
      yield [this.#byName, nameKey(form)];
      const surname = actor.kind === 'person' ? personName(form)?.surname : undefined;
      if (surname) yield [this.#bySurname, surname];
    }
  }
}

function nameKey(form: string): string {
  return normalise(form).replace(/^the /, '').replace(/\./g, '');
}

/** States, their governments and persons never stand for one another; other bodies may. */
const DISTINCT: ReadonlySet<string> = new Set(['person', 'state']);

function kindsAgree(a: Actor['kind'], b: Actor['kind']): boolean {
  return a === b || (!DISTINCT.has(a) && !DISTINCT.has(b));
}

function fit(actor: Actor, sought: Sought): Fit {
  const named = sought.kind === 'person' ? personFit(actor, sought) : bodyFit(actor, sought);
  if (named.score === 0 || !actor.country || !sought.country) return named;
  const agrees = actor.country === sought.country;
  if (agrees && named.score >= BY_SURFACE) return named;
  return {
    score: Math.max(0, named.score + (agrees ? COUNTRY_AGREES : -COUNTRY_DIFFERS)),
    reasons: [...named.reasons, agrees ? 'belongs to the same state' : 'belongs to another state'],
  };
}

function bodyFit(actor: Actor, { name, surfaces }: Sought): Fit {
  const forms = new Set([actor.name, ...actor.aliases].map(nameKey));
  if (forms.has(nameKey(name))) return { score: EXACT, reasons: [`has the name “${name}”`] };
  const surface = [...surfaces].find((form) => forms.has(nameKey(form)));
  if (surface === undefined) return { score: 0, reasons: [] };
  return { score: BY_SURFACE, reasons: [`is also called “${surface}”`] };
}

function personFit(actor: Actor, { name }: Sought): Fit {
  const forms = [actor.name, ...actor.aliases];
  const alone = !/\s/.test(name);
  if (forms.some((form) => nameKey(form) === nameKey(name)))
    return { score: alone ? BY_SURFACE : EXACT, reasons: [`has the name “${name}”`] };
  const sought = personName(name);
  const known = forms.flatMap((form) => personName(form) ?? []);
  const scored = sought ? known.map((one) => [one, personNameScore(sought, one)] as const) : [];
  const full = scored.filter(([one]) => !fitByInitial(sought!, one)).map(([, score]) => score);
  const best = Math.max(0, ...full);
  if (best >= 0.8) return { score: 0.92 * best, reasons: [`“${actor.name}” in another spelling`] };
  if (scored.some(([, score]) => score >= 0.8))
    return { score: INITIAL_ONLY, reasons: [`has the surname and the initial of “${actor.name}”`] };
  return best > 0 && alone
    ? { score: SURNAME_ONLY, reasons: [`has the surname “${name}”`] }
    : { score: 0, reasons: [] };
}
