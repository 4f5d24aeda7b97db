import { stateEndingAt } from '../actors/country.ts';
import { ARMED_FORCES } from '../actors/institutions.ts';
import { namingsIn, namingsOfSentence } from '../actors/naming-index.ts';
import type { Naming, Referent } from '../actors/referent.ts';
import type { Token } from '../nlp/index.ts';
import { ARM } from './belongings.ts';
import type { ClaimContext } from './context.ts';
import type { Tie } from './tie.ts';

function namesState({ from, to }: Pick<Naming, 'from' | 'to'>, tokens: readonly Token[]): boolean {
  for (let i = from; i < to; i++) if (stateEndingAt(tokens, i)) return true;
  return false;
}

/** A ministry or council that is named is part of its state's government. */
export function parts({ discourse }: ClaimContext): Tie[] {
  const first = new Map<Referent, Naming>();
  for (const naming of discourse.namings)
    if (
      /^(?:ministry-|security-council:|state-security:|security-service:|intelligence:|foreign-intelligence:|border-guard:|coast-guard:|investigative-committee:|cabinet:)/.test(
        naming.referent.key,
      ) &&
      !first.has(naming.referent) &&
      namesState(naming, discourse.trees[naming.sentence]!.tokens)
    )
      first.set(naming.referent, naming);
  return [...first].flatMap(([from, { start, end }]): Tie[] =>
    from.country === null
      ? []
      : [
          {
            kind: 'part-of',
            from,
            to: discourse.cast.government(from.country),
            span: { start, end },
          },
        ],
  );
}

/** "The General Staff of the Ukrainian Army", "the Ukrainian General Staff": a staff is part of its forces. */
export function staffs({ discourse }: ClaimContext): Tie[] {
  const named = discourse.namings.filter(
    ({ referent, from, to, sentence }) =>
      referent.key.startsWith('general-staff:') &&
      (namesState({ from, to }, discourse.trees[sentence]!.tokens) ||
        discourse.trees[sentence]!.tokens.slice(from, to).some(({ lemma }) =>
          /^(?:army|force)$/.test(lemma),
        )),
  );
  return [...new Map(named.map((naming) => [naming.referent, naming])).values()].flatMap(
    ({ referent: from, start, end }): Tie[] =>
      from.country === null
        ? []
        : [
            {
              kind: 'part-of',
              from,
              to: discourse.cast.institution(ARMED_FORCES, from.country),
              span: { start, end },
            },
          ],
  );
}

/** "EULEX, the European Union's rule of law mission,": what the text calls an arm of another body. */
export function arms({ discourse }: ClaimContext): Tie[] {
  return discourse.namings.flatMap((naming): Tie[] => {
    const { to, referent, sentence } = naming;
    const { tokens } = discourse.trees[sentence]!;
    if (/^(?:person|state|media)$/.test(referent.kind) || tokens[to]?.word !== ',') return [];
    const here = namingsIn(discourse.namings, sentence, to + 1, Math.min(tokens.length, to + 7));
    const owner = here.find(
      ({ to: end, referent: { kind } }) =>
        tokens[end]?.tag === 'POS' && !/^(?:person|state|media)$/.test(kind),
    );
    if (!owner || owner.referent === referent || owner.from - to > 3) return [];
    const noun = tokens.findIndex(
      ({ lemma }, i) => i > owner.to && i - owner.to < 7 && ARM.test(lemma),
    );
    if (
      noun < 0 ||
      tokens.slice(owner.to, noun).some(({ tag, word }) => /^(?:VB|W)/.test(tag) || word === ',')
    )
      return [];
    const span = { start: naming.start, end: tokens[noun]!.end };
    return [{ kind: 'part-of', from: referent, to: owner.referent, span }];
  });
}

/** "The Treasury's | Office of Foreign Assets Control": a body by the possessor of one that it belongs to. */
export function ownedBodies({ discourse }: ClaimContext): Tie[] {
  return discourse.namings.flatMap((owner): Tie[] => {
    const { tokens } = discourse.trees[owner.sentence]!;
    if (
      !OWNS.test(owner.referent.kind) ||
      /^(?:government|unnamed|people):/.test(owner.referent.key)
    )
      return [];
    if (tokens[owner.to]?.tag !== 'POS') return [];
    const part = namingsOfSentence(discourse.namings, owner.sentence).find(
      ({ from }) => from === owner.to + 1,
    );
    if (!part || part.referent === owner.referent || !OWNS.test(part.referent.kind)) return [];
    if (
      !PART_OF_BODY.test(
        tokens
          .slice(part.from, part.to)
          .map(({ word }) => word)
          .join(' '),
      )
    )
      return [];
    const span = { start: owner.start, end: part.end };
    return [{ kind: 'part-of', from: part.referent, to: owner.referent, span }];
  });
}

const OWNS = /^(?:government-body|armed-force|company|international-organisation|group)$/;

/** Names of what is a part of something: "Office of", "Joint Command", "Human Rights Council". */
const PART_OF_BODY =
  /(?:^|\s)(?:Office|Bureau|Department|Directorate|Division|Branch|Wing|Unit|Agency|Command|Council|Committee|Commission|Secretariat|Programme|Program|Mission|Brigade|Brigades|Service|Fleet)(?:\s|$)/;

/** "The U.N. mission in Congo, MONUSCO,", "Peru's arms procurement office, APO,": an arm, named after what it is. */
export function missions({ discourse }: ClaimContext): Tie[] {
  return discourse.namings.flatMap((owner): Tie[] => {
    const { tokens } = discourse.trees[owner.sentence]!;
    const { kind, key } = owner.referent;
    const owned = tokens[owner.to]?.tag === 'POS';
    if (kind !== 'international-organisation' && !(kind === 'state' && owned)) return [];
    let noun = owner.to + (owned ? 1 : 0);
    while (owned && noun < owner.to + 5 && /^(?:NN|JJ)/.test(tokens[noun + 1]?.tag ?? '')) noun++;
    if (!ARM.test(tokens[noun]?.lemma ?? '')) return [];
    const comma = tokens.findIndex(({ word }, i) => i > noun && i - noun < 5 && word === ',');
    const named = namingsOfSentence(discourse.namings, owner.sentence).find(
      ({ from }) => from === comma + 1,
    );
    const between = tokens.slice(noun + 1, comma).every(({ tag }) => /^(?:IN|DT|NN)/.test(tag));
    if (comma < 0 || !named || !between || /^(?:person|state|media)$/.test(named.referent.kind))
      return [];
    const span = { start: owner.start, end: named.end };
    const to =
      kind === 'state' ? discourse.cast.government(key.slice('state:'.length)) : owner.referent;
    return [{ kind: 'part-of', from: named.referent, to, span }];
  });
}

/** "The official news agency BelTA", "state broadcaster X": an outlet that its state owns. */
export function stateOutlets({ discourse }: ClaimContext): Tie[] {
  return discourse.namings.flatMap(({ referent, from: at, to, sentence, start, end }): Tie[] => {
    if (!/^(?:media|company|group|government-body)$/.test(referent.kind)) return [];
    const { tokens } = discourse.trees[sentence]!;
    // "Norway's state-run news agency, | Norinfo,"
    const comma = tokens[at - 1]?.word === ',' && OUTLET.test(tokens[at - 2]?.word ?? '');
    const last = comma ? at - 1 : at;
    let from = last;
    while (from > 0 && last - from < 4 && /^(?:NN|JJ)/.test(tokens[from - 1]!.tag)) from--;
    // "Xinhua, | the official Chinese news agency,"
    const owner = ownerAfter(tokens, to);
    const after =
      from === at && tokens[to]?.word === ',' && (owner !== null || tokens[to + 1]?.word === 'the');
    if (after) from = owner ?? to + 2;
    let until = last;
    if (after) for (until = from; /^(?:NN|JJ)/.test(tokens[until]?.tag ?? '');) until++;
    const words = tokens.slice(from, until).map(({ word }) => word.toLowerCase());
    const owned = words.findIndex(
      (word, i) => OWNED.test(word) || (word === 'national' && words[i + 1] === 'news'),
    );
    const beside = stateBeside(tokens, from, until);
    const country = referent.country ?? beside;
    if (country === null) return [];
    // "Rosatom, Russia's state nuclear company", "its state railway KTZ": whose it is stands there.
    const told = after || beside !== null || /^its$/i.test(tokens[from - 1]?.word ?? '');
    const outlet = words.some((word) => OUTLET.test(word) || (told && FIRM.test(word)));
    const firm = referent.kind === 'company' && /^state-/.test(words[owned] ?? '');
    if (owned < 0 || !(outlet || firm)) return [];
    const [first, tail] = [tokens[from + owned]!, tokens[until - 1]!];
    const span = { start: Math.min(start, first.start), end: Math.max(end, tail.end) };
    return [{ kind: 'part-of', from: referent, to: discourse.cast.state(country), span }];
  });
}

const OWNED =
  /^(?:official|state|(?:state|regime|government)-(?:run|owned|controlled)|(?:state|government)-funded)$/;
const OUTLET =
  /^(?:agency|broadcaster|newspaper|channel|television|exporter|corporation|concern|conglomerate)$/;
const FIRM =
  /^(?:company|firm|giant|railways?|operator|utility|carrier|airline|monopoly|producer|enterprise|bank)$/;

/** "Rosatom, Russia's | state nuclear company": where what it is begins; null where no state owns it. */
function ownerAfter(tokens: readonly Token[], comma: number): number | null {
  for (const last of [comma + 1, comma + 2, comma + 3]) {
    const state = last < tokens.length ? stateEndingAt(tokens, last) : null;
    if (state?.from === comma + 1 && tokens[last + 1]?.tag === 'POS') return last + 2;
  }
  return null;
}

/** "Nigeria's | state oil firm", "the Ukrainian state railway": whose the words say it is. */
function stateBeside(tokens: readonly Token[], from: number, until: number): string | null {
  for (let i = Math.max(0, from - 3); i < until; i++) {
    const state = stateEndingAt(tokens, i);
    if (state && state.form !== 'capital') return state.state;
  }
  return null;
}
