import {
  and,
  not,
  or,
  term,
  type ResolvedQuery,
  type ResolvedTerm,
} from '../../server/contract/index.ts';

/**
 * One question as the search box, an address and a shell take it, and what it means, written out
 * by hand: every interface must give the statements for which that holds.
 */
export interface Question {
  readonly box: string;
  /** Query of an address; the shell's options are the same names and values. */
  readonly url: string;
  readonly means: ResolvedQuery;
}

type Named = 'speaker' | 'about' | 'addressee' | 'via' | 'outlet' | 'actor';
type Valued = 'kind' | 'mode' | 'act' | 'status' | 'method';

const t = (value: ResolvedTerm): ResolvedQuery => term(value);
const actor = (key: Named, ...names: string[]) =>
  t({ key, ids: names.map((name) => `actor:${name}`) });
const document = (...names: string[]) =>
  t({ key: 'document', ids: names.map((name) => `doc:${name}`) });
const agreement = (...names: string[]) =>
  t({ key: 'agreement', ids: names.map((name) => `agr:${name}`) });
const is = (key: Valued, value: string) => t({ key, value });
const days = (key: 'said' | 'published' | 'recorded', from: string | null, to: string | null) =>
  t({ key, from, to });
const text = (value: string, form: 'word' | 'phrase' | 'prefix' = 'word') =>
  t({ key: 'text', value, form });

const q = (box: string, url: string, means: ResolvedQuery): Question => ({ box, url, means });

const LUKASHENKO = 'alexander-lukashenko';
const WAR = 'institute-for-the-study-of-war';
const MONITORED = 'russias-ally-belarus-is-being-monitored-e30d70';
const MOVING = 'russias-ally-belarus-on-wednesday-648224';

/** Over the sample record. */
export const SAMPLE_QUESTIONS: readonly Question[] = [
  q('', '', { type: 'all' }),
  q('speaker:Lukashenko', 'speaker=Lukashenko', actor('speaker', LUKASHENKO)),
  q('speaker:"Alexander Lukashenko"', 'speaker=Alexander+Lukashenko', actor('speaker', LUKASHENKO)),
  q('speaker:Lukashenka', 'speaker=Lukashenka', actor('speaker', LUKASHENKO)),
  q(
    'speaker:Lukashenko about:Ukraine',
    'speaker=Lukashenko&about=Ukraine',
    and(actor('speaker', LUKASHENKO), actor('about', 'ukraine')),
  ),
  q(
    'speaker:Lukashenko -via:"The Washington Post"',
    'speaker=Lukashenko&-via=The+Washington+Post',
    and(actor('speaker', LUKASHENKO), not(actor('via', 'the-washington-post'))),
  ),
  q(
    'speaker:Muzyka speaker:Hromov',
    'speaker=Muzyka&speaker=Hromov',
    actor('speaker', 'konrad-muzyka', 'oleksii-hromov'),
  ),
  q(
    'about:Poland AND about:Lithuania',
    'q=(about%3APoland)&about=Lithuania',
    and(actor('about', 'poland'), actor('about', 'lithuania')),
  ),
  q('act:accusation', 'act=accusation', is('act', 'accusation')),
  q(
    'act:accusation act:warning -speaker:Lukashenko',
    'act=accusation&act=warning&speaker=-Lukashenko',
    and(or(is('act', 'accusation'), is('act', 'warning')), not(actor('speaker', LUKASHENKO))),
  ),
  q('mode:direct', 'mode=direct', is('mode', 'direct')),
  q('-mode:indirect', '-mode=indirect', not(is('mode', 'indirect'))),
  q('kind:think-tank', 'kind=think-tank', is('kind', 'think-tank')),
  q(
    'kind:person mode:direct act:assessment',
    'kind=person&mode=direct&act=assessment',
    and(is('kind', 'person'), is('mode', 'direct'), is('act', 'assessment')),
  ),
  q('speaker:Minsk', 'speaker=Minsk', actor('speaker', 'government-of-belarus')),
  q('speaker:Belarus', 'speaker=Belarus', actor('speaker', 'belarus', 'government-of-belarus')),
  q(
    'speaker:Russia about:Ukraine',
    'speaker=Russia&about=Ukraine',
    and(actor('speaker', 'russia', 'government-of-russia'), actor('about', 'ukraine')),
  ),
  q(
    'recorded:2020-01-02T03:04:05.006Z..',
    'recorded=2020-01-02T03:04:05.006Z..',
    days('recorded', '2020-01-02T03:04:05.006Z', null),
  ),
  q(
    'recorded:2020-01..2020-01-02T03:04:05.006Z',
    'recorded=2020-01..2020-01-02T03:04:05.006Z',
    days('recorded', '2020-01-01', '2020-01-02T03:04:05.006Z'),
  ),
  q('via:AP', 'via=AP', actor('via', 'associated-press')),
  q(
    'via:"Associated Press" via:BelTA',
    'via=AP&via=BelTA',
    actor('via', 'associated-press', 'belta'),
  ),
  q('via:twitter', 'via=Twitter', actor('via', 'twitter')),
  q('addressee:G7', 'addressee=Group+of+Seven', actor('addressee', 'group-of-seven')),
  q(
    'addressee:EU OR addressee:US',
    'addressee=EU&addressee=US',
    actor('addressee', 'european-union', 'united-states'),
  ),
  q('outlet:SOFREP', 'outlet=sofrep', actor('outlet', 'sofrep')),
  q(
    '-outlet:SOFREP mode:mixed',
    '-outlet=SOFREP&mode=mixed',
    and(not(actor('outlet', 'sofrep')), is('mode', 'mixed')),
  ),
  q(`document:${`doc:${MOVING}`}`, `document=doc:${MOVING}`, document(MOVING)),
  q(
    `(document:doc:${MOVING}) (document:doc:${MONITORED})`,
    `document=doc:${MOVING}&q=document:doc:${MONITORED}`,
    and(document(MOVING), document(MONITORED)),
  ),
  q(
    'document:"Belarus blows against Ukraine"',
    'document=Belarus+blows+against+Ukraine',
    document('belarus-blows-against-ukraine-2ddea7'),
  ),
  q(
    'actor:ISW OR actor:"Institute for the Study of War"',
    'actor=Institute+for+the+Study+of+War',
    actor('actor', WAR),
  ),
  q('actor:Zelenskiy', 'actor=Zelenskyy', actor('actor', 'volodymyr-zelensky')),
  q(
    'about:Putin -speaker:SOFREP',
    'about=Putin&-speaker=sofrep',
    and(actor('about', 'vladimir-putin'), not(actor('speaker', 'sofrep'))),
  ),
  q(
    'agreement:agr:joint-military-doctrine-2021',
    'agreement=agr:joint-military-doctrine-2021',
    agreement('joint-military-doctrine-2021'),
  ),
  q(
    'agreement:"Joint military doctrine of Belarus and Russia" kind:person',
    'agreement=Joint+military+doctrine+of+Belarus+and+Russia&kind=person',
    and(agreement('joint-military-doctrine-2021'), is('kind', 'person')),
  ),
  q('said:2022-10', 'said=2022-10', days('said', '2022-10-01', '2022-10-31')),
  q('said:2022-10..2022-12', 'said=2022-10..2022-12', days('said', '2022-10-01', '2022-12-31')),
  q('said:..2022-09', 'said=..2022-09', days('said', null, '2022-09-30')),
  q('-said:2022', '-said=2022', not(days('said', '2022-01-01', '2022-12-31'))),
  q(
    'said:2020 said:2022-12-07',
    'said=2020&said=2022-12-07',
    or(days('said', '2020-01-01', '2020-12-31'), days('said', '2022-12-07', '2022-12-07')),
  ),
  q(
    'published:2022-12.. about:Belarus',
    'published=2022-12..&about=Belarus',
    and(days('published', '2022-12-01', null), actor('about', 'belarus')),
  ),
  q('terrorism', 'q=terrorism', text('terrorism')),
  q(
    '"trying to directly draw"',
    'text=%22trying+to+directly+draw%22',
    text('trying to directly draw', 'phrase'),
  ),
  q('troop*', 'text=troop*', text('troop', 'prefix')),
  q('russian troops', 'text=russian+troops', and(text('russian'), text('troops'))),
  q('army OR military', 'q=army+OR+military', or(text('army'), text('military'))),
  q(
    'war -speaker:Lukashenko (mode:direct OR mode:mixed)',
    'text=war&-speaker=Lukashenko&mode=direct&mode=mixed',
    and(
      text('war'),
      not(actor('speaker', LUKASHENKO)),
      or(is('mode', 'direct'), is('mode', 'mixed')),
    ),
  ),
  q('speaker:Nobody', 'speaker=Nobody', t({ key: 'speaker', ids: [] })),
  q('-speaker:Nobody act:denial', '-speaker=Nobody&act=denial', is('act', 'denial')),
  q(
    'what did Lukashenko say about Ukraine?',
    'q=What+did+Lukashenko+say+about+Ukraine',
    and(actor('speaker', LUKASHENKO), actor('about', 'ukraine')),
  ),
  q(
    'what did analysts say that Associated Press carried',
    'speaker=analysts&via=AP',
    and(actor('speaker', 'analysts-sofrep-october-2022'), actor('via', 'associated-press')),
  ),
];

const a = (index: number) => `a${index}`;

/** Over generated records with ids `actor:a0` .. `actor:a6`, `doc:d0` .. `doc:d3`. */
export const GENERATED_QUESTIONS: readonly Question[] = [
  q('speaker:actor:a1', 'speaker=actor:a1', actor('speaker', a(1))),
  q(
    'speaker:actor:a1 speaker:actor:a2',
    'speaker=actor:a1&speaker=actor:a2',
    actor('speaker', a(1), a(2)),
  ),
  q(
    'about:actor:a3 -speaker:actor:a3',
    'about=actor:a3&-speaker=actor:a3',
    and(actor('about', a(3)), not(actor('speaker', a(3)))),
  ),
  q('status:rejected', 'status=rejected', is('status', 'rejected')),
  q(
    'status:proposed status:rejected',
    'status=proposed&status=rejected',
    or(is('status', 'proposed'), is('status', 'rejected')),
  ),
  q(
    'method:extracted mode:direct',
    'method=extracted&mode=direct',
    and(is('method', 'extracted'), is('mode', 'direct')),
  ),
  q('said:2022-09-30', 'said=2022-09-30', days('said', '2022-09-30', '2022-09-30')),
  q('said:2023..', 'said=2023..', days('said', '2023-01-01', null)),
  q('said:unknown', 'said=unknown', t({ key: 'said', undated: true })),
  q(
    '-published:unknown said:Unknown',
    '-published=unknown&said=unknown',
    and(not(t({ key: 'published', undated: true })), t({ key: 'said', undated: true })),
  ),
  q('published:..2021', 'published=..2021', days('published', null, '2021-12-31')),
  q(
    'document:doc:d0 -document:doc:d1',
    'document=doc:d0&document=-doc:d1',
    and(document('d0'), not(document('d1'))),
  ),
  q(
    'via:actor:a0 OR addressee:actor:a0',
    'q=via:actor:a0+OR+addressee:actor:a0',
    or(actor('via', a(0)), actor('addressee', a(0))),
  ),
  q('actor:actor:a4', 'actor=actor:a4', actor('actor', a(4))),
  q('outlet:actor:a5', 'outlet=actor:a5', actor('outlet', a(5))),
  q('attack*', 'text=attack*', text('attack', 'prefix')),
  q('attack peace', 'text=attack+peace', and(text('attack'), text('peace'))),
  q(
    '-peace act:warning act:promise',
    'text=-peace&act=warning&act=promise',
    and(not(text('peace')), or(is('act', 'warning'), is('act', 'promise'))),
  ),
];
