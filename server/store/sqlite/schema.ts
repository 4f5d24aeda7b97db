/**
 * Numbered migrations, oldest first; `PRAGMA user_version` holds how many have run. A migration
 * that has been released is never edited: the next change is a further entry.
 *
 * Conventions: `key` is an integer surrogate that never leaves the store (ids are text and stand
 * once per record); `ord` keeps the order of a list, from 0; days are integers YYYYMMDD, inclusive,
 * 0 and 99999999 for a side that is open, NULL when the record has no date; `live` is 0 for
 * rejected records, copied to their parts so that one index answers; offsets are UTF-16 code units.
 * Foreign keys are deferred: a change is checked whole, when it commits.
 */
const ACTORS_AND_DOCUMENTS = `
CREATE TABLE meta (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO meta VALUES ('revision', 0);

CREATE TABLE actors (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  wikidata TEXT,
  country INTEGER REFERENCES actors DEFERRABLE INITIALLY DEFERRED,
  note TEXT NOT NULL
) STRICT;
CREATE INDEX actors_by_name ON actors (name_key, id);
CREATE INDEX actors_by_kind ON actors (kind, name_key, id);
CREATE INDEX actors_by_country ON actors (country) WHERE country IS NOT NULL;

-- ord 0 is the canonical name, the aliases follow
CREATE TABLE names (
  key INTEGER PRIMARY KEY,
  actor INTEGER NOT NULL REFERENCES actors ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  ord INTEGER NOT NULL,
  name TEXT NOT NULL,
  words TEXT NOT NULL,
  UNIQUE (actor, ord)
) STRICT;
CREATE INDEX names_by_words ON names (words, actor);
CREATE VIRTUAL TABLE name_words USING fts5 (
  words, content='', contentless_delete=1, tokenize='ascii', prefix='1 2 3'
);
CREATE VIRTUAL TABLE name_vocabulary USING fts5vocab (name_words, row);

CREATE TABLE documents (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  title_words TEXT NOT NULL,
  outlet INTEGER REFERENCES actors DEFERRABLE INITIALLY DEFERRED,
  authors TEXT NOT NULL,
  published TEXT,
  published_from INTEGER,
  published_to INTEGER,
  published_desc INTEGER NOT NULL,
  published_basis TEXT NOT NULL,
  note TEXT NOT NULL,
  language TEXT NOT NULL,
  url TEXT,
  sha256 TEXT NOT NULL,
  length INTEGER NOT NULL,
  holding TEXT NOT NULL
) STRICT;
CREATE INDEX documents_by_outlet ON documents (outlet);
CREATE INDEX documents_by_published ON documents (published_desc, id);
CREATE INDEX documents_by_sha256 ON documents (sha256);

CREATE TABLE texts (
  document INTEGER PRIMARY KEY REFERENCES documents ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  text TEXT NOT NULL
) STRICT;

CREATE TABLE mentions (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  document INTEGER NOT NULL REFERENCES documents DEFERRABLE INITIALLY DEFERRED,
  actor INTEGER REFERENCES actors DEFERRABLE INITIALLY DEFERRED,
  exact TEXT NOT NULL,
  prefix TEXT NOT NULL,
  suffix TEXT NOT NULL,
  start_offset INTEGER NOT NULL,
  end_offset INTEGER NOT NULL
) STRICT;
CREATE INDEX mentions_by_document ON mentions (document, start_offset, id);
CREATE INDEX mentions_by_actor ON mentions (actor, id);
`;

const STATEMENTS = `
-- said_asc and said_desc sort by the first day (the last, when the start is open), undated last
CREATE TABLE statements (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  speaker INTEGER NOT NULL REFERENCES actors DEFERRABLE INITIALLY DEFERRED,
  text TEXT NOT NULL,
  mode TEXT NOT NULL,
  act TEXT NOT NULL,
  said TEXT,
  said_from INTEGER,
  said_to INTEGER,
  said_asc INTEGER NOT NULL,
  said_desc INTEGER NOT NULL,
  status TEXT NOT NULL,
  live INTEGER NOT NULL,
  method TEXT NOT NULL,
  confidence REAL,
  recorded TEXT NOT NULL
) STRICT;
CREATE INDEX statements_by_speaker ON statements (speaker, live, said_desc);
CREATE INDEX statements_by_said_asc ON statements (said_asc, id);
CREATE INDEX statements_by_said_desc ON statements (said_desc, id);
CREATE INDEX statements_by_recorded ON statements (recorded, id);

CREATE TABLE addressees (
  statement INTEGER NOT NULL REFERENCES statements ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  ord INTEGER NOT NULL,
  actor INTEGER NOT NULL REFERENCES actors DEFERRABLE INITIALLY DEFERRED,
  live INTEGER NOT NULL,
  PRIMARY KEY (statement, ord)
) STRICT, WITHOUT ROWID;
CREATE INDEX addressees_by_actor ON addressees (actor, live, statement);

CREATE TABLE about (
  statement INTEGER NOT NULL REFERENCES statements ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  ord INTEGER NOT NULL,
  actor INTEGER NOT NULL REFERENCES actors DEFERRABLE INITIALLY DEFERRED,
  live INTEGER NOT NULL,
  PRIMARY KEY (statement, ord)
) STRICT, WITHOUT ROWID;
CREATE INDEX about_by_actor ON about (actor, live, statement);

CREATE TABLE reports (
  key INTEGER PRIMARY KEY,
  statement INTEGER NOT NULL REFERENCES statements ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  ord INTEGER NOT NULL,
  document INTEGER NOT NULL REFERENCES documents DEFERRABLE INITIALLY DEFERRED,
  origin TEXT NOT NULL,
  live INTEGER NOT NULL,
  UNIQUE (statement, ord)
) STRICT;
CREATE UNIQUE INDEX reports_by_document ON reports (document, statement);

-- role: content, cue, source or repeat
CREATE TABLE selectors (
  report INTEGER NOT NULL REFERENCES reports ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  role TEXT NOT NULL,
  ord INTEGER NOT NULL,
  exact TEXT NOT NULL,
  prefix TEXT NOT NULL,
  suffix TEXT NOT NULL,
  start_offset INTEGER NOT NULL,
  end_offset INTEGER NOT NULL,
  PRIMARY KEY (report, role, ord)
) STRICT, WITHOUT ROWID;

CREATE TABLE via (
  report INTEGER NOT NULL REFERENCES reports ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  ord INTEGER NOT NULL,
  statement INTEGER NOT NULL,
  actor INTEGER NOT NULL REFERENCES actors DEFERRABLE INITIALLY DEFERRED,
  live INTEGER NOT NULL,
  PRIMARY KEY (report, ord)
) STRICT, WITHOUT ROWID;
CREATE INDEX via_by_actor ON via (actor, live, statement);

-- normalised words (server/contract/normalise.ts) parted by spaces: 'ascii' splits nothing else
CREATE VIRTUAL TABLE statement_words USING fts5 (
  content, quotation, content='', contentless_delete=1, tokenize='ascii', prefix='2 3'
);
`;

const CLAIMS = `
CREATE TABLE agreements (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  summary TEXT NOT NULL,
  words TEXT NOT NULL,
  date TEXT,
  date_from INTEGER,
  date_to INTEGER,
  date_desc INTEGER NOT NULL,
  place TEXT,
  state TEXT NOT NULL,
  history TEXT NOT NULL,
  status TEXT NOT NULL,
  live INTEGER NOT NULL,
  method TEXT NOT NULL,
  confidence REAL
) STRICT;
CREATE INDEX agreements_by_date ON agreements (date_desc, id);

-- role: party or signatory
CREATE TABLE agreement_actors (
  agreement INTEGER NOT NULL REFERENCES agreements ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  role TEXT NOT NULL,
  ord INTEGER NOT NULL,
  actor INTEGER NOT NULL REFERENCES actors DEFERRABLE INITIALLY DEFERRED,
  live INTEGER NOT NULL,
  PRIMARY KEY (agreement, role, ord)
) STRICT, WITHOUT ROWID;
CREATE INDEX agreement_actors_by_actor ON agreement_actors (actor, live, agreement);

CREATE TABLE events (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  words TEXT NOT NULL,
  date TEXT,
  date_from INTEGER,
  date_to INTEGER,
  date_desc INTEGER NOT NULL,
  place TEXT,
  status TEXT NOT NULL,
  live INTEGER NOT NULL,
  method TEXT NOT NULL,
  confidence REAL
) STRICT;
CREATE INDEX events_by_date ON events (date_desc, id);

CREATE TABLE participants (
  event INTEGER NOT NULL REFERENCES events ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  ord INTEGER NOT NULL,
  actor INTEGER NOT NULL REFERENCES actors DEFERRABLE INITIALLY DEFERRED,
  role TEXT NOT NULL,
  live INTEGER NOT NULL,
  PRIMARY KEY (event, ord)
) STRICT, WITHOUT ROWID;
CREATE INDEX participants_by_actor ON participants (actor, live, event);

CREATE TABLE figures (
  event INTEGER NOT NULL REFERENCES events ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  ord INTEGER NOT NULL,
  text TEXT NOT NULL,
  value REAL,
  unit TEXT NOT NULL,
  exact TEXT NOT NULL,
  prefix TEXT NOT NULL,
  suffix TEXT NOT NULL,
  start_offset INTEGER NOT NULL,
  end_offset INTEGER NOT NULL,
  PRIMARY KEY (event, ord)
) STRICT, WITHOUT ROWID;

CREATE TABLE relations (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  from_actor INTEGER NOT NULL REFERENCES actors DEFERRABLE INITIALLY DEFERRED,
  to_actor INTEGER NOT NULL REFERENCES actors DEFERRABLE INITIALLY DEFERRED,
  title TEXT,
  words TEXT NOT NULL,
  date TEXT,
  date_from INTEGER,
  date_to INTEGER,
  date_desc INTEGER NOT NULL,
  status TEXT NOT NULL,
  live INTEGER NOT NULL,
  method TEXT NOT NULL,
  confidence REAL
) STRICT;
CREATE INDEX relations_by_date ON relations (date_desc, id);
CREATE INDEX relations_by_from ON relations (from_actor, live);
CREATE INDEX relations_by_to ON relations (to_actor, live);

-- evidence of agreements, events and relations; of a statement, its reports are the evidence
CREATE TABLE evidence (
  key INTEGER PRIMARY KEY,
  agreement INTEGER REFERENCES agreements ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  event INTEGER REFERENCES events ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  relation INTEGER REFERENCES relations ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  ord INTEGER NOT NULL,
  document INTEGER NOT NULL REFERENCES documents DEFERRABLE INITIALLY DEFERRED,
  CHECK ((agreement IS NOT NULL) + (event IS NOT NULL) + (relation IS NOT NULL) = 1)
) STRICT;
CREATE INDEX evidence_by_agreement ON evidence (agreement, ord) WHERE agreement IS NOT NULL;
CREATE INDEX evidence_by_event ON evidence (event, ord) WHERE event IS NOT NULL;
CREATE INDEX evidence_by_relation ON evidence (relation, ord) WHERE relation IS NOT NULL;
CREATE INDEX evidence_by_document ON evidence (document);

CREATE TABLE evidence_selectors (
  evidence INTEGER NOT NULL REFERENCES evidence ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  ord INTEGER NOT NULL,
  exact TEXT NOT NULL,
  prefix TEXT NOT NULL,
  suffix TEXT NOT NULL,
  start_offset INTEGER NOT NULL,
  end_offset INTEGER NOT NULL,
  PRIMARY KEY (evidence, ord)
) STRICT, WITHOUT ROWID;
`;

const LOG = `
CREATE TABLE redirects (
  old_id TEXT PRIMARY KEY,
  new_id TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX redirects_by_new ON redirects (new_id);

CREATE TABLE decisions (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  at TEXT NOT NULL,
  author TEXT NOT NULL,
  note TEXT NOT NULL,
  action TEXT NOT NULL
) STRICT;

-- the record as extracted or imported, of those that decisions have changed: a Base as JSON
CREATE TABLE bases (
  id TEXT PRIMARY KEY,
  body TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- which document's reading brought a record
CREATE TABLE brought (
  id TEXT PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES documents DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
CREATE INDEX brought_by_document ON brought (document, id);

CREATE TABLE positions (
  node TEXT PRIMARY KEY,
  x REAL NOT NULL,
  y REAL NOT NULL
) STRICT, WITHOUT ROWID;
`;

/** A claim is in this table or in `bases`, or in neither. */
const STATUSES_BEFORE = `
-- the status as extracted or imported, of claims of which decisions have set nothing else
CREATE TABLE statuses_before (
  id TEXT PRIMARY KEY,
  status TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`;

const SAVED = `
-- a SavedQuestion (server/contract/saved.ts); instants are ISO 8601, UTC, milliseconds
CREATE TABLE saved (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  address TEXT NOT NULL,
  created TEXT NOT NULL,
  seen TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`;

export const MIGRATIONS: readonly string[] = [
  ACTORS_AND_DOCUMENTS + STATEMENTS + CLAIMS + LOG,
  STATUSES_BEFORE,
  SAVED,
];
