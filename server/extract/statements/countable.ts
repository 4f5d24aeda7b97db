import type { Attribution } from '../attribution/index.ts';
import { words } from '../../contract/index.ts';
import type { Span } from '../nlp/index.ts';
import type { Discourse } from '../actors/coreference.ts';
import { bodyKind, isRole } from '../actors/roles.ts';
import { isReporting } from './acts/lexicon.ts';
import { isDeed } from './deeds.ts';
import { openingNoun, rangeAt, type Range } from './range.ts';

/** What of an attribution decides whether it counts as a statement. */
export interface Cued {
  readonly attribution: Attribution;
  /** Cue words, normalised, joined by blanks. */
  readonly cue: string;
  /** Source words, likewise. */
  readonly source: string;
  readonly content: string;
  /** The source in its tree; null when it has none. */
  readonly teller: Range | null;
  /** The content in its tree, as far as its first sentence goes. */
  readonly told: Range | null;
  /** The cue in its tree; null when it has none. */
  readonly verb: Range | null;
}

export function cued(
  discourse: Pick<Discourse, 'parsed' | 'trees'>,
  attribution: Attribution,
): Cued {
  const { text } = discourse.parsed;
  const plain = (spans: readonly Span[]) =>
    spans.flatMap(({ start, end }) => words(text.slice(start, end))).join(' ');
  return {
    teller: rangeAt(attribution.source[0], discourse),
    told: rangeAt(attribution.content[0], discourse),
    verb: rangeAt(attribution.cue[0], discourse),
    attribution,
    cue: plain(attribution.cue),
    source: plain(attribution.source),
    content: plain(attribution.content),
  };
}

/**
 * Attitudes that count because they are reported as somebody's position (codebook, "Counts").
 * Wishes, plans and knowledge do not: "wants", "intends", "knows".
 */
const POSITION =
  /^(?:concern|worr|skeptic|sceptic|fear|believ|doubt|oppos|suspect|convinc|confiden|estimat|assess|question|predict|expect|agree|disagree|reject|support|back|endorse|prais|welcom|condemn|critic|deni|deny|hail|celebrat|view|consider|regard|think|thought|argu|insist|maintain|conclud|judg|alarm|optimis|pessimis|portray|accus|blam|call|describ|declar|warn|pledg|vow|promis|dismiss|decr(?:y|i)|derid|ridicul|mock|assail|chid|scold|taunt|rebuff|rebut|refut|vouch|brush|lash|opin|remind|reassur|disput|reaffirm|liken|compar|confid|pronounc|sure$|certain$|adamant$|hopeful$|afraid$)/;

/** Judgements by verbs that mostly tell what one's eyes saw: "sees no risk", "found that it works". */
const JUDGES = /\b(?:sees?|finds?)$/;
/** "His explanation was": words for what somebody says, and what it was. */
const WORDED =
  /\b(?:explanation|answer|message|view|verdict|argument|reasoning|position|response|conclusion|advice|complaint|theory)s? (?:is|was|are|were)$/;
/** Cues before "that" by which nobody says or holds anything. */
const UNTOLD =
  /\b(?:kn[eo]w\w*|hop(?:e|es|ed|ing)|want\w*|wish\w*|show\w*|mean\w*|meant|prov\w+|ensur\w+|decid\w+|plan\w*|forg[eo]t\w*|remember\w*|imagin\w+|realis\w+|realiz\w+|understand\w*|understood|learn\w*|discover\w*|notic\w+|hear\w*|heard|dream\w*|feel\w*|felt|seem\w*|appear\w*|demonstrat\w+|pretend\w*)$/;

/** Refusals to speak: "gave no details", "declined to comment", "did not respond". */
const REFUSAL =
  /\b(?:no (?:details?|comment|further|information|immediate|indications?|explanations?)|gave no$|made no (?:\w+ )?(?:statements?|comments?|remarks?)\b|declin\w+|refus\w+ to (?:say|comment|answer|discuss|give|provide|elaborate|confirm)|neither \w+ nor \w+$|(?:not|never|(?:do|does|did|wo|would|ca|could|has|have|had|is|are|was|were)nt) (?:immediately )?(?:comment|respond|elaborate|specify|clarify|disclose|reply|answer|give|provide|publish|present|cite|return|discuss|reveal|identify|name|confirm|announce)(?:e?d)?)\b/;
/** "Refrained from discussing the war", "hardly mentioning it": that little or nothing was said. */
const UNSPOKEN =
  /\b(?:refrain(?:s|ed|ing)? from|avoid(?:s|ed|ing)? \w+ing\b|(?:hardly|barely|scarcely) (?:mention|sp(?:oke|eak)|said|say|touch|address|comment|discuss)\w*)/;
/** "Continued to | strike": what was done on and on, unless the verb is one of saying. */
const CONTINUED = /^(?:also )?continue[sd]? to(?: (\w+))?\b/;
/** "Has not said when it will vote". */
const UNSAID =
  /\b(?:not|never|(?:do|does|did|wo|would|ca|could|has|have|had|is|are|was|were)nt) (?:yet |immediately )?(?:sa(?:y|id)|tell|told|made clear|make clear)$/;
/** "Asked not to be named", "requested anonymity", "asked to comment": how one spoke, not what one said. */
const TERMS =
  /^(?:not to be (?:named|identified|quoted)|to be (?:named|identified|quoted|known|called|referred to) (?:only |just |simply )?(?:by|as)\b|to (?:remain|stay|be) (?:anonymous|nameless|unnamed)|anonymity|(?:to|for) (?:a )?(?:comment|clarification)\b|that (?:his|her|their) names?\b)/;
/** "Did not mention X": silence. */
const SILENCE =
  /\b(?:not|never|(?:do|does|did|wo|would|ca|could|has|have|had|is|are|was|were)nt) (?:\w+ )?(?:mention|acknowledge|address)$/;
/** "Has not claimed | responsibility". */
const UNCLAIMED =
  /\b(?:not|never|no one|nobody|(?:does|did|has|have|had)nt) (?:yet |immediately )?claim(?:ed)?$/;
/** "Expressed his opinion | about the vote", "shared her thoughts on it": on what, and not what it is. */
const OPINION =
  /\b(?:express|shar|voic|giv|gave|offer)\w* (?:his|her|their|its) (?:own )?(?:opinions?|thoughts?|views?|vision|impressions?)(?: (?:on|about|of|regarding))?$/;
/** "Claimed | victory", "claimed lives": taken, and nothing said. */
const WON = /^(?:\w+ )?(?:victory|lives)\b/;
/** "Talks to X about Y", "discussed Y": that there was talk, not what was said, as "spoke of a threat" tells. */
const TALK =
  /^(?:\w+ )?(?:talk(?:s|ed|ing)?|sp(?:eaks?|oke|eaking)|discuss(?:es|ed|ing)?|exchanged? views|comment(?:s|ed|ing)?)\b/;
const OPEN = /^(?:when|whether|how|what|who|why|where|if|which)\b/;
/** Why an attribution is no statement by the codebook. */
export type Refusal =
  'no-source' | 'deed' | 'empty' | 'refusal-to-speak' | 'poll' | 'attitude' | 'scare-quotes';

/** Why it does not count; null when it does. An orphan quotation has no source and may still count. */
export function refusalOf(given: Cued): Refusal | null {
  const { attribution, cue, source, content } = given;
  const { mode, speech } = attribution;
  if (isSilence(given)) return 'refusal-to-speak';
  if (given.teller && isPoll(given.teller)) return 'poll';
  if (mode === 'direct' && (cue === '' || TALK.test(cue)) && content.split(' ').length < 4)
    return 'scare-quotes';
  if (source === '' && mode !== 'direct') return 'no-source';
  if (mode === 'indirect' && isEmpty(cue, content)) return 'empty';
  if (mode === 'indirect' && /\bclaim(?:s|ed|ing)?$/.test(cue) && WON.test(content)) return 'deed';
  if (isCitation(given) || isReaction(given) || isTalk(given) || isContinued(cue, content))
    return 'deed';
  if (mode !== 'direct' && isDeed(given)) return 'deed';
  const position = isPosition(cue, content);
  const reported = /^that\b/.test(content) && !UNTOLD.test(cue);
  if (!speech && !position && !reported) return 'attitude';
  const phrase = PHRASES.test(cue) || JUDGED.test(`${cue} ${content}`);
  const worded = /^posted\b|\bhas it$/.test(cue) || OPINED.test(cue);
  const told = position || phrase || reported || worded || cue.split(' ').some(isReporting);
  return mode !== 'direct' && cue !== '' && !told ? 'deed' : null;
}

/** "Declined to comment", "did not mention it", "asked not to be named". */
function isSilence({ attribution: { negated, mode }, cue, content }: Cued): boolean {
  if (REFUSAL.test(cue) || (negated && REFUSAL.test(`${cue} ${content}`))) return true;
  if (UNSPOKEN.test(cue) || (UNSAID.test(cue) && OPEN.test(content))) return true;
  if (SILENCE.test(cue) && mode === 'indirect') return true;
  if (UNCLAIMED.test(cue) && /^(?:responsibility|credit)\b/.test(content)) return true;
  return /\b(?:ask|request|wish|prefer)(?:s|ed)?$/.test(cue) && TERMS.test(content);
}

/** "A poll", "data of a survey", "most in the poll": no body named a survey, and nobody who makes them. */
function isPoll(teller: Range): boolean {
  const { tree, from, to } = teller;
  const head = openingNoun(teller) ?? tree.headOf(from, to);
  const { word, tag, lemma } = tree.tokens[head]!;
  if (/^polls?$/i.test(word) || (lemma === 'survey' && /^NNS?$/.test(tag))) return true;
  if (tag.startsWith('NNP') || isRole(lemma) || bodyKind(lemma) !== null) return false;
  return tree.tokens.some(
    (one, i) => i >= from && i < to && i !== head && /^NN/.test(one.tag) && ASKED.test(one.lemma),
  );
}

const ASKED = /^(?:poll|polling|pollster|survey)$/;

/** Words that only point at what else was said: "it", "the story", "announced this in Minsk". */
function isEmpty(cue: string, content: string): boolean {
  const pointed =
    /^(?:report|wr[io]te?|inform|announce|sp[eo]a?ke?|stat|sa(?:y|id))\w*(?: about)?$/.test(cue) &&
    POINTING.test(content);
  // "The minister was quoted as | saying | by the agency".
  if (/\bsaying$/.test(cue) && /^by\b/.test(content)) return true;
  return NOTHING.test(content) || pointed || POINTER.test(content);
}

const NOTHING =
  /^(?:yes|no|so|otherwise|differently|likewise|this|that|it|them|him|her|us|me|you|which|whatever|alarm|concern|doubts?|hope|anger|outrage|(?:an?|the) \w+ (?:that|which)|(?:an?|the|another|their|his|her)(?: own)?(?: \w+)? (?:story|stories|tale|picture))?$/;

/** `quoting "a senior official"`, "which cited", "answered questions": whom one cites or answers, not what was said. */
function isCitation({ attribution: { mode }, cue, source, content }: Cued): boolean {
  if (
    /^(?:cite|quote)[sd]?$/.test(cue) &&
    mode === 'indirect' &&
    /^(?:which|that|who)?$/.test(source)
  )
    return true;
  if (/^answer(?:ing|ed|s)?\b/.test(cue))
    return /^\w+ (?:\w+ ){0,4}questions?\b/.test(`${cue} ${content}`);
  if (/^(?:respond|repl[yi])(?:ing|ed|s)?(?: to)?$/.test(cue) && QUESTION.test(content))
    return true;
  const described = /^(?:an?|the|two|three|several) (?:\S+ ?){1,6}$/;
  return /^(?:citing|quoting)$/.test(cue) && described.test(content);
}

/** "Responding | to a supplementary question", "replying to | reporters' queries". */
const QUESTION =
  /^(?:to )?(?:(?:an?|the|another|some|several|media|press|\w+ers?|\w+ists?|s|supplementary|further|similar|related|specific|repeated|written) ){0,4}(?:questions?|quer(?:y|ies)|inquir(?:y|ies))\b/;

/** "Responded to the allegations", "was reacting to the speech": that one answered, and not what. */
function isReaction({ attribution: { mode }, cue, content }: Cued): boolean {
  const reacts =
    /^(?:(?:ha[sd]|have|was|were|is|also) )*(?:respond|react|repl[yi])(?:s|ed|ing|es)?( to)?$/.exec(
      cue,
    );
  return (
    mode === 'indirect' && reacts !== null && (reacts[1] !== undefined || /^to\b/.test(content))
  );
}

/** "Talked to X about Y": that there was talk. */
function isTalk({ attribution: { mode }, cue, content }: Cued): boolean {
  if (mode === 'indirect' && /^comment\w* on\b/.test(cue)) return true;
  if (mode === 'indirect' && OPINION.test(cue)) return !/^(?:that|how|why)\b/.test(content);
  if (mode === 'direct' || !TALK.test(cue) || /\bsp(?:eaks?|oke|eaking) of$/.test(cue))
    return false;
  const [, ...rest] = cue.split(' ');
  return !rest.some((word) => POSITION.test(word)) && !/^(?:that|how|why)\b/.test(content);
}

/** "By his count", "in the ministry's telling": nouns that only such a phrase makes words of saying. */
const OPINED =
  /^(?:in|by) .*\b(?:count|tally|reckoning|calculation|figures?|reading|version|interpretation|data|telling|eyes)(?: of)?$/;

function isContinued(cue: string, content: string): boolean {
  const continued = CONTINUED.exec(cue);
  if (!continued) return false;
  const verb = continued[1] ?? content.split(' ')[0]!;
  return !isReporting(verb) && !POSITION.test(verb);
}

function isPosition(cue: string, content: string): boolean {
  if (cue.split(' ').some((word) => POSITION.test(word)) || WORDED.test(cue)) return true;
  if (/\b(?:saw|found)$/.test(cue)) return /^that\b|\bas\b/.test(content);
  // "Cited X as saying": X said it.
  return (
    JUDGES.test(cue) || (/\bcite[sd]?$/.test(cue) && !/ as (?:saying|telling)\b/.test(content))
  );
}

/** Verbs that report only with their particle, or with "it". */
const PHRASES =
  /\b(?:(?:brush|shrug|laugh|wav|play|rul)\w* (?:aside|off|down|away|out)|puts? it|(?:goes|went|carried) on)\b/;

/** Verbs that judge only with what follows: "sees the talks as", "puts the toll at 40", "let slip". */
const JUDGED =
  /^(?:sees?|saw|seen) .{2,200}? as |^puts? .{2,100}? down to |^(?:puts?|pegs?|pegged) .{2,200}? at (?:\w+ ){0,3}?(?:\d|\w*(?:ion|een|ty|one|two|three|ive|ight|ten|dozen)\b)|^(?:lets? (?:it )?(?:be )?(?:slip|known)|made (?:it )?plain|left no doubt|leaves no doubt|took the (?:view|line)|takes the view|went public|drove home)\b/;

/** "TASS reported about it with reference to his office": what stands before it. */
const POINTING =
  /^(?:about )?(?:that$|(?:it|this)(?: (?:with|in|on|at|by|during|after|earlier|today|yesterday)\b.*)?$)/;

/** "This was reported by the spokesman, | writes the agency": what only points at what stands before it. */
const POINTER =
  /^(?:(?:\S+ ){1,6}(?:made|makes|delivered|gave) (?:the|these|this|those|his|her|their) (?:remarks?|comments?|statements?|announcement)\b|(?:he|she|they|it) (?:said|stated|announced|reported|noted|confirmed) (?:this|that|it) (?:in|on|at|during|to)\b|(?:\S+ ){1,8}?(?:said|stated|announced|reported|told) this (?:in|on|at|during|to|after)\b|(?:this|that|it) (?:was|is|has been) (?:announced|stated|reported|said|confirmed|disclosed|revealed|told|declared|written|noted|mentioned) (?:by|in|on|at|to)\b|the (?:relevant|corresponding|respective|appropriate) (?:statement|announcement|information|remark)s? (?:was|were) \w+ (?:by|in|on|at)\b)/;
