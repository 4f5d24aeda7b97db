import type { ActorKind } from '../../../graph-data/schema/index.ts';
import { words } from '../../contract/index.ts';
import { gazetteer, lookUp, type Organisation } from '../gazetteer/index.ts';
import { foldName } from '../names/fold.ts';
import { personName } from '../names/person.ts';
import { GOVERNMENT, type Institution } from './institutions.ts';
import { Persons } from './persons.ts';
import { newReferent, type Referent } from './referent.ts';
import { kindOfName } from './roles.ts';
import type { Setting } from './setting.ts';

/** Of a document of which nothing shows where it is at home. */
const NOWHERE: Setting = {
  home: null,
  homeTold: false,
  domestic: false,
  states: new Map(),
  american: false,
};

/**
 * Everybody that one document names. Each method gives the referent for a way of naming, making it
 * when the document has not named it before.
 */
export class Cast {
  readonly #byKey = new Map<string, Referent>();
  readonly #persons = new Persons();
  readonly #acronyms = new Map<string, Referent>();
  readonly #guessed = new Set<Referent>();
  readonly #places = new Set<string>();
  readonly #exercises = new Set<string>();
  readonly setting: Setting;

  constructor(setting: Partial<Setting> = {}) {
    this.setting = { ...NOWHERE, ...setting };
  }

  get referents(): Referent[] {
    return [...this.#byKey.values()];
  }

  /** Learns that the document has a place by this name. */
  meetPlace(name: string): void {
    this.#places.add(name);
  }

  /** Whether the document has told a place by this name, so that it names no person. */
  isPlace(name: string): boolean {
    return this.#places.has(name);
  }

  /** Learns that an exercise is called so. */
  meetExercise(name: string): void {
    this.#exercises.add(name);
  }

  /** Whether an exercise is called so, so that it names no body. */
  isExercise(name: string): boolean {
    return this.#exercises.has(name);
  }

  state(code: string): Referent {
    const state = gazetteer().states.get(code)!;
    return this.#get(`state:${code}`, 'state', state.name, null);
  }

  /** A body by words that tell its state: it is guessed no longer. */
  institution(institution: Institution, code: string): Referent {
    const referent = this.#institutionOf(institution, code);
    this.#guessed.delete(referent);
    return referent;
  }

  #institutionOf(institution: Institution, code: string): Referent {
    const named = gazetteer().institutions.get(`${institution.key}:${code}`);
    if (named) return this.organisation(named);
    const state = gazetteer().states.get(code)!;
    const name = institution.name
      .replace('{state}', withArticle(state.name))
      .replace('{demonym}', state.demonyms[0] ?? state.name);
    return this.#get(`${institution.key}:${code}`, institution.kind, name, code);
  }

  /**
   * The body of this institution that "the defence ministry" means: the one that the document has
   * named, else that of the state it is at home in.
   * @param atHome whether the words may mean the home state's at all
   */
  onlyInstitution(institution: Institution, atHome: boolean): Referent | null {
    const { key } = institution;
    const found = this.referents.filter((referent) => referent.key.startsWith(`${key}:`));
    if (found.length > 0) return found.length === 1 ? found[0]! : null;
    if (!atHome || this.setting.home === null) return null;
    const referent = this.#institutionOf(institution, this.setting.home);
    if (!this.setting.homeTold) this.#guessed.add(referent);
    return referent;
  }

  /** Whether a body is taken for its state's only because the text names that state most. */
  isGuessed(referent: Referent): boolean {
    return this.#guessed.has(referent);
  }

  government(code: string): Referent {
    return this.institution(GOVERNMENT, code);
  }

  /** The people of a state ("Belarusians"). */
  people(code: string): Referent {
    const { demonyms, name } = gazetteer().states.get(code)!;
    const demonym = demonyms[0];
    const plural = !demonym
      ? `People of ${withArticle(name)}`
      : /(?:ese|sh|ch|ss)$/.test(demonym)
        ? `${demonym} people`
        : `${demonym}s`;
    return this.#get(`people:${code}`, 'group', plural, code);
  }

  /** Those who oppose a state's government ("Belarusian opposition"). */
  opposition(code: string): Referent {
    const { demonyms, name } = gazetteer().states.get(code)!;
    const adjective = demonyms[0] ?? name;
    return this.#get(`opposition:${code}`, 'group', `${adjective} opposition`, code);
  }

  organisation({ name, kind, country }: Organisation): Referent {
    const referent = this.#get(`organisation:${words(name).join('-')}`, kind, name, country);
    // "RSF" of the Rapid Support Forces, unless lists know another by these letters.
    const initials = initialsOf(name);
    if (initials !== null && !this.#acronyms.has(initials) && lookUp(initials).length === 0)
      this.#acronyms.set(initials, referent);
    return referent;
  }

  /** A chamber that many states have, "the Senate": of the state that its words or the document tell. */
  chamber(name: string, code: string): Referent {
    const { name: state } = gazetteer().states.get(code)!;
    return this.#get(
      `${chamberKey(name)}:${code}`,
      'government-body',
      `${name} of ${withArticle(state)}`,
      code,
    );
  }

  /** The chamber of that name that the document has named as a state's; null unless there is one alone. */
  onlyChamber(name: string): Referent | null {
    const found = this.referents.filter(({ key }) => key.startsWith(`${chamberKey(name)}:`));
    return found.length === 1 ? found[0]! : null;
  }

  /** The authorities of a region, "the Voronezh region", by the region's name as the text has it. */
  region(name: string, country: string | null): Referent {
    return this.#get(`region:${foldName(name).join('-')}`, 'government-body', name, country);
  }

  /** A body that only this document's own words tell of. */
  body(
    name: string,
    country: string | null,
    kind: ActorKind = kindOfName(name.split(/\s+/)),
  ): Referent {
    const acronym = this.#acronyms.get(name);
    if (acronym) return acronym;
    const key = `body:${foldName(name).join('-')}`;
    const initials = initialsOf(name);
    if (initials !== null && !this.#byKey.has(key)) {
      const referent = this.#bodyBeginning(key) ?? this.#get(key, kind, name, country);
      this.#acronyms.set(initials, referent);
      return referent;
    }
    return this.#byKey.get(key) ?? this.#bodyBeginning(key) ?? this.#get(key, kind, name, country);
  }

  /** "Frontera" for Frontera Energy, named before; null when several bodies' names begin so. */
  #bodyBeginning(key: string): Referent | null {
    if (/^body:.{0,3}$|-/.test(key)) return null;
    const found = this.referents.filter((referent) => referent.key.startsWith(`${key}-`));
    return found.length === 1 ? found[0]! : null;
  }

  /** "Hajun" for the Belarusian Hajun project, named before; null unless one body alone is called so. */
  bodyWith(word: string): Referent | null {
    const [folded, more] = foldName(word);
    if (!folded || more || folded.length < 3) return null;
    const found = this.referents.filter(
      ({ key }) => key.startsWith('body:') && key.slice('body:'.length).split('-').includes(folded),
    );
    return found.length === 1 ? found[0]! : null;
  }

  /** The outlet named in full before whose name ends in a word; null unless there is one alone. */
  outletCalled(word: string): Referent | null {
    const found = this.referents.filter(
      ({ kind, name }) => kind === 'media' && name.endsWith(` ${word}`) && name !== `The ${word}`,
    );
    return found.length === 1 ? found[0]! : null;
  }

  /** "Institute of Things (IOT)": the short form stands for the body from then on. */
  defineAcronym(acronym: string, referent: Referent): void {
    this.#acronyms.set(acronym, referent);
  }

  acronym(form: string): Referent | null {
    return this.#acronyms.get(form) ?? null;
  }

  /** A group or person that the document describes and does not name. */
  unnamed(description: string, kind: 'group' | 'person', country: string | null): Referent {
    return this.#get(`unnamed:${words(description).join('-')}`, kind, description, country);
  }

  /**
   * The person of a name: the one named so far whom it fits best, else a new one. A surname alone
   * fits only the person or persons of that surname.
   */
  person(surface: string): Referent {
    const name = personName(surface);
    if (!name) return this.unnamed(surface, 'person', null);
    const known = this.#persons.called(name);
    if (known) return known;
    const key = `person:${[...name.given, name.surname].join('-')}`;
    const referent = this.#get(key, 'person', surface, null);
    this.#persons.add(referent, name);
    return referent;
  }

  /** The person named so far whom a single word means, a surname or a given name; null for none. */
  knownPerson(word: string): Referent | null {
    const name = personName(word);
    return name && this.#persons.called(name);
  }

  /** Tells how far the document is read: whose full name stands in which sentence. */
  named(referent: Referent, surface: string, sentence: number): void {
    this.#persons.named(referent, surface, sentence);
  }

  /**
   * The person of a surname that the document has named in full.
   * @param before the word before it, which may be the given name
   */
  personByWord(word: string, before = ''): { referent: Referent; withGiven: boolean } | null {
    const named = personName(word);
    if (!named || named.given.length > 0) return null;
    return this.#persons.bySurname(named.surname, before);
  }

  #get(key: string, kind: ActorKind, name: string, country: string | null): Referent {
    const found = this.#byKey.get(key);
    if (found) return found;
    const referent = newReferent({ key, kind, name, country });
    this.#byKey.set(key, referent);
    return referent;
  }
}

const chamberKey = (name: string) => `chamber:${foldName(name).join('-')}`;

/** "CBC" of the Congressional Black Caucus; null of a name that is too short or has other words. */
function initialsOf(name: string): string | null {
  const capitals = name.split(/\s+/u).filter((word) => !/^(?:of|for|and|the|in|on)$/.test(word));
  if (capitals.length < 3 || !capitals.every((word) => /^\p{Lu}\p{Ll}/u.test(word))) return null;
  return capitals.map((word) => word[0]).join('');
}

/** As it stands after "of": "the United Kingdom", "Poland". */
function withArticle(state: string): string {
  return TAKES_ARTICLE.test(state) ? `the ${state}` : state;
}

const TAKES_ARTICLE =
  /^(?:United|Netherlands|Philippines|Bahamas|Gambia|Maldives|Comoros)|Republic|Islands$/;
