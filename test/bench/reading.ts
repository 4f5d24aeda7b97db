import { KnownActors, loadModels, readDocument } from '../../server/extract/index.ts';
import { articlesMissing, readingInput, sampleArticles, sampleRecord } from '../extract/sample.ts';
import { Judge } from './reading-judge.ts';
import { printNews, scoreNews, type JudgedClaim } from './reading-news.ts';

/** How reading the five articles compares with the record that a person read from them. */
export interface ReadingScores {
  readonly gold: number;
  readonly proposed: number;
  /** Proposals whose content shares at least half of its characters (Jaccard) with a gold report. */
  readonly found: number;
  /** Of those found. */
  readonly speakers: number;
  /** Of those found: the same carriers, none too many and none missing. */
  readonly carriers: number;
  /** Gold reports that name a carrier, and those of them whose carriers were all found. */
  readonly carried: number;
  readonly carriedFound: number;
  readonly modes: number;
  readonly acts: number;
  readonly abouts: number;
  readonly aboutsFound: number;
  readonly aboutsProposed: number;
  readonly addressees: number;
  readonly addresseesFound: number;
  readonly addresseesProposed: number;
  readonly agreements: number;
  readonly agreementsProposed: number;
  readonly agreementsFound: number;
  readonly relationsProposed: number;
  readonly relationsFound: number;
  readonly eventsProposed: number;
  readonly eventsFound: number;
  /** Proposed actors under whose name passages of two gold actors were put. */
  readonly wrongMerges: number;
  /** Gold actors whose passages were put under two proposed actors. */
  readonly splits: number;
  readonly notes: readonly string[];
  /** Confidence of each proposal and whether content and speaker are right. */
  readonly judged: readonly (readonly [confidence: number, right: boolean])[];
  /** Agreements, relations and events that were proposed. */
  readonly judgedClaims: readonly JudgedClaim[];
}

/** Reads the articles one after the other, each knowing the actors of those before it. */
export function scoreReading(knowsActors: boolean): ReadingScores {
  const record = sampleRecord();
  const judge = new Judge(record);
  const models = loadModels();
  const known = new KnownActors(knowsActors ? record.actors : []);
  if (knowsActors) judge.know(record.actors);
  const readings = sampleArticles(record).map((article) => {
    const reading = readDocument(readingInput(article, knowsActors), models, known);
    known.put(reading.actors);
    judge.know(reading.actors);
    judge.statements(reading, article.document.id);
    judge.mentions(reading, article.document.id);
    return reading;
  });
  judge.agreements(readings.flatMap((reading) => reading.agreements));
  judge.claims(readings);
  const merges = judge.merges();
  const zero = {
    gold: 0,
    proposed: 0,
    found: 0,
    speakers: 0,
    carriers: 0,
    carried: 0,
    carriedFound: 0,
    modes: 0,
    acts: 0,
    abouts: 0,
    aboutsFound: 0,
    aboutsProposed: 0,
    addressees: 0,
    addresseesFound: 0,
    addresseesProposed: 0,
    agreements: 0,
    agreementsProposed: 0,
    agreementsFound: 0,
    relationsProposed: 0,
    relationsFound: 0,
    eventsProposed: 0,
    eventsFound: 0,
  };
  return {
    ...zero,
    ...judge.sums,
    ...merges,
    notes: judge.notes,
    judged: judge.judged,
    judgedClaims: judge.judgedClaims,
  };
}

const share = (part: number, whole: number) =>
  whole === 0 ? '-' : `${part}/${whole} (${Math.round((100 * part) / whole)}%)`;

function table(scores: ReadingScores): [string, string][] {
  return [
    ['statements found (recall)', share(scores.found, scores.gold)],
    ['proposals that are statements (precision)', share(scores.found, scores.proposed)],
    ['speakers right, of those found', share(scores.speakers, scores.found)],
    ['carriers right, of those found', share(scores.carriers, scores.found)],
    ['carried reports whose carriers were found', share(scores.carriedFound, scores.carried)],
    ['mode right, of those found', share(scores.modes, scores.found)],
    ['act right, of those found', share(scores.acts, scores.found)],
    ['abouts found, of those of found statements', share(scores.aboutsFound, scores.abouts)],
    ['abouts proposed that are right', share(scores.aboutsFound, scores.aboutsProposed)],
    ['addressees found', share(scores.addresseesFound, scores.addressees)],
    [
      'addressees proposed that are right',
      share(scores.addresseesFound, scores.addresseesProposed),
    ],
    ['agreements found', share(scores.agreementsFound, scores.agreements)],
    ['agreements proposed', String(scores.agreementsProposed)],
    [
      'relations proposed that the record holds',
      share(scores.relationsFound, scores.relationsProposed),
    ],
    ['events proposed that the record holds', share(scores.eventsFound, scores.eventsProposed)],
    ['wrong merges of actors', String(scores.wrongMerges)],
    ['persons split in two', String(scores.splits)],
  ];
}

/** Prints both tables: from an empty actor list, and with the sample's actors known. */
export async function run(): Promise<void> {
  if (articlesMissing !== null) {
    printNews();
    return console.log(`  left out: ${articlesMissing}`);
  }
  const [empty, known] = [scoreReading(false), scoreReading(true)];
  const right = table(known);
  console.log('| | empty actor list | sample actors known |\n|---|---|---|');
  table(empty).forEach(([name, value], i) =>
    console.log(`| ${name} | ${value} | ${right[i]![1]} |`),
  );
  if (process.env['NOTES'])
    for (const note of (process.env['NOTES'] === 'known' ? known : empty).notes) console.log(note);
  console.log(reliability(empty));
  console.log(claimReliability(empty));
  printNews();
  return Promise.resolve();
}

/** Among proposals of each band of confidence, how many have words and speaker right. */
function reliability({ judged }: ReadingScores): string {
  const bands = [0, 0.4, 0.6, 0.7, 0.8, 0.9, 1.01];
  return bands
    .slice(0, -1)
    .map((from, i) => {
      const inside = judged.filter(
        ([confidence]) => confidence >= from && confidence < bands[i + 1]!,
      );
      return `confidence ${from}..: ${share(inside.filter(([, ok]) => ok).length, inside.length)}`;
    })
    .join('\n');
}

/** Of each way of reading a claim, how many were right, on the articles and our own texts together. */
function claimReliability({ judgedClaims }: ReadingScores): string {
  const own = (['a', 'b', 'c', 'd', 'e', 'g', 'i'] as const).flatMap(
    (half) => scoreNews(half).claims,
  );
  const groups = new Map<string, boolean[]>();
  for (const { what, confidence, right } of [...judgedClaims, ...own]) {
    const key = `${what} at ${confidence}`;
    groups.set(key, [...(groups.get(key) ?? []), right]);
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, all]) => `${key}: ${share(all.filter(Boolean).length, all.length)}`)
    .join('\n');
}
