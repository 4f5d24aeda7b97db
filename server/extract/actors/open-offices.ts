import type { ParsedDocument, Span } from '../nlp/index.ts';
import type { Cast } from './cast.ts';
import { foesOf } from './foes.ts';
import { statesOfHeads } from './heads.ts';
import { heralded } from './heralded.ts';
import type { OfficeBodies } from './office-bodies.ts';
import { isOppositionLeader, MONARCHIES, STATE_TITLE } from './offices.ts';
import type { Naming, Referent } from './referent.ts';
import { bodyOfStaff, isOfficeOfStaff } from './staff.ts';

/** An office of which the words beside the name do not tell whose it is. */
export interface OpenOffice {
  readonly referent: Referent;
  readonly lemma: string;
  readonly title: string;
  readonly span: Span;
  readonly former: boolean;
  /** Whether it may be an office of the state that the document is at home in. */
  readonly atHome: boolean;
  /** Whether its state, or that it is this person's, stands only in another sentence. */
  readonly guessed: boolean;
}

/** Somebody's staff, whose own office may be told later. */
export type OpenStaff = Omit<OpenOffice, 'atHome' | 'guessed'> & { readonly principal: Referent };

const NOBODY: ReadonlySet<Referent> = new Set();

/** The offices that are settled only when all of a document is read. */
export class OpenOffices {
  readonly #cast: Cast;
  readonly #offices: OfficeBodies;
  readonly #open: OpenOffice[] = [];
  readonly #staff: OpenStaff[] = [];

  constructor(cast: Cast, offices: OfficeBodies) {
    this.#cast = cast;
    this.#offices = offices;
  }

  add(one: OpenOffice): void {
    this.#open.push(one);
  }

  addStaff(one: OpenStaff): void {
    this.#staff.push(one);
  }

  /** Whoever a lead seems to speak of by the office alone. */
  herald(parsed: ParsedDocument, namings: readonly Naming[]): void {
    const persons = this.#cast.referents.filter(({ kind }) => kind === 'person');
    const found = heralded(parsed, namings, persons);
    if (!found) return;
    found.referent.country = found.country;
    found.referent.descriptors.add(found.lemma);
    this.add({ ...found, atHome: false, guessed: true });
  }

  /** "President X" of the state that the document is about, where no other words tell of which. */
  settle(parsed: ParsedDocument, namings: readonly Naming[]): void {
    const open = this.#open.filter(
      ({ referent, former }) => referent.country === null && referent.posts.length === 0 && !former,
    );
    const states = statesOfHeads(open, parsed, namings, this.#cast);
    for (const [referent, state] of states) referent.country ??= state;
    const told = this.#open.filter(({ referent }) => referent.country !== null);
    const { home } = this.#cast.setting;
    const foes = home === null ? NOBODY : foesOf(home, parsed, namings);
    const untold = this.#open.filter(
      ({ referent }) => states.get(referent) !== null && !foes.has(referent),
    );
    for (const one of new Set([...told, ...untold])) this.#settle(one);
    for (const one of this.#staff) this.#settleStaff(one);
  }

  #settle({ referent, lemma, title, span, former, ...open }: OpenOffice): void {
    const assumed = open.guessed || referent.country === null;
    const country = referent.country ?? (open.atHome ? this.#cast.setting.home : null);
    if (!country || referent.posts.some(({ of }) => of.kind !== 'group')) return;
    if (!STATE_TITLE.test(title)) return;
    if (lemma === 'president' && MONARCHIES.has(country)) return;
    const of = isOppositionLeader(title)
      ? this.#cast.opposition(country)
      : (this.#offices.bodyOf(title, lemma, country) ?? this.#offices.stateOf(lemma, country));
    const taken = of?.kind === 'state' && this.#isHeaded(of, referent, title);
    if (of && !taken)
      this.#offices.hold(referent, { title, kind: 'holds-office', of, span, former, assumed });
  }

  #settleStaff({ referent, principal, lemma, title, span, former }: OpenStaff): void {
    if (referent.posts.length > 0) return;
    const of = bodyOfStaff(principal, this.#cast) ?? principal;
    const kind = of === principal || isOfficeOfStaff(lemma, title) ? 'holds-office' : 'member-of';
    this.#offices.hold(referent, { title, kind, of, span, former });
  }

  /** A state that the document calls somebody else the president or leader of. */
  #isHeaded(state: Referent, but: Referent, as: string): boolean {
    if (/^vice/i.test(as)) return false;
    return this.#cast.referents.some(
      (other) =>
        other !== but &&
        other.posts.some(
          ({ of, title, former }) =>
            of === state && !former && /^(?:president|leader|king)$/i.test(title),
        ),
    );
  }
}
