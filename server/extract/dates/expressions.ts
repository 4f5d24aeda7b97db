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
const MONTH_NAMES =
  'January|February|March|April|May|June|July|August|September|October|November|December';
const MONTH = r`(?<month>${MONTH_NAMES}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)`;
const WEEKDAY = r`(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day`;
const YEAR = r`(?<year>1[5-9]\d\d|20\d\d)(?![\d,.]\d)`;
/** "In 1940 wagons" counts wagons. */
const NOT_COUNTED = r`(?!\s[a-z]{3,}s\b)`;
const DAY = r`(?<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?!\d)`;
const TO_DAY = r`(?:\s?(?:[-–—]|to|and|through|until)\s?(?<toDay>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?!\d|[,.]\d| ?%))?`;
const COUNT = r`(?<count>\d{1,3}|[Aa]n?|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Ee]leven|[Tt]welve)`;
const PART = r`(?:(?<part>[Ee]arly|[Ll]ate|[Mm]id)(?:\sin\s|[\s-]))?`;
const LEAD = r`(?:(?:(?:[Ll]ast|[Tt]his|[Nn]ext)\s)?${WEEKDAY},?\s)?(?:[Tt]he\s)?`;

const expression = (source: string, resolve: Resolve): Expression => ({
  pattern: new RegExp(r`(?<![\p{L}\p{N}/.-])(?:${source})(?![\p{L}\p{N}])`, 'gu'),
  resolve,
});

/**
 * Where two match at one place the longer wins, then the earlier in this list. Every pattern is
 * bounded, so that a scan takes linear time. A bare "May" or "March" counts only after a
 * preposition, for both are words of other kinds too.
 */
export const EXPRESSIONS: readonly Expression[] = [
  expression(r`${YEAR}-(?<m>0[1-9]|1[0-2])-(?<day>0[1-9]|[12]\d|3[01])`, ({ year, m, day }) =>
    isoDate(Number(year), Number(m), Number(day)),
  ),
  expression(r`${LEAD}${MONTH}\s(?:the\s)?${DAY}${TO_DAY}(?:,?\s${YEAR})?`, monthDay),
  expression(r`${LEAD}${DAY}${TO_DAY}\s(?:of\s)?${MONTH}(?:,?\s${YEAR})?`, monthDay),
  expression(r`(?<a>\d{1,2})(?<mark>[/.])(?<b>\d{1,2})(?:\k<mark>${YEAR})?(?![/.]\d)`, numericDay),
  expression(r`${PART}${MONTH},?\s(?:of\s|in\s)?${YEAR}`, monthOfYear),
  expression(r`${PART}${MONTH}\s(?:of\s)?(?<whichYear>last|this|next)\syear`, monthOfYear),
  expression(r`${PART}(?!May|March)${MONTH}`, monthOfYear),
  expression(
    r`(?<=\b(?:[Ii]n|[Ss]ince|[Bb]y|[Uu]ntil|[Dd]uring|[Ff]rom|[Bb]etween|[Ll]ate|[Ee]arly)\s)(?<month>May|March)`,
    monthOfYear,
  ),
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
    r`(?<=\b(?:[Ii]n|[Ss]ince|[Bb]y|[Dd]uring|[Oo]f|[Ff]rom|[Uu]ntil|[Bb]efore|[Aa]fter|[Tt]o|[Aa]nd|[Bb]etween|[Tt]hrough|[Tt]he)\s)${PART}${YEAR}${NOT_COUNTED}`,
    plainYear,
  ),
  expression(r`(?:(?<when>[Ll]ast|[Nn]ext|[Tt]his|[Cc]oming)\s)?(?<weekday>${WEEKDAY})`, weekday),
  expression(r`(?<word>[Yy]esterday|[Tt]oday|[Tt]onight|[Tt]omorrow)`, nearDay),
  expression(r`(?<when>[Ll]ast|[Tt]his|[Nn]ext|[Pp]ast)\s(?<unit>week|month|year)`, nearPeriod),
  expression(r`[Ee]nd\sof\s(?:the|this)\s(?<unit>month|year)`, endOf),
  expression(r`${COUNT}\s(?<unit>day|week|month|year)s?\s(?<way>ago|earlier|later)`, ago),
  expression(r`[Tt]he\s(?<way>following|next|same|previous)\sday`, neighbouringDay),
  expression(
    r`[Tt]he\s(?:day|evening|night)\s(?<way>before)(?=[\s,.]*(?:that\b|$|[.,]))`,
    dayBefore,
  ),
  expression(r`(?<when>[Tt]his)\s(?:morning|afternoon|evening)`, dayPart),
  expression(r`(?<when>[Ll]ast)\s(?:night|evening)`, dayPart),
];
