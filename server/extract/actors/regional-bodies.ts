import { DAY } from './joined-names.ts';
import { lookUp } from '../gazetteer/index.ts';
import type { Token } from '../nlp/index.ts';
import { inPlace, type Run } from './found.ts';
import { isTitleWord } from './title-runs.ts';

/**
 * "Luhansk regional military administration", "Minsk City Executive Committee", "Tavria group of
 * forces": bodies called by a region and by what they are, of which the tagger sees a part or nothing.
 */
export function withRegionalBodies(tokens: readonly Token[], runs: readonly Run[]): Run[] {
  const named = tokens.flatMap((_, from): Run[] => {
    if (!isPlace(tokens[from]) || isPlace(tokens[from - 1])) return [];
    let what = from + 1;
    while (what - from < LONGEST_PLACE && isPlace(tokens[what])) what++;
    const to =
      districtEnd(tokens, what) ?? administrationEnd(tokens, what) ?? groupingEnd(tokens, what);
    return to === null ? [] : [{ from, to, kind: 'ORGANIZATION' }];
  });
  return inPlace(runs, named);
}

/** In tokens: "Ivano-Frankivsk", "Kryvyi Rih". */
const LONGEST_PLACE = 2;

function isPlace(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    token.tag.startsWith('NN') &&
    /^\p{Lu}[\p{L}’'-]+$/u.test(token.word) &&
    !OF_A_REGION.test(token.word) &&
    !KIND.test(token.word) &&
    !GROUPS.test(token.word) &&
    !isTitleWord(token) &&
    !DAY.test(token.word) &&
    !lookUp(token.word).some((one) => one.type === 'state' && one.form !== 'capital')
  );
}

/** Past "Military District", behind "Southern" or "Leningrad". */
const districtEnd = (tokens: readonly Token[], from: number) =>
  tokens[from]?.word === 'Military' && tokens[from + 1]?.word === 'District' ? from + 2 : null;

/** Past "regional military administration", "city executive committee". */
function administrationEnd(tokens: readonly Token[], from: number): number | null {
  let at = from;
  while (at - from < 2 && OF_A_REGION.test(tokens[at]?.word ?? '')) at++;
  const kind = at;
  while (at - kind < 2 && KIND.test(tokens[at]?.word ?? '')) at++;
  if (at === kind || !BODY.test(tokens[at]?.word ?? '')) return null;
  const committee = /^committee$/i.test(tokens[at]!.word);
  return committee && !/^executive$/i.test(tokens[at - 1]!.word) ? null : at + 1;
}

/** Past "operational group", "group of forces", "operational-strategic group of troops". */
function groupingEnd(tokens: readonly Token[], from: number): number | null {
  let at = from;
  while (
    at - from < 2 &&
    /^(?:operational|strategic|operational-strategic)$/i.test(tokens[at]?.word ?? '')
  )
    at++;
  if (!GROUPS.test(tokens[at]?.word ?? '')) return null;
  const of =
    tokens[at + 1]?.word === 'of' && /^(?:forces|troops)$/i.test(tokens[at + 2]?.word ?? '');
  if (of) return at + 3;
  return at > from ? at + 1 : null;
}

const OF_A_REGION =
  /^(?:oblast|region|regional|city|district|raion|rayon|province|provincial|municipal|town|village)$/i;
const KIND =
  /^(?:military|state|civil|civilian|civil-military|military-civilian|military-civil|executive)$/i;
const BODY = /^(?:administration|committee)$/i;
const GROUPS = /^(?:group|grouping)$/i;
