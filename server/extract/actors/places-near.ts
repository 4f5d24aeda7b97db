import type { Token } from '../nlp/index.ts';
import { stateEndingAt } from './country.ts';
import { roleOf } from './roles.ts';
import type { Description } from './description.ts';

/**
 * "A missile struck Chernihiv. Governor X said": the one town or region that the words before an
 * office of a place, or the sentence before, name. A guess.
 */
export function placeNear(
  tokens: readonly Token[],
  { from, noun }: Description,
  before: readonly Token[],
): string | null {
  const role = roleOf(tokens[noun]!.lemma);
  const ofIt =
    /^(?:governor|mayor|administrator|prefect|head|chief|councillor)$/.test(role) &&
    isOfPlace(tokens, noun);
  if (!/^(?:governor|mayor)$/.test(role) && !ofIt) return null;
  const bare = tokens
    .slice(from, noun)
    .every(({ word }) => /^(?:regional|acting|city|local|its|the)$/i.test(word));
  const here = placesIn(tokens.slice(0, from));
  const [place, more] = here.length > 0 ? here : placesIn(before);
  return bare && place !== undefined && more === undefined ? place : null;
}

/** "The administrator | of the territory": of the place told of before. */
const isOfPlace = (tokens: readonly Token[], noun: number) =>
  tokens[noun + 1]?.word === 'of' &&
  /^(?:the|that)$/.test(tokens[noun + 2]?.word ?? '') &&
  /^(?:territory|province|district|region|town|city|county|municipality|department|village|island|commune)$/.test(
    tokens[noun + 3]?.word ?? '',
  );

/** Towns and regions that words name, each once; states left out, and where somebody is only from. */
function placesIn(tokens: readonly Token[]): string[] {
  const found: string[] = [];
  for (let from = 0; from < tokens.length; from++) {
    if (!isPlace(tokens[from]!) || tokens[from - 1]?.word === 'from') continue;
    let to = from + 1;
    while (to < tokens.length && isPlace(tokens[to]!) && !tokens[to]!.entityStart) to++;
    const state = stateEndingAt(tokens, to - 1);
    if (state === null || state.form === 'capital')
      found.push(
        tokens
          .slice(from, to)
          .map(({ word }) => word)
          .join(' '),
      );
    from = to;
  }
  return [...new Set(found)];
}

export const isPlace = ({ entity, tag }: Token) => entity === 'LOCATION' && tag.startsWith('NNP');
