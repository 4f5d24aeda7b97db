import type { Attribution } from '../attribution/index.ts';
import { bearersOf } from '../actors/bearers.ts';
import { isPlatform, type Discourse, type Possible } from '../actors/coreference.ts';
import type { Referent } from '../actors/referent.ts';
import { untold } from '../actors/untold.ts';
import { namingsOutside } from '../actors/naming-index.ts';
import type { DateMention } from '../dates/index.ts';
import type { Span } from '../nlp/index.ts';
import { actIn } from './acts/act.ts';
import { contains, placeOf } from '../text/place.ts';
import { addresseesOf, complementStart } from './addressees.ts';
import { carriersOf } from './carriers.ts';
import { contentSpans, cueSpan } from './content.ts';
import { cued, refusalOf } from './countable.ts';
import { carrierThenSpeaker } from './inner-speech.ts';
import { answersTold, outsideAnswers, type Interview } from './interview.ts';
import { labelledQuotations } from './labels.ts';
import { orphans, statementsAfterColons, statementsOfParagraphs } from './paragraphs.ts';
import { passedOn, type Drawn, type Heard } from './passed-on.ts';
import { pointersIn, type Pointer } from './pointers.ts';
import { postsTold } from './posts.ts';
import { recast } from './recast.ts';
import { repaired } from './repair.ts';
import { isUnsaid } from './unsaid.ts';
import { saidOn } from './said.ts';
import { sourceSpan, trimmed, whole } from './source-words.ts';
import { split, type Part } from './split.ts';
import { beforeObjection } from './subordinate.ts';
import { speakerOf, type Told } from './told.ts';
import { outsideTurns, turnsTold, type Transcript } from './transcript.ts';

/** Who speaks without being said to, by what the document is. */
export interface Voice {
  /** The text as it was given. */
  readonly text: string;
  /** In the document's own voice ("our analysis", "we asked"); null when not known. */
  readonly outlet: Referent | null;
  /** Where it prints one; else null. */
  readonly interview: Interview | null;
  /** Where it is one; else null. */
  readonly transcript: Transcript | null;
}

/**
 * The statements of a document by the codebook, in text order: the attributions that count, their
 * spans drawn by its rules, their speakers named; the answers of a printed interview, the turns of
 * a transcript; then quotations and paragraphs that no attribution covers and whose speaker the text
 * tells elsewhere.
 */
export function tell(
  attributions: readonly Attribution[],
  discourse: Discourse,
  dates: readonly DateMention[],
  voice: Voice,
): Told[] {
  const teller = new Teller(discourse, dates, voice, pointersIn(discourse));
  const { interview, transcript } = voice;
  const printed = transcript ? outsideTurns(attributions, transcript) : attributions;
  for (const attribution of outsideAnswers(printed, interview?.answers ?? []))
    for (const part of split(repaired(recast(attribution, discourse), discourse, dates), discourse))
      teller.take(part);
  const told = [
    ...outermost(teller.told),
    ...(interview ? answersTold(interview, discourse) : []),
    ...(transcript ? turnsTold(transcript, discourse) : []),
  ];
  const posts = postsTold(voice.text, told, discourse, dates);
  const labelled = labelledQuotations(voice.text, told, discourse);
  const all = [...told, ...posts, ...labelled, ...statementsAfterColons(told, discourse, dates)];
  const more = [...statementsOfParagraphs(all, discourse, dates), ...orphans(all, discourse)];
  return [...all, ...more].sort((a, b) => a.content[0]!.start - b.content[0]!.start);
}

/** Words that a speaker puts into another's mouth are no second statement (codebook). */
function outermost(told: readonly Told[]): Told[] {
  const isInside = (span: Span, { content }: Told) => content.some((one) => contains(one, span));
  return told.filter(
    (inner) =>
      !told.some(
        (outer) =>
          outer !== inner &&
          inner.cue !== null &&
          isInside(inner.cue, outer) &&
          inner.content.every((span) => isInside(span, outer)),
      ),
  );
}

class Teller {
  readonly told: Told[] = [];
  readonly #discourse: Discourse;
  readonly #dates: readonly DateMention[];
  readonly #voice: Voice;
  readonly #pointers: readonly Pointer[];

  constructor(
    discourse: Discourse,
    dates: readonly DateMention[],
    voice: Voice,
    pointers: readonly Pointer[],
  ) {
    this.#discourse = discourse;
    this.#dates = dates;
    this.#voice = voice;
    this.#pointers = pointers;
  }

  take(attribution: Part): void {
    if (refusalOf(cued(this.#discourse, attribution)) !== null) return;
    if (isUnsaid(attribution, this.#discourse)) return;
    // Who tells of it at the end had not spoken yet when "him" was said before.
    const discourse = attribution.teller ? this.#discourse : this.#before(attribution);
    const told = this.#speakers(attribution, outsideContent(attribution, discourse));
    const before = this.#inOneBreath(attribution);
    const { source, passage, speakers } = before ? { ...told, ...before } : told;
    const [speaker] = speakers;
    if (!speaker || passage.content.length === 0) return;
    const via = this.#tellerOf(attribution) ?? carriersOf(passage, speaker.referent, discourse);
    this.told.push({
      speakers,
      source: source && sourceSpan(source, speaker.referent, discourse),
      cue: passage.cue,
      content: passage.content,
      mode: passage.mode ?? attribution.mode,
      act: actIn(
        { speaker: speaker.referent, negated: attribution.negated, ...passage },
        discourse,
      ),
      via: passage.carrier ? [passage.carrier] : this.#carriedOn(via, source, speaker.referent),
      addressees: passage.cue
        ? addresseesOf(passage.cue, speaker.referent, via, discourse).filter(
            (one) => one !== speaker.referent,
          )
        : [],
      said: saidOn(passage.cue ?? source, passage.content, this.#dates, discourse),
      confidence: attribution.confidence,
    });
  }

  #speakers(attribution: Attribution, discourse: Discourse): Heard {
    const source = trimmed(whole(attribution.source), discourse.parsed.text);
    const passage = this.#drawn(attribution, source);
    const speakers = source ? this.#named(source, discourse) : this.#carriedSpeaker();
    const listed = source ? carrierThenSpeaker(source, discourse) : null;
    if (listed) {
      const { carrier, ...told } = listed;
      return { passage: { ...passage, carrier }, ...told };
    }
    const other = source && passedOn(source, passage, speakers, discourse);
    return other ?? { source, passage, speakers };
  }

  /** "X stressed that Y would complain to Z, | adding that": X again, not who stands right before. */
  #inOneBreath({ cue, source }: Part): Pick<Told, 'source' | 'speakers'> | null {
    const last = this.told.at(-1);
    const { parsed, trees } = this.#discourse;
    const place = cue[0] && source[0] && last?.cue ? placeOf(parsed, cue[0]) : null;
    if (!place || !last?.cue || placeOf(parsed, last.cue)?.sentence !== place.sentence) return null;
    const { tokens } = trees[place.sentence]!;
    const participle = tokens[place.from]!.tag === 'VBG' && tokens[place.from - 1]?.word === ',';
    const within = last.content.some((span) => contains(span, source[0]!));
    return participle && within ? { source: last.source, speakers: last.speakers } : null;
  }

  /** "X met Y and urged Z to stay, W said": W, who carries what X urged. */
  #tellerOf({ teller }: Part): readonly Referent[] | null {
    const words = teller && whole(teller);
    const [best] = words ? bearersOf(words, this.#now()) : [];
    return best ? [best.referent] : null;
  }

  #drawn({ cue, content, mode }: Attribution, source: Span | null): Drawn {
    const discourse = this.#discourse;
    const { text } = discourse.parsed;
    const cueAt = cueSpan(text, cue);
    const own =
      mode === 'direct' ? content : content.map((span) => beforeObjection(span, discourse));
    const spans = contentSpans(text, { content: own, mode });
    const start = cueAt && mode !== 'direct' ? complementStart(cueAt, discourse) : null;
    const [first, ...rest] = spans;
    const early =
      first &&
      start !== null &&
      start >= (cueAt?.end ?? 0) &&
      start < first.start &&
      first.start - start < 80;
    return {
      cue: cueAt,
      source,
      content: early ? [{ start, end: first.end }, ...rest] : spans,
      carrier: null,
    };
  }

  #named(source: Span, discourse: Discourse): readonly Possible[] {
    const words = discourse.parsed.text.slice(source.start, source.end);
    const { outlet } = this.#voice;
    if (!(outlet && OWN_WORK.test(words.toLowerCase())) && !OWN_VOICE.test(words))
      return named(source, discourse);
    return outlet
      ? [{ referent: outlet, score: 0.8, reasons: ['the document speaks of itself'] }]
      : [];
  }

  /** A quotation without a source goes on where the last speaker left off. */
  #carriedSpeaker(): readonly Possible[] {
    const last = this.told.at(-1);
    return last
      ? [{ referent: speakerOf(last), score: 0.7, reasons: ['goes on from the speaker before'] }]
      : [];
  }

  /** "It added": what was carried by an agency before a pronoun still is. */
  #carriedOn(
    via: readonly Referent[],
    source: Span | null,
    speaker: Referent,
  ): readonly Referent[] {
    const last = this.told.at(-1);
    if (via.length > 0 || !last || speakerOf(last) !== speaker || !source || last.via.length === 0)
      return via;
    const { parsed } = this.#discourse;
    const pronoun = /^(?:it|they|he|she)$/i.test(parsed.text.slice(source.start, source.end));
    const near = pronoun && source.start - (last.cue?.end ?? Infinity) < 400;
    return near ? last.via.filter(({ key }) => !isPlatform(key)) : via;
  }

  /** What is known right before an attribution: who was pointed at in between spoke last. */
  #before({ cue, source, content }: Part): Discourse {
    const now = this.#now();
    const { parsed } = this.#discourse;
    const at = placeOf(parsed, cue[0] ?? source[0] ?? content[0]!)?.sentence ?? -1;
    const pointer = this.#pointers.findLast(
      ({ sentence }) => sentence < at && sentence > (now.lastSpoke ?? -1),
    );
    const [best] = pointer ? bearersOf(pointer.source, now) : [];
    return pointer && best
      ? { ...now, lastSpeaker: best.referent, lastSpoke: pointer.sentence }
      : now;
  }

  #now(): Discourse {
    const last = this.told.at(-1);
    const place =
      last && placeOf(this.#discourse.parsed, last.cue ?? last.source ?? last.content[0]!);
    const lastSpeaker = last ? speakerOf(last) : null;
    return { ...this.#discourse, lastSpeaker, lastSpoke: place?.sentence ?? null };
  }
}

/** "Lukashenko is not keen on it, | he added": who is named in what was said is not who says it. */
function outsideContent({ cue, source, content, mode }: Part, discourse: Discourse): Discourse {
  const { text } = discourse.parsed;
  const words = source[0] ? text.slice(source[0].start, source[0].end) : '';
  const after = source[0] !== undefined && content.every(({ end }) => end <= source[0]!.start);
  if (mode === 'direct' || cue.length === 0 || !after || !/^(?:he|she)$/i.test(words))
    return discourse;
  return { ...discourse, namings: namingsOutside(discourse.namings, content) };
}

/** Whom a source names; where it tells nobody, whom it may mean. */
function named(source: Span, discourse: Discourse): readonly Possible[] {
  const found = bearersOf(source, discourse);
  return found.length > 0 ? found : untold(source, discourse);
}

/** In the document's own voice; "US officials" and "I. Brown" are others. */
const OWN_VOICE = /^(?:[Ww]e|WE|I|[Oo]ur|OUR|[Uu]s)(?![\p{L}\p{N}.])/u;

/** What a document calls itself. */
const OWN_WORK =
  /^this (?:policy |research |briefing |working |occasional |discussion )?(?:note|paper|brief|report|analysis|assessment|update|study|article|memo|briefing|bulletin)$/;
