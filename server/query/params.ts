import {
  and,
  canonicalValue,
  faultOf,
  isQueryKey,
  isRefusal,
  MAX_CANONICAL_LENGTH,
  MAX_SEARCH_LENGTH,
  MAX_SEARCH_TERMS,
  not,
  OnrecordError,
  or,
  parseSearch,
  printSearch,
  QUERY_KEY_NAMES,
  term,
  textTerm,
  tokenise,
  type AskReply,
  type QueryKeyName,
  type QueryNote,
  type ResolvedQuery,
  type TypedQuery,
  type TypedTerm,
} from '../contract/index.ts';
import { ask } from './questions/index.ts';
import type { NameReader } from './search/actors.ts';
import { resolveQuery, type Place } from './search/resolve.ts';

export interface SearchRequest {
  readonly query: ResolvedQuery;
  readonly typed: TypedQuery;
  /** The whole request in the search box's language, canonical. */
  readonly search: string;
  readonly notes: readonly QueryNote[];
}

/** A parameter of the vocabulary as it stands in an address. */
interface Parameter {
  readonly key: QueryKeyName;
  readonly negated: boolean;
  readonly value: string;
  readonly quoted: boolean;
  readonly place: Place;
}

/** `-via=BelTA`, `via=-BelTA` and `-via=-BelTA` (twice is not at all); marks around a value go. */
function readParameter(name: string, raw: string): Parameter | null {
  const key = name.startsWith('-') ? name.slice(1) : name;
  if (!isQueryKey(key)) return null;
  const minus = raw.startsWith('-');
  const rest = minus ? raw.slice(1) : raw;
  const [token, ...more] = /^["“„«]/.test(rest) ? tokenise(rest) : [];
  const whole = more.length === 0 && token?.type === 'value' && token.closed ? token : null;
  return {
    key,
    negated: name.startsWith('-') !== minus,
    value: whole?.value ?? rest,
    quoted: whole !== null,
    place: { field: name, start: 0, end: raw.length },
  };
}

function unknownKey(name: string): never {
  const keys = ['q', ...QUERY_KEY_NAMES].join(', ');
  throw new OnrecordError('unknown-key', `“${name}” is no key here. Keys: ${keys}.`, {
    field: name,
  });
}

/** What a query is asked of: a plain question after agreements has an answer among claims only. */
export type Asked = 'statements' | 'claims';

/** All of the actors have a part in it. */
function agreementsSearch({ actors, period }: Extract<AskReply, { type: 'agreements' }>): string {
  const parts = actors.map(({ id }) => term<TypedTerm>({ key: 'actor', value: id }));
  const when = period === null ? [] : [term<TypedTerm>({ key: 'said', value: period })];
  return printSearch(and(...parts, ...when));
}

class Reader {
  readonly places = new Map<TypedTerm, Place>();
  readonly notes: QueryNote[] = [];

  private readonly store: NameReader;
  private readonly of: Asked;

  constructor(store: NameReader, of: Asked) {
    this.store = store;
    this.of = of;
  }

  async read(params: URLSearchParams): Promise<TypedQuery> {
    const parameters: Parameter[] = [];
    const searches: TypedQuery[] = [];
    for (const [name, raw] of params) {
      this.checkLength(name, raw);
      if (name === 'q') searches.push(this.search(await this.question(raw)));
      else parameters.push(readParameter(name, raw) ?? unknownKey(name));
    }
    const query = and(...this.combine(parameters), ...searches);
    if (this.places.size <= MAX_SEARCH_TERMS) return query;
    throw new OnrecordError('bad-query', `A search holds at most ${MAX_SEARCH_TERMS} terms.`);
  }

  private checkLength(name: string, raw: string): void {
    // A canonical search may be longer; the parser tells it from one that is merely long.
    if (raw.length <= (name === 'q' ? MAX_CANONICAL_LENGTH : MAX_SEARCH_LENGTH)) return;
    const detail = `“${name}” may hold ${MAX_SEARCH_LENGTH} characters, not ${raw.length}.`;
    const position = { start: MAX_SEARCH_LENGTH, end: raw.length };
    throw new OnrecordError('bad-query', detail, { field: name, position });
  }

  /** The search that a plain question is turned into; anything else is a search as it stands. */
  private async question(text: string): Promise<string> {
    const asked = await ask(text, this.store);
    this.notes.push(...asked.notes);
    if (asked.type === 'statements') return asked.search;
    if (asked.type === 'words') return text;
    if (asked.type === 'agreements' && this.of === 'claims') return agreementsSearch(asked);
    const message = `This asks for ${asked.type}, not for statements: see /api/ask.`;
    this.notes.push({ code: 'not-understood', message, start: 0, end: text.length });
    return text;
  }

  private search(text: string): TypedQuery {
    const { query, notes, positions } = parseSearch(text);
    for (const { code, message, start, end } of notes) {
      if (!isRefusal(code)) continue;
      throw new OnrecordError(code, message, { field: 'q', position: { start, end } });
    }
    for (const [typed, position] of positions) this.places.set(typed, position);
    this.notes.push(...notes);
    return query;
  }

  /** Repeats of one key are "or"; everything else, and every negation, is "and". */
  private combine(parameters: readonly Parameter[]): TypedQuery[] {
    const parts: TypedQuery[] = [];
    const groups = new Map<QueryKeyName, TypedQuery[]>();
    for (const parameter of parameters) {
      const query = this.parameter(parameter);
      if (query === null) continue;
      if (parameter.negated) parts.push(not(query));
      else groups.set(parameter.key, [...(groups.get(parameter.key) ?? []), query]);
    }
    return [...[...groups.values()].map((group) => or(...group)), ...parts];
  }

  private parameter(parameter: Parameter): TypedQuery | null {
    const { key, place } = parameter;
    const query = key === 'text' ? this.text(parameter) : this.value(key, parameter);
    if (query !== null) return query;
    const message = `${key} needs a value.`;
    this.notes.push({ code: 'not-understood', message, ...place });
    return null;
  }

  private value(
    key: Exclude<QueryKeyName, 'text'>,
    { value, place }: Parameter,
  ): TypedQuery | null {
    const canonical = canonicalValue(key, value);
    if (canonical === '') return null;
    const fault = faultOf(key, canonical);
    if (fault) throw new OnrecordError(fault.code, fault.message, { field: place.field });
    return this.placed({ key, value: canonical }, place);
  }

  /** Words, "phrases" and prefix*, all of which must match; no keys and no operators. */
  private text({ value, quoted, place }: Parameter): TypedQuery | null {
    const pieces = quoted
      ? [textTerm(value, true)]
      : tokenise(value).map((token) =>
          token.type === 'value' && token.quoted
            ? textTerm(token.value, true)
            : textTerm(value.slice(token.start, token.end), false),
        );
    const terms = pieces.filter((piece) => piece !== null);
    return terms.length === 0 ? null : and(...terms.map((each) => this.placed(each, place)));
  }

  private placed(typed: TypedTerm, place: Place): TypedQuery {
    this.places.set(typed, place);
    return term(typed);
  }
}

/**
 * The query of an address: `q` in the search box's language and the keys of the vocabulary.
 * Repeats of one key are "or", different keys are "and", a leading `-` on key or value negates.
 *
 * @param of what it is asked of
 * @throws OnrecordError `unknown-key`, `bad-value`, `bad-date` or `bad-query`, with field and place
 */
export async function queryFromParams(
  params: URLSearchParams,
  store: NameReader,
  of: Asked = 'statements',
): Promise<SearchRequest> {
  const reader = new Reader(store, of);
  const typed = await reader.read(params);
  const search = printSearch(typed);
  if (parseSearch(search).notes.some(({ code }) => code === 'bad-query'))
    throw new OnrecordError(
      'bad-query',
      'Keys and search together are too long, or nest too deep, to be written as one search.',
    );
  const { query, notes } = await resolveQuery(typed, reader.places, store);
  return { query, typed, search, notes: [...reader.notes, ...notes] };
}
