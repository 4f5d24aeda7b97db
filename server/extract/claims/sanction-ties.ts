import { stateEndingAt } from '../actors/country.ts';
import { namingsIn } from '../actors/naming-index.ts';
import type { Naming, Referent } from '../actors/referent.ts';
import type { Token } from '../nlp/index.ts';
import { contains } from '../text/place.ts';
import { clauseSpan, type Clause } from './clause.ts';
import type { ClaimContext } from './context.ts';
import { hangsOnUnreal } from './factual.ts';
import { partsOf } from './event-parts.ts';
import { fittingFrames } from './fitting-frames.ts';
import type { Tie } from './tie.ts';

/** Who has whom under sanctions: by clauses that impose them, and by "under British sanctions". */
export function sanctionTies(context: ClaimContext): Tie[] {
  const { told } = context;
  const found = [
    ...context.clauses.flatMap((clause) => imposed(clause, context)),
    ...underSanctions(context),
    ...sanctionsOn(context),
  ];
  return found.filter(
    ({ span }) => !told.some(({ content }) => content.some((one) => contains(one, span))),
  );
}

function imposed(clause: Clause, context: ClaimContext): Tie[] {
  const span = clauseSpan(clause);
  if (!/\bsanction|\bblacklist/i.test(context.text.slice(span.start, span.end))) return [];
  for (const frame of fittingFrames(clause, context)) {
    if (frame.kind !== 'sanction') continue;
    const parts = partsOf(frame, clause, context);
    const of = (role: string) =>
      parts.flatMap((part) => (part.role === role ? [part.referent] : []));
    const targets = of('target').filter(({ key }) => !/^(?:unnamed|people):/.test(key));
    const ties = of('actor')
      .filter(imposes)
      .flatMap((from) =>
        targets
          .filter((to) => to !== from)
          .map((to): Tie => ({ kind: 'sanctions', from, to, span })),
      );
    if (ties.length > 0) return ties;
  }
  return [];
}

const imposes = ({ kind, key }: Referent) =>
  /^(?:state|international-organisation)$/.test(kind) || key.startsWith('government:');

/** "Kongsberg has been | under U.S. and EU sanctions | since May". */
function underSanctions({ discourse }: ClaimContext): Tie[] {
  return discourse.trees.flatMap(({ tokens }, sentence) =>
    tokens.flatMap(({ word }, under): Tie[] => {
      const subjected = word === 'to' && tokens[under - 1]?.word === 'subject';
      const noun = word === 'under' || subjected ? sanctionsAfter(tokens, under) : null;
      if (noun === null) return [];
      const here = namingsIn(discourse.namings, sentence, 0, tokens.length);
      const subject = here.findLast(({ to }) => to <= under);
      const to = subject ? pastApposition(tokens, subject.to) : 0;
      if (!subject || subject.referent.kind === 'state' || !isUnder(tokens, to, under)) return [];
      const span = { start: subject.start, end: tokens[noun]!.end };
      return imposersIn(tokens, under, noun, here, (code) => discourse.cast.state(code)).map(
        (from): Tie => ({ kind: 'sanctions', from, to: subject.referent, span }),
      );
    }),
  );
}

function sanctionsAfter(tokens: readonly Token[], under: number): number | null {
  const at = tokens.findIndex(({ word }, i) => i > under && i < under + 8 && word === 'sanctions');
  const plain = tokens
    .slice(under + 1, at)
    .every(({ tag, word }) => /^(?:NN|JJ|CC|POS|DT|VBN)/.test(tag) || word === ',');
  return at > under + 1 && plain ? at : null;
}

/** From the name to "under" nothing but that it is so: "has been", ", which is already". */
const isUnder = (tokens: readonly Token[], to: number, under: number) =>
  tokens
    .slice(to, under)
    .every(({ word }) =>
      /^(?:,|who|which|that|subject|is|are|has|have|been|remains?|also|already|now|still|long)$/.test(
        word,
      ),
    );

/** "Alabuga, | the firm behind the plant, | has been under": past what a name is called. */
function pastApposition(tokens: readonly Token[], to: number): number {
  if (tokens[to]?.word !== ',' || !/^(?:an?|the|its)$/.test(tokens[to + 1]?.word ?? '')) return to;
  const end = tokens.findIndex(
    ({ word }, i) => i > to + 1 && i < to + LONGEST_APPOSITION && word === ',',
  );
  return end < 0 ? to : end;
}

/** In tokens. */
const LONGEST_APPOSITION = 12;

/** "US sanctions on Huawei", "the EU's sanctions against the bank": told as in force; not those sought, feared or lifted. */
function sanctionsOn({ discourse }: ClaimContext): Tie[] {
  return discourse.trees.flatMap((tree, sentence) =>
    tree.tokens.flatMap(({ word }, noun): Tie[] => {
      const { tokens } = tree;
      if (word !== 'sanctions' || !/^(?:on|against)$/.test(tokens[noun + 1]?.word ?? '')) return [];
      const here = namingsIn(discourse.namings, sentence, 0, tokens.length);
      const target = here.find(({ from }) => from > noun + 1 && from <= noun + 3);
      if (!target || /^(?:state|media)$/.test(target.referent.kind)) return [];
      let from = noun;
      while (from > 0 && /^(?:NNP|JJ|POS|CC)/.test(tokens[from - 1]!.tag)) from--;
      const before = tokens.slice(Math.max(0, from - 1), noun);
      const { head } = tokens[noun]!;
      if (before.some((one) => NOT_IN_FORCE.test(one.word)) || hangsOnUnreal(tree, noun)) return [];
      if (head >= 0 && SOUGHT.test(tokens[head]!.lemma)) return [];
      const span = { start: tokens[from]!.start, end: target.end };
      return imposersIn(tokens, from - 1, noun, here, (code) => discourse.cast.state(code)).map(
        (by): Tie => ({ kind: 'sanctions', from: by, to: target.referent, span }),
      );
    }),
  );
}

const NOT_IN_FORCE =
  /^(?:possible|potential|future|proposed|planned|further|additional|no|any|lifting|easing|previous|former)$/i;
const SOUGHT =
  /^(?:lift|ease?|waive?|remov|remove|threat|threaten|consider|propos|propose|discuss|seek|sought|want|urge?|call|demand|oppos|oppose|reject|prepar|prepare|plan|block|delay|suspend|drop|removal|lifting|push|favou?r|mull|weigh|veto|agree|warn|fear)$/;

function imposersIn(
  tokens: readonly Token[],
  from: number,
  to: number,
  here: readonly Naming[],
  state: (code: string) => Referent,
): Referent[] {
  const unions = here.filter(
    (one) => one.from > from && one.to <= to && one.referent.kind === 'international-organisation',
  );
  const states = tokens
    .slice(0, to)
    .flatMap((_, i) => (i > from ? (stateEndingAt(tokens, i)?.state ?? []) : []));
  return [...new Set([...unions.map(({ referent }) => referent), ...states.map(state)])];
}
