import { inSet } from '../../text/in-set.ts';
import type { Token } from '../../nlp/index.ts';
import { JUDGING, SAYING, SAYING_THAT } from '../verbs.ts';
import type { Tree } from '../../text/tree.ts';
import {
  clauseEnd,
  hasFinite,
  isNegatedOrUnreal,
  resumedSubject,
  speakerBefore,
  subjectOf,
  type Parts,
} from './shape.ts';

/** "Issued a statement today | expressing | regret for the deaths": what it says, by the participle. */
export function issuing(tree: Tree, verb: number): Parts | null {
  const { tokens } = tree;
  const { lemma, tag } = tokens[verb]!;
  if (!/^(?:issue|release|publish|send|write|sign)$/.test(lemma) || !/^VB[DNZ]$/.test(tag))
    return null;
  const paper = tokens.findIndex(
    ({ lemma: noun }, i) => i > verb && i < verb + 5 && PAPER.test(noun),
  );
  if (paper < 0 || isNegatedOrUnreal(tree, verb)) return null;
  const telling = tokens.findIndex(
    ({ word }, i) => i > paper && i < paper + 7 && TELLING.test(word),
  );
  const between = tokens.slice(paper + 1, telling);
  const source = subjectOf(tree, verb) ?? speakerBefore(tree, verb);
  if (telling < 0 || !source || source[1] > verb || between.some(isVerb)) return null;
  const from = tokens[telling + 1]?.word === 'that' ? telling + 2 : telling + 1;
  const content = [from, clauseEnd(tree, from)] as const;
  const told = { source, cue: [telling, telling + 1] as const, content };
  return { shape: 'worded', ...told, lemma: tokens[telling]!.lemma };
}

const isVerb = ({ tag }: Token) => /^(?:VB[DZP]?|MD)$/.test(tag);

const PAPER =
  /^(?:statement|communique|communiqué|declaration|letter|message|release|note|appeal|resolution|petition)$/;
const TELLING =
  /^(?:expressing|condemning|denouncing|calling|urging|demanding|rejecting|denying|accusing|blaming|criticizing|criticising|warning|welcoming|praising|supporting|opposing|protesting|regretting|deploring|asserting|claiming|stating|saying|announcing|confirming|reaffirming|asking|appealing)$/;

/** "Stressed the danger, | affirming | its rejection of it": what else the speaker of the clause before says, by a noun. */
export function affirming(tree: Tree, verb: number): Parts | null {
  const { tokens } = tree;
  const { word } = tokens[verb]!;
  if (!AFFIRMING.test(word) || tokens[verb - 1]?.word !== ',') return null;
  const linked =
    /^warning$/.test(word) && /^(?:of|about|against)$/.test(tokens[verb + 1]?.word ?? '');
  const noun = tokens.findIndex(({ tag }, i) => i > verb && i < verb + 7 && /^NNS?$/.test(tag));
  const phrase = tokens
    .slice(verb + 1, noun)
    .every(({ tag }) => /^(?:DT|PRP\$|JJ|NN|POS|RB)/.test(tag));
  if (!linked && (noun < 0 || !phrase || !STAND.test(tokens[noun]!.lemma))) return null;
  const said = tokens.findLastIndex(({ tag }, i) => i < verb - 1 && /^VB[DZP]$/.test(tag));
  const { lemma } = tokens[said] ?? { lemma: '' };
  const says = [SAYING, SAYING_THAT, JUDGING].some((verbs) => inSet(lemma, verbs));
  if (
    !(says || /^(?:express|appreciate|commend|discus)/.test(lemma)) ||
    isNegatedOrUnreal(tree, said)
  )
    return null;
  const source = subjectOf(tree, said) ?? speakerBefore(tree, said);
  if (!source || source[1] > said) return null;
  const content = [verb + 1, clauseEnd(tree, verb + 1)] as const;
  return { shape: 'judge', source, cue: [verb, verb + 1], content, lemma: tokens[verb]!.lemma };
}

const AFFIRMING =
  /^(?:affirming|reaffirming|reiterating|stressing|emphasizing|emphasising|underlining|underscoring|highlighting|noting|warning)$/;
/** What one holds or asks for. */
const STAND =
  /^(?:rejection|support|commitment|importance|necessity|need|urgency|solidarity|position|readiness|willingness|keenness|determination|right|refusal|opposition|call|significance|role|depth|stance|condemnation|respect|demand|desire)$/;

/** "Has made clear it intends to go", "made it known that": what one leaves no doubt of. */
export function makingClear(tree: Tree, verb: number): Parts | null {
  const { tokens } = tree;
  const clear = tokens[verb + 1]?.word === 'it' ? verb + 2 : verb + 1;
  if (tokens[verb]!.lemma !== 'make' || !/^VB[DNZP]$/.test(tokens[verb]!.tag)) return null;
  if (!/^(?:clear|plain|known)$/.test(tokens[clear]?.word ?? '')) return null;
  const that = tokens[clear + 1]?.word === 'that';
  const from = that ? clear + 2 : clear + 1;
  const begins = that || /^(?:PRP|DT|NNS?P?S?|EX)$/.test(tokens[from]?.tag ?? '');
  const content = [from, clauseEnd(tree, from)] as const;
  if (!begins || !hasFinite(tree, ...content) || isNegatedOrUnreal(tree, verb)) return null;
  if (tree.childrenBy(verb, 'auxpass').length > 0) return null;
  const source = subjectOf(tree, verb) ?? resumedSubject(tree, verb);
  if (!source || source[0] >= verb) return null;
  return { shape: 'clause', source, cue: [verb, clear + 1], content, lemma: 'say' };
}

/** "Forty have died, as reported by | the army |.": by whoever stands at the sentence's end. */
export function asReportedBy({ tokens }: Tree): Parts[] {
  const by = tokens.findLastIndex(
    ({ word }, i) =>
      word === 'by' && REPORTED.test(tokens[i - 1]?.word ?? '') && tokens[i - 2]?.word === 'as',
  );
  const comma = tokens[by - 3]?.word === ',' ? by - 3 : -1;
  let to = by + 1;
  while (to < tokens.length && /^(?:DT|PRP\$|JJ|NN|POS|CD|CC|IN|-[LR]RB-)/.test(tokens[to]!.tag))
    to++;
  const ends = to >= tokens.length || (tokens[to]!.word === '.' && to === tokens.length - 1);
  if (comma < SHORTEST || to - by < 2 || to - by > LONGEST || !ends) return [];
  const finite = tokens.slice(0, comma).some(({ tag }) => /^(?:VB[DPZ]|MD)$/.test(tag));
  const quoted = tokens.slice(0, comma).some(({ word }) => /["“”«»]/u.test(word));
  if (!finite || quoted) return [];
  const cue = [by - 1, by] as const;
  return [{ shape: 'according', source: [by + 1, to], cue, content: [0, comma], lemma: 'say' }];
}

const REPORTED =
  /^(?:reported|stated|announced|confirmed|noted|alleged|claimed|disclosed|revealed|declared|told)$/;
/** Tokens of the shortest clause that is told. */
const SHORTEST = 4;
/** Most tokens of whoever reports. */
const LONGEST = 14;
