import type { Token } from '../nlp/index.ts';
import type { Naming } from './referent.ts';
import { isRole } from './roles.ts';
import { lastRole } from './role-words.ts';
import type { Description } from './description.ts';

/** Verbs that put somebody into an office or out of it, whose object is followed by the office. */
const INTO = /^(?:appoint|name|nominate|elect|designate|promote|confirm|reappoint|re-elect)$/;
const OUT_OF = /^(?:remove|dismiss|sack|fire|oust|relieve|replace)$/;
/** Farthest from the verb to the name and from the name to the office, in tokens. */
const REACH = 7;
/** Longest office told so, in tokens. */
const LONGEST = 16;

/**
 * "Appointed X consul general of Y in Z", "removed X as commander of the forces", "X was named head
 * of the council": the office that the verb tells. Null where none does.
 */
export function appointedAs(tokens: readonly Token[], naming: Naming): Description | null {
  const passive = passiveVerb(tokens, naming.to);
  const verb = passive ?? activeVerb(tokens, naming.from);
  if (verb === null) return null;
  const from = officeFrom(tokens, passive === null ? naming.to : verb + 1);
  const noun = from === null ? null : roleAt(tokens, from);
  if (from === null || noun === null) return null;
  let end = noun + 1;
  while (end < tokens.length && end - from < LONGEST && !ends(tokens[end]!)) end++;
  return { from, to: end, noun, end, former: OUT_OF.test(tokens[verb]!.lemma) };
}

/** "Has appointed Brigadier General | X": the verb whose object the name is; null for none. */
function activeVerb(tokens: readonly Token[], name: number): number | null {
  for (let i = name - 1; i >= 0 && name - i <= REACH; i--) {
    const { lemma, tag } = tokens[i]!;
    if (tag.startsWith('VB'))
      return isVerb(lemma) && tokens[i + 1]?.word !== 'by' && isDone(tokens, i) ? i : null;
    if (!/^(?:NN|JJ|DT|PRP\$|POS)/.test(tag)) return null;
  }
  return null;
}

/** "X | has been appointed": null where no such passive follows. */
function passiveVerb(tokens: readonly Token[], to: number): number | null {
  const who = tokens[to]?.word === ',' ? to + 1 : to;
  let at = tokens[who]?.word === 'who' ? who + 1 : to;
  while (/^(?:be|have|been)$/.test(tokens[at]?.lemma ?? '') || tokens[at]?.tag === 'RB') at++;
  const { tag = '', lemma = '' } = tokens[at] ?? {};
  const by = tokens.slice(to, at).some((token) => token.lemma === 'be');
  const not = tokens.slice(to, at).some((token) => NOT.test(token.word));
  const sworn = /^(?:swear|sworn)$/.test(lemma) && tokens[at + 1]?.word === 'in';
  if (sworn) return by && !not ? at + 1 : null;
  return by && !not && tag === 'VBN' && isVerb(lemma) ? at : null;
}

/** "Appointed", "has appointed"; not "may appoint", "has not appointed". */
function isDone(tokens: readonly Token[], verb: number): boolean {
  const before = tokens.slice(Math.max(0, verb - 3), verb);
  return tokens[verb]!.tag !== 'VB' && !before.some(({ word }) => NOT.test(word));
}

const NOT = /^(?:not|n['’]t|never|nearly|almost)$/i;

const isVerb = (lemma: string) => INTO.test(lemma) || OUT_OF.test(lemma);

/** Past "as", "to be", "to the post of". */
function officeFrom(tokens: readonly Token[], at: number): number | null {
  const words = tokens.slice(at, at + 4).map(({ word }) => word);
  const post = /^(?:post|position|office|role)$/;
  if (/^(?:to|from)$/.test(words[0] ?? '') && post.test(words[2] ?? '') && words[3] === 'of')
    return pastArticle(tokens, at + 4);
  if (words[0] === 'to' && words[1] === 'be') return pastArticle(tokens, at + 2);
  if (words[0] === 'as') return pastArticle(tokens, at + 1);
  return words[0] === undefined ? null : pastArticle(tokens, at);
}

const pastArticle = (tokens: readonly Token[], at: number) =>
  /^(?:the|an?|its|his|her|their)$/.test(tokens[at]?.word ?? '') ? at + 1 : at;

/** The role that a phrase begins with, after what describes it: "new | deputy defence minister". */
function roleAt(tokens: readonly Token[], from: number): number | null {
  for (let i = from; i < tokens.length && i - from <= REACH; i++) {
    const { lemma, tag, word } = tokens[i]!;
    const role = isRole(lemma) && tag.startsWith('NN');
    if (role) return lastRole(tokens, i);
    if (!role && !/^(?:NN|JJ|POS|VBG)/.test(tag) && !/^['’]s?$/.test(word)) return null;
  }
  return null;
}

function ends({ word, tag }: Token): boolean {
  return (
    /^(?:VB[DPZ]|MD|WP|WDT|VBG)$/.test(tag) ||
    /^[,;:—–.!?"”“()]$/.test(word) ||
    /^(?:after|before|as|on|since|from|until|instead)$/.test(word)
  );
}
