import type { Attribution } from '../attribution/index.ts';
import { words } from '../../contract/index.ts';
import type { Span } from '../nlp/index.ts';
import { isRole } from '../actors/roles.ts';
import { isReporting } from './acts/lexicon.ts';

/** What of an attribution decides whether it counts as a statement. */
export interface Cued {
  readonly attribution: Attribution;
  /** Cue words, normalised, joined by blanks. */
  readonly cue: string;
  /** Source words, likewise. */
  readonly source: string;
  readonly content: string;
}

export function cued(text: string, attribution: Attribution): Cued {
  const plain = (spans: readonly Span[]) =>
    spans.flatMap(({ start, end }) => words(text.slice(start, end))).join(' ');
  return {
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
  /\b(?:no (?:details?|comment|further|information|immediate|indications?|explanations?)|gave no$|made no (?:\w+ )?(?:statements?|comments?|remarks?)\b|declin\w+|refus\w+ to (?:say|comment|answer|discuss|give|provide|elaborate|confirm)|neither \w+ nor \w+$|(?:not|never|(?:do|does|did|wo|would|ca|could|has|have|had|is|are|was|were)nt) (?:immediately )?(?:comment|respond|elaborate|specify|clarify|disclose|reply|answer|give|provide|return|discuss|reveal|identify|name|confirm|announce)(?:e?d)?)\b/;
/** "Refrained from discussing the war", "hardly mentioning it": that little or nothing was said. */
const UNSPOKEN =
  /\b(?:refrain(?:s|ed|ing)? from|(?:hardly|barely|scarcely) (?:mention|sp(?:oke|eak)|said|say|touch|address|comment|discuss)\w*)/;
/** "Continued to | strike": what was done on and on, unless the verb is one of saying. */
const CONTINUED = /^(?:also )?continue[sd]? to(?: (\w+))?\b/;
/** "Has not said when it will vote". */
const UNSAID =
  /\b(?:not|never|(?:do|does|did|wo|would|ca|could|has|have|had|is|are|was|were)nt) (?:yet |immediately )?(?:sa(?:y|id)|tell|told|made clear|make clear)$/;
/** "Asked not to be named", "requested anonymity", "asked to comment": how one spoke, not what one said. */
const TERMS =
  /^(?:not to be (?:named|identified|quoted)|to (?:remain|stay|be) (?:anonymous|nameless|unnamed)|anonymity|(?:to|for) (?:a )?(?:comment|clarification)\b|that (?:his|her|their) names?\b)/;
/** "Did not mention X": silence. */
const SILENCE =
  /\b(?:not|never|(?:do|does|did|wo|would|ca|could|has|have|had|is|are|was|were)nt) (?:\w+ )?(?:mention|acknowledge|address)$/;
/** "Talks to X about Y", "discussed Y": that there was talk, not what was said, as "spoke of a threat" tells. */
const TALK =
  /^(?:\w+ )?(?:talk(?:s|ed|ing)?|sp(?:eaks?|oke|eaking)|discuss(?:es|ed|ing)?|exchanged? views|comment(?:s|ed|ing)?)\b/;
/** "Informed him in a call": whom one told, and not what. */
const INFORMED = /\b(?:inform|notif|brief)(?:y|s|ed|ies|ied)?$/;
const OPEN = /^(?:when|whether|how|what|who|why|where|if|which)\b/;
const POLLS = /\b(?:poll|polls|polling (?:averages?|data)|survey|surveys|pollsters?)\b/;

/** Why an attribution is no statement by the codebook. */
export type Refusal =
  'no-source' | 'deed' | 'empty' | 'refusal-to-speak' | 'poll' | 'attitude' | 'scare-quotes';

/** Why it does not count; null when it does. An orphan quotation has no source and may still count. */
export function refusalOf({ attribution, cue, source, content }: Cued): Refusal | null {
  const { mode, negated, speech } = attribution;
  if (REFUSAL.test(cue) || (negated && REFUSAL.test(`${cue} ${content}`)))
    return 'refusal-to-speak';
  if (UNSPOKEN.test(cue)) return 'refusal-to-speak';
  if (UNSAID.test(cue) && OPEN.test(content)) return 'refusal-to-speak';
  if (SILENCE.test(cue) && mode === 'indirect') return 'refusal-to-speak';
  if (/\b(?:ask|request|wish|prefer)(?:s|ed)?$/.test(cue) && TERMS.test(content))
    return 'refusal-to-speak';
  if (POLLS.test(source)) return 'poll';
  if (mode === 'direct' && cue === '' && content.split(' ').length < 4) return 'scare-quotes';
  if (mode === 'direct' && TALK.test(cue) && content.split(' ').length < 4) return 'scare-quotes';
  if (source === '' && mode !== 'direct') return 'no-source';
  if (
    mode === 'indirect' &&
    /^(?:yes|no|so|otherwise|differently|likewise|this|that|it|them|him|her|us|me|you|which|whatever|alarm|concern|doubts?|hope|anger|outrage|(?:an?|the) \w+ (?:that|which)|(?:an?|the|another|their|his|her)(?: own)?(?: \w+)? (?:story|stories|tale|picture))?$/.test(
      content,
    )
  )
    return 'empty';
  if (
    /^(?:which|that|who)?$/.test(source) &&
    /^(?:cite|quote)[sd]?$/.test(cue) &&
    mode === 'indirect'
  )
    return 'deed';
  // Whom an outlet cites, not what was said: `quoting "a senior official", reported that`.
  if (
    /^(?:citing|quoting)$/.test(cue) &&
    /^(?:an?|the|two|three|several) (?:\S+ ?){1,6}$/.test(content)
  )
    return 'deed';
  if (
    mode === 'indirect' &&
    /^(?:report|wr[io]te?|inform|announce|sp[eo]a?ke?|stat|sa(?:y|id))\w*(?: about)?$/.test(cue) &&
    POINTING.test(content)
  )
    return 'empty';
  if (/^answer(?:ing|ed|s)?$/.test(cue) && /^(?:\w+ ){0,4}questions?\b/.test(content))
    return 'deed';
  if (mode === 'indirect' && POINTER.test(content)) return 'empty';
  if (isDeed(cue, content, source) && mode !== 'direct') return 'deed';
  if (isContinued(cue, content)) return 'deed';
  const position = isPosition(cue, content);
  const reported = /^that\b/.test(content) && !UNTOLD.test(cue);
  if (!speech && !position && !reported) return 'attitude';
  const phrase = PHRASES.test(cue) || JUDGED.test(`${cue} ${content}`);
  const worded = /^posted\b|\bhas it$/.test(cue) || OPINED.test(cue);
  const told = position || phrase || reported || worded || cue.split(' ').some(isReporting);
  if (mode !== 'direct' && cue !== '' && !told) return 'deed';
  return null;
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

/** Things that one does by a word of saying: "agreed to lend", "recalled its ambassador", "thanked him". */
const TO_DO = /^(?:(?:not )?to \w+|on \w+|upon \w+|in \w+ to )/;
const RECALLED =
  /^(?:(?:its|his|her|their|the) )?(?:\w+ )?(?:ambassadors?|envoys?|diplomats?|troops|soldiers|staff|cars|vehicles|products?)(?: (?:on|in|from|last|this|over|after) .*)?$/;

function isDeed(cue: string, content: string, source: string): boolean {
  // "Minsk would find it hard to refuse".
  if (/\bf(?:i|ou)nds?$/.test(cue) && /^it (?:too )?\w+ to\b/.test(content)) return true;
  if (/\bagree[ds]? (?:on|upon|to)$/.test(cue)) return true;
  if (/^(?:referring|refers?|referred|with reference|in reference)(?: to)?$/.test(cue))
    return !/^.{3,120}? as /.test(content);
  if (/\b(?:conclude[sd]?|signed|reached|struck|sealed|inked)$/.test(cue))
    return PACT.test(content);
  if (/\bdismiss(?:es|ed)$/.test(cue)) return isHolder(content);
  if (/\bagree[ds]?$/.test(cue)) return TO_DO.test(content) || /\S and \S/.test(source);
  if (/^call(?:s|ed|ing)? (?:off|up|in)$/.test(cue)) return true;
  if (/\bcall(?:s|ed|ing)?$/.test(cue) && CONVENED.test(content)) return true;
  if (/\bconsider(?:s|ed|ing)?$/.test(cue) && /^(?:an?|the|its) (?:\w+ )?\w+$/.test(content))
    return true;
  if (/\bwelcom(?:es|ed)$/.test(cue) && RECEIVED.test(content)) return true;
  if (/^report(?:s|ed)? from$/.test(cue)) return true;
  if (/^(?:have |has |had )?sign(?:s|ed|ing)? (?:an?|the|\d+)\b/.test(cue))
    return !/^that\b/.test(content);
  if (/\brecall(?:s|ed)?$/.test(cue)) return RECALLED.test(content);
  if (
    TALK.test(cue) &&
    !/\bsp(?:eaks?|oke|eaking) of$/.test(cue) &&
    !cue
      .split(' ')
      .slice(1)
      .some((word) => POSITION.test(word))
  )
    return !/^(?:that|how|why)\b/.test(content);
  if (INFORMED.test(cue))
    return content.split(' ').length <= 7 && !/\b(?:that|of|to)\b/.test(content);
  return /\b(?:thank(?:s|ed)?|congratulate[sd]?)$/.test(cue) && content.split(' ').length <= 3;
}

/** "Dismissed | Deputy Minister of Defence X": somebody in office, not what the minister claims. */
function isHolder(content: string): boolean {
  const words = content.split(' ').slice(0, 4);
  const role = words.findIndex(isRole);
  return role >= 0 && !/['’]s?$/u.test(words[role]!) && !/^['’]s?$/u.test(words[role + 1] ?? '');
}

/** "Called | an emergency meeting": what is to take place by it. */
const CONVENED =
  /^(?:an?|the|its|another|new|early|snap) (?:\S+ ){0,3}?(?:meeting|session|summit|elections?|vote|referendum|strike|conference|rally|hearing|halt|truce|ceasefire)\b(?! (?:\S+ ){0,2}(?:farce|sham|mistake|success|failure|disgrace))/;
/** "Welcomed | several hundred guests": whom one received, not what one thinks of it. */
const RECEIVED =
  /^(?:\S+ ){0,4}?(?:guests?|delegations?|visitors?|counterparts?|ministers?|presidents?|ambassadors?|envoys?|refugees?|migrants?|tourists?|members|participants|soldiers|troops)\b/;

/** "TASS reported about it with reference to his office": what stands before it. */
const POINTING =
  /^(?:about )?(?:that$|(?:it|this)(?: (?:with|in|on|at|by|during|after|earlier|today|yesterday)\b.*)?$)/;

/** "This was reported by the spokesman, | writes the agency": what only points at what stands before it. */
const POINTER =
  /^(?:(?:he|she|they|it) (?:said|stated|announced|reported|noted|confirmed) (?:this|that|it) (?:in|on|at|during|to)\b|(?:this|that|it) (?:was|is|has been) (?:announced|stated|reported|said|confirmed|disclosed|revealed|told|declared|written|noted|mentioned) (?:by|in|on|at)\b)/;

/** What parties conclude, and not what anybody concludes of it. */
const PACT =
  /^(?:(?:an?|the|its|their|another|several|two|new) )?(?:\w+ ){0,4}?(?:contracts?|documents?|agreements?|deals?|treat(?:y|ies)|pacts?|talks|memorand(?:um|a)|visits?|negotiations|accords?|protocols?|meetings?)\b/;
