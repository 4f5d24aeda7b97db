import type { Act } from '../../../../graph-data/schema/index.ts';
import type { Discourse } from '../../actors/coreference.ts';
import type { Referent } from '../../actors/referent.ts';
import type { Span } from '../../nlp/index.ts';
import { mainClauses, type MainClause } from './clauses.ts';
import { actOfCue } from './lexicon.ts';
import { accusesInWords } from './accusing.ts';
import { deniesInWords } from './denying.ts';
import { isHedged, isWarning } from './warning.ts';

/** People and bodies whose trade is judging; what they assert is an assessment. */
const JUDGES =
  /^(?:analyst|expert|researcher|observer|economist|scholar|professor|pollster|fellow|historian|scientist|strategist|commentator|columnist)s?$/;

export function isJudge({ kind, descriptors, name, posts }: Referent): boolean {
  if (kind === 'think-tank' || posts.some(({ of }) => of.kind === 'think-tank')) return true;
  return [...descriptors, ...name.toLowerCase().split(' ')].some((word) => JUDGES.test(word));
}

/** "Killed by", "shot my nephew": harm that somebody is said to have done. */
const HARM =
  /\b(?:killed|shot|shelled|bombed|attacked|abducted|kidnapped|beaten|jailed|poisoned|deported|looted|destroyed)\b/i;

/** Deeds that one denies by saying that one has not done them. */
const MISDEEDS =
  /^(?:fire|attack|shell|target|kill|violate|sell|supply|send|use|deploy|invade|oppose|commit|order|interfere|meddle|launch|cross|hack|threaten|break|poison|shoot|hit|strike|bomb|participate|plan|intend|lie|steal|provoke|harm|abuse|torture|arrest|seek|harbo?ur|support|finance|fund|arm|train|hide|block|refuse|receive|take|do|say)$/;

/** Verbs that are the act that they name when the speaker is their subject: "we condemn". */
const PERFORMATIVE =
  /^(?:condemn|deny|reject|refute|accuse|blame|denounce|warn|caution|promise|pledge|vow|guarantee|assure|urge|demand|appeal|request|beg|believe|think|expect|doubt|suspect|hope|fear|regret|welcome|thank|congratulate|apologi[sz]e|disagree|oppose|announce|call|estimate|predict)$/;

/** "Please come", "let us talk", "would like the EU to send more", "would like to ask you". */
const ASKING =
  /^\W*(?:[Pp]lease\b|[Ll]et (?:us|them)\b|[Ll]et['’]s\b)|\b(?:would|['’]d) like (?:to (?:ask|urge|call|appeal|request)\b|(?!to\b)(?:[\p{L}-]+ ){1,4}to \p{Ll})/u;
/** "It is necessary to build", in the mouth of whoever decides. */
const NECESSARY =
  /\b[Ii]t(?: is|['’]s) (?:\p{Ll}+ )?(?:necessary|essential|imperative|vital|crucial|urgent|important) (?:that\b|to (?!note|remember|understand|recall|mention|say|stress)\p{Ll})/u;

/** Nothing but what is asked. */
const QUESTIONS = /^(?:[^.!?…]{3,}\?["”]?\s*)+$/u;

/** "No attacks will come from here". */
const NO_HARM =
  /\bno (?:further |more )?(?:attack|strike|offensive|invasion|provocation|war)s? will\b/i;
/** Verbs after "will" that tell of what happens to one and not of what one takes on. */
const NO_DEED =
  /^(?:say|argue|add|be|have|like|see|need|know|suffer|lose|find|feel|die|get|remain|regret)$/;
/** What one will not have done to one. */
const REFUSED =
  /^(?:intimidate|blackmail|deter|silence|bully|bulli|drag|draw|provoke|pressure|threaten|break|stop|distract)$/;
const WILL = /^(?:will|shall|['’]ll|wo|would)$/;

/** The act that the words themselves show, for cues that only say that something was said. */
export function actOfContent(
  words: string,
  content: readonly Span[],
  speaker: Referent,
  discourse: Discourse,
): Act {
  const clauses = mainClauses(content, speaker, discourse);
  const judge = isJudge(speaker);
  const asked = clauses.some(isDemand) || ASKING.test(words);
  if (QUESTIONS.test(words)) return 'other';
  if (judge) return asked ? 'request' : 'assessment';
  const performed = performative(clauses) ?? felt(clauses);
  if (performed) return performed;
  if (denies(clauses) || deniesInWords(words, content, discourse)) return 'denial';
  if (isWarning(words, clauses.length > 0 && clauses.every(isPast)) && !clauses.some(isOwnPromise))
    return 'warning';
  if (clauses.some(isOwnPromise) || NO_HARM.test(words)) return 'promise';
  if (asked || NECESSARY.test(words)) return 'request';
  if (accuses(words, clauses, content, discourse)) return 'accusation';
  if (isHedged(words)) return 'assessment';
  return clauses[0] ? foretold(clauses[0], speaker) : 'assertion';
}

/** Whether what is said asks somebody to do something: "the EU should punish banks". */
export function demands(
  content: readonly Span[],
  speaker: Referent,
  discourse: Discourse,
): boolean {
  return mainClauses(content, speaker, discourse).some(isDemand);
}

function performative(clauses: readonly MainClause[]): Act | null {
  const said = clauses.find(
    ({ subject, lemma, helpers }) =>
      (subject === 'speaker' || subject === 'own side') &&
      PERFORMATIVE.test(lemma) &&
      helpers.length === 0,
  );
  if (!said) return null;
  const { tree, head } = said;
  return actOfCue(
    tree.tokens.slice(head, head + 3).map(({ lemma }) => lemma),
    1,
  );
}

/** "We are deeply concerned", "I remain convinced": what the speaker is said to feel or hold. */
function felt(clauses: readonly MainClause[]): Act | null {
  const one = clauses.find(({ subject }) => subject === 'speaker' || subject === 'own side');
  if (!one || one.helpers.some((word) => /^(?:not|n['’]t|never)$/.test(word))) return null;
  const { tree, head } = one;
  const at = tree.tokens[head]!.lemma === 'remain' ? tree.childrenBy(head, 'xcomp')[0] : head;
  const word = at === undefined ? '' : tree.tokens[at]!.word.toLowerCase();
  const be = at !== head || tree.childrenBy(head, 'cop', 'auxpass').length > 0;
  return be && FELT.test(word) ? actOfCue([word], 1) : null;
}

const FELT =
  /^(?:concerned|worried|alarmed|grateful|sorry|disappointed|saddened|shocked|outraged|appalled|surprised|pleased|proud|convinced|confident)$/;

function denies(clauses: readonly MainClause[]): boolean {
  return clauses.some(
    ({ subject, helpers, lemma }) =>
      (subject === 'speaker' || subject === 'own side') &&
      helpers.some((word) => /^(?:not|n['’]t|never)$/.test(word)) &&
      !helpers.some((word) => WILL.test(word) || /^(?:can|could|should|must)$/.test(word)) &&
      MISDEEDS.test(lemma),
  );
}

/** "Claimed lives", "had been lit": over and done, where "was" after "said" may mean "is". */
function isPast({ tree, head, helpers, lemma }: MainClause): boolean {
  const simple = tree.tokens[head]!.tag === 'VBD' && lemma !== 'be' && lemma !== 'have';
  return simple || helpers.some((word) => /^(?:had|did)$/.test(word));
}

/** What the speaker or the speaker's side will do. */
function isOwnPromise({ subject, helpers, lemma, tree, head }: MainClause): boolean {
  if (subject !== 'speaker' && subject !== 'own side') return false;
  const set = subject === 'own side' && SET.test(lemma);
  const shall = helpers.some((word) => WILL.test(word));
  // "We will not be intimidated".
  if (shall && /^VBN$/.test(tree.tokens[head]!.tag))
    return helpers.includes('not') && REFUSED.test(lemma);
  if (shall) return !NO_DEED.test(lemma) && !set && tree.tokens[head]!.tag === 'VB';
  const going = lemma === 'go' && tree.childrenBy(head, 'xcomp').length > 0;
  return going && tree.tokens[head]!.word.toLowerCase() === 'going';
}

/** "The EU should punish banks", "NATO must stop": not "must have been". */
function isDemand({ helpers, tree, head, subject }: MainClause): boolean {
  if (subject === 'none' || helpers.includes('have')) return false;
  const { lemma } = tree.tokens[head]!;
  // "I must tell you that", "we should not expect many".
  if (subject === 'speaker' && OWN_DUTY.test(lemma)) return false;
  const must = helpers.some((word) => /^(?:must|should|ought)$/.test(word));
  const need =
    (/^(?:need|ought)$/.test(lemma) ||
      (lemma === 'have' && tree.tokens[head + 1]?.lemma === 'to')) &&
    tree.childrenBy(head, 'xcomp').some((i) => tree.tokens[i - 1]?.lemma === 'to');
  return must || (need && subject !== 'speaker' && /^VB[PZ]$/.test(tree.tokens[head]!.tag));
}

const OWN_DUTY =
  /^(?:say|state|declare|repeat|tell|inform|admit|note|stress|add|emphasi[sz]e|acknowledge|point|confess|report|remind|expect)$/;

function accuses(
  words: string,
  clauses: readonly MainClause[],
  content: readonly Span[],
  discourse: Discourse,
): boolean {
  const self = clauses.every(({ subject }) => subject === 'speaker');
  if (self && clauses.length > 0) return false;
  if (accusesInWords(words, content, discourse)) return true;
  return HARM.test(words) && /\b(?:by|my|our)\b/i.test(words);
}

const OFFICIAL = /^(?:government-body|armed-force|international-organisation|company)$/;
const SET =
  /^(?:hold|begin|start|take|arrive|meet|visit|speak|attend|travel|sign|open|close|last|continue|run|send|deploy|release|publish|introduce|launch|receive|deliver|move|leave|return|host|join|come|go)$/;

/** What will be: set by those in office, foretold by others. */
function foretold({ helpers, lemma, tree, head, subject }: MainClause, speaker: Referent): Act {
  const official = OFFICIAL.test(speaker.kind) || speaker.posts.length > 0;
  const will = helpers.some((word) => WILL.test(word));
  const passive = tree.childrenBy(head, 'auxpass').length > 0;
  if (will && official && (passive || SET.test(lemma) || subject !== 'another'))
    return 'announcement';
  const fixed = helpers.includes('would') && passive && official;
  if (fixed) return 'announcement';
  if (will) return 'assessment';
  const under =
    tree.tokens[head]!.tag === 'VBG' &&
    helpers.some((word) => /^(?:is|are|was|were|am)$/.test(word));
  return official && under && SET.test(lemma) ? 'announcement' : 'assertion';
}
