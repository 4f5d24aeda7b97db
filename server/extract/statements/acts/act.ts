import type { Act } from '../../../../graph-data/schema/index.ts';
import type { Discourse } from '../../actors/coreference.ts';
import type { Referent } from '../../actors/referent.ts';
import type { Span } from '../../nlp/index.ts';
import { placeOf } from '../../text/place.ts';
import { actOfContent, demands, isJudge } from './content.ts';
import { actOfCue } from './lexicon.ts';
import { isAccusing } from './accusing.ts';
import { isDenying } from './denying.ts';
import { isHedged } from './warning.ts';

/** What an utterance's act is read from. */
export interface Utterance {
  readonly cue: Span | null;
  readonly speaker: Referent;
  readonly content: readonly Span[];
  /** The cue is negated ("did not rule out"). */
  readonly negated: boolean;
}

/** Words after a cue that may belong to it: "called | for", "lashed | out". */
const PARTICLES = 2;
/** Cues that give something a name, whose act the name tells: "called it a lie", "described X as". */
const NAMING =
  /^(?:call|describe|label|brand|dub|term|portray|depict|characteri[sz]e|paint|cast|slam|dismiss|reject)$/;
const CLAIMS =
  /\b(?:claim|allegation|report|accusation|suggestion|charge|rumou?r|criticism|concern|idea|notion|finding|statement|figure|number|estimate)s?\b/i;

/** What was done by saying it: what the cue names; where it names nothing, what the words show. */
export function actIn(utterance: Utterance, discourse: Discourse): Act {
  const { content, speaker } = utterance;
  const words = content.map(({ start, end }) => discourse.parsed.text.slice(start, end)).join(' ');
  const lemmas = cueLemmas(utterance.cue, discourse);
  const named = actOfCue(lemmas.all, lemmas.own);
  if (named === null) {
    const voiced = voices(lemmas.all[0] ?? '', words) ? actOfFeeling(words) : null;
    const told = speaker.kind === 'media' ? withoutReasons(words) : words;
    return voiced ?? actOfContent(told, content, speaker, discourse);
  }
  if (utterance.negated) return negated(named);
  const naming = lemmas.all.slice(0, lemmas.own).find((lemma) => NAMING.test(lemma));
  if (naming !== undefined && !/^(?:request|promise)$/.test(named))
    return byName(naming, named, words);
  if (named === 'announcement' && (isHedged(words) || isJudge(speaker))) return 'assessment';
  if (named === 'assessment' && demands(content, speaker, discourse)) return 'request';
  return named === 'request' && /\?["”]?\s*$/.test(words) ? 'other' : named;
}

/** Whether the cue itself denies, and not only the words that it reports: "denied", "called it a lie". */
export function deniesByCue(
  cue: Span | null,
  content: readonly Span[],
  discourse: Discourse,
): boolean {
  const { all, own } = cueLemmas(cue, discourse);
  const named = actOfCue(all, own);
  if (named === 'denial' || named === null) return named === 'denial';
  const judges = all.slice(0, own).some((lemma) => NAMING.test(lemma));
  const words = content.map(({ start, end }) => discourse.parsed.text.slice(start, end)).join(' ');
  return judges && byName(all[0]!, named, words) === 'denial';
}

/** "The cabinet closed the road, | citing threats": an outlet that tells of it does not accuse. */
function withoutReasons(words: string): string {
  return words.replace(/,? (?:citing|arguing|saying|accusing|blaming|warning)\b.*$/su, '');
}

const EXPRESSING = /^(?:express|voice|convey)$/;
/** "Reaffirmed | its support": the noun names the act, where no clause follows. */
const AGAIN = /^(?:reaffirm|reiterate)$/;
const OWN_NOUN = /^(?:its|his|her|their|the) (?!.*\b(?:is|are|was|were|will|would|has|have|had)\b)/;

const voices = (verb: string, words: string) =>
  EXPRESSING.test(verb) || (AGAIN.test(verb) && OWN_NOUN.test(words));

/** "Expressed | disappointment with these words": the noun names the act. */
function actOfFeeling(words: string): Act | null {
  const nouns = words.toLowerCase().split(/\s+/u).slice(0, FEELING_WITHIN);
  return actOfCue(nouns);
}

/** Words in which the noun after "expressed" stands. */
const FEELING_WITHIN = 3;

function cueLemmas(cue: Span | null, { parsed, trees }: Discourse): { all: string[]; own: number } {
  const place = cue && placeOf(parsed, cue);
  if (!place) return { all: [], own: 0 };
  const { tokens } = trees[place.sentence]!;
  // "Said at a | press | briefing" presses for nothing.
  const all = tokens
    .slice(place.from, place.to + PARTICLES)
    .map(({ lemma, tag }) => (lemma === 'press' && tag.startsWith('NN') ? '' : lemma));
  return { all, own: place.to - place.from };
}

/** "Called the allegations baseless" denies, "called it interference" accuses. */
function byName(naming: string, named: Act, words: string): Act {
  if (isDenying(words)) return 'denial';
  if (/^(?:reject|slam)$/.test(naming)) return named;
  if (naming === 'dismiss') return CLAIMS.test(words) ? 'denial' : 'accusation';
  return isAccusing(words) ? 'accusation' : named;
}

/** "Did not deny", "did not promise": the act was not done; a negated judgement still is one. */
function negated(act: Act): Act {
  if (act === 'assessment' || act === 'other') return act;
  return act === 'promise' || act === 'request' ? 'denial' : 'assertion';
}
