import {
  ACTOR_KINDS,
  AGREEMENT_STATES,
  EVENT_KINDS,
  RELATION_KINDS,
} from '../../graph-data/schema/index.ts';
import { OnrecordError, QUERY_KEY_NAMES, QUERY_KEYS, type QueryKey } from '../contract/index.ts';
import { presentClaim, type ClaimReply } from '../export/present.ts';
import { LISTS } from '../graph/collect.ts';
import type { Claim } from '../graph/projection.ts';
import { claimFilterOf, notesOnClaims } from '../query/claims.ts';
import { queryFromParams } from '../query/params.ts';
import { FORMAT_OPTIONS, formatOf, readArgs } from './args.ts';
import { EXIT, type Command, type Io } from './command.ts';
import { limitOf, limitUsage, writeList, type List } from './lists.ts';
import type { Cell } from './output.ts';
import { withRecord } from './record.ts';
import { AROUND_OPTIONS, AROUND_USAGE, scopeOf } from './scope.ts';
import { KEY_OPTIONS, paramsOf, tellReading } from './search.ts';

type Type = Claim['type'];

/** What each kind of claim is sorted into, and the option that asks for it. */
const KINDS: Readonly<Record<Type, { option: 'state' | 'kind'; words: readonly string[] }>> = {
  agreement: { option: 'state', words: AGREEMENT_STATES },
  event: { option: 'kind', words: EVENT_KINDS },
  relation: { option: 'kind', words: RELATION_KINDS },
};

const isActorKind = (word: string): boolean =>
  (ACTOR_KINDS as readonly string[]).includes(word.replace(/^-/, '').toLowerCase());

const OPTIONS = {
  ...KEY_OPTIONS,
  ...AROUND_OPTIONS,
  ...FORMAT_OPTIONS,
  state: { type: 'string', multiple: true },
  party: { type: 'string', multiple: true },
  place: { type: 'string' },
  limit: { type: 'string' },
} as const;

const usable = QUERY_KEY_NAMES.flatMap((key) => {
  const { ofClaims }: QueryKey = QUERY_KEYS[key];
  return ofClaims === null ? [] : [`  --${key.padEnd(12)}${ofClaims}`];
});

const PLACE_USAGE = '  --place WORDS words that each begin a word of the place\n';
const OWN_USAGE: Readonly<Record<Type, string>> = {
  agreement: `  --party ACTOR one of its parties\n${PLACE_USAGE}`,
  event: PLACE_USAGE,
  relation: '',
};

/** Rows that are listed when no number is asked for. */
const ROWS = 50;

function usageOf(type: Type): string {
  const { option, words } = KINDS[type];
  return `Usage: onrecord ${LISTS[type]} ['QUESTION'] [--KEY VALUE ...] [--${option} WORD ...]
                       [--of ACTOR [--hops N]] [--limit N] [--json | --csv]

The ${LISTS[type]} that match. QUESTION is what the search box takes (docs/search.md).
  onrecord ${LISTS[type]} 'actor:Belarus said:2022'

Keys, repeated for "or", with a leading - on the value for "not"; a key of statements only
(speaker, act ...) matches none, and a note says so:
${usable.join('\n')}

  --${option.padEnd(12)}${words.join(', ')}
${OWN_USAGE[type]}${AROUND_USAGE}
${limitUsage('rows', ROWS)}

Exits 0 when something matches, 1 when nothing does, 2 when the question cannot be read.`;
}

/**
 * Words of the list's own go to its kinds; a kind of actors is the filter's. Throws `bad-value` for
 * any other.
 */
function parted(type: Type, values: Readonly<Record<string, unknown>>) {
  const { option, words } = KINDS[type];
  const given = (values[option] as readonly string[] | undefined) ?? [];
  const isOwn = (word: string) => words.includes(word);
  const kinds = given.filter(isOwn);
  const rest = given.filter((word) => !isOwn(word));
  const unknown = rest.find((word) => option === 'state' || !isActorKind(word));
  if (unknown !== undefined)
    throw new OnrecordError(
      'bad-value',
      `“${unknown}” is no ${option} of ${LISTS[type]}: one of ${words.join(', ')}.`,
      { field: option },
    );
  return { kinds: kinds.length > 0 ? kinds : undefined, others: { ...values, [option]: rest } };
}

const names = (actors: readonly { name: string }[]) => actors.map(({ name }) => name).join('; ');

const COLUMNS: Readonly<Record<Type, readonly string[]>> = {
  agreement: ['date', 'state', 'parties', 'name', 'id'],
  event: ['date', 'kind', 'participants', 'name', 'place', 'id'],
  relation: ['valid', 'kind', 'from', 'to', 'title', 'id'],
};

function rowOf({ type, reply }: ClaimReply): Cell[] {
  switch (type) {
    case 'agreement':
      return [reply.date, reply.state, names(reply.parties), reply.name, reply.id];
    case 'event': {
      const people = names(reply.participants.map(({ actor }) => actor));
      return [reply.date, reply.kind, people, reply.name, reply.place, reply.id];
    }
    case 'relation':
      return [reply.valid, reply.kind, reply.from.name, reply.to.name, reply.title, reply.id];
  }
}

async function run(type: Type, args: string[], io: Io): Promise<number> {
  const { values, positionals } = readArgs(args, OPTIONS);
  const format = formatOf(values);
  const limit = limitOf(values.limit, format, ROWS);
  const { kinds, others } = parted(type, values);
  return withRecord(io, async (store) => {
    const params = paramsOf(others, positionals.join(' '));
    const asked = await queryFromParams(params, store, 'claims');
    const { claims } = await scopeOf(store, asked, values);
    const { party, place } = values;
    const { filter, notes: more } = await claimFilterOf(store, claims, { party, place, kinds });
    const notes = [...asked.notes, ...more, ...notesOnClaims(asked.typed, LISTS[type])];
    tellReading({ search: asked.search, notes }, values, io);
    const list: List<Claim['record']> = {
      ask: (page) => store[LISTS[type]](filter, page),
      one: type,
      listing: async (found, total) => {
        const claims = found.map((record) => presentClaim(store, { type, record } as Claim));
        const items = await Promise.all(claims);
        const json = { total, query: asked.search, notes, items: items.map(({ reply }) => reply) };
        return { columns: COLUMNS[type], rows: items.map(rowOf), json };
      },
    };
    const total = await writeList(list, { format, limit, io });
    return total > 0 ? EXIT.found : EXIT.nothing;
  });
}

const commandFor = (type: Type): Command => ({
  usage: usageOf(type),
  question: (args) => readArgs(args, OPTIONS).positionals.join(' '),
  run: (args, io) => run(type, args, io),
});

export const agreementsCommand = commandFor('agreement');
export const eventsCommand = commandFor('event');
export const relationsCommand = commandFor('relation');
