import type { ActorKind } from '../../../graph-data/schema/index.ts';

/**
 * Bodies that every state has, so that "the Belarusian Defense Ministry", "Ministry of Defence of
 * Belarus" and "the Defense Ministry in Minsk" are one actor. `name` is canonical British English
 * with `{state}` or `{demonym}` to fill in.
 */
export interface Institution {
  readonly key: string;
  readonly kind: ActorKind;
  readonly name: string;
}

const PORTFOLIOS: readonly (readonly [name: string, forms: string])[] = [
  ['Defence', 'defence|defense|national defence|national defense|armed forces'],
  [
    'Foreign Affairs',
    'foreign affairs|foreign|external affairs|foreign relations|external relations|foreign affairs and trade|foreign and european affairs|foreign affairs and international cooperation',
  ],
  [
    'Internal Affairs',
    'interior|internal affairs|the interior|home affairs|home|interior and administration|the interior and administration',
  ],
  ['Finance', 'finance'],
  ['Economy', 'economy|economics|economic development|economic affairs|economy and finance'],
  ['Energy', 'energy'],
  ['Justice', 'justice'],
  ['Health', 'health'],
  ['Education', 'education'],
  ['Culture', 'culture'],
  ['Information', 'information'],
  ['Transport', 'transport|transportation|infrastructure'],
  ['Agriculture', 'agriculture'],
  ['Emergency Situations', 'emergency situations|emergencies|emergency'],
  ['Trade', 'trade|commerce'],
  [
    'Labour',
    'labour|labor|labour and social protection|labor and social protection|labour and social policy',
  ],
  ['Unification', 'unification'],
  ['Industry', 'industry'],
  ['Digital Affairs', 'digital affairs|digital transformation|digital'],
  ['Environment', 'environment|climate and environment|environmental protection'],
  ['Science', 'science'],
  ['Petroleum', 'petroleum|oil'],
  ['Public Security', 'public security'],
  ['Defence Industry', 'defence industry|defense industry|defence production'],
  ['Strategic Industries', 'strategic industries'],
  ['Tourism', 'tourism'],
  ['Investment', 'investment'],
  ['Planning', 'planning'],
  ['Religious Affairs', 'religious affairs'],
  ['Reintegration', 'reintegration'],
  ['Mines', 'mines|mining|mineral resources|mines and energy|energy and mines|mining and energy'],
  ['Natural Resources', 'natural resources|lands and natural resources'],
  ['Industry and Trade', 'industry and trade|trade and industry'],
  ['Communications', 'communications|communication'],
  ['Housing', 'housing'],
  ['Public Works', 'public works|works'],
  ['Water', 'water|water resources'],
  ['Fisheries', 'fisheries'],
  ['Railways', 'railways'],
  ['Sports', 'sports|sport|youth and sports'],
  ['Immigration', 'immigration|migration'],
  ['Social Affairs', 'social affairs|social development|social welfare'],
  ['Regional Development', 'regional development'],
  ['Higher Education', 'higher education'],
  ['Innovation', 'innovation'],
  ['Human Rights', 'human rights'],
  ['Production', 'production'],
];

const OTHERS: readonly (readonly [key: string, kind: ActorKind, name: string, forms: string])[] = [
  ['government', 'government-body', 'Government of {state}', 'government|regime'],
  ['parliament', 'government-body', 'Parliament of {state}', 'parliament'],
  [
    'cabinet',
    'government-body',
    'Cabinet of {state}',
    'cabinet|council of ministers|cabinet of ministers',
  ],
  [
    'security-council',
    'government-body',
    'Security Council of {state}',
    'security council|national security council|national security and defense council|national security and defence council',
  ],
  ['central-bank', 'government-body', 'Central Bank of {state}', 'central bank|national bank'],
  ['supreme-court', 'government-body', 'Supreme Court of {state}', 'supreme court'],
  ['embassy', 'government-body', 'Embassy of {state}', 'embassy'],
  [
    'presidential-administration',
    'government-body',
    'Presidential Administration of {state}',
    "presidential administration|presidential executive office|presidential office|presidency|president's office|president s office|office of the president",
  ],
  [
    'prosecutor',
    'government-body',
    'Prosecutor General of {state}',
    "prosecutor general's office|prosecutor's office|public prosecutor's office|general prosecutor's office|prosecutor general s office|prosecutor s office|public prosecutor s office|general prosecutor s office",
  ],
  [
    'prime-minister',
    'government-body',
    'Office of the Prime Minister of {state}',
    "prime minister's office|prime minister s office|office of the prime minister",
  ],
  [
    'attorney-general',
    'government-body',
    'Attorney General of {state}',
    "attorney general's office|attorney general s office|attorney-general's office|office of the attorney general",
  ],
  [
    'state-security',
    'government-body',
    'State Security Committee of {state}',
    'state security committee|kgb',
  ],
  [
    'security-service',
    'government-body',
    'Security Service of {state}',
    'security service|state security service|national security service',
  ],
  [
    'intelligence',
    'government-body',
    'Main Intelligence Directorate of {state}',
    'main intelligence directorate|main directorate of intelligence|main military intelligence directorate|military intelligence|defence intelligence|defense intelligence|military intelligence directorate',
  ],
  ['police', 'government-body', '{demonym} police', 'police|riot police'],
  [
    'border-guard',
    'government-body',
    'Border Guard of {state}',
    'border guard|border guards|border service|border guard service|state border guard service|state border service|state border committee',
  ],
  ['coast-guard', 'government-body', 'Coast Guard of {state}', 'coast guard|coastguard'],
  [
    'investigative-committee',
    'government-body',
    'Investigative Committee of {state}',
    'investigative committee',
  ],
  [
    'constitutional-court',
    'government-body',
    'Constitutional Court of {state}',
    'constitutional court',
  ],
  [
    'election-commission',
    'government-body',
    'Central Election Commission of {state}',
    'central election commission|central electoral commission|election commission|electoral commission',
  ],
  [
    'foreign-intelligence',
    'government-body',
    'Foreign Intelligence Service of {state}',
    'foreign intelligence service',
  ],
  ['national-guard', 'armed-force', 'National Guard of {state}', 'national guard'],
  [
    'general-staff',
    'armed-force',
    'General Staff of {state}',
    'general staff|general staff of the armed forces',
  ],
  [
    'armed-forces',
    'armed-force',
    'Armed Forces of {state}',
    'armed forces|army|military|troops|forces|soldiers|servicemen|servicemembers|service members|military forces|ground forces|defense forces|defence forces',
  ],
  [
    'special-forces',
    'armed-force',
    '{demonym} special forces',
    'special forces|special operations forces',
  ],
  [
    'joint-chiefs',
    'armed-force',
    'Joint Chiefs of Staff of {state}',
    'joint chiefs of staff|joint chiefs',
  ],
  ['air-force', 'armed-force', 'Air Force of {state}', 'air force'],
  ['navy', 'armed-force', 'Navy of {state}', 'navy'],
];

/** Short forms that stand beside a state without ever being told in full: "the Russian MoD". */
const SHORT_FORMS: Readonly<Record<string, readonly string[]>> = {
  'ministry-of-defence': ['mod'],
  'ministry-of-foreign-affairs': ['mfa', 'foreign office', 'federal foreign office'],
};

/** Institutions by their forms, normalised, words joined by blanks. */
export const INSTITUTIONS: ReadonlyMap<string, Institution> = new Map([
  ...PORTFOLIOS.flatMap(([name, forms]) => ministryForms(ministry(name), forms.split('|'))),
  ...OTHERS.flatMap(([key, kind, name, forms]) =>
    forms.split('|').map((form): [string, Institution] => [form, { key, kind, name }]),
  ),
]);

/** Of these the words alone are one state's, as lists know them: "the Foreign Office". */
export const ONLY_BESIDE_STATE: ReadonlySet<string> = new Set(['foreign office']);

/** Words of the longest form. */
const LONGEST_INSTITUTION = 6;

/** Most words begin none. */
const FIRST_WORDS: ReadonlySet<string> = new Set(
  Array.from(INSTITUTIONS.keys(), (form) => form.split(' ', 1)[0]!),
);

/**
 * Where the longest institution that begins at a word ends, exclusive, of those that a test lets
 * through; null when none does.
 * @param keys words as forms have them
 */
export function institutionEnd(
  keys: readonly string[],
  from: number,
  fits: (end: number) => boolean = () => true,
): number | null {
  if (!FIRST_WORDS.has(keys[from]!)) return null;
  for (let end = Math.min(keys.length, from + LONGEST_INSTITUTION); end > from; end--)
    if (INSTITUTIONS.has(keys.slice(from, end).join(' ')) && fits(end)) return end;
  return null;
}

export const GOVERNMENT = INSTITUTIONS.get('government')!;
export const ARMED_FORCES = INSTITUTIONS.get('armed forces')!;

function ministry(portfolio: string): Institution {
  const key = `ministry-of-${portfolio.toLowerCase().replaceAll(' ', '-')}`;
  return { key, kind: 'government-body', name: `Ministry of ${portfolio} of {state}` };
}

function ministryForms(
  institution: Institution,
  forms: readonly string[],
): [string, Institution][] {
  return forms
    .flatMap((form) => [`${form} ministry`, `ministry of ${form}`, `ministry for ${form}`])
    .concat(SHORT_FORMS[institution.key] ?? [])
    .map((form) => [form, institution]);
}

/** The ministry that a minister heads: "minister of defense", "foreign secretary"; null for others. */
export function ministryOf(title: string): Institution | null {
  const found =
    /^(?:the |deputy |acting |first deputy )*(?:(.+) minister|(?:minister|cabinet secretary|state secretary) (?:of|for) (.+)|(defen[cs]e|foreign|home|energy|health|justice|interior) secretary)$/.exec(
      title.toLowerCase().replace(/^(?:vice|deputy)-minister/, 'minister'),
    );
  const field = found?.[1] ?? found?.[2] ?? found?.[3]?.replace('home', 'interior') ?? '';
  // "Far-right finance | minister", "own energy | minister": past what else describes one
  const words = field.split(' ');
  const from = found?.[1] === undefined ? 1 : words.length;
  for (let skipped = 0; skipped < from; skipped++) {
    const ministry = INSTITUTIONS.get(`${words.slice(skipped).join(' ')} ministry`);
    if (ministry) return ministry;
  }
  return null;
}

/** The body whose officer a title names: "military spokesman", "deputy police chief"; null for others. */
export function institutionOf(title: string): Institution | null {
  const found =
    /^(?:(?:deputy|acting|interim|chief|senior) )*(.+) (?:spokes\w+|chief(?: of staff)?|commander|head|speaker|director|governor)$/.exec(
      title.toLowerCase(),
    );
  if (OF_A_STAFF.test(title)) return INSTITUTIONS.get('armed forces')!;
  return INSTITUTIONS.get(found?.[1] ?? '') ?? null;
}

/** Who commands all forces of a state, by the name of a staff: "Chief of Defence Staff". */
const OF_A_STAFF = /^(?:(?:deputy|vice|acting) )*chief of (?:the )?defen[cs]e(?: staff)?$/i;

/** The institution with a key ("general-staff"); null for other keys. */
export function institutionWith(key: string): Institution | null {
  return [...INSTITUTIONS.values()].find((one) => one.key === key) ?? null;
}
