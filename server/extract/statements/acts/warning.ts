/** Words by which a speaker weighs what may be; of "May" only the small letter tells the verb. */
const HEDGES =
  /\b(?:[Cc]ould|may|might|[Ll]ikely|[Uu]nlikely|[Pp]robabl[ey]|[Pp]ossibl[ey]|[Pp]erhaps|[Mm]aybe|[Aa]pparently|[Pp]resumably|seem(?:s|ed)?|appear(?:s|ed)?|suspicion|indicat(?:es?|ors?|ions?)|cannot rule out|confident|convinced|[Ii]mpossible|[Ii]nevitable|[Ii]n (?:my|our|his|her) (?:view|opinion))\b/;

/** Might of arms, and signs that there are none of, do not weigh. */
const NOT_HEDGES =
  /\b(?:military|naval|economic|the|its|their|his|of) might\b|\bno (?:\w+ )?indications?\b/g;

export function isHedged(words: string): boolean {
  return HEDGES.test(words.replace(NOT_HEDGES, ''));
}

/** Set phrases that threaten. */
const THREATENS =
  /\b(?:reserves? the right|stand idly by|asymmetric response|no (?:way|turning) back|red lines?|pay dearly|pay (?:the|a) (?:\p{L}+ )?price|regret (?:it|this)|not be forgiven|point of no return|on the brink)\b/iu;
/** Harm, of which one warns while it is yet to come. */
const LOOMING =
  /\b(?:growing[”"]? threat|threat(?: [\p{L}-]+){0,14} (?:is|are) growing|blow up the|consequences|retaliat\w+|catastroph\w+|escalat(?:e|ion)|disaster|irreversible|too late|answer for|dangers?|risk(?:s|ing)? (?:of|a|war|being)|at risk|brink|world war|nuclear war|famine|bloodbath|part(?:y|icipant) (?:to|in) the (?:conflict|war))\b/iu;

/** @param past whether the words tell of what has been */
export function isWarning(words: string, past: boolean): boolean {
  return THREATENS.test(words) || (!past && LOOMING.test(words.replace(GROUNDS, '')));
}

/** What is there already and given as a reason: "caused by the escalation in the west". */
const GROUNDS =
  /\b(?:caused by|due to|because of|amid|given|in view of|in connection with|in response to)(?: \p{L}+){0,2} (?:escalation|dangers?|risks?|disaster|catastrophe)\b/giu;
