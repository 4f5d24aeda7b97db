import type { Act } from '../../../../graph-data/schema/index.ts';
import { lemmaOf } from '../../nlp/lemma.ts';

/**
 * What an utterance does, by the word that reports it: verbs, nouns, adjectives and short phrases,
 * as lemmas, grouped after Searle's classes (1976) and the reporting verbs of Quirk et al. (1985,
 * 16.31). A phrase's words are joined by blanks and go before its first word alone.
 */
const CUES: readonly (readonly [Act, string])[] = [
  [
    'denial',
    'deny|denial|refute|refutation|rebut|rebuttal|reject|rejection|dispute|disavow|disclaim|' +
      'repudiate|contest|dispel|dismiss|debunk|contradict|disprove|rule out|refuse|refusal|decline|disown|negate|' +
      'push back|distance himself|distance herself|distance itself|shrug off|brush off|brush aside|wave off|wave away|play down|downplay|turn down|' +
      'rebuff|spurn|discount|belie|gainsay|renounce|laugh off|pour cold water|demur|walk back|' +
      'plead not guilty|deny allegation|vehement denial',
  ],
  [
    'accusation',
    'accuse|accusation|blame|allege|allegation|charge|condemn|condemnation|denounce|denunciation|' +
      'slam|blast|criticise|criticize|criticism|attack|rip|rip into|lambaste|lambast|decry|fault|' +
      'rebuke|chide|chastise|castigate|excoriate|assail|berate|censure|chasten|scold|admonish|' +
      'reprimand|deride|ridicule|mock|scoff|sneer|taunt|belittle|disparage|deplore|savage|skewer|' +
      'pillory|vilify|malign|smear|impugn|indict|indictment|incriminate|implicate|inveigh|' +
      'call out|lash out|hit out|lay into|tear into|light into|go after|take aim|take a swipe|' +
      'point the finger|point finger|rail|rail against|fulminate|bash|trash|knock|pan|hammer|' +
      'eviscerate|roast|trash|thunder|rage|fume|complain|complaint|grumble|gripe|protest|lament|' +
      'bemoan|object|objection|find fault|take issue|take to task|jab|swipe|insult|brand|tar|' +
      'reproach|upbraid|dress down|hold|hold responsible|hold accountable|cry foul|finger|demonise|demonize|satirize|satirise|critique',
  ],
  [
    'warning',
    'warn|warning|caution|threaten|threat|alert|forewarn|sound the alarm|raise the alarm|' +
      'sound alarm|raise alarm|menace|ultimatum|serve notice|cautionary|warn against|caution against',
  ],
  [
    'promise',
    'promise|vow|pledge|swear|guarantee|commit|commitment|assure|assurance|reassure|reassurance|' +
      'undertake|oath|vouch|volunteer|offer|pledge support|agree to|give assurance|give his word|' +
      'give her word|give their word|pinky-swear|make a commitment',
  ],
  [
    'request',
    'request|urge|demand|call for|call on|call upon|appeal|beg|plead|plea|order|instruct|' +
      'instruction|invite|invitation|insist on|press|press for|petition|implore|encourage|command|' +
      'direct|beseech|entreat|exhort|exhortation|lobby|push for|push|propose|proposal|recommend|' +
      'recommendation|advise|advice|advocate|solicit|summon|bid|pray|ask|ask for|ask to|' +
      'require|seek|clamor|clamour|campaign for|argue for|argue against|agitate|' +
      'prod|nudge|challenge|dare|coax|cajole|pressure|counsel|prescribe|decree|mandate|' +
      'urging|reminder to|move to|motion|forbid|ban|prohibit',
  ],
  [
    'assessment',
    'assess|assessment|estimate|estimation|judge|judgement|judgment|reckon|conclude|conclusion|' +
      'predict|prediction|forecast|expect|expectation|anticipate|believe|belief|think|thought|' +
      'consider|view|argue|argument|suspect|suspicion|doubt|feel|find|finding|determine|evaluate|' +
      'evaluation|speculate|speculation|guess|project|projection|interpret|interpretation|' +
      'describe|description|characterize|characterise|characterization|opine|opinion|eye|see|regard|' +
      'suggest|suggestion|analyse|analyze|analysis|infer|deduce|surmise|conjecture|presume|assume|' +
      'assumption|calculate|calculation|count|rate|rank|grade|weigh|gauge|appraise|compare|' +
      'comparison|liken|equate|deem|perceive|perception|envision|envisage|foresee|foretell|' +
      'prophesy|imagine|figure|theorize|theorise|hypothesize|hypothesise|posit|postulate|' +
      'skeptical|sceptical|skepticism|scepticism|doubtful|confident|confidence|convinced|conviction|' +
      'optimistic|optimism|pessimistic|pessimism|sure|certain|unsure|wonder|muse|reason|diagnose|' +
      'portray|depict|cast|paint|label|dub|term|call|agree that|agree with|misjudge|overestimate|underestimate|conceive|' +
      'view as|see as|in view|sense|hint|imply|intimate|insinuate|disagree|put at|' +
      'contention|exclude|understand|understanding|opinion piece|take the view|bet|gamble|trust',
  ],
  [
    'announcement',
    'announce|announcement|declare|declaration|proclaim|proclamation|unveil|disclose|disclosure|' +
      'reveal|revelation|publish|release|notify|notification|herald|promulgate|broadcast|introduce|' +
      'launch|break the news|make public|make known|give notice|decide|decision|rule|ruling|' +
      'endorse|endorsement|appoint|nominate|name|certify|ratify|approve|authorise|authorize|schedule|' +
      'agree|confirm plan|unleash|communique|decree that',
  ],
  [
    'other',
    'question|query|concern|concerned|concerning|fear|fearful|afraid|worry|worried|alarmed|alarm|' +
      'anxious|anxiety|hope|hopeful|wish|want|desire|regret|welcome|hail|praise|laud|applaud|' +
      'commend|acclaim|extol|tout|thank|gratitude|congratulate|congratulation|apologise|apologize|' +
      'apology|celebrate|celebration|oppose|opposition|opposed|support|supportive|back|defend|' +
      'cheer|joke|quip|greet|condolence|mourn|salute|honor|honour|compliment|credit|bless|curse|' +
      'sympathise|sympathize|sympathy|shock|shocked|dismay|dismayed|outrage|outraged|anger|angry|' +
      'upset|frustrated|frustration|disappointed|disappointment|pleased|glad|happy|grateful|proud|surprise|' +
      'sorry|relieved|surprised|stunned|appalled|horrified|saddened|ready|willing|prefer|favor|' +
      'favour|like|love|hate|dislike|enjoy|appreciate|admire|respect|resent|detest|loathe|miss|' +
      'chant|sing|pray for|toast|pay tribute|tribute|wonder whether|ask whether|inquire|enquire|' +
      'plan|intend|intention|accept|embrace|promote|vote for|vote against|side with|eager|stand by|ask why|ask how|ask about|vent|gush|swoon|marvel|brag|boast|gloat|crow|joke that',
  ],
];

/** Acts by phrase of lemmas. */
const ACT_OF: ReadonlyMap<string, Act> = new Map(
  CUES.flatMap(([act, words]) => words.split('|').map((word) => [word, act] as const)),
);

/**
 * Words that only say that something was said; what was done by saying it the words themselves
 * tell.
 */
export const NEUTRAL: ReadonlySet<string> = new Set(
  (
    'say tell add write note state report claim explain remark mention observe recall recount ' +
    'relate narrate tweet retweet post answer reply respond retort continue repeat reiterate ' +
    'insist insistence maintain assert assertion per aver avow affirm contend stress emphasise emphasize underline ' +
    'underscore highlight admit acknowledge concede confess confirm confirmation testify ' +
    'testimony attest according accord statement claim remark comment word message speech letter ' +
    'interview account point clarify elaborate specify detail outline summarise summarize ' +
    'paraphrase quote cite identify read go explain recap document record list indicate show demonstrate ' +
    'make clear put whisper shout yell cry exclaim declaim mutter murmur mumble blurt stammer ' +
    'joke lie speak talk discuss address refer allude touch dwell counter shoot fire snap ' +
    'interject interrupt chime start begin finish end echo share text email message phone ' +
    'inform brief teach learn hear know remember remind forget signal communicate convey relay ' +
    'pass tip leak volunteer drawl growl bark snarl sigh laugh smile nod gesture scream tell ' +
    'blog caption title headline subtitle dictate recite preach lecture joke swear-in profess ' +
    'seem appear express voice raise reference reaffirm realise realize set lay present provide give ' +
    'attention articulate mean entitle issue purport venture submit swear contribute weigh expound ruminate reflect enthuse'
  ).split(' '),
);

/** They belong to the word before them and name no act alone: "fired | back". */
const PARTICLES = new Set(
  'back out off up down for on upon to of with about by as in at that'.split(' '),
);

/** The lemma as it may stand in the lists: the lemmatiser now and then drops a mute "e" or one of two consonants. */
function formsOf(lemma: string): string[] {
  return [
    lemma,
    `${lemma}e`,
    lemma.replace(/e$/, ''),
    lemma.replace(/s$/, ''),
    lemma + (lemma.at(-1) ?? ''),
  ];
}

function lookUp(lemmas: readonly string[], at: number): Act | undefined {
  const [first, second, third] = lemmas.slice(at, at + 3);
  for (const form of formsOf(first!)) {
    const act =
      (third && ACT_OF.get(`${form} ${second} ${third}`)) ??
      (second && ACT_OF.get(`${form} ${second}`));
    if (act) return act;
  }
  for (const form of formsOf(first!)) {
    const act = NEUTRAL.has(form) ? undefined : ACT_OF.get(form);
    if (act) return act;
  }
  return undefined;
}

/**
 * The act that a cue names; null when it only says that something was said.
 * @param lemmas of the cue's words and of up to two that follow it, in order
 * @param length how many of them are the cue's own
 */
export function actOfCue(lemmas: readonly string[], length = lemmas.length): Act | null {
  for (let i = 0; i < length; i++) {
    if (i > 0 && PARTICLES.has(lemmas[i]!)) continue;
    const act = lookUp(lemmas, i);
    if (act) return act;
  }
  return null;
}

/** Deeds and states of mind that the lists hold for their act, and that report nothing said. */
const NOT_TELLING = new Set(
  (
    'launch introduce release publish issue sign name appoint nominate vote plan intend intention ' +
    'accept embrace promote side eager stand decide decision want wish desire like love hate enjoy ' +
    'prefer favor favour know learn hear remember forget see feel sense push press seek count back ' +
    'require start begin end finish send pass put go set provide give present lay seem appear mean ' +
    'share show start fire shoot post text phone email record list ready willing happy glad pleased ' +
    'angry upset'
  ).split(' '),
);

/** Whether a word, as it stands in the text, is one of reporting. */
export function isReporting(word: string): boolean {
  return lemmasOf(word).some(
    (lemma) => !NOT_TELLING.has(lemma) && (NEUTRAL.has(lemma) || ACT_OF.has(lemma)),
  );
}

function lemmasOf(word: string): string[] {
  return ['VBD', 'VBG', 'VBZ', 'NN', 'NNS'].flatMap((tag) => formsOf(lemmaOf(word, tag)));
}
