import { namingsIn } from '../actors/naming-index.ts';
import { stateEndingAt } from '../actors/country.ts';
import type { Naming } from '../actors/referent.ts';
import type { Token } from '../nlp/index.ts';
import { contains } from '../text/place.ts';
import type { ClaimContext } from './context.ts';
import { OF_MEN, type Tie } from './tie.ts';

/** What belongs to what, and what is led or backed by which state, by the words between two names. */
export function holdings(context: ClaimContext): Tie[] {
  const { discourse, told, headline } = context;
  const ties = discourse.trees.flatMap(({ tokens }, sentence): Tie[] => {
    if (headline !== null && tokens[0]!.start < headline.end) return [];
    const here = namingsIn(discourse.namings, sentence, 0, tokens.length);
    return here.flatMap((one, i) => [
      ...heldBy(tokens, one, pastOwner(tokens, here[i + 1], here[i + 2])),
      ...leaning(tokens, one, context),
    ]);
  });
  return ties.filter(
    ({ span }) => !told.some(({ content }) => content.some((one) => contains(one, span))),
  );
}

/** "The battalion is subordinated to the National Guard", "the bank, which belongs to the group Y". */
function heldBy(tokens: readonly Token[], part: Naming, whole: Naming | undefined): Tie[] {
  if (!whole || part.referent === whole.referent || isPersonOrState(part)) return [];
  if (isPersonOrState(whole) || whole.from - part.to > FARTHEST) return [];
  const words = tokens.slice(part.to, whole.from).map(({ word }) => word.toLowerCase());
  if (!HELD.test(words.join(' '))) return [];
  const span = { start: part.start, end: whole.end };
  return [{ kind: 'part-of', from: part.referent, to: whole.referent, span }];
}

/** "The foreign arm of Iran's | Revolutionary Guards": past whose the whole is. */
function pastOwner(
  tokens: readonly Token[],
  whole: Naming | undefined,
  next: Naming | undefined,
): Naming | undefined {
  const owned = whole?.referent.kind === 'state' && tokens[whole.to]?.tag === 'POS';
  return owned && next?.from === whole.to + 1 ? next : whole;
}

/** In tokens. */
const FARTHEST = 12;

const HELD =
  /^(?:\) )?(?:, )?(?:which |that )?(?:is |was |remains )?(?:also |now |fully |wholly |majority |directly |formally |jointly |partly |part-|\d[\d.]* ?(?:per cent |percent |% ))*(?:belongs to|subordinated? to|owned by|(?:(?:an?|the) )?(?:\S+ ){0,3}(?:subsidiary|division|affiliate|branch|wing|arm|organ) of|reports to|answers to|part of)(?: the)?(?: (?:[\p{L}-]+|['’]s?)){0,3}$/u;

const isPersonOrState = ({ referent: { kind } }: Naming) => /^(?:person|state)$/.test(kind);

/** "Iran-backed Hezbollah", "the CSTO, a Russia-led alliance,": a state by a word that ends so. */
function leaning(tokens: readonly Token[], named: Naming, { discourse }: ClaimContext): Tie[] {
  const { kind: what, key } = named.referent;
  if (/^(?:person|state|media)$/.test(what) || /^(?:unnamed|people|government):/.test(key))
    return [];
  const at = wordBefore(tokens, named) ?? wordAfter(tokens, named);
  const [, stem, how] = (at === null ? null : LEANS.exec(tokens[at]!.word)) ?? [];
  const state = stem ? stateEndingAt([{ word: stem }], 0) : null;
  if (at === null || !state) return [];
  const leads = how === 'led';
  if (leads && what !== 'international-organisation' && what !== 'armed-force') return [];
  const from = discourse.cast.state(state.state);
  const span = {
    start: Math.min(named.start, tokens[at]!.start),
    end: Math.max(named.end, tokens[at]!.end),
  };
  const kind = leads ? 'commands' : how === 'sanctioned' ? 'sanctions' : 'supports';
  return [{ kind, from, to: named.referent, span }];
}

const LEANS = /^(.+)-(backed|supported|funded|sponsored|armed|led|sanctioned)$/;

/** Of a body that no further noun follows: not "the German-led NATO | battlegroup". */
function wordBefore(tokens: readonly Token[], { from, to }: Naming): number | null {
  const next = tokens[to];
  if (/^NN/.test(next?.tag ?? '') && !OF_MEN.test(next!.lemma)) return null;
  let at = from - 1;
  while (at > 0 && from - at < 4 && /^(?:NN|JJ)/.test(tokens[at]!.tag)) {
    if (LEANS.test(tokens[at]!.word)) return at;
    at--;
  }
  return at >= 0 && LEANS.test(tokens[at]!.word) ? at : null;
}

function wordAfter(tokens: readonly Token[], { to }: Naming): number | null {
  const apposed = tokens[to]?.word === ',' && /^(?:an?|the)$/.test(tokens[to + 1]?.word ?? '');
  return apposed && LEANS.test(tokens[to + 2]?.word ?? '') ? to + 2 : null;
}
