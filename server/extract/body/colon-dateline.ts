import type { Line } from './lines.ts';

/** "ISLAMABAD: The minister said", "New Delhi: ...": a town in capitals, or one whose press writes so. */
const TOWN =
  /^(?:\p{Lu}[\p{Lu}.'’ -]{2,24}(?:\/\p{Lu}[\p{Lu}.'’ -]{2,24})?|New Delhi|Mumbai|Kolkata|Chennai|Bengaluru|Bangalore|Hyderabad|Lucknow|Patna|Srinagar|Jammu|Guwahati|Chandigarh|Ahmedabad|Bhopal|Jaipur|Thiruvananthapuram|Kochi|Dhaka|Colombo|Kathmandu|Karachi|Lahore|Islamabad|Peshawar|Quetta|Rawalpindi|Dubai|Abu Dhabi|Riyadh|Jeddah|Doha|Kabul|Nairobi|Kampala|Lagos|Abuja|Accra|Kuala Lumpur|Manila|Jakarta|Singapore)(?: \[\p{Lu}[\p{L} ]{2,30}\])?: (?=["“‘]?\p{Lu})/u;
/** Labels in capitals that are no town's. */
const OTHERS =
  /^(?:UPDATE|BREAKING|WATCH|READ|EXCLUSIVE|OPINION|ANALYSIS|EXPLAINED|EXPLAINER|PHOTOS?|VIDEO|LIVE|FACTBOX|Q|A|NOTE|EDITOR|INTERVIEW|QUESTION|ANSWER|HOST|MODERATOR)\b/u;
/** A speaker's own words, as behind the label of a turn: "We will stay". */
const FIRST_PERSON = /(?<![\p{L}.])(?:I|[Ww]e|[Mm]y|[Oo]ur|[Uu]s|me)(?![\p{L}.])/u;
const QUOTED = /["“”][^"“”]*["“”]?/gu;
/** Lines from the beginning in which it may stand. */
const HEAD = 8;
/** In characters: shorter lines are headings. */
const SHORTEST = 70;

/**
 * How much of a line is a dateline that ends in a colon; 0 where none is: the only line of the text
 * that begins so, a whole sentence that tells of others.
 */
export function colonDateline(lines: readonly Line[], i: number): number {
  const line = lines[i]!.text;
  const town = i < HEAD && line.length >= SHORTEST ? TOWN.exec(line)?.[0] : undefined;
  if (!town || OTHERS.test(line) || !/[.!?…]["”’]?\s*$/u.test(line)) return 0;
  const rest = line.slice(town.length).replace(QUOTED, '');
  const alone = lines.every(
    ({ text }, at) => at === i || !/^\p{Lu}[\p{Lu}.'’ -]{2,24}: /u.test(text),
  );
  return alone && !FIRST_PERSON.test(rest) ? town.trimEnd().length : 0;
}
