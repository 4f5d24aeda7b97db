import { inSet } from '../../text/in-set.ts';
import type { Tree } from '../../text/tree.ts';
import { subjectRange } from '../repair.ts';
import { ASKING, BLAMING, JUDGING } from '../verbs.ts';
import {
  clauseEnd,
  hasFinite,
  isNegatedOrUnreal,
  rangeOf,
  resumedSubject,
  sharedSubject,
  subjectOf,
  type Parts,
} from './shape.ts';

/** "Accused Kyiv of staging provocations", "warned the US against ...". */
export function blaming(tree: Tree, verb: number): Parts | null {
  const { lemma, tag } = tree.tokens[verb]!;
  if (!inSet(lemma, BLAMING) || tag === 'VB' || isNegatedOrUnreal(tree, verb)) return null;
  const source = subjectOf(tree, verb) ?? sharedSubject(tree, verb);
  const [object] = tree.childrenBy(verb, 'dobj', 'ccomp', 'xcomp');
  if (!source || object === undefined || object < verb) return null;
  const from = tree.reach(object)[0];
  const ends = tree
    .children(verb)
    .filter((i) => i > verb && /^(?:dobj|nmod|advcl|xcomp|ccomp)$/.test(tree.relation(i)));
  const to = Math.max(...ends.map((i) => rangeOf(tree, i)[1]));
  // A bridge may threaten a region: only "with" tells that somebody spoke.
  const threat = /^threat/.test(lemma) && !tree.tokens.slice(from, to).some(isWith);
  if (threat) return null;
  return {
    shape: 'blame',
    source,
    cue: [verb, verb + 1],
    content: [Math.max(from, verb + 1), Math.min(to, clauseEnd(tree, from))],
    lemma,
  };
}

function isWith({ word }: { readonly word: string }): boolean {
  return word === 'with';
}

const NAMING = new Set('describe call term label dub'.split(' '));

/** "What it described as a terrorist threat", "what it called a threat of terrorism". */
export function what(tree: Tree, verb: number): Parts | null {
  const { tokens } = tree;
  const { lemma } = tokens[verb]!;
  const source = inSet(lemma, NAMING) ? subjectRange(tree, verb) : null;
  if (!source || source[0] === 0 || tokens[source[0] - 1]!.lemma !== 'what') return null;
  const from = tokens[verb + 1]?.word === 'as' ? verb + 2 : verb + 1;
  const stop = tokens.findIndex(({ word }, i) => i > from && /^[,.;:—–]$/.test(word));
  const content = [from, stop < 0 ? tokens.length : stop] as const;
  return { shape: 'what', source, cue: [verb, verb + 1], content, lemma };
}

const ANNOUNCING = new Set(
  (
    'announce deny demand propose declare reject dispute doubt affirm reaffirm reiterate emphasize emphasise fear ' +
    'stress underline underscore confirm acknowledge admit predict promise pledge recommend forecast'
  ).split(' '),
);

/** "Russia announced a partial mobilisation order", "denies targeting civilians". */
export function announcing(tree: Tree, verb: number): Parts | null {
  const { lemma, tag } = tree.tokens[verb]!;
  if (!inSet(lemma, ANNOUNCING) || tag === 'VB' || isNegatedOrUnreal(tree, verb)) return null;
  const source = subjectOf(tree, verb);
  const [object] = tree.childrenBy(verb, 'dobj', 'xcomp');
  if (!source || object === undefined || object < verb) return null;
  const [from, to] = rangeOf(tree, object);
  return {
    shape: 'object',
    source,
    cue: [verb, verb + 1],
    content: [from, Math.min(to, clauseEnd(tree, from))],
    lemma,
  };
}

/** What one may be for or against, and say so. */
const PROPOSED =
  /^(?:idea|plan|proposal|call|initiative|decision|bid|move|request|appeal|draft|bill|position|demand|suggestion|motion|accession|membership|candidacy|extension|creation|deployment|closure|ban)$/;

/** "Has supported the idea", "opposes the plan to close the border": a position. */
export function siding(tree: Tree, verb: number): Parts | null {
  const { lemma, tag } = tree.tokens[verb]!;
  if (!/^(?:support|back|oppos|oppose|favou?r|endors|endorse|second)$/.test(lemma)) return null;
  if (!/^VB[DPZN]$/.test(tag) || isNegatedOrUnreal(tree, verb)) return null;
  if (tree.childrenBy(verb, 'auxpass').length > 0) return null;
  const [object] = tree.childrenBy(verb, 'dobj');
  const source = subjectOf(tree, verb) ?? sharedSubject(tree, verb);
  if (!source || object === undefined || object < verb) return null;
  if (!PROPOSED.test(tree.tokens[object]!.lemma)) return null;
  const [from, to] = rangeOf(tree, object);
  const content = [from, Math.min(to, clauseEnd(tree, from))] as const;
  return { shape: 'judge', source, cue: [verb, verb + 1], content, lemma };
}

/** Verbs and the prepositions after which stands what they report. */
const ABOUT: ReadonlyMap<string, RegExp> = new Map([
  ['warn', /^(?:of|about|against)$/],
  ['caution', /^(?:of|about|against)$/],
  ['complain', /^(?:of|about)$/],
  ['boast', /^(?:of|about)$/],
  ['speak', /^(?:of|against)$/],
  ['talk', /^of$/],
  ['hint', /^at$/],
  ['allude', /^to$/],
  ['object', /^to$/],
  ['admit', /^to$/],
  ['confess', /^to$/],
  ['insist', /^on$/],
  ['hope', /^for$/],
  ['argue', /^(?:for|against)$/],
  ['advise', /^against$/],
  ['apologis', /^for$/],
  ['apologize', /^for$/],
  ['apologise', /^for$/],
  ['agree', /^with$/],
  ['disagree', /^with$/],
]);

/** "Warns of a shortage", "caution against haste", "insists on a corridor". */
export function speakingOf(tree: Tree, verb: number): Parts | null {
  const { tokens } = tree;
  const { lemma, tag } = tokens[verb]!;
  const prepositions = ABOUT.get(lemma);
  if (!prepositions || !/^VB[DPZ]$/.test(tag) || isNegatedOrUnreal(tree, verb)) return null;
  if (!prepositions.test(tokens[verb + 1]?.word ?? '')) return null;
  const source = subjectOf(tree, verb) ?? sharedSubject(tree, verb);
  const content = [verb + 2, clauseEnd(tree, verb + 2)] as const;
  if (!source || content[1] <= content[0]) return null;
  return { shape: 'for', source, cue: [verb, verb + 1], content, lemma };
}

/** "Offered to mediate", "promised to send aid": what one takes on. */
export function offering(tree: Tree, verb: number): Parts | null {
  const { lemma, tag } = tree.tokens[verb]!;
  if (!OFFERING.test(lemma) || !/^VB[DPZN]$/.test(tag) || isNegatedOrUnreal(tree, verb))
    return null;
  const next = tree.tokens[verb + 1];
  const source = subjectOf(tree, verb) ?? sharedSubject(tree, verb);
  if (!source || next?.word !== 'to' || tree.tokens[verb + 2]?.tag !== 'VB') return null;
  if (tree.childrenBy(verb, 'auxpass').length > 0) return null;
  const content = [verb + 1, clauseEnd(tree, verb + 1)] as const;
  return { shape: 'object', source, cue: [verb, verb + 1], content, lemma };
}

const OFFERING = /^(?:offer|promis|promise|pledg|pledge|vow|threaten)$/;

/** "Pleaded not guilty to treason". */
export function pleading(tree: Tree, verb: number): Parts | null {
  const { tokens } = tree;
  const { lemma, tag } = tokens[verb]!;
  const plea = tokens[verb + 1]?.word === 'not' ? verb + 2 : verb + 1;
  if (!/^plead?$/.test(lemma) || tag === 'VB' || tokens[plea]?.lemma !== 'guilty') return null;
  const source = subjectOf(tree, verb) ?? sharedSubject(tree, verb);
  let to = plea + 1;
  while (to < tokens.length && !/^(?:but|and|,|\.|;)$/.test(tokens[to]!.word)) to++;
  if (!source) return null;
  const denied = plea > verb + 1 ? 'deny' : 'admit';
  return { shape: 'plea', source, cue: [verb, verb + 1], content: [verb + 1, to], lemma: denied };
}

/** "Asked for international observers to be placed", "called for talks". */
export function asking(tree: Tree, verb: number): Parts | null {
  const { lemma, tag } = tree.tokens[verb]!;
  if (!inSet(lemma, ASKING) || tag === 'VB' || isNegatedOrUnreal(tree, verb)) return null;
  const source = subjectOf(tree, verb) ?? sharedSubject(tree, verb);
  const wish = wishAt(tree, verb);
  if (!source || wish === null) return null;
  return {
    shape: 'for',
    source,
    cue: [verb, verb + 1],
    content: [wish + 1, clauseEnd(tree, wish + 1)],
    lemma,
  };
}

/** The "for" of "called for", "appealed to the council for"; null where nothing is asked for. */
function wishAt({ tokens }: Tree, verb: number): number | null {
  if (tokens[verb + 1]?.lemma === 'for') return verb + 1;
  if (!/^(?:appeal|plead)$/.test(tokens[verb]!.lemma) || tokens[verb + 1]?.word !== 'to')
    return null;
  const wish = tokens.findIndex(({ word }, i) => i > verb + 2 && word === 'for');
  const phrase = tokens
    .slice(verb + 2, wish)
    .every(({ tag }) => /^(?:DT|NN|JJ|PRP\$|POS|CC)/.test(tag));
  return wish > 0 && phrase ? wish : null;
}

/** "Holds the junta responsible for the killings". */
export function holding(tree: Tree, verb: number): Parts | null {
  const { tokens } = tree;
  const { lemma, tag } = tokens[verb]!;
  if (!/^(?:hold|held)$/.test(lemma) || !/^VB[DPZ]$/.test(tag) || isNegatedOrUnreal(tree, verb))
    return null;
  const guilt = tokens.findIndex(
    ({ word }, i) => i > verb + 1 && /^(?:responsible|accountable)$/.test(word),
  );
  const source = guilt < 0 || guilt - verb > 10 ? null : subjectOf(tree, verb);
  if (!source) return null;
  const content = [verb + 1, clauseEnd(tree, verb + 1)] as const;
  return { shape: 'blame', source, cue: [verb, verb + 1], content, lemma: 'blame' };
}

const FEELINGS =
  /^(?:unhappy|uneasy|furious|impatient|dissatisfied|concerned|worried|sceptical|skeptical|confident|convinced|alarmed|optimistic|pessimistic|doubtful|scepticism|skepticism|concern|concerns|doubts?|alarm|sure|certain|adamant|hopeful|afraid|wary|regret|readiness|willingness|gratitude|bewilderment|surprise|outrage|dismay|satisfaction|disappointment|hope|confidence|solidarity|interest|indignation|support|sympathy|condolences|opposition|appreciation|commitment)$/i;
/** Those after which a clause stands without "that". */
const SURE = /^(?:sure|certain|confident|convinced|adamant|afraid|hopeful)$/i;

/** "Ukraine is concerned about ...", "some officials expressed scepticism about ...". */
export function feeling(tree: Tree, i: number): Parts | null {
  const { word, head } = tree.tokens[i]!;
  if (!FEELINGS.test(word)) return null;
  const verb = /^(?:dobj)$/.test(tree.relation(i)) ? head : i;
  const expressed =
    verb === i || /^(?:express|voic|rais|convey|signal|declar)/.test(tree.tokens[verb]!.lemma);
  const source = expressed ? subjectOf(tree, verb) : null;
  const next = tree.tokens[i + 1];
  if (!source || !next || /^it$/i.test(tree.tokens[source[0]]!.word)) return null;
  const linked = /^(?:about|that|over|of|at|in|for|with|to|:)$/i.test(next.word);
  const end = clauseEnd(tree, i + 2);
  const bare = SURE.test(word) && /^(?:DT|PRP|NN|JJ)/.test(next.tag) && hasFinite(tree, i + 2, end);
  if (!linked && !bare) return null;
  return {
    shape: 'feeling',
    source,
    cue: [i, i + 1],
    content: [linked ? i + 2 : i + 1, end],
    lemma: word.toLowerCase(),
  };
}

/** A verb and its particle: "ruled out a deal", "brushed aside the criticism". */
const PHRASAL = /^(?:rule out|brush (?:aside|off)|shrug off|play down|wave away|push back)$/;

/** "Does not exclude provocations", "did not rule out talks": a judgement that they may be. */
function isNotExcluded(tree: Tree, verb: number): boolean {
  const { lemma } = tree.tokens[verb]!;
  if (!inSet(lemma, EXCLUDING) && !(lemma === 'rule' && tree.tokens[verb + 1]?.lemma === 'out'))
    return false;
  return (
    tree.childrenBy(verb, 'neg').length > 0 &&
    tree.childrenBy(verb, 'aux').every((i) => tree.tokens[i]!.lemma === 'do')
  );
}

const EXCLUDING = new Set(['exclude']);

/** "Dismissed the appointment as a distraction", "called it counterproductive", "ruled out a deal". */
export function judging(tree: Tree, verb: number): Parts | null {
  const { lemma, tag } = tree.tokens[verb]!;
  const excluded = isNotExcluded(tree, verb);
  if (!excluded && (!/^VB[DPZGN]$/.test(tag) || isNegatedOrUnreal(tree, verb))) return null;
  if (tree.childrenBy(verb, 'auxpass').length > 0) return null;
  const particle = tree.tokens[verb + 1]?.lemma ?? '';
  const ruledOut = PHRASAL.test(`${lemma} ${particle}`);
  if (!excluded && !ruledOut && !inSet(lemma, JUDGING)) return null;
  const source = resumedSubject(tree, verb) ?? subjectOf(tree, verb) ?? sharedSubject(tree, verb);
  const [own] = tree.childrenBy(verb, 'dobj');
  const [shifted] = ruledOut ? tree.childrenBy(verb + 1, 'dobj') : [];
  const object = own ?? shifted;
  if (!source || object === undefined || object < verb) return null;
  const named =
    /^(?:describe|call|label|brand|dub|term|characteri|identif|see|view|regard|portray|depict)/.test(
      lemma,
    );
  const [from] = rangeOf(tree, object);
  const end = clauseEnd(tree, from);
  const likened = /^(?:liken|compar)/.test(lemma);
  if (likened && !tree.tokens.slice(from, end).some(({ word }) => /^(?:to|with)$/.test(word)))
    return null;
  const as = tree.tokens.slice(from, end).some(({ lemma: word }) => word === 'as');
  if (named && !as && lemma !== 'call') return null;
  const reach = Math.max(
    ...tree
      .children(verb)
      .filter((i) => i > verb && !/^(?:conj|punct|cc)$/.test(tree.relation(i)))
      .map((i) => rangeOf(tree, i)[1]),
  );
  const cue: [number, number] = [verb, verb + (ruledOut ? 2 : 1)];
  return {
    shape: 'judge',
    source,
    cue,
    content: [Math.max(from, cue[1]), Math.min(reach, end)],
    lemma: ruledOut ? 'deny' : excluded ? 'assess' : lemma,
  };
}
