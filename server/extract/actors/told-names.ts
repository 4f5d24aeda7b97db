import { monthOf, weekdayNamed } from '../dates/calendar.ts';
import { lookUp } from '../gazetteer/index.ts';
import { foldWord } from '../names/fold.ts';
import { isGivenName } from '../names/gender.ts';
import { isFamilyFirst } from '../names/person.ts';
import type { Token } from '../nlp/index.ts';
import type { Cast } from './cast.ts';
import { surfaceOf, type Found } from './found.ts';
import { ADDRESS, bodyKind, isRole } from './roles.ts';
import { isRoleModifier, OPENS_TITLE } from './title-runs.ts';

/** "The U.N. mission in Mali, MINUSMA,": capitals that name the body described before the comma. */
export function apposedAcronyms(tokens: readonly Token[], cast: Cast): Found[] {
  return tokens.flatMap(({ word, entity }, at): Found[] => {
    if (at < 3 || !/^\p{Lu}{3,10}$/u.test(word) || tokens[at - 1]!.word !== ',') return [];
    const known = entity === 'ORGANIZATION' || lookUp(word).length > 0 || cast.acronym(word);
    if (known || !/^[,.]$/.test(tokens[at + 1]?.word ?? '')) return [];
    for (let i = at - 2; i >= Math.max(0, at - 6); i--) {
      const { lemma, tag } = tokens[i]!;
      if (/^(?:mission|agency|party|group|union|alliance|bloc|council|force|company)$/.test(lemma))
        return [{ from: at, to: at + 1, referent: () => cast.body(word, null) }];
      if (!/^(?:IN|DT|NN|JJ|POS)/.test(tag)) return [];
    }
    return [];
  });
}

/** An outlet by the noun beside its name: "the Koha newspaper", "the channel Rossiya 24". */
export function outlets(tokens: readonly Token[], text: string, cast: Cast): Found[] {
  return [...outletsBefore(tokens, text, cast), ...outletsAfter(tokens, text, cast)];
}

/** "The TV channel VoenTV", "the channel Rossiya 24", where the tagger saw no name. */
function outletsAfter(tokens: readonly Token[], text: string, cast: Cast): Found[] {
  return tokens.flatMap(({ lemma, tag }, noun): Found[] => {
    const from = noun + 1;
    if (tag !== 'NN' || !OUTLET.test(lemma) || !isNewName(tokens[from], cast)) return [];
    let to = from + 1;
    while (to - from < LONGEST_OUTLET && isNewName(tokens[to], cast)) to++;
    if (/^\d{1,3}$/.test(tokens[to]?.word ?? '')) to++;
    const name = surfaceOf(text, tokens.slice(from, to));
    return [{ from, to, referent: () => cast.acronym(name) ?? cast.body(name, null, 'media') }];
  });
}

/** In words, a number after them aside. */
const LONGEST_OUTLET = 3;

function isNewName(token: Token | undefined, cast: Cast): boolean {
  return (
    token?.tag.startsWith('NNP') === true &&
    /^\p{Lu}/u.test(token.word) &&
    token.entity !== 'PERSON' &&
    lookUp(token.word).length === 0 &&
    monthOf(token.word) === 0 &&
    weekdayNamed(token.word) < 0 &&
    !isRole(token.lemma) &&
    !isGivenName(token.word) &&
    !cast.personByWord(token.word)
  );
}

/** "The Asia-Plus | news agency". */
function outletsBefore(tokens: readonly Token[], text: string, cast: Cast): Found[] {
  return tokens.flatMap(({ lemma, tag }, noun): Found[] => {
    if (tag !== 'NN' || !OUTLET.test(lemma)) return [];
    let to = noun;
    while (
      to > 0 &&
      /^(?:news|telegram|tv|radio|online|daily|weekly)$/i.test(tokens[to - 1]!.lemma)
    )
      to--;
    let from = to;
    while (from > 1 && isOutletName(tokens[from - 1]!)) from--;
    if (from === to || isRole(tokens[to - 1]!.lemma)) return [];
    const name = surfaceOf(text, tokens.slice(from, to));
    if (lookUp(name).length > 0 || cast.personByWord(tokens[to - 1]!.word)) return [];
    return [{ from, to, referent: () => cast.acronym(name) ?? cast.body(name, null, 'media') }];
  });
}

const OUTLET = /^(?:newspaper|agency|broadcaster|channel|portal|outlet|magazine|weekly|tabloid)$/;

function isOutletName({ tag, word }: Token): boolean {
  return /^(?:NN|JJ)/.test(tag) && /^\p{Lu}/u.test(word) && lookUp(word).length === 0;
}

/** "According to Newsmaker.", "as quoted by Euractiv,": an unknown name that carries what was said. */
export function carriers(tokens: readonly Token[], cast: Cast): Found[] {
  return tokens.flatMap(({ word, tag }, i): Found[] => {
    const before = `${tokens[i - 2]?.lemma ?? ''} ${tokens[i - 1]?.lemma ?? ''}`;
    if (!/^NNP/.test(tag) || !/(?:accord(?:ing)? to|(?:quote?|cite?|report) by)$/.test(before))
      return [];
    const ends = /^[,.;]$/.test(tokens[i + 1]?.word ?? '.');
    if (!ends || lookUp(word).length > 0 || cast.personByWord(word) || cast.bodyWith(word))
      return [];
    return [
      { from: i, to: i + 1, referent: () => cast.acronym(word) ?? cast.body(word, null, 'media') },
    ];
  });
}

/** "BelAZ", "NovaBank": a firm's or an agency's name by its capitals, where the tagger left it out. */
export function humped(tokens: readonly Token[], cast: Cast): Found[] {
  return tokens.flatMap(({ word, tag, entity }, i): Found[] => {
    const named = entity === null && tag.startsWith('NNP') && HUMPED.test(word);
    if (!named || lookUp(word).length > 0) return [];
    return [
      {
        from: i,
        to: i + 1,
        referent: () => cast.acronym(word) ?? cast.body(word, null, 'company'),
      },
    ];
  });
}

const HUMPED = /^\p{Lu}\p{Ll}{2,}(?:\p{Lu}[\p{Lu}\p{Ll}]*)$/u;

/** "Laurence Broers, an associate fellow of": capitals before what their bearer is, untagged. */
export function introduced(tokens: readonly Token[], text: string, cast: Cast): Found[] {
  return tokens.flatMap(({ word }, comma): Found[] => {
    if (word !== ',' || !/^(?:an?|the)$/.test(tokens[comma + 1]?.word ?? '')) return [];
    let from = comma;
    while (from > 0 && comma - from < LONGEST_NAME && isBareName(tokens[from - 1]!)) from--;
    const alone = from === 0 || /^["“”(;:]$/u.test(tokens[from - 1]!.word);
    if (!alone || comma - from < 2 || !isPersonTold(tokens, comma + 2)) return [];
    const name = surfaceOf(text, tokens.slice(from, comma));
    return [{ from, to: comma, referent: () => cast.person(name) }];
  });
}

/** "Safaricom | chief executive | Peter Ndegwa": capitals before an office and a person's name, untagged. */
export function led(tokens: readonly Token[], text: string, cast: Cast): Found[] {
  return tokens.flatMap(({ lemma, word, tag }, noun): Found[] => {
    const leads = LEADS.test(lemma) && tag.startsWith('NN') && /^(?:\p{Ll}|CEO)/u.test(word);
    if (!leads || tokens[noun + 1]?.entity !== 'PERSON') return [];
    let to = noun;
    while (to > 0 && LEADS_MODIFIER.test(tokens[to - 1]!.word)) to--;
    let from = to;
    while (from > 0 && to - from < LONGEST_NAME && isBodyWord(tokens[from - 1]!, cast)) from--;
    if (from === to || !tokens[to - 1]!.tag.startsWith('NNP')) return [];
    // A capital that only opens the sentence, unless a firm's officer follows
    const opens = from === 0 && to === 1 && tokens[0]!.entity !== 'ORGANIZATION';
    if (opens && !/^(?:ceo|executive)$/.test(lemma)) return [];
    const words = tokens.slice(from, to);
    if (words.every((one) => bodyKind(one.word) !== null) || tokens[from - 1]?.tag === 'CC')
      return [];
    const name = surfaceOf(text, words);
    if (lookUp(name).length > 0 || OF_MANY.test(name)) return [];
    return [
      {
        from,
        to,
        referent: () => cast.acronym(name) ?? cast.bodyWith(name) ?? cast.body(name, null),
      },
    ];
  });
}

/** Offices of bodies that are no places'. */
const LEADS =
  /^(?:ceo|executive|chairman|chairwoman|chairperson|chair|director|spokes(?:man|woman|person)|founder|co-founder|leader|co-leader|president|secretary|boss|chief|vice-president|vice-chairman|deputy|treasurer)$/;
/** What stands before an office at a sentence's beginning and names nobody's. */
const OF_MANY =
  /^(?:Government|State|Presidential|Regime|Junta|Military|Rebel|Militant|Separatist|Opposition|Gang|Militia|Longtime|Veteran|Fellow|Another|Local|Regional|Senior|Top|Foreign|Company|Union|Religious|Spiritual|Tribal|Community|Student|Protest|Tour|Film|Creative|Artistic|Technical|Sporting|Managing|Founding|Co-?\p{L}+|Interior|Defen[cs]e|Finance|Energy|Justice|Health|Army|Navy|Police|Security|Intelligence|Republican|Democratic|Democrat|GOP|Labou?r|Conservative|Majority|Minority|House|Senate)$/u;
const LEADS_MODIFIER =
  /^(?:chief|deputy|vice|executive|managing|senior|acting|interim|political|military|national|party|general|company|group|press|regional|country|former|communications)$/;

function isBodyWord(token: Token, cast: Cast): boolean {
  const { word, tag, entity, lemma } = token;
  return (
    (tag.startsWith('NNP') || (tag === 'JJ' && entity === 'MISC')) &&
    /^\p{Lu}[\p{L}&-]*$/u.test(word) &&
    entity !== 'PERSON' &&
    entity !== 'LOCATION' &&
    lookUp(word).length === 0 &&
    monthOf(word) === 0 &&
    weekdayNamed(word) < 0 &&
    !isRole(lemma) &&
    !isRoleModifier(token) &&
    !OPENS_TITLE.test(word) &&
    !isGivenName(word) &&
    !cast.personByWord(word)
  );
}

/** "Ahmed from Yemen, 24, | says": a given name alone that opens a sentence, untagged. */
export function fromSomewhere(tokens: readonly Token[], cast: Cast): Found[] {
  const [given, from, place] = tokens;
  if (given?.entity !== null || from?.word !== 'from' || !isGivenName(given.word)) return [];
  if (!/^\p{Lu}/u.test(place?.word ?? '')) return [];
  return [{ from: 0, to: 1, referent: () => cast.person(given.word) }];
}

const LONGEST_NAME = 4;

function isBareName({ word, tag, entity }: Token): boolean {
  const named = /^\p{Lu}\p{Ll}[\p{L}'’-]*$/u.test(word) && /^(?:NN|JJ)/.test(tag);
  return named && entity === null && lookUp(word).length === 0 && bodyKind(word) === null;
}

/** "Associate fellow of", "former officer who": a role within the words up to the next mark. */
function isPersonTold(tokens: readonly Token[], from: number): boolean {
  for (let i = from; i < Math.min(tokens.length, from + 6); i++) {
    const { lemma, tag } = tokens[i]!;
    if (!/^(?:NN|JJ|VBG|VBN|HYPH)/.test(tag)) return false;
    if (tag.startsWith('NN') && isRole(lemma) && !/^NN/.test(tokens[i + 1]?.tag ?? '')) return true;
  }
  return false;
}

/** "Wrote on X": a letter that is a platform's name only after words like these. */
export function platformX(tokens: readonly Token[], cast: Cast): Found[] {
  return tokens.flatMap(({ word }, i): Found[] => {
    const before = tokens[i - 1]?.lemma ?? '';
    if (word !== 'X' || !/^(?:on|platform|network|via)$/.test(before)) return [];
    const entry = lookUp('Twitter').find(({ type }) => type === 'organisation');
    if (entry?.type !== 'organisation') return [];
    return [{ from: i, to: i + 1, referent: () => cast.organisation(entry.organisation) }];
  });
}

/** Short forms that the document has defined, wherever the name tagger left them out. */
export function acronyms(tokens: readonly Token[], cast: Cast): Found[] {
  return tokens.flatMap(({ word }, i): Found[] => {
    const known = /^\p{Lu}[\p{L}\p{N}&.-]+$/u.test(word) ? cast.acronym(word) : null;
    return known ? [{ from: i, to: i + 1, referent: () => known }] : [];
  });
}

/** "Mr. Xi" for Xi Jinping: a family's name too short to be told from other words without the address. */
export function shortNames(tokens: readonly Token[], cast: Cast): Found[] {
  return tokens.flatMap(({ word }, i): Found[] => {
    const addressed = ADDRESS.has((tokens[i - 1]?.word ?? '').toLowerCase().replace(/\.$/, ''));
    if (!addressed || !/^\p{Lu}\p{Ll}$/u.test(word)) return [];
    return [{ from: i, to: i + 1, referent: () => cast.person(word) }];
  });
}

/** A name met in full elsewhere names its bearer, whatever the name tagger took it for. */
export function surnames(tokens: readonly Token[], cast: Cast): Found[] {
  return tokens.flatMap(({ word, tag }, i) => {
    const short = /^\p{Lu}\p{Ll}$/u.test(word) && isFamilyFirst(foldWord(word));
    if (!(short || /^\p{Lu}\p{L}{2,}/u.test(word)) || !/^(?:NN|JJ)/.test(tag)) return [];
    const person = cast.personByWord(word, tokens[i - 1]?.word);
    if (!person) return [];
    return [
      {
        from: person.withGiven ? i - 1 : i,
        to: i + 1,
        referent: () => cast.personByWord(word, tokens[i - 1]?.word)!.referent,
      },
    ];
  });
}
