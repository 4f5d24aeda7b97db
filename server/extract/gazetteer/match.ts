import { formKey, gazetteer, type Entry } from './load.ts';

export interface Match {
  /** Words taken. */
  readonly length: number;
  readonly entries: readonly Entry[];
}

/** An acronym is matched only as it is written: "WHO" is a body, "who" and "Who" are not. */
const ACRONYM = /^(?:\p{Lu}[\p{Lu}\p{N}./-]*)$/u;

/** All that a form means, states before organisations; empty when the gazetteer does not hold it. */
export function lookUp(form: string): readonly Entry[] {
  const found = gazetteer().forms.get(formKey(form)) ?? [];
  return found
    .filter((one) => casesAgree(one, form) && wordsAgree(one.surface, form) && isWhole(one, form))
    .map(({ entry }) => entry);
}

/** "Israel is" are no Israelis: a form's last word, where it is a small one, is the listed form's too. */
function wordsAgree(surface: string, form: string): boolean {
  const last = /\s(\p{Ll}+)$/u.exec(form)?.[1];
  return last === undefined || surface.toLowerCase().endsWith(` ${last}`);
}

/** "To Go" is no Togo: the name of a state that is one word is written as one. */
function isWhole({ surface, entry }: { surface: string; entry: Entry }, form: string): boolean {
  const parted = /\p{L}\s+\p{L}/u.test(form.replace(/^the\s+/i, ''));
  return entry.type !== 'state' || !parted || /\P{L}/u.test(surface);
}

function casesAgree({ surface, entry }: { surface: string; entry: Entry }, form: string): boolean {
  const plain = form.replace(/^the\s+/i, '').replace(/ \/ /gu, '/');
  if (surface.length > 6 || !ACRONYM.test(surface))
    return /^[\p{Lu}\p{N}]/u.test(plain) || LOWERED.test(plain);
  if (ACRONYM.test(plain)) return true;
  const spoken =
    entry.type === 'organisation' && entry.organisation.kind === SPOKEN && surface.length > 3;
  return spoken && /^\p{Lu}\p{Ll}+$/u.test(plain);
}

/** Written small by much of Ukraine's press since 2022; no other word of English. */
const LOWERED = /^russian?$/;

/** Alliances whose acronym is read as a word are also written as one: "Nato", "Opec". */
const SPOKEN = 'international-organisation';

/**
 * The longest form that begins at a word.
 * @param words the words of a sentence, marks among them
 */
export function matchAt(words: readonly string[], at: number): Match | null {
  if (!/^[\p{Lu}\p{N}]/u.test(words[at] ?? '') && !LOWERED.test(words[at] ?? '')) return null;
  const { forms, longest } = gazetteer();
  let key = '';
  let best: Match | null = null;
  for (let length = 1; length <= longest && at + length <= words.length; length++) {
    key += formKey(words[at + length - 1]!);
    if (!forms.has(key) || !/[\p{L}\p{N}]/u.test(words[at + length - 1]!)) continue;
    const entries = lookUp(words.slice(at, at + length).join(' '));
    if (entries.length > 0) best = { length, entries };
  }
  return best !== null && isPartOfPlace(words, at, best) ? null : best;
}

/** Whether a state's name is part of another place's: "Inner Mongolia", "the Gulf of Mexico". */
function isPartOfPlace(words: readonly string[], at: number, { length, entries }: Match): boolean {
  if (entries[0]?.type !== 'state') return false;
  const name = `${words[at - 1] ?? ''} ${words.slice(at, at + length).join(' ')}`;
  const before = `${words[at - 2] ?? ''} ${words[at - 1] ?? ''}`;
  const after = words[at + length] ?? '';
  return REGION.test(name) || WATER.test(before) || (after === 'Sea' && /China$/u.test(name));
}

const REGION = /^(?:Inner Mongolia|New Mexico|Northern Ireland)$/iu;
const WATER = /^(?:Gulf|Sea|Bay|Straits?) of$/u;
