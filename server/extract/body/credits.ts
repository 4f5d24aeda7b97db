/** Names of outlets that a line, or the words before a text, credit it to. */
export interface Credit {
  /** Each as the line words it. */
  readonly names: readonly string[];
  /**
   * When a name that no list holds is an outlet's: where the line says that the text is from there,
   * where it stands beside one that is, never.
   */
  readonly unlisted: 'told' | 'beside' | 'never';
}

const r = String.raw;
const WORD = r`(?:[\p{Lu}\d][\p{L}\p{N}.'’&-]*|\p{Ll}[\p{Ll}\d-]*\.\p{Ll}{2,4})`;
const NAME = r`["“]?(?:[Tt]he )?${WORD}(?: (?:(?:of|de|la|di|del|al) )?${WORD}){0,4}["”]?`;
const NAMES = r`${NAME}(?:(?:, and|,| and| &|;| ?\/) ?${NAME}){0,5}`;
const CITING = r`(?:,? (?:citing|quoting|via|as (?:reported|quoted|cited) by|referring to|with reference to) ${NAMES}){0,2}`;
const LEAD =
  r`(?:(?:[Aa]ccording to|[Tt]heo|[Vv]ia|[Ff]rom|(?:[Cc]ompiled|[Aa]dapted|[Tt]ranslated|[Rr]eprinted) from|` +
  r`[Ww]ith (?:information|reporting|materials?|reports|files) (?:from|by)|` +
  r`[Bb]ased on (?:reports|reporting|materials?) (?:from|by|of)|` +
  r`(?:[Ff]irst|[Oo]riginally) published (?:by|in|on)):?|[Ss]ources?:|[Vv]ia:) `;
const AUTHOR = r`\p{Lu}[\p{L}.'’-]*,?(?: \p{Lu}[\p{L}.'’-]*,?){0,5}`;

interface Form {
  readonly pattern: RegExp;
  readonly unlisted: 'told' | 'beside';
  /** Whether it credits only near a text's ends, since pictures and lists have such lines, too. */
  readonly atEnds: boolean;
}

const form = (source: string, unlisted: Form['unlisted'], atEnds: boolean): Form => {
  return { pattern: new RegExp(`^${source}$`, 'u'), unlisted, atEnds };
};

const FORMS: readonly Form[] = [
  // "Thanh Tam (Theo Washington Post)", "(According to AP, Le Monde)".
  form(r`(?:${AUTHOR} ?)?[([]${LEAD}(?<names>${NAMES}${CITING})[)\]]\.?`, 'told', false),
  // "Le Anh - According to Kyodo".
  form(r`${AUTHOR} [–—|-] ${LEAD}(?<names>${NAMES}${CITING})\.?`, 'told', false),
  // "Source: Interfax, citing Kommersant", "With information from AFP".
  form(r`${LEAD}(?<names>${NAMES}${CITING})\.?`, 'told', true),
  // "Mai Khoi (Kyodo)", "/TASS/".
  form(r`(?:${AUTHOR} ?)?[(/](?<names>${NAMES})[)/]\.?`, 'beside', true),
  // "-- Reuters", "Mai Khoi/VNA".
  form(r`(?:--|[—–-]) ?(?<names>${NAMES})\.?`, 'beside', true),
  form(r`${AUTHOR}(?: ?\/ ?| [|–—-] )(?<names>${NAMES})`, 'beside', true),
];

/** Longest line of a credit, in characters. */
const LONGEST = 160;

/**
 * Whom a line that holds nothing else credits the text to; null for other lines.
 * @param atEnd whether it stands near the text's beginning or end
 */
export function creditIn(line: string, atEnd: boolean): Credit | null {
  if (line.length > LONGEST) return null;
  for (const { pattern, unlisted, atEnds } of FORMS) {
    const names = atEnds && !atEnd ? undefined : pattern.exec(line)?.groups?.names;
    if (names !== undefined) return { names: partsOf(names), unlisted };
  }
  return null;
}

/**
 * Whom a dateline names beside town and day: "MINSK, 1 June (BelTA) –", "YEREVAN, JUNE 5, ARMENPRESS."
 * One that no list holds is the document's own outlet.
 */
export function creditInDateline(words: string): Credit {
  const marked = /[(/]([^()/\n]{2,40})[)/]/u.exec(words)?.[1];
  return { names: partsOf(marked ?? words), unlisted: 'never' };
}

/** Whom a byline names beside its authors: "By Jane Doe, Reuters". */
export function creditInByline(words: string): Credit {
  return creditIn(words, true) ?? { names: partsOf(words.replace(/^By /u, '')), unlisted: 'never' };
}

const BETWEEN =
  /[,;&/|()–—]| -|\.(?= )|\band\b|\b(?:citing|quoting|via|referring to|with reference to|as (?:reported|quoted|cited) by)\b/u;

function partsOf(names: string): string[] {
  return names
    .split(BETWEEN)
    .map((one) => one.trim().replace(/^["“]?(?:[Tt]he )?|["”]?\.?$/gu, ''))
    .filter((one) => one !== '');
}
