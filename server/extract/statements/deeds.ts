import { isRole } from '../actors/roles.ts';
import { isFiniteVerb } from '../text/finite.ts';
import { openingNoun, type Range } from './range.ts';

/** A verb's words and what it takes, normalised and in the tree. */
export interface Taken {
  readonly cue: string;
  readonly content: string;
  /** The content in its tree, as far as its first sentence goes; null when it holds no token. */
  readonly told: Range | null;
  /** The source and the cue, likewise. */
  readonly teller: Range | null;
  readonly verb: Range | null;
}

/** Things that one does by a word of saying: "agreed to lend", "recalled its ambassador", "thanked him". */
export function isDeed({ cue, content, told, teller, verb }: Taken): boolean {
  // "Minsk would find it hard to refuse".
  if (/\bf(?:i|ou)nds?$/.test(cue) && /^it (?:too )?\w+ to\b/.test(content)) return true;
  if (/\bagree[ds]? (?:on|upon|to)$/.test(cue)) return true;
  if (/^(?:referring|refers?|referred|with reference|in reference)(?: to)?$/.test(cue))
    return !/^.{3,120}? as /.test(content);
  if (/^call(?:s|ed|ing)? (?:off|up|in)$/.test(cue) || /^report(?:s|ed)? from$/.test(cue))
    return true;
  if (/\bagree[ds]?$/.test(cue) && told && teller && isSettled(teller, told)) return true;
  if (CONCLUDED.test(cue) && verb && isRelative(verb)) return true;
  if (/\bmaintain(?:s|ed|ing)?$/.test(cue) && KEPT.test(content)) return true;
  if (told !== null && isClause(told)) return false;
  // "Agencies quoted | the head of the service": whom, and no words yet.
  if (/\b(?:quote|cite)[sd]?$/.test(cue) && told && told.from === verb?.to && holdsNoVerb(told))
    return true;
  if (/\baddress(?:es|ed|ing)?$/.test(cue)) return !/^that\b/.test(content);
  if (/\banswer(?:s|ed|ing)?$/.test(cue) && /^without\b/.test(content)) return true;
  if (/^(?:continue|continues|continued)$/.test(cue) && /^\w+ing\b/.test(content)) return true;
  if (/\bagree[ds]?$/.test(cue) && TO_DO.test(content)) return true;
  if (/\brecall(?:s|ed)?$/.test(cue)) return RECALLED.test(content);
  if (/^(?:have |has |had )?sign(?:s|ed|ing)? (?:an?|the|\d+)\b/.test(cue)) return true;
  if (INFORMED.test(cue))
    return content.split(' ').length <= 7 && !/\b(?:that|of|to)\b/.test(content);
  if (/\b(?:thank(?:s|ed)?|congratulate[sd]?)$/.test(cue)) return content.split(' ').length <= 3;
  return told !== null && isDoneTo(cue, content, told);
}

const holdsNoVerb = ({ tree, from, to }: Range) =>
  !tree.tokens
    .slice(from, to)
    .some(({ tag, word }) => /^(?:VB|MD)/.test(tag) || /["“”]/u.test(word));

/** Whom one informed, and not of what: "informed him in a call". */
const INFORMED = /\b(?:inform|notif|brief)(?:y|s|ed|ies|ied)?$/;
const TO_DO = /^(?:(?:not )?to \w+|on \w+|upon \w+|in \w+ to )/;
const RECALLED =
  /^(?:(?:its|his|her|their|the) )?(?:\w+ )?(?:ambassadors?|envoys?|diplomats?|troops|soldiers|staff|cars|vehicles|products?)(?: (?:on|in|from|last|this|over|after) .*)?$/;

/** "A and B agreed | that C would pay": what several settle, where "that the rules were outdated" is what they hold. */
function isSettled(teller: Range, told: Range): boolean {
  const several = teller.tree.tokens.slice(teller.from, teller.to).some(({ tag }) => tag === 'CC');
  const { tokens } = told.tree;
  const verb = tokens.findIndex((token, i) => i >= told.from && i < told.to && isFiniteVerb(token));
  return several && /^(?:will|would|shall)$/i.test(tokens[verb]?.word ?? '');
}

/** "The memorandum which Lima and Oslo | concluded": what they did with what stands before. */
function isRelative({ tree, from, to }: Range): boolean {
  return tree.childrenBy(tree.headOf(from, to), 'dobj').some((i) => tree.tokens[i]!.tag === 'WDT');
}

const CONCLUDED = /\b(?:conclude[sd]?|signed|reached|struck|sealed|inked)$/;

/** "That the contract was illegal", "the rules were outdated": whoever agrees or concludes so holds it. */
function isClause(told: Range): boolean {
  const { tree, from, to } = told;
  if (/^that$/i.test(tree.tokens[from]!.word)) return true;
  const subject = openingNoun(told) ?? from;
  const { head } = tree.tokens[subject]!;
  return tree.relation(subject).startsWith('nsubj') && head > subject && head < to;
}

/** What is done to the object of a verb that else says what one thinks of it, by the object's noun. */
function isDoneTo(cue: string, content: string, told: Range): boolean {
  const { tree, from, to } = told;
  const noun = openingNoun(told);
  if (noun === null || isJudgedAs(told, noun)) return false;
  const { lemma, entity } = tree.tokens[noun]!;
  if (/\bagree[ds]?$/.test(cue)) return true;
  if (/\battack(?:s|ed|ing)?$/.test(cue))
    return entity === 'LOCATION' && !/ (?:over|for) /.test(` ${content} `);
  if (CONCLUDED.test(cue)) return PACT.has(lemma);
  if (/\bdismiss(?:es|ed)$/.test(cue)) return isRole(lemma) || entity === 'PERSON';
  if (/\bcall(?:s|ed|ing)?$/.test(cue)) return CONVENED.has(lemma);
  if (/\bwelcom(?:es|ed)$/.test(cue)) return RECEIVED.has(lemma) || isRole(lemma);
  const [article] = tree.tokens.slice(from);
  const considers =
    /\bconsider(?:s|ed|ing)?$/.test(cue) && /^(?:an?|the|its)$/i.test(article!.word);
  return considers && noun === to - 1 && to - from <= 3;
}

/** "The vote | illegitimate", "her vote for the war | a mistake", "the figures | as fiction": what it is called. */
function isJudgedAs({ tree, to }: Range, noun: number): boolean {
  const after = tree.tokens.slice(noun, to).filter(({ word }) => !/^["“”'‘’]$/u.test(word));
  return after.some(({ tag, word }, i) => {
    const beside = after[i - 1]?.tag.startsWith('NN') === true;
    const adverb = tag === 'RB' && after[i + 1]?.tag === 'JJ';
    return word === 'as' || (beside && (adverb || /^(?:JJ|DT|PRP\$|VBN)/.test(tag)));
  });
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** What parties conclude, and not what anybody concludes of it. */
const PACT = set(
  'contract document agreement deal treaty pact talk talks memorandum visit negotiation negotiations accord protocol meeting',
);
/** "Maintain | close military cooperation": what one keeps up; of other things one maintains that they are so. */
const KEPT =
  /^(?:(?:an?|the|its|their|his|her) )?(?:(?!that\b)\w+ ){0,3}(?:co-?operation|relations?|relationships?|ties|contacts?|links?|presence|control|dialogue|alliances?|partnerships?|balance|order|embass(?:y|ies)|troops|forces|pressure|distance|bases?|fleet)\b/;

/** What is to take place because it was called. */
const CONVENED = set(
  'meeting session summit election elections vote referendum strike conference rally hearing halt truce ceasefire',
);
/** Whom one receives: of other things one says what one thinks. */
const RECEIVED = set(
  'guest delegation visitor counterpart refugee migrant tourist member participant soldier troop troops',
);
