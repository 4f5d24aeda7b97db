/** Nouns that name a post which somebody holds: the document states an office. Lemmas. */
export const OFFICES = new Set(
  (
    'president premier minister chancellor king queen prince emperor emir sultan ruler pope head chief director ' +
    'chairman chairwoman chairperson chairperson-in-office chair spokesman spokeswoman spokesperson secretary ambassador ambassador-at-large ' +
    'envoy governor mayor senator congressman congresswoman representative commander commissioner ' +
    'legislator parliamentarian inspector-general under-secretary-general under-secretary auditor-general vice-premier vice-chancellor ' +
    'leader speaker prosecutor attorney judge justice deputy general admiral colonel ceo founder ' +
    'co-founder owner manager editor editor-in-chief counterpart official diplomat lawmaker mp mep ' +
    'delegate dean rector coordinator president-elect nominee co-leader co-chair co-chairman vice-president ' +
    'secretary-general director-general attorney-general governor-general undersecretary ombudsman ' +
    'treasurer vice-minister vice-chairman vice-chair whip boss commandant marshal brigadier commodore ' +
    'superintendent sheriff councillor councilor consul negotiator rapporteur administrator president-designate ' +
    "commander-in-chief committeeman committeewoman financier executive d'affaires d'affaire d'affairs d'affair"
  ).split(' '),
);

/** Nouns that describe a person by trade or standing; a tie only where a body is named with them. */
export const TRADES = new Set(
  (
    'analyst researcher expert fellow professor lecturer scholar scientist economist historian ' +
    'journalist reporter correspondent columnist author writer activist lawyer advocate adviser ' +
    'advisor aide strategist consultant pollster businessman businesswoman entrepreneur banker ' +
    'investor engineer doctor physician teacher student soldier officer veteran pilot volunteer ' +
    'critic blogger politician candidate dissident observer member resident attache attaché specialist ' +
    'psychologist sociologist campaigner organizer organiser farmer worker pastor priest bishop archbishop monsignor ' +
    'cardinal imam rabbi sergeant captain major lieutenant host singer actor actress athlete coach ' +
    'player survivor witness defector refugee migrant nurse driver trader shopkeeper fisherman miner ' +
    'trucker pensioner commentator negotiator geologist physicist biologist virologist epidemiologist ' +
    'major-general lieutenant-general colonel-general brigadier-general lieutenant-colonel vice-admiral rear-admiral ' +
    'hopeful contender frontrunner front-runner challenger magnate mogul tycoon billionaire ' +
    'climatologist meteorologist colleague milblogger oligarch laureate political-scientist dictator strongman autocrat barrister solicitor auditor accountant broker partner associate trustee ' +
    'watcher ensign reservist conscript medic paramedic firefighter rescuer mediator facilitator ' +
    'philosopher theologian criminologist demographer geographer ecologist agronomist archaeologist ' +
    'anthropologist linguist chemist photographer filmmaker novelist poet musician archivist curator'
  ).split(' '),
);

/** Words before a name that are a form of address and no part of it. */
export const ADDRESS = new Set(
  'mr mrs ms miss dr prof sir madam lady lord monsignor ayatollah hojatoleslam sayyed sayyid alhaji shri smt'.split(
    ' ',
  ),
);

export function isRole(lemma: string): boolean {
  const role = roleOf(lemma);
  return OFFICES.has(role) || TRADES.has(role);
}

/** Titles as they are cut short before a name: "Sen. Lee". */
const SHORT_TITLES: Readonly<Record<string, string>> = {
  'sen.': 'senator',
  'rep.': 'representative',
  'gov.': 'governor',
  'pres.': 'president',
  'amb.': 'ambassador',
  'gen.': 'general',
  'adm.': 'admiral',
  'brig.': 'brigadier',
  'cmdr.': 'commander',
  'col.': 'colonel',
  'capt.': 'captain',
  'maj.': 'major',
  'lt.': 'lieutenant',
  'sgt.': 'sergeant',
};

/** The role that a lemma names, in full where it is cut short, without "then-" and the like. */
export function roleOf(lemma: string): string {
  return SHORT_TITLES[lemma] ?? lemma.replace(/^(?:then|ex|former)-(?=\p{L})/u, '');
}

/** `Source: the ministry`: a word that stands before a colon for what a line is, and names nobody. */
export const isLabel = (word: string) => /^(?:Sources?|Quotes?|Details|Background)$/.test(word);

/** Nouns that end the name of a place: "Smolensk Oblast", "Homel Region". */
export function isPlaceNoun(lemma: string): boolean {
  return /^(?:oblast|region|krai|raion|district|province|voivodeship|county|governorate|prefecture|municipality|peninsula|corridor|river|sea|airport|airbase|airfield)$/.test(
    lemma,
  );
}

/** Nouns for bodies, by the kind that they name; the kind of an organisation that ends in one. */
const BODY_KINDS: readonly (readonly [
  kind:
    | 'government-body'
    | 'armed-force'
    | 'international-organisation'
    | 'think-tank'
    | 'media'
    | 'company'
    | 'group',
  nouns: string,
])[] = [
  ['think-tank', 'think-tank institute centre center foundation consulting observatory'],
  [
    'media',
    'agency news newspaper broadcaster channel times post herald tribune magazine outlet website network daily gazette press television tv radio publication portal tabloid journal weekly',
  ],
  [
    'government-body',
    'ministry department directorate committee council court parliament senate assembly congress bureau commission office service administration police authority embassy secretariat inspectorate mission delegation consulate junta tribunal ombudsman',
  ],
  [
    'armed-force',
    'battalion regiment brigade division army corps fleet forces force troops militia squadron unit legion guard command',
  ],
  [
    'company',
    'company firm corporation corp inc ltd llc plc group holdings bank airline airlines airways railways industries motors',
  ],
  ['international-organisation', 'organisation organization union alliance bloc federation'],
  [
    'group',
    'party movement campaign association ngo charity university college society club coalition front league church opposition community',
  ],
];

export type BodyKind = (typeof BODY_KINDS)[number][0];

const KIND_OF_NOUN: ReadonlyMap<string, BodyKind> = new Map([
  ['think tank', 'think-tank'] as const,
  ...BODY_KINDS.flatMap(([kind, nouns]) => nouns.split(' ').map((noun) => [noun, kind] as const)),
]);

/** The kind of body that a noun names ("battalion"); null for other nouns. */
export function bodyKind(noun: string): BodyKind | null {
  return KIND_OF_NOUN.get(noun.toLowerCase()) ?? null;
}

/** What agencies that are no news agencies are for. */
const isPublicTask = (word: string) =>
  /^(?:Armaments?|Space|Energy|Security|Intelligence|Protection|Development|Procurement|Crime|Nuclear|Border|Customs|Tax|Health|Food|Refugee|Maritime|Investment|Defen[cs]e|Drug|Aviation|Transport|Safety|Acquisition|Cyber|Disaster|Emergency|Anti-Corruption)$/.test(
    word,
  );

const PEOPLE =
  /^(?:Doctors|Lawyers|Teachers|Workers|Youth|Women|Women['’]s|Farmers|Students|Journalists|Activists|Rights|Refugee|Solidarity|Resilience)$/;

/** The kind that an organisation's own name gives away; group, the most open kind, when it does not. */
export function kindOfName(words: readonly string[]): BodyKind {
  const beforeOf = words.slice(
    0,
    Math.max(1, words.findIndex((word, i) => i > 0 && /^(?:of|for|on|in|at)$/.test(word)) >>> 0),
  );
  // "Teachers' Union": a body of those whom it is called by, and of no states.
  if (
    beforeOf.some((word) => /s['’]$/.test(word)) &&
    /^(?:Union|Federation)$/.test(beforeOf.at(-1)!)
  )
    return 'group';
  // "Doctors Network": of people, and no broadcaster's.
  if (beforeOf.at(-1) === 'Network' && PEOPLE.test(beforeOf.at(-2) ?? '')) return 'group';
  // "Southern Military District"
  if (/^District$/.test(beforeOf.at(-1)!) && beforeOf.at(-2) === 'Military') return 'armed-force';
  for (const word of [...beforeOf].reverse()) {
    const kind = word === 'Agency' && words.some(isPublicTask) ? 'government-body' : bodyKind(word);
    if (kind) return kind;
  }
  return words.map(bodyKind).find((kind) => kind !== null) ?? 'group';
}
