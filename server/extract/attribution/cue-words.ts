const SPEECH_WORDS = new Set(
  (
    'say tell add write ask note report announce suggest tweet argue explain acknowledge accuse ' +
    'criticize criticise describe declare deny claim recall conclude respond state warn ' +
    'insist reply call comment promise vow pledge admit assert allege urge demand contend ' +
    'maintain confirm reveal stress emphasize emphasise testify remark mention observe complain ' +
    'joke quip propose predict estimate caution concede disclose blast condemn denounce praise ' +
    'slam mock question continue retort repeat reiterate tout attack blame defend thank ' +
    'apologize apologise speak talk statement according accord post publish quote answer inform assure ' +
    'announcement accusation warning denial allegation claim remark speech interview letter ' +
    'message tell shout whisper exclaim lament boast brag assess underline underscore highlight ' +
    'point express voice clarify elaborate summarize detail document outline read release ' +
    'speculate advise instruct order request appeal invite threaten swear pronounce proclaim ' +
    'characterize characterise address discuss debate refer allude hint imply indicate'
  ).split(' '),
);

const NEGATIONS = new Set([
  'not',
  "n't",
  'never',
  'no',
  'neither',
  'nor',
  'without',
  'refuse',
  'decline',
]);

/** A cue as its rules see it: lemmas of its words, and the words of the clause around its head. */
export interface CueWords {
  readonly lemmas: readonly string[];
  /** Lemmas of the head's negations and auxiliaries, outside the cue too. */
  readonly modifiers: readonly string[];
  /** True for a colon, a dash, or quotation marks alone: words set beside a name. */
  readonly verbless: boolean;
  /** True where the content is wholly or partly quoted. */
  readonly quoted: boolean;
}

/** True for saying and writing rather than believing, wishing, knowing, feeling. */
export function isSpeech({ lemmas, verbless, quoted }: CueWords): boolean {
  return verbless || quoted || lemmas.some((lemma) => SPEECH_WORDS.has(lemma));
}

/** True where the cue or its clause is negated. */
export function isNegated({ lemmas, modifiers }: CueWords): boolean {
  return [...lemmas, ...modifiers].some((lemma) => NEGATIONS.has(lemma));
}
