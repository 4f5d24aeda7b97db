import { countryAround } from '../actors/country.ts';
import { lookUp } from '../gazetteer/index.ts';
import { ARMED_FORCES } from '../actors/institutions.ts';
import { namingsIn } from '../actors/naming-index.ts';
import type { Cast } from '../actors/cast.ts';
import type { Naming, Referent } from '../actors/referent.ts';
import type { Token } from '../nlp/index.ts';
import type { ClaimContext } from './context.ts';
import type { Tie } from './tie.ts';

/** What a body that the text calls a part of another is called. */
export const ARM =
  /^(?:mission|agency|arm|wing|branch|body|department|directorate|office|unit|division|subsidiary|programme|program|project|newspaper|outlet|mouthpiece|organ|affiliate|institute|part|service|channel|publication)$/;

/** "The Daily, a newspaper of the Workers' Party,", "the Gulf project at the university". */
export function belongings({ discourse }: ClaimContext): Tie[] {
  return discourse.namings.flatMap((naming): Tie[] => {
    const { tokens } = discourse.trees[naming.sentence]!;
    if (/^(?:person|state)$/.test(naming.referent.kind)) return [];
    const noun = armAfter(tokens, naming);
    if (noun === null || !/^(?:of|at|within)$/.test(tokens[noun + 1]?.word ?? '')) return [];
    const here = namingsIn(discourse.namings, naming.sentence, noun + 2, tokens.length);
    const [owner] = here;
    if (!owner || /^(?:person|state)$/.test(owner.referent.kind)) return [];
    if (owner.referent === naming.referent || owner.from - noun > 3) return [];
    if (tokens.slice(noun + 2, owner.from).some(({ tag }) => !/^(?:DT|JJ|NN)/.test(tag))) return [];
    const span = { start: naming.start, end: owner.end };
    return [{ kind: 'part-of', from: naming.referent, to: owner.referent, span }];
  });
}

/** The noun that a body is called right after its name: "SeaLab | project", "the Daily, a | newspaper". */
function armAfter(tokens: readonly Token[], { to }: Naming): number | null {
  if (/^(?:project|programme|program|initiative)$/.test(tokens[to]?.lemma ?? '')) return to;
  if (tokens[to]?.word !== ',') return null;
  let noun = to + 1;
  const article = /^an?$/.test(tokens[noun]?.word ?? '');
  if (!article && tokens[noun]?.word !== 'part') return null;
  while (article && noun < to + 6 && /^(?:DT|JJ|NN)/.test(tokens[noun + 1]?.tag ?? '')) noun++;
  return ARM.test(tokens[noun]?.lemma ?? '') ? noun : null;
}

/**
 * Committees that are no government's ("the Norwegian Nobel Committee"), courts and parliaments,
 * and what is a part of a part ("department of the General Staff of the Ukrainian army").
 */
const OF_NO_GOVERNMENT =
  /^(?:Palestinian|Nobel|Olympic|Paralympic|Helsinki|Refugee|Jewish|Christian|Muslim|Islamic|Orthodox|Catholic|Rights|Press|Trade|Business|National|Peoples?|Dream|Rada|Sejm|Saeima|Congress|Senate|Parliament|Assembly|Courts?|House|Knesset|Bank|Staff|City|Oblast|Regional?|Municipal|District)$/i;

/** "The EU Mission in Armenia", "the UN Security Council": an arm that bears its body's name. */
export function armsByName({ discourse }: ClaimContext): Tie[] {
  const first = new Map<Referent, Tie>();
  for (const { referent, from, to, sentence, start, end } of discourse.namings) {
    if (!/^(?:body|organisation):/.test(referent.key) || first.has(referent)) continue;
    const { tokens } = discourse.trees[sentence]!;
    const last = tokens.slice(from, to).findIndex(({ word }) => /^(?:in|to|for)$/.test(word));
    const arm = last > 1 ? from + last - 1 : to - 1;
    if (to - from < 2 || !ARM_BY_NAME.test(tokens[arm]!.word)) continue;
    const owner = unionAt(tokens.slice(from, arm), discourse.cast);
    if (owner && owner !== referent)
      first.set(referent, { kind: 'part-of', from: referent, to: owner, span: { start, end } });
  }
  return [...first.values()];
}

const ARM_BY_NAME =
  /^(?:mission|delegation|command|office|agency|council|assembly|commission|secretariat|committee)$/i;

/** The international body with whose name words begin; null for others. */
function unionAt(words: readonly Token[], cast: Cast): Referent | null {
  for (let length = words.length; length > 0; length--) {
    const name = words.slice(0, length).map(({ word }) => word);
    const entry = lookUp(name.join(' ')).find(({ type }) => type === 'organisation');
    if (entry?.type === 'organisation' && entry.organisation.kind === IO)
      return cast.organisation(entry.organisation);
  }
  return null;
}

const IO = 'international-organisation';

/** "Poland's Armament Agency", "the State Military Committee of Belarus", "US Department of State". */
export function stateBodies({ discourse }: ClaimContext): Tie[] {
  const first = new Map<string, Tie>();
  for (const { referent, from, to, sentence, start, end } of discourse.namings) {
    if (referent.kind !== 'government-body' || first.has(referent.key)) continue;
    if (!/^(?:body|organisation):/.test(referent.key)) continue;
    // "Moldova's Transnistria": whose it is, is not for the words beside it to settle.
    if (referent.key.startsWith('organisation:') && referent.country === null) continue;
    const { tokens } = discourse.trees[sentence]!;
    const words = tokens.slice(from, to).map(({ word }) => word);
    // "The Philippine Department of National Defense"
    const ministry = words.some((word) => /^(?:Department|Ministry)$/.test(word));
    const apart = words.filter((word) => OF_NO_GOVERNMENT.test(word));
    if (apart.some((word) => !ministry || word !== 'National')) continue;
    const around = countryAround(tokens, from, to) ?? countryAround(tokens, to - 1, to);
    if (around === null || (referent.country ?? around.code) !== around.code) continue;
    const outside = {
      start: Math.min(start, tokens[around.from]!.start),
      end: Math.max(end, tokens[around.to - 1]!.end),
    };
    const state = discourse.cast.government(around.code);
    if (state !== referent)
      first.set(referent.key, { kind: 'part-of', from: referent, to: state, span: outside });
  }
  return [...first.values()];
}

/** "The Ukrainian Air Force", "Norway's 5th Brigade": a branch or formation of the forces of the state told beside it. */
export function formations({ discourse }: ClaimContext): Tie[] {
  const first = new Map<string, Tie>();
  for (const { referent, from, to, sentence, start, end } of discourse.namings) {
    const branch = /^(?:air-force|navy|special-forces):/.test(referent.key);
    const numbered = /^body:\d/.test(referent.key) && referent.kind === 'armed-force';
    if ((!branch && !numbered) || first.has(referent.key)) continue;
    const { tokens } = discourse.trees[sentence]!;
    const around = countryAround(tokens, from, to);
    if (!around) continue;
    // "Of Russia's | Black Sea Fleet"
    if (around.to > to && tokens[around.to]?.tag === 'POS') continue;
    const forces = discourse.cast.institution(ARMED_FORCES, around.code);
    first.set(referent.key, { kind: 'part-of', from: referent, to: forces, span: { start, end } });
  }
  return [...first.values()];
}
