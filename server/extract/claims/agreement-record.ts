import type { Agreement } from '../../../graph-data/schema/index.ts';
import { selectorAt } from '../../../graph-data/schema/index.ts';
import { spanId } from '../ids.ts';
import { dateNear, datesOf } from './circumstances.ts';
import { AGREEMENT_CONFIDENCE } from './confidence.ts';
import type { ClaimContext } from './context.ts';
import { dayOfTalks } from './day-of-talks.ts';
import type { Found } from './told-agreement.ts';

/** Tellings of one agreement: those that point back go to the last with the same parties. */
export function joined(all: readonly Found[], context: ClaimContext): Found[][] {
  const groups: Found[][] = [];
  for (const one of all) {
    const same = groups.findLast(
      ([first]) => sameParties(first!, one) && !isOfAnotherDay(first!, one, context),
    );
    const pointsBack = (one.anaphoric || one.shape === 'noun') && isBare(one.name);
    const isSame =
      same && (pointsBack || same[0]!.name === one.name || isItsName(one, same.at(-1)!));
    const again = isSame ? same : meantBefore(one, groups);
    if (again) again.push(one);
    else groups.push([one]);
  }
  return groups;
}

/** "Signed a defence pact. The Reciprocal Access Agreement was signed by ...": what it is called. */
function isItsName(one: Found, told: Found): boolean {
  const nouns = [one.name, told.name].map((name) => name.toLowerCase().split(' ').at(-1)!);
  return (
    one.anaphoric &&
    isNamed(one) &&
    !told.anaphoric &&
    one.sentence - told.sentence <= NEAR &&
    (nouns[0] === nouns[1] || nouns.every((noun) => ANY_AGREEMENT.test(noun)))
  );
}

/** "Reciprocal Access Agreement": by a name, not described. */
function isNamed({ name }: Found): boolean {
  const words = name.split(' ');
  return words.length > 1 && words.every((word) => /^\p{Lu}/u.test(word));
}

/** Nouns by which any agreement is called. */
const ANY_AGREEMENT = /^(?:pact|deal|accord|agreement)$/;

/** "A signed a pact with B. Under the deal, A pays C": the one just told of that binds one of those who act. */
function meantBefore(one: Found, groups: readonly Found[][]): Found[] | undefined {
  if (one.byDeed !== true) return undefined;
  return groups.findLast(
    (told) =>
      one.sentence - told.at(-1)!.sentence <= NEAR &&
      told[0]!.parties.some((party) => one.parties.includes(party)),
  );
}

/** In sentences. */
const NEAR = 2;

/** "Signed the agreement in 1997", "signed the protocol on December 3": two, each with its day. */
function isOfAnotherDay(a: Found, b: Found, context: ClaimContext): boolean {
  if (a.state !== 'signed' || b.state !== 'signed' || isSameNoun(a.name, b.name)) return false;
  const [one, other] = [dateOf(a, context), dateOf(b, context)];
  return one !== null && other !== null && !one.startsWith(other) && !other.startsWith(one);
}

const isSameNoun = (a: string, b: string) => a.split(' ').at(-1) === b.split(' ').at(-1);

/** "The document", "their pact": words that any agreement may be called by. */
const isBare = (name: string) => !/\s/.test(name.replace(OF_ITS_PARTIES, ''));

/** "The European Union's | deal", "the EU-Turkey | deal". */
const OF_ITS_PARTIES = /^(?:\p{Lu}.*['’]s?|\p{Lu}[\p{L}.]*[-–]\p{Lu}[\p{L}.]*)\s/u;

function sameParties(a: Found, b: Found): boolean {
  return a.parties.length === b.parties.length && a.parties.every((one) => b.parties.includes(one));
}

/** The record of what several tellings tell of. */
export function record(mentions: readonly Found[], context: ClaimContext): Agreement {
  const { text, document, settler } = context;
  const [first] = mentions as readonly [Found, ...Found[]];
  const steps = mentions.map((one) => ({ state: one.state, date: dateOf(one, context) }));
  const history = steps.filter(
    ({ state, date }, i) =>
      !steps.some(
        (other, j) => j < i && other.state === state && (date === null || other.date === date),
      ),
  );
  const failed = mentions.some((one) => one.failed);
  if (failed) history.push({ state: 'not-implemented', date: null });
  const signatories = mentions.flatMap((one) => (one.state === 'signed' ? one.people : []));
  const names = first.parties.map(({ name }) => name);
  return {
    id: spanId('agr', document.sha256, first.span),
    name: `${(mentions.find(isNamed) ?? first).name} (${names.join(', ')})`,
    summary: text.slice(first.span.start, first.span.end).replace(/\s+/gu, ' '),
    parties: [...new Set(first.parties.map((party) => settler.id(party)))],
    signatories: [
      ...new Set(signatories.filter(({ kind }) => kind === 'person').map((one) => settler.id(one))),
    ],
    date: steps.find(({ date }) => date !== null)?.date ?? null,
    place: mentions.find(({ place }) => place !== null)?.place ?? null,
    state: history.at(-1)!.state,
    history,
    evidence: [
      {
        document: document.id,
        selectors: mentions.map(({ span }) => selectorAt(text, span.start, span.end)),
      },
    ],
    status: 'proposed',
    method: 'extracted',
    confidence: AGREEMENT_CONFIDENCE[first.shape],
  };
}

function dateOf(found: Found, context: ClaimContext): string | null {
  return dateBeside(found, context) ?? dayOfTalks(found, context);
}

function dateBeside(
  { sentence, span }: Found,
  { dates, discourse, text }: ClaimContext,
): string | null {
  const whole = discourse.parsed.sentences[sentence]!;
  return dateNear(datesOf(dates, whole, text), span);
}
