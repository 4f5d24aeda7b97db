import type { Act } from '../../../graph-data/schema/index.ts';
import { takeWhen } from './when.ts';

/** A name in a question and what it is there. */
export interface Slot {
  readonly key: 'speaker' | 'about' | 'addressee' | 'via' | 'toward';
  readonly name: string;
}

/** How a question reads by its form alone, names not yet looked up. */
export type Reading =
  | {
      readonly type: 'statements';
      readonly slots: readonly Slot[];
      readonly act: Act | null;
      /** Words to be found, as typed; null for none. */
      readonly words: string | null;
      readonly when: string | null;
    }
  /** `pair` is one string when only "and" tells where the names part. */
  | { readonly type: 'paths'; readonly pair: readonly [string, string] | string }
  | { readonly type: 'agreements'; readonly of: string; readonly when: string | null };

const SAY =
  'say|said|says|state|stated|write|wrote|written|tell|told|claim|claimed|think|speak|spoke|spoken';

/** Words of a question that name an act, in every form the patterns below let through. */
const ACT_OF: Readonly<Record<string, Act>> = Object.freeze({
  ...{ accuse: 'accusation', accused: 'accusation', accuses: 'accusation' },
  ...{ accusation: 'accusation', accusations: 'accusation', blamed: 'accusation' },
  ...{ warn: 'warning', warned: 'warning', warns: 'warning', warning: 'warning' },
  ...{ warnings: 'warning', deny: 'denial', denied: 'denial', denies: 'denial' },
  ...{ denial: 'denial', denials: 'denial', promise: 'promise', promised: 'promise' },
  ...{ promises: 'promise', ask: 'request', asked: 'request', request: 'request' },
  ...{ requests: 'request', demand: 'request', demanded: 'request', demands: 'request' },
  ...{ announce: 'announcement', announced: 'announcement', announcement: 'announcement' },
  ...{ announcements: 'announcement', assess: 'assessment', assessed: 'assessment' },
  ...{ assessment: 'assessment', assessments: 'assessment' },
} as const);
const ACTED = Object.keys(ACT_OF).join('|');
const ABOUT = 'about|of|on|regarding|concerning';

const actOf = (word = ''): Act | null => {
  const known = word.toLowerCase();
  return Object.hasOwn(ACT_OF, known) ? (ACT_OF[known] ?? null) : null;
};

interface Groups {
  readonly [name: string]: string | undefined;
}

type Said = Pick<Extract<Reading, { type: 'statements' }>, 'slots' | 'act' | 'words'>;

/** What asks for a part or leaves it open, as in "who accused whom of what", and names nobody. */
const OPEN = /^(?:whom?|what|(?:any|some)(?:one|body|thing))$/i;

/** What a part of a match names; null when it is not there or left open. */
function namedBy(part: string | undefined): string | null {
  const name = part?.trim() ?? '';
  return name === '' || OPEN.test(name) ? null : name;
}

/** The named parts of a match that are slots; `toward` is the one that a deed is aimed at. */
function said(groups: Groups, act: Act | null = null): Said {
  const keys = ['speaker', 'addressee', 'about', 'toward', 'via'] as const;
  const slots = keys.flatMap((key) => {
    const name = namedBy(groups[key]);
    return name === null ? [] : [{ key, name }];
  });
  return { slots, act: act ?? actOf(groups['act']), words: namedBy(groups['words']) };
}

/** Whether anything is asked for: "who said something" leaves all of it open. */
const narrows = ({ slots, act, words }: Said, when: string | null): boolean =>
  slots.length > 0 || act !== null || words !== null || when !== null;

const CARRIED =
  '(?: (?:that|which) (?<via>.+?) (?:carried|reported)| (?:via|through|as reported by) (?<via2>.+?))?';

/** Forms of questions about statements, most particular first; matched against the whole. */
const FORMS: readonly (readonly [RegExp, ((groups: Groups) => Said)?])[] = [
  [
    /^what (?:did|has|have|does|do) (?<speaker>.+?) (?:tell|told|(?:say|said|write|written) to) (?<addressee>.+?)(?: (?:about|of|on) (?<about>.+?))?$/,
  ],
  [
    new RegExp(
      `^what (?:did|has|have|does|do) (?<speaker>.+?) (?:${SAY}|(?<act>${ACTED}))(?: (?:${ABOUT}) (?<about>.+?))?(?: (?:${ABOUT}))?${CARRIED}$`,
    ),
  ],
  [
    new RegExp(
      `^what (?:was|is|has been) said (?:${ABOUT}) (?<about>.+?)(?: by (?<speaker>.+?))?${CARRIED}$`,
    ),
  ],
  [
    /^(?:whom|who) (?:did|has|does) (?<speaker>.+?) (?:accuse|accused|blame)$/,
    (groups: Groups) => said(groups, 'accusation'),
  ],
  [
    /^who (?:has |have )?(?:accused|accuses|blamed|blames) (?<toward>.+?)(?: (?:of|for) (?<words>.+))?$/,
    (groups: Groups) => said(groups, 'accusation'),
  ],
  [
    /^who (?:has |have )?(?:warned|warns) (?!of |about |that )(?<toward>.+?)(?: (?:of|about) (?<words>.+))?$/,
    (groups: Groups) => said(groups, 'warning'),
  ],
  [
    new RegExp(
      `^who (?:has |have )?(?:${SAY}|(?<act>${ACTED}))(?: anything| something)? (?:about|of) (?<about>.+?)${CARRIED}$`,
    ),
  ],
  [
    new RegExp(
      `^when (?:did|has|have) (?<speaker>.+?) (?:${SAY}|(?<act>${ACTED}))(?: anything| something)? (?:${ABOUT}) (?<about>.+)$`,
    ),
  ],
  [
    new RegExp(
      `^when (?:did|has|have) (?<speaker>.+?) (?:${SAY}|(?<act>${ACTED}))(?: that)? (?<words>.+)$`,
    ),
  ],
  // Who was first stands in the evidence of what is found, with every other report.
  [
    /^(?:who|(?:which|what) (?:outlets?|papers?|media|agency|agencies)) (?:first )?(?:carried|reported|published|printed) (?!by )(?:that )?(?<words>.+?)(?: first)?$/,
  ],
  [
    new RegExp(
      `^who (?:has |have )?(?:first )?(?:${SAY}|(?<act>${ACTED}))(?: that)? (?<words>.+?)(?: first)?$`,
    ),
  ],
  [
    new RegExp(
      `^(?:all |the )?(?:statements|quotes|(?<act>${ACTED})) (?:by|from) (?<speaker>.+?)(?: (?:about|on|against) (?<about>.+?))?${CARRIED}$`,
    ),
  ],
  [
    new RegExp(
      `^(?:all |the )?(?:statements|quotes|(?<act>${ACTED})) (?:about|on|against) (?<about>.+?)(?: by (?<speaker>.+?))?${CARRIED}$`,
    ),
  ],
].map(([form, read]) => [
  new RegExp((form as RegExp).source, 'i'),
  read as ((groups: Groups) => Said) | undefined,
]);

const TIED = 'tied|connected|linked|related';
const PATHS: readonly RegExp[] = [
  new RegExp(`^how (?:is|are|was|were) (?<from>.+?) (?:${TIED}) (?:to|with) (?<to>.+)$`, 'i'),
  new RegExp(`^how (?:is|are|was|were) (?<pair>.+?) (?:${TIED})$`, 'i'),
  /^(?:what is |show )?(?:the |a )?path from (?<from>.+?) to (?<to>.+)$/i,
  /^(?:what are |show )?(?:the )?(?:connections?|links?|ties|path) between (?<pair>.+)$/i,
  new RegExp(`^what (?:ties|connects|links) (?<from>.+?) (?:to|with) (?<to>.+)$`, 'i'),
];

const AGREEMENTS: readonly RegExp[] = [
  /^(?:what |which )?(?:agreements|treaties|deals) (?:are |were |was )?(?:there )?(?:made |signed )?(?:between|of|by|bind|with|involving) (?<of>.+)$/i,
  /^(?:what|which) (?:agreements|treaties|deals) (?:do|did|does|has|have) (?<of>.+?) (?:have|sign|signed|made|make)$/i,
  /^what (?:has|have|did) (?<of>.+?) (?:agreed|agree|sign|signed)$/i,
];

function groupsOf(forms: readonly RegExp[], question: string): Groups | null {
  for (const form of forms) {
    const groups = form.exec(question)?.groups;
    if (groups) return groups;
  }
  return null;
}

function readStatements(question: string, when: string | null): Reading | null {
  for (const [form, read = said] of FORMS) {
    const groups = form.exec(question)?.groups;
    if (!groups) continue;
    const via = groups['via'] ?? groups['via2'];
    const parts = read({ ...groups, via });
    return narrows(parts, when) ? { type: 'statements', when, ...parts } : null;
  }
  return null;
}

/**
 * Reads a plain question by its form: what X said (to Z) (about Y), who said or did what, how X is
 * tied to Y, agreements between X and Y; each with a time or a carrier at its end. Null when it
 * has none of these forms. Pure; time is bounded by the length cap of searches.
 */
export function readQuestion(text: string): Reading | null {
  const question = text
    .trim()
    .replace(/\s*[?.!]+$/, '')
    .replace(/\s+/g, ' ');
  const paths = groupsOf(PATHS, question);
  if (paths) {
    const { pair, from = '', to = '' } = paths;
    return { type: 'paths', pair: pair ?? [from, to] };
  }
  const { rest, when } = takeWhen(question);
  const agreements = groupsOf(AGREEMENTS, rest);
  if (agreements) return { type: 'agreements', of: agreements['of'] ?? '', when };
  return readStatements(rest, when);
}

/** Whether a text begins as questions do, so that not to understand it is worth a word. */
export function looksLikeQuestion(text: string): boolean {
  return /^\s*(?:what|who|whom|whose|how|which|when|where|why|did|does|is|are|has|have)\s/i.test(
    text,
  )
    ? text.trim().split(/\s+/).length >= 3
    : text.trimEnd().endsWith('?');
}
