import type { Tree } from '../text/tree.ts';
import type { Place } from '../text/place.ts';
import { namedAtEnd } from './beside.ts';
import { isPlatform, type Discourse } from './coreference.ts';
import { namingsIn } from './naming-index.ts';
import type { Naming } from './referent.ts';
import { bodyKind, isRole } from './roles.ts';

/** The naming that is the phrase's head or is joined to it: "researcher Kulakevich", "X, the chief". */
export function namingFor(
  { sentence, from, to }: Place,
  head: number,
  discourse: Discourse,
): Naming | null {
  const inside = namingsIn(discourse.namings, sentence, from, to);
  const atHead = inside.find((naming) => naming.from <= head && head < naming.to);
  if (atHead) return titledAtEnd(atHead, inside, to, discourse) ?? atHead;
  const tree = discourse.trees[sentence]!;
  const { lemma, tag } = tree.tokens[head]!;
  // "The M23 | rebels", who are the M23
  const rebels = REBELS.test(lemma) && inside.find(({ to: end }) => end === head);
  if (rebels && /^(?:armed-force|group)$/.test(rebels.referent.kind)) return rebels;
  const voice =
    holderAtEnd(inside, tree, to, head) ??
    pastTitles(inside, tree, to, head) ??
    voiceOf(inside, tree, head) ??
    namedAtEnd(inside, tree, to, head) ??
    calledAtEnd(inside, tree, to, head) ??
    bodyAtEnd(inside, tree, to) ??
    namedBefore(inside, tree, head);
  if (voice) return voice;
  const titled = inside.find(
    ({ referent, from: start }) => start > head && referent.descriptors.has(lemma),
  );
  return (
    titled ??
    // "State | media | BelTA": one of them
    joinedTo(inside, tree, head, tag === 'NNS' && lemma !== 'media') ??
    namedFirst(inside, tree, from, head)
  );
}

const REBELS = /^(?:rebel|insurgent|guerrilla|separatist)$/;

/** The person whose name ends a phrase, behind its head; null where none does. */
function personEnding(inside: readonly Naming[], end: number, head: number): Naming | null {
  const last = inside.at(-1);
  return last?.to === end && last.referent.kind === 'person' && last.from > head ? last : null;
}

/** "Secretary General of the Security Council Ann Lee": the person at the end whose title the phrase is. */
function holderAtEnd(
  inside: readonly Naming[],
  { tokens }: Tree,
  end: number,
  head: number,
): Naming | null {
  const last = personEnding(inside, end, head);
  if (!last) return null;
  const { start } = tokens[head]!;
  const titled = last.referent.posts.some(({ span }) => {
    if (span.end !== last.end) return false;
    // "The military analyst, | head of the centre Ann Lee".
    const first = tokens.findIndex((token) => token.start >= span.start);
    // "One of the leaders, | the | head of the centre Ann Lee".
    const before = tokens[first - 1]?.tag === 'DT' ? tokens[first - 2] : tokens[first - 1];
    return span.start <= start || before?.word === ',';
  });
  // "Special Rapporteur on human rights in Myanmar | Ann Lee": two names meet.
  const meets = inside.some(
    ({ to, from, referent: { kind } }) => to === last.from && from > head && kind !== 'person',
  );
  return titled || (meets && isRole(tokens[head]!.lemma)) ? last : null;
}

/**
 * Whoever a phrase ends in that only calls them something before their name: "Republican hopeful Ann
 * Lee", of which the tree made the adjective the head, "party donor Ann Lee", "Vice President and
 * Managing Editor Ann Lee"; not "the minister and President Ann Lee", who are two.
 */
function pastTitles(
  inside: readonly Naming[],
  { tokens }: Tree,
  end: number,
  head: number,
): Naming | null {
  const last = personEnding(inside, end, head);
  if (!last) return null;
  const between = tokens.slice(head + 1, last.from);
  if (!/^(?:JJ|NN$|NNP$)/.test(tokens[head]!.tag)) return null;
  if (between.every(({ tag }) => /^(?:JJ|NN$)/.test(tag))) return last;
  const titles = between.every(({ tag, word }) => /^(?:JJ|NNP?$|VBG)/.test(tag) || word === 'and');
  const told = isRole(tokens[head]!.lemma) && isRole(tokens[last.from - 1]!.lemma);
  const determined = tokens.slice(Math.max(0, head - 4), head).some(({ tag }) => tag === 'DT');
  return titles && told && !determined ? last : null;
}

/** "The head of its department, | Ann Lee,": the person whom the phrase ends in, between commas. */
function calledAtEnd(
  inside: readonly Naming[],
  { tokens }: Tree,
  end: number,
  head: number,
): Naming | null {
  const last = inside.at(-1);
  if (last?.referent.kind !== 'person' || last.from <= head || tokens[last.from - 1]!.word !== ',')
    return null;
  const closed = last.to === end || (last.to === end - 1 && tokens[last.to]!.word === ',');
  const plain = tokens
    .slice(head + 1, last.from - 1)
    .every(({ word }) => !/^(?:,|and|or)$/.test(word));
  return closed && plain && isRole(tokens[head]!.lemma) ? last : null;
}

/** "Belarusian monitoring group | Belarusian Hajun": a body right behind the noun for what it is. */
function bodyAtEnd(inside: readonly Naming[], { tokens }: Tree, end: number): Naming | null {
  const last = inside.at(-1);
  if (last?.to !== end || /^(?:person|state)$/.test(last.referent.kind)) return null;
  const { lemma, tag } = tokens[last.from - 1] ?? { lemma: '', tag: '' };
  const noun = tag === 'NN' && (bodyKind(lemma) !== null || /^(?:watchdog|monitor)$/.test(lemma));
  const apart = tokens
    .slice(inside[0]!.from, last.from)
    .some(({ word }) => /^(?:,|and|of|for)$/.test(word));
  return noun && !apart ? last : null;
}

/** "Researcher Kulakevich", "our colleague, Ann Lee": right after the noun, or in apposition. */
function joinedTo(
  inside: readonly Naming[],
  tree: Tree,
  head: number,
  plural: boolean,
): Naming | null {
  const joined = inside.find(
    ({ from, to }) => from === head + 1 || tree.relation(tree.headOf(from, to)) === 'appos',
  );
  if (!joined || plural) return null;
  const { lemma, tag } = tree.tokens[head]!;
  const apposed = joined.from > head + 1 && /^NNP?$/.test(tag);
  return joined.referent.kind !== 'person' || isRole(lemma) || apposed ? joined : null;
}

/** "X, the chief": a person named at the phrase's beginning, before the description. */
function namedFirst(
  [first]: readonly Naming[],
  { tokens }: Tree,
  from: number,
  head: number,
): Naming | null {
  const person = first?.from === from && first.referent.kind === 'person' && first.to <= head;
  return person && tokens[first.to]?.word === ',' ? first : null;
}

/** "The Security Service (SIS) Director Ann Lee": whoever the phrase ends in, called by the body's title. */
function titledAtEnd(
  first: Naming,
  inside: readonly Naming[],
  end: number,
  { trees }: Discourse,
): Naming | null {
  const last = inside.at(-1)!;
  if (last === first || last.to !== end || last.referent.kind !== 'person') return null;
  const { tokens } = trees[last.sentence]!;
  const titled = isRole(tokens[last.from - 1]!.lemma) && first.referent.kind !== 'person';
  const apart = tokens.slice(first.to, last.from).some(({ word }) => /^(?:,|and|or)$/.test(word));
  // "The head of the NGO "Roads" Ann Lee"
  const posted = last.referent.posts.some(
    ({ span }) => span.end === last.end && span.start < first.start,
  );
  return (titled || posted) && !apart ? last : null;
}

/** "The Asia-Plus news agency", "the Koha newspaper": named right before what it is. */
function namedBefore(inside: readonly Naming[], { tokens }: Tree, head: number): Naming | null {
  const { lemma } = tokens[head]!;
  const members = /^(?:country|member|state|leader)$/.test(lemma);
  if (bodyKind(lemma) === null && !members) return null;
  const from = tokens[head - 1]?.lemma === 'news' ? head - 1 : head;
  const found = inside.find(({ to }) => to === from);
  if (!found || /^(?:person|state)$/.test(found.referent.kind)) return null;
  // "A Telegram channel": the platform is not who writes there.
  if (isPlatform(found.referent.key)) return null;
  return members && found.referent.kind !== 'international-organisation' ? null : found;
}

/**
 * "The press service of the ministry", "the Kremlin's press service", "the ministry's Telegram
 * channel": the body speaks through its service, and through its channel.
 */
function voiceOf(inside: readonly Naming[], { tokens }: Tree, head: number): Naming | null {
  const { lemma, tag } = tokens[head]!;
  // "Unofficial Telegram channels": nobody's own.
  if (tag === 'NNS') return null;
  const press = /^(?:service|office|secretariat|centre|center|department)$/.test(lemma);
  const before = tokens[head - 1]?.lemma ?? '';
  if (
    press
      ? !/^(?:press|information|media)$/.test(before)
      : !/^(?:channel|account|page)$/.test(lemma)
  )
    return null;
  const body = inside.find(
    ({ from, to, referent: { kind } }) =>
      kind !== 'person' && kind !== 'media' && (to < head || (press && from > head)),
  );
  return (
    body ?? inside.findLast(({ to, referent: { kind } }) => kind === 'media' && to <= head) ?? null
  );
}
