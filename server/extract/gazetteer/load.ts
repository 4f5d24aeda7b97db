import { readFileSync } from 'node:fs';
import { words } from '../../contract/index.ts';
import { remembered } from '../nlp/memo.ts';

/** How a place's word stands for its state. */
export type StateForm = 'name' | 'capital' | 'demonym' | 'people';

export interface State {
  /** ISO 3166-1 alpha-2. */
  readonly code: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly capitals: readonly string[];
  /** The adjective first. */
  readonly demonyms: readonly string[];
}

export type OrganisationKind =
  | 'international-organisation'
  | 'media'
  | 'think-tank'
  | 'government-body'
  | 'armed-force'
  | 'company'
  | 'group';

export interface Organisation {
  readonly kind: OrganisationKind;
  readonly name: string;
  readonly aliases: readonly string[];
  /** ISO 3166-1 alpha-2 of the state it belongs to; null for bodies of several states. */
  readonly country: string | null;
  /** The institution of that state that it is ("parliament"); null for others. */
  readonly institution: string | null;
}

/** What a form means: one row of the gazetteer, and how the form names it. */
export type Entry =
  | { readonly type: 'state'; readonly state: State; readonly form: StateForm }
  | { readonly type: 'organisation'; readonly organisation: Organisation };

export interface Gazetteer {
  readonly states: ReadonlyMap<string, State>;
  /** Bodies that are a state's own institution, by "institution:country". */
  readonly institutions: ReadonlyMap<string, Organisation>;
  /** By `formKey`; each with the surface form, whose capitals matter for acronyms. */
  readonly forms: ReadonlyMap<string, readonly { surface: string; entry: Entry }[]>;
  /** Words of the longest form. */
  readonly longest: number;
}

const MOST_FORMS = 20_000;
/** Most words; they need no Unicode normalisation. */
const PLAIN = /^[A-Za-z]+$/;

/** Letters and digits of a form, normalised and run together: "U.N." and "UN" are both "un". */
export const formKey = remembered(
  (form) => (PLAIN.test(form) ? form.toLowerCase() : words(form).join('')),
  MOST_FORMS,
);

let loaded: Gazetteer | null = null;

/** The gazetteer that ships beside this file (states.tsv, organisations.tsv), read once. */
export function gazetteer(): Gazetteer {
  loaded ??= build(rows('states.tsv').map(stateOf), rows('organisations.tsv').map(organisationOf));
  return loaded;
}

function rows(file: string): string[][] {
  return readFileSync(new URL(file, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'));
}

const list = (cell: string | undefined) => (cell ? cell.split(';') : []);

function stateOf([code = '', name = '', aliases, capitals, demonyms]: string[]): State {
  return {
    code,
    name,
    aliases: list(aliases),
    capitals: list(capitals),
    demonyms: list(demonyms),
  };
}

function organisationOf([
  kind = '',
  name = '',
  aliases,
  country,
  institution,
]: string[]): Organisation {
  return {
    kind: kind as OrganisationKind,
    name,
    aliases: list(aliases),
    country: country || null,
    institution: institution || null,
  };
}

function build(states: State[], organisations: Organisation[]): Gazetteer {
  const forms = new Map<string, { surface: string; entry: Entry }[]>();
  const add = (surface: string, entry: Entry) => {
    const key = formKey(surface);
    const found = forms.get(key) ?? [];
    forms.set(key, [...found, { surface, entry }]);
  };
  for (const state of states)
    for (const [form, surfaces] of stateForms(state))
      for (const surface of surfaces) add(surface, { type: 'state', state, form });
  for (const organisation of organisations)
    for (const surface of [organisation.name, ...organisation.aliases])
      add(surface, { type: 'organisation', organisation });
  return {
    states: new Map(states.map((state) => [state.code, state])),
    institutions: new Map(
      organisations.flatMap((body) =>
        body.institution === null ? [] : [[`${body.institution}:${body.country}`, body]],
      ),
    ),
    forms,
    longest: 9,
  };
}

function stateForms(state: State): [StateForm, readonly string[]][] {
  const capitals = state.capitals.filter((capital) => capital !== state.name);
  const plurals = state.demonyms.filter(
    (word) => /[a-z]$/.test(word) && !/(?:ese|sh|ch|ss|z)$/.test(word),
  );
  return [
    ['name', [state.name, ...state.aliases]],
    ['capital', capitals],
    ['demonym', state.demonyms.filter((demonym) => !state.aliases.includes(demonym))],
    ['people', plurals.map((word) => `${word}s`)],
  ];
}
