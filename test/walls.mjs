/**
 * The house plan as arrows: which room may import which, and why not the others. Read by the lint
 * rule (eslint.config.mjs) and by architecture.test.ts, so that both enforce one plan.
 *
 * A wall says: files under `target` may not import files under `from`, except those under `except`.
 */

const downwards = 'Imports run downwards only (docs/architecture.md): ';

/** Rooms that may import each server room; anything not listed is walled off. */
const mayImport = {
  'server/contract': ['graph-data/schema'],
  'server/store': ['graph-data/schema', 'server/contract'],
  'server/extract': ['graph-data/schema', 'server/contract'],
  'server/train': ['graph-data/schema', 'server/contract', 'server/extract'],
  'server/query': [
    'graph-data/schema',
    'server/contract',
    'server/store/store.ts',
    'server/process-memory.ts',
  ],
  'server/record': ['graph-data/schema', 'server/contract', 'server/store', 'server/extract'],
  'server/ingest': [
    'graph-data/schema',
    'server/contract',
    'server/store',
    'server/record',
    'server/extract',
    'server/process-memory.ts',
  ],
  'server/graph': ['graph-data/schema', 'server/contract', 'server/store/store.ts', 'server/query'],
  'server/export': [
    'graph-data/schema',
    'server/contract',
    'server/store/store.ts',
    'server/graph',
  ],
  'server/http': ['graph-data/schema', 'server/contract'],
  'server/routes': [
    'graph-data/schema',
    'server/contract',
    'server/store/store.ts',
    'server/record',
    'server/ingest',
    'server/extract/measured.ts',
    'server/query',
    'server/graph',
    'server/export',
    'server/http',
  ],
};

const reasons = {
  'server/contract': 'the contract is the porch both sides stand on; it knows only the schema.',
  'server/store': 'the store knows SQL and records, nothing above it.',
  'server/extract': 'extraction is pure: text in, attributions out.',
  'server/train': "a trainer writes the weights of extraction's models, and nothing else.",
  'server/query': "queries ask the store's interface, never its driver.",
  'server/record': 'decisions stand on the store, not on routes or views.',
  'server/ingest': 'ingest feeds the record; it serves nothing.',
  'server/graph': "the graph is projected from records through the store's interface.",
  'server/export': 'an export reads; it neither writes nor routes.',
  'server/http': 'middleware knows the contract only, so that any route can use it.',
  'server/routes': 'a route validates, asks, presents and sends; it holds no SQL and no driver.',
};

/** The rooms of reading, lowest first: each may import those before it. */
const reading = [
  'nlp',
  'attribution',
  'gazetteer',
  'names',
  'text',
  'dates',
  'body',
  'actors',
  'statements',
  'claims',
];

const readingZones = reading.flatMap((room, i) =>
  reading.slice(i + 1).map((above) => ({
    target: `./server/extract/${room}`,
    from: `./server/extract/${above}`,
    message: downwards + 'words, then who, then what was said, then what was done.',
  })),
);

/** Which client room may import which; `client/state` is pure. */
const clientMayImport = {
  'client/api': ['server/contract', 'graph-data/schema'],
  'client/state': ['client/api', 'server/contract', 'graph-data/schema'],
  'client/scene': ['client/state', 'client/api', 'server/contract', 'graph-data/schema'],
  'client/panels': ['client/state', 'client/api', 'server/contract', 'graph-data/schema'],
};

const clientReasons = {
  'client/api': 'the fetch wrapper knows the contract only.',
  'client/state': 'state is pure: no DOM, no Sigma, so that the URL alone can rebuild it.',
  'client/scene': 'the scene meets the panels only through state.',
  'client/panels': 'the panels meet the scene only through state.',
};

/** Files of the server without a plan of their own: they put the rooms together. */
const assembling = ['cli', 'cli.ts', 'app.ts', 'house.ts', 'main.ts'];

const every = ['graph-data', 'server', 'client'];

function zonesFor(plan, why) {
  return Object.entries(plan).flatMap(([room, allowed]) =>
    every.map((from) => ({
      target: `./${room}`,
      from: `./${from}`,
      except: [room, ...allowed]
        .filter((path) => path.startsWith(`${from}/`))
        .map((path) => `./${path.slice(from.length + 1)}`),
      message: downwards + why[room],
    })),
  );
}

export const walls = [
  ...zonesFor(mayImport, reasons),
  ...readingZones,
  ...zonesFor(clientMayImport, clientReasons),
  ...assembling.map((path) => ({
    target: `./server/${path}`,
    from: './server/train',
    message: downwards + 'training is a command of its own; what serves reads only its weights.',
  })),
  {
    target: './graph-data',
    from: './server',
    message: downwards + 'the schema is the ground floor and imports nothing.',
  },
  {
    target: './graph-data',
    from: './client',
    message: downwards + 'the schema is the ground floor and imports nothing.',
  },
  {
    target: './client',
    from: './server',
    except: ['./contract'],
    message: downwards + 'server/contract is the only server room the client may import.',
  },
  {
    target: './client',
    from: './graph-data/records',
    message: downwards + 'facts arrive through the API, never from the records themselves.',
  },
  {
    target: './server',
    from: './client',
    message: downwards + 'the server serves the built client; it imports none of it.',
  },
];
