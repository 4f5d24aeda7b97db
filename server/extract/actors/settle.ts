import type { Actor, ActorId } from '../../../graph-data/schema/index.ts';
import { lookUp } from '../gazetteer/index.ts';
import type { Cast } from './cast.ts';
import { actorId, localActorId } from '../ids.ts';
import type { Candidate, KnownActors } from './known.ts';
import type { Referent } from './referent.ts';

/** From this score on a referent is taken for a known actor: a wrong merge is worse than a split. */
const ENOUGH = 0.7;
/** And only when the next candidate is this far behind. */
const CLEAR = 0.15;

/** Turns a document's referents into actors, each once. */
export class Settler {
  readonly #known: KnownActors;
  readonly #cast: Cast;
  readonly #sha256: string;
  readonly #settled = new Map<Referent, ActorId>();
  readonly #made = new Map<ActorId, Referent>();

  constructor(known: KnownActors, cast: Cast, sha256: string) {
    this.#known = known;
    this.#cast = cast;
    this.#sha256 = sha256;
  }

  /** The actor that a referent is: one of the record, or else a new one. */
  id(referent: Referent): ActorId {
    const found = this.#settled.get(referent);
    if (found) return found;
    const id = this.#decide(referent);
    this.#settled.set(referent, id);
    return id;
  }

  /** Gives people the state that the record knows they belong to, where the document does not say it. */
  recall(referents: readonly Referent[]): void {
    for (const referent of referents) {
      if (referent.kind !== 'person' || referent.country !== null) continue;
      const match = this.#match(this.#known.candidates({ ...referent, country: null }));
      const country = match && this.#known.get(match.actor)?.country;
      const name = country && this.#known.get(country)?.name;
      referent.country = (name && codeOfState(name)) ?? null;
    }
  }

  /** The actor of a referent that is settled or that the record knows; null for one in no claim. */
  settledId(referent: Referent): ActorId | null {
    const settled = this.#settled.get(referent);
    if (settled) return settled;
    if (isUnnamed(referent)) return null;
    const country = referent.country === null ? null : this.#knownState(referent.country);
    const match = this.#match(this.#known.candidates({ ...referent, country }));
    return match?.actor ?? null;
  }

  /** The actors that this document brings, in the schema's shape, sorted by id. */
  newActors(): Actor[] {
    for (const { country } of [...this.#made.values()]) this.#countryOf(country);
    return [...this.#made]
      .map(([id, referent]) => this.#actorOf(id, referent))
      .sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  #decide(referent: Referent): ActorId {
    if (isUnnamed(referent)) return this.#make(referent, localActorId(referent.name, this.#sha256));
    const country = this.#countryOf(referent.country);
    const match = this.#match(this.#known.candidates({ ...referent, country }));
    return match?.actor ?? this.#make(referent, actorId(referent.name));
  }

  #make(referent: Referent, wanted: ActorId): ActorId {
    const taken = this.#known.get(wanted) !== undefined || this.#made.has(wanted);
    const id = taken ? localActorId(`${referent.name} ${referent.kind}`, this.#sha256) : wanted;
    if (!this.#made.has(id)) this.#made.set(id, referent);
    return id;
  }

  /** The one candidate that is good enough and clear of the next. */
  #match([best, next]: readonly Candidate[]): Candidate | null {
    if (!best || best.score < ENOUGH || best.score - (next?.score ?? 0) < CLEAR) return null;
    return best;
  }

  #knownState(code: string): ActorId | null {
    return (
      this.#match(this.#known.candidates({ ...this.#cast.state(code), country: null }))?.actor ??
      null
    );
  }

  #countryOf(code: string | null): ActorId | null {
    return code === null ? null : this.id(this.#cast.state(code));
  }

  #actorOf(id: ActorId, referent: Referent): Actor {
    const { kind, surfaces, country, descriptors } = referent;
    const name = shownName(referent);
    return {
      id,
      kind,
      name,
      aliases: [...surfaces].filter((form) => form !== name).sort(),
      wikidata: null,
      country: kind === 'state' ? null : this.#countryOf(country),
      note: kind === 'person' ? [...descriptors].join(', ') : '',
    };
  }
}

/** A person's name as it is written in small letters, where it is met in capitals first. */
function shownName({ kind, name, surfaces }: Referent): string {
  if (kind !== 'person' || name !== name.toUpperCase()) return name;
  const small = [...surfaces].find((form) => form !== name && form.toUpperCase() === name);
  return small ?? name;
}

function codeOfState(name: string): string | null {
  const entry = lookUp(name).find((one) => one.type === 'state' && one.form === 'name');
  return entry?.type === 'state' ? entry.state.code : null;
}

function isUnnamed({ key }: Referent): boolean {
  return key.startsWith('unnamed:');
}
