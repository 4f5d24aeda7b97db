import { foldName } from '../names/fold.ts';
import {
  isFamilyFirst,
  nearSurnames,
  personNameScore,
  sameSurname,
  type PersonName,
} from '../names/person.ts';
import type { Referent } from './referent.ts';

/** From this score on, two full names in one document are one person (see personNameScore). */
const SAME_PERSON = 0.8;

/** Sentences after a full name in which the bare surname means its bearer before a namesake. */
const FRESH = 2;

interface Person {
  readonly referent: Referent;
  readonly name: PersonName;
  /** How many were named before. */
  readonly order: number;
  /** Sentence in which the name stood in full last; null before the document is read in order. */
  lastInFull: number | null;
}

/** The persons that one document names, found by the words of their names. */
export class Persons {
  readonly #byReferent = new Map<Referent, Person>();
  /** By surname, and by what a surname is one letter off. */
  readonly #bySurname = new Map<string, Person[]>();
  readonly #byGiven = new Map<string, Person[]>();
  #sentence = 0;

  add(referent: Referent, name: PersonName): void {
    const person = { referent, name, order: this.#byReferent.size, lastInFull: null };
    this.#byReferent.set(referent, person);
    for (const key of nearSurnames(name.surname)) put(this.#bySurname, key, person);
    for (const word of new Set(name.given)) put(this.#byGiven, word, person);
  }

  /** The one named so far whom a name fits best; a surname alone fits all who bear it. */
  called(name: PersonName): Referent | null {
    return this.#best(name) ?? this.#byOtherWords(name);
  }

  /** Tells how far the document is read: whose full name stands in which sentence. */
  named(referent: Referent, surface: string, sentence: number): void {
    this.#sentence = sentence;
    const person = this.#byReferent.get(referent);
    if (person && /\s/.test(surface)) person.lastInFull = sentence;
  }

  /**
   * The person of a surname that the document has named in full.
   * @param before the word before it, which may be the given name
   */
  bySurname(surname: string, before: string): { referent: Referent; withGiven: boolean } | null {
    const [given = ''] = foldName(before);
    const namesakes = this.#near(surname).filter(({ name }) => sameSurname(name.surname, surname));
    const found = namesakes.length > 0 ? namesakes : this.#byFamilyFirst(surname);
    const full = found.find(({ name }) => given.length > 1 && name.given.at(-1) === given);
    const referent = full?.referent ?? this.#likeliest(found);
    return referent ? { referent, withGiven: full !== undefined } : null;
  }

  #best(name: PersonName): Referent | null {
    const scored = this.#near(name.surname)
      .map((person) => ({ person, score: personNameScore(name, person.name) }))
      .filter(({ score }) => score >= SAME_PERSON || (score > 0 && name.given.length === 0));
    const best = Math.max(...scored.map(({ score }) => score));
    return this.#likeliest(
      scored.filter(({ score }) => score === best).map(({ person }) => person),
    );
  }

  /**
   * "Lee" for Lee Jong-sup, where the family's name stands first; "Marta" for Marta Lopez; "Bihi"
   * and "Muse Bihi" for Muse Bihi Abdi. Null when several persons' names hold it.
   */
  #byOtherWords({ given, surname }: PersonName): Referent | null {
    const shorter = [...given, surname];
    const holding = this.#byGiven.get(shorter[0]!) ?? [];
    const found = holding.filter(
      ({ name }) => given.length === 0 || shorter.every((word, i) => name.given[i] === word),
    );
    return found.length === 1 ? found[0]!.referent : null;
  }

  /** "Xi" for Xi Jinping: those whose family's name stands first. */
  #byFamilyFirst(folded: string): Person[] {
    if (!isFamilyFirst(folded)) return [];
    return (this.#byGiven.get(folded) ?? []).filter(({ name }) => name.given[0] === folded);
  }

  /** All of a surname or of one that is a letter off, in the order of naming. */
  #near(surname: string): Person[] {
    const found = nearSurnames(surname).flatMap((key) => this.#bySurname.get(key) ?? []);
    return [...new Set(found)].sort((a, b) => a.order - b.order);
  }

  /** Of namesakes the one just named in full, else the one named first, whom the text is about. */
  #likeliest(persons: readonly Person[]): Referent | null {
    const fresh = persons.filter(
      ({ lastInFull }) => lastInFull !== null && this.#sentence - lastInFull <= FRESH,
    );
    const [first] = fresh.sort((a, b) => b.lastInFull! - a.lastInFull!);
    return (first ?? persons[0])?.referent ?? null;
  }
}

function put(index: Map<string, Person[]>, key: string, person: Person): void {
  const found = index.get(key);
  if (found) found.push(person);
  else index.set(key, [person]);
}
