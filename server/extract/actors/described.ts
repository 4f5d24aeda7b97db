import type { Token } from '../nlp/index.ts';
import type { Place } from '../text/place.ts';
import { holderOf } from './beside.ts';
import { headOfBody } from './body-heads.ts';
import type { Discourse, Possible } from './coreference.ts';
import { countryWithin } from './country.ts';
import { INSTITUTIONS, type Institution } from './institutions.ts';
import { isStated, issuedBy } from './issued.ts';
import {
  lastBody,
  lastFigure,
  lastMinisters,
  lastNamed,
  lastOrganisation,
  lastPerson,
  lastUnnamed,
  lastUntitled,
} from './last-spoken.ts';
import { namingsIn } from './naming-index.ts';
import { byNationality, ownInstitution, possessorOf, type Possessor } from './nominals.ts';
import { issuers, nominalBearers } from './nominal-bearers.ts';
import type { Referent } from './referent.ts';
import { bodyKind, isRole } from './roles.ts';
import { isSomebody } from './somebody.ts';
import { unnamedReferent } from './unnamed.ts';

/** Whom a phrase without a name means: "the researcher", "its report", "some Western officials". */
export function described(place: Place, head: number, discourse: Discourse): Possible[] {
  const { tokens } = discourse.trees[place.sentence]!;
  const { lemma, tag } = tokens[head]!;
  const noun = tokens[head - 1]?.lemma === 'think' && lemma === 'tank' ? 'think tank' : lemma;
  // "The official promised", of which the tagger made an adjective, is one person all the same.
  const plural = tag === 'NNS' || (!tag.startsWith('NN') && !isRole(lemma));
  const body = throughIts(noun, plural, place, head, discourse);
  if (body) return [body];
  const again = lastUnnamed(place, head, discourse);
  if (again) return [again];
  const whose = possessorOf(place, head, discourse);
  if (!plural && isDefinite(tokens, place, head) && !isSomebodyElses(place, head, discourse)) {
    const before = toldBefore(noun, whose, place, head, discourse);
    if (before.length > 0) return before;
  }
  if (whose?.owner && isStated(noun))
    return [{ referent: whose.owner, score: whose.score, reasons: [`gives the ${noun}`] }];
  const led = whose && !plural ? bodyLedBy(noun, whose) : null;
  if (led) return [led];
  if (!isSomebody(noun, plural)) return [];
  const unnamed = unnamedReferent(place, head, plural, discourse);
  const score = 0.8 * (whose?.score ?? 1);
  return unnamed ? [{ referent: unnamed, score, reasons: ['described and not named'] }] : [];
}

/** Who speaks through an institution, a nationality, a publication or a part of its own. */
function throughIts(
  noun: string,
  plural: boolean,
  place: Place,
  head: number,
  discourse: Discourse,
): Possible | null {
  const own = ownInstitution(place, head, discourse) ?? byNationality(place, head, discourse);
  if (own) return own;
  const issued = issuedBy(noun, place, head, discourse);
  if (issued) return { referent: issued, score: 0.9, reasons: [`issued the ${noun}`] };
  const owner = plural ? null : ownerBody(noun, place, head, discourse);
  return owner && { referent: owner, score: 0.6, reasons: [`speaks through its ${noun}`] };
}

/** Whom the text has told of that a definite noun means; nobody whom it belongs to. */
function toldBefore(
  noun: string,
  whose: Possessor | null,
  place: Place,
  head: number,
  discourse: Discourse,
): Possible[] {
  const others = definite(noun, place, head, discourse).filter(
    ({ referent }) =>
      referent !== whose?.owner &&
      (!isOfPerson(whose) || isTied(referent, whose!.owner!, discourse)),
  );
  if (others.length > 0) return others;
  const heading = headOfBody(noun, place, discourse);
  if (heading.length > 0) return heading;
  if (whose) return [];
  const { tokens } = discourse.trees[place.sentence]!;
  const bare =
    head - place.from <= 1 || (head - place.from === 2 && ASIDE.test(tokens[head - 1]!.word));
  const meant =
    (bare && isRole(noun) ? lastPerson(noun, place, head, discourse) : null) ??
    (bare && !isRole(noun) ? lastBody(noun, place, discourse) : null) ??
    (bare ? lastMinisters(noun, place, discourse) : null) ??
    lastOrganisation(noun, place, head, discourse) ??
    lastUntitled(noun, place, head, discourse) ??
    lastNamed(noun, place, head, discourse) ??
    lastFigure(noun, place, head, discourse);
  return meant ? [meant] : [];
}

/** "Her service", "his institute": the body in which whoever is meant holds a post, if of that kind; null for others. */
function bodyLedBy(noun: string, { owner, score, surface }: Possessor): Possible | null {
  const kind = bodyKind(noun);
  if (owner?.kind !== 'person' || surface !== null || kind === null) return null;
  const post = owner.posts.find(
    ({ of, former }) => !former && of.kind === kind && !/^(?:state|government):/.test(of.key),
  );
  return post
    ? { referent: post.of, score: 0.8 * score, reasons: [`that of ${owner.name}`] }
    : null;
}

/** "His spokesman", where he is known. */
function isOfPerson(whose: Possessor | null): boolean {
  return whose?.surface === null && whose.owner?.kind === 'person';
}

/** Whether the text calls somebody another's own where it names him: "Ruto's spokesman X", "X, his lawyer". */
function isTied(referent: Referent, owner: Referent, { namings, trees }: Discourse): boolean {
  return namings.some((naming) => {
    if (naming.referent !== referent) return false;
    const { tokens } = trees[naming.sentence]!;
    const [from, to] = [naming.from - TIED_WITHIN, naming.to + TIED_WITHIN];
    const own = tokens.slice(Math.max(0, from), to).some(({ word }) => /^(?:his|her)$/i.test(word));
    return (
      own ||
      namingsIn(namings, naming.sentence, Math.max(0, from), to).some(
        (other) => other.referent === owner,
      )
    );
  });
}

/** In tokens. */
const TIED_WITHIN = 9;

/** Adjectives that tell somebody already spoken of from nobody: "the retired officer". */
const ASIDE = /^(?:top|retired|former|veteran|exiled|senior|elderly|young)$/;

/** "The European Union's diplomatic service": a body's own part that has no name. */
function ownerBody(
  noun: string,
  { sentence, from }: Place,
  head: number,
  { namings, trees }: Discourse,
): Referent | null {
  if (bodyKind(noun) === null) return null;
  const { tokens } = trees[sentence]!;
  const owner = namingsIn(namings, sentence, from, head).find(
    ({ to, referent }) =>
      tokens[to]?.tag === 'POS' &&
      (referent.kind === 'international-organisation' || referent.kind === 'government-body'),
  );
  return owner?.referent ?? null;
}

const DEFINITE = /^(?:the|this|that|his|her|its|their)$/i;

function isDefinite(tokens: readonly Token[], { from }: Place, head: number): boolean {
  for (let i = Math.max(0, Math.min(from, head) - 1); i <= head; i++)
    if (DEFINITE.test(tokens[i]!.word) || tokens[i]!.tag === 'POS') return true;
  return head === from;
}

/** "Scholz's spokesman" is no spokesman named before; "Hungary's prime minister" may be. */
function isSomebodyElses(
  { sentence, from }: Place,
  head: number,
  { namings, trees }: Discourse,
): boolean {
  const { tokens } = trees[sentence]!;
  return namingsIn(namings, sentence, from, head).some(
    ({ to, referent }) =>
      tokens[to]?.tag === 'POS' && (referent.kind === 'person' || referent.kind === 'company'),
  );
}

function definite(
  word: string,
  { sentence, from }: Place,
  head: number,
  discourse: Discourse,
): Possible[] {
  const { tokens } = discourse.trees[sentence]!;
  const noun = word === 'head' ? officeOfHead(tokens, head) : word;
  if (/^(?:country|nation|state|republic)$/.test(noun)) return lastState(sentence, from, discourse);
  const issued = issuers(noun, sentence, from, discourse);
  if (issued.length > 0) return issued;
  const country = countryWithin(tokens, from, head);
  const portfolio = noun === 'minister' && head > from ? tokens[head - 1]!.lemma : '';
  const body = INSTITUTIONS.get(`${tokens[head - 1]?.lemma ?? ''} ${noun}`);
  const may = ({ referent }: Possible) =>
    mayMinister(referent, portfolio) &&
    !isOfAnother(referent, noun, tokens, head) &&
    (!body || referent.key.startsWith(`${body.key}:`));
  const meant = nominalBearers(noun, country, sentence, from, discourse).filter(may);
  if (meant.length > 0) return meant;
  if (body) return ofStateBefore(body, country, { sentence, from }, discourse);
  if (country === null) return [];
  return holderOf(noun, country, discourse).filter(may);
}

/** "The former commander of the 38th brigade": nobody who is commander of something now. */
function isOfAnother(
  { posts }: Referent,
  noun: string,
  tokens: readonly Token[],
  head: number,
): boolean {
  const past = /^(?:former|ex)$/i.test(tokens[head - 1]?.word ?? '');
  const ofBody = tokens[head + 1]?.word === 'of';
  const held = posts.filter(({ title }) => title.toLowerCase().endsWith(noun));
  return past && ofBody && held.length > 0 && held.every(({ former }) => !former);
}

/** "The foreign ministry said": where no such body is named yet, that of the state told of just before. */
function ofStateBefore(
  body: Institution,
  country: string | null,
  { sentence, from }: Pick<Place, 'sentence' | 'from'>,
  { namings, cast }: Discourse,
): Possible[] {
  const before = namings.findLast(
    (naming) =>
      /^(?:state|government):/.test(naming.referent.key) &&
      (naming.sentence === sentence ? naming.from < from : naming.sentence === sentence - 1),
  );
  const code = country ?? before?.referent.key.split(':')[1];
  if (code === undefined) return [];
  const referent = cast.institution(body, code);
  return [{ referent, score: 0.5, reasons: ['that of the state told of just before'] }];
}

/** "The prime minister" is no defence minister named before; "the minister" may be any. */
function mayMinister({ posts }: Referent, portfolio: string): boolean {
  if (!/^(?:prime|foreign|defen[cs]e|interior|finance|energy|justice|health)$/.test(portfolio))
    return true;
  const ministers = posts
    .map(({ title }) => title.toLowerCase())
    .filter((title) => /minister/.test(title));
  const told = portfolio.slice(0, 5);
  return ministers.length === 0 || ministers.some((title) => title.includes(told));
}

/** "The Serbian head of state" is its president, "the head of government" its prime minister. */
function officeOfHead(tokens: readonly Token[], head: number): string {
  const of = tokens[head + 1]?.lemma === 'of' ? (tokens[head + 2]?.lemma ?? '') : '';
  if (of === 'state') return 'president';
  const words = tokens.slice(head + 1, head + 7).map(({ lemma }) => lemma);
  if (words.some((word) => /^(?:diplomatic|diplomacy|ministry)$/.test(word))) return 'minister';
  return of === 'government' ? 'minister' : 'head';
}

function lastState(sentence: number, at: number, { namings }: Discourse): Possible[] {
  const before = namings.filter(
    (naming) =>
      naming.referent.kind === 'state' &&
      (naming.sentence < sentence || (naming.sentence === sentence && naming.from < at)),
  );
  const last = before.at(-1);
  return last ? [{ referent: last.referent, score: 0.6, reasons: ['the state named last'] }] : [];
}
