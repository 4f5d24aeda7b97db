import {
  ago,
  dayBefore,
  dayPart,
  endOf,
  monthDay,
  monthOfYear,
  nearDay,
  nearPeriod,
  neighbouringDay,
  numericDay,
  plainYear,
  seasonOfYear,
  weekday,
  type Resolve,
} from './resolve.ts';
import { isoDate } from './calendar.ts';

/** A pattern of English date expressions and what a match of it means. */
export interface Expression {
  readonly pattern: RegExp;
  readonly resolve: Resolve;
}

const r = String.raw;
/** Months after which nobody is called. */
const PLAIN_MONTHS = 'January|February|July|September|October|November|December';
const MONTH_NAMES = `${PLAIN_MONTHS}|March|April|May|June|August`;
const MONTH = r`(?<month>${MONTH_NAMES}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)`;
/** Any month, alone after words that make it one. */
const BARE_MONTH = r`(?<month>${MONTH_NAMES}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)`;
/** Prepositions that only times follow among months and names; others bring in "April Ryan", too. */
const TIME_PREPOSITIONS = r`[Ii]n|[Ss]ince|[Uu]ntil|[Tt]ill|[Dd]uring|[Ll]ate|[Ee]arly|[Mm]id`;
const PREPOSITIONS = r`[Bb]y|[Ff]rom|[Bb]etween|[Tt]hrough|[Bb]efore|[Aa]fter|[Oo]f|[Tt]o|[Aa]nd|[Oo]r`;
const DETERMINERS = r`[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er`;
const WEEKDAY = r`(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day`;
/** Words before a weekday that make it one of the year's, or a name. */
const NAMED_DAYS = 'Good|Black|Ash|Bloody|Holy|Palm|Maundy|Shrove|Fat|Super|Cyber|Giving|Casual';
const YEAR = r`(?<year>1[5-9]\d\d|20\d\d)(?![\d,.]\d)`;
/** "In 1940 wagons" counts wagons. */
const NOT_COUNTED = r`(?!\s[a-z]{3,}s\b)`;
/** "The guidelines for 2024-2026" are for years to come. */
const NO_SPAN = r`(?!\s?[-–—]\s?(?:19|20)?\d\d\b)`;
const DAY = r`(?<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?!\d)`;
const TO_DAY = r`(?:\s?(?:[-–—]|to|and|through|until)\s?(?<toDay>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?!\d|[,.]\d| ?%))?`;
const COUNT = r`(?<count>\d{1,3}|[Aa]n?|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Ee]leven|[Tt]welve)`;
const PART = r`(?:(?<part>[Ee]arly|[Ll]ate|[Mm]id)(?:\sin\s|[\s-]))?`;
const LEAD = r`(?:(?:(?:[Ll]ast|[Tt]his|[Nn]ext)\s)?${WEEKDAY},?\s)?(?:[Tt]he\s)?`;

/**
 * @param opens what it begins with, where the engine does not see that for itself; it spares the look
 *   back everywhere else
 */
const expression = (source: string, resolve: Resolve, opens = ''): Expression => ({
  pattern: new RegExp(
    r`${opens && `(?=[${opens}])`}(?<![\p{L}\p{N}/.-])(?:${source})(?![\p{L}\p{N}])`,
    'gu',
  ),
  resolve,
});

/**
 * Where two match at one place the longer wins, then the earlier in this list. Every pattern is
 * bounded, so that a scan takes linear time. A month alone may be somebody ("April Ryan", "Theresa
 * May"): it counts after a preposition or an article that no name follows, other months wherever no
 * name does. Days in names ("The Sunday Times", "Good Friday", "USA Today") are none.
 */
export const EXPRESSIONS: readonly Expression[] = [
  expression(r`${YEAR}-(?<m>0[1-9]|1[0-2])-(?<day>0[1-9]|[12]\d|3[01])`, ({ year, m, day }) =>
    isoDate(Number(year), Number(m), Number(day)),
  ),
  expression(r`${LEAD}${MONTH}\s(?:the\s)?${DAY}${TO_DAY}(?:,?\s${YEAR})?`, monthDay, 'A-Zlnt'),
  expression(r`${LEAD}${DAY}${TO_DAY}\s(?:of\s)?${MONTH}(?:,?\s${YEAR})?`, monthDay, r`\dA-Zlnt`),
  expression(r`(?<a>\d{1,2})(?<mark>[/.])(?<b>\d{1,2})(?:\k<mark>${YEAR})?(?![/.]\d)`, numericDay),
  expression(r`${PART}${MONTH},?\s(?:of\s|in\s)?${YEAR}`, monthOfYear, 'A-Zelm'),
  expression(
    r`${PART}${MONTH}\s(?:of\s)?(?<whichYear>last|this|next)\syear`,
    monthOfYear,
    'A-Zelm',
  ),
  expression(r`(?<part>[Ee]arly|[Ll]ate|[Mm]id)(?:\sin\s|[\s-])${MONTH}`, monthOfYear),
  expression(r`(?<month>${PLAIN_MONTHS})(?:(?!\s\p{Lu})|(?<=\b[Aa]n?\s\p{L}+))`, monthOfYear),
  expression(r`(?<=\b(?:${TIME_PREPOSITIONS})\s)${BARE_MONTH}`, monthOfYear, 'A-Z'),
  expression(r`(?<=\b(?:${PREPOSITIONS})\s)${BARE_MONTH}(?!['’]|\s\p{Lu})`, monthOfYear, 'A-Z'),
  expression(r`(?<=\b(?:${DETERMINERS})\s)${BARE_MONTH}(?=\s(?!of\b)\p{Ll})`, monthOfYear, 'A-Z'),
  expression(r`(?<when>[Ll]ast|[Tt]his|[Nn]ext)\s${MONTH}`, monthOfYear),
  expression(
    r`(?<season>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)\s(?:of\s|in\s)?${YEAR}`,
    seasonOfYear,
  ),
  expression(
    r`(?<when>[Ll]ast|[Tt]his|[Nn]ext)\s(?<season>spring|summer|autumn|fall|winter)`,
    seasonOfYear,
  ),
  expression(
    r`(?<=\b(?:[Ii]n|[Ss]ince|[Bb]y|[Dd]uring|[Oo]f|[Ff]rom|[Uu]ntil|[Bb]efore|[Aa]fter|[Tt]o|[Aa]nd|[Bb]etween|[Tt]hrough|[Tt]he)\s)${PART}${YEAR}${NOT_COUNTED}${NO_SPAN}`,
    plainYear,
    '12ELMelm',
  ),
  expression(
    r`(?:(?<when>[Ll]ast|[Nn]ext|[Tt]his|[Cc]oming)\s)?(?<!\b(?:${NAMED_DAYS})\s)(?!(?<=\b[Tt]he\s)${WEEKDAY}\s\p{Lu})(?<weekday>${WEEKDAY})`,
    weekday,
    'A-Zlntc',
  ),
  expression(r`(?<word>yesterday|today|tonight|tomorrow)`, nearDay),
  expression(
    r`(?<!\p{Lu}[\p{L}\p{N}]{0,20} )(?<word>Yesterday|Today|Tonight|Tomorrow)`,
    nearDay,
    'YT',
  ),
  expression(r`(?<when>[Ll]ast|[Tt]his|[Nn]ext|[Pp]ast)\s(?<unit>week|month|year)`, nearPeriod),
  expression(r`[Ee]nd\sof\s(?:the|this)\s(?<unit>month|year)`, endOf),
  expression(
    r`${COUNT}\s(?<unit>day|week|month|year)s?\s(?<way>ago|earlier|later)`,
    ago,
    r`\dAOTFSENaotfsen`,
  ),
  expression(r`[Tt]he\s(?<way>following|next|same|previous)\sday`, neighbouringDay),
  expression(
    r`[Tt]he\s(?:day|evening|night)\s(?<way>before)(?=[\s,.]*(?:that\b|$|[.,]))`,
    dayBefore,
  ),
  expression(r`(?<when>[Tt]his)\s(?:morning|afternoon|evening)`, dayPart),
  expression(r`(?<when>[Ll]ast)\s(?:night|evening)`, dayPart),
];
