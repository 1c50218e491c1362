-- +goose Up

-- A run is one pass of the five verbs. A run without finished_at is unfinished
-- and is gone on with.
CREATE TABLE run (
  seq         INTEGER PRIMARY KEY,
  started_at  TEXT NOT NULL,
  finished_at TEXT,
  edition     TEXT NOT NULL DEFAULT '',
  rules       TEXT NOT NULL DEFAULT '',
  judge       TEXT NOT NULL DEFAULT '',
  complete    INTEGER NOT NULL DEFAULT 0,
  stale       INTEGER NOT NULL DEFAULT 0,
  counts      TEXT NOT NULL DEFAULT '{}',
  sources     INTEGER NOT NULL DEFAULT 0,
  sources_well INTEGER NOT NULL DEFAULT 0
);

-- A source gets its number d at first sight, and keeps it for ever.
CREATE TABLE source (
  id           TEXT PRIMARY KEY,
  jurisdiction TEXT NOT NULL,
  number       INTEGER NOT NULL,
  title        TEXT NOT NULL,
  first_run    INTEGER NOT NULL,
  UNIQUE (jurisdiction, number)
);

-- A document is one file of a source. sha256, etag, last_modified and fetched_at
-- are of the last bytes that were served; an answer "not modified" leaves them.
-- seen is the last run that asked, whatever came of it; failure is the reason of
-- the last failed attempt, empty when the last attempt went well. standing is
-- the fingerprint of the parse whose sections are current.
CREATE TABLE document (
  id            INTEGER PRIMARY KEY,
  source        TEXT NOT NULL REFERENCES source (id),
  url           TEXT NOT NULL,
  sha256        TEXT NOT NULL DEFAULT '',
  content_type  TEXT NOT NULL DEFAULT '',
  etag          TEXT NOT NULL DEFAULT '',
  last_modified TEXT NOT NULL DEFAULT '',
  fetched_at    TEXT NOT NULL DEFAULT '',
  well_at       TEXT NOT NULL DEFAULT '',
  seen          INTEGER NOT NULL,
  failure       TEXT NOT NULL DEFAULT '',
  standing      TEXT NOT NULL DEFAULT '',
  retired       INTEGER NOT NULL DEFAULT 0,
  UNIQUE (source, url)
);

-- A parse is what one version of the parser made of some bytes. Its fingerprint
-- hashes both. kept holds the sections of a
-- doubtful parse; links is set for an index page, which holds no law.
CREATE TABLE parse (
  fingerprint TEXT NOT NULL,
  document    INTEGER NOT NULL REFERENCES document (id),
  sha256      TEXT NOT NULL,
  run         INTEGER NOT NULL,
  checks      TEXT NOT NULL,
  promoted    INTEGER NOT NULL,
  kept        TEXT NOT NULL DEFAULT '',
  links       TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (document, fingerprint)
);

-- A ref is the s of [d.s]. occurrence counts over the whole source; document and
-- within say where it was last seen.
CREATE TABLE ref (
  source     TEXT NOT NULL REFERENCES source (id),
  s          INTEGER NOT NULL,
  number     TEXT NOT NULL,
  occurrence INTEGER NOT NULL,
  document   INTEGER NOT NULL REFERENCES document (id),
  within     INTEGER NOT NULL,
  PRIMARY KEY (source, s),
  UNIQUE (source, number, occurrence)
);

-- A version is the words of a section. Rows are written once.
CREATE TABLE version (
  jurisdiction TEXT NOT NULL,
  number       TEXT NOT NULL,
  occurrence   INTEGER NOT NULL,
  hash         TEXT NOT NULL,
  text         TEXT NOT NULL,
  status       TEXT NOT NULL,
  run          INTEGER NOT NULL,
  PRIMARY KEY (jurisdiction, number, occurrence, hash)
);

-- A section is a version's membership in editions: from run since up to, and
-- without, run until. body is the section as parsed, its text left out where it
-- is the version's.
CREATE TABLE section (
  id           INTEGER PRIMARY KEY,
  document     INTEGER NOT NULL REFERENCES document (id),
  source       TEXT NOT NULL REFERENCES source (id),
  jurisdiction TEXT NOT NULL,
  number       TEXT NOT NULL,
  occurrence   INTEGER NOT NULL,
  s            INTEGER NOT NULL,
  hash         TEXT NOT NULL,
  place        INTEGER NOT NULL,
  body         TEXT NOT NULL,
  catchline    TEXT NOT NULL,
  since        INTEGER NOT NULL,
  until        INTEGER,
  FOREIGN KEY (jurisdiction, number, occurrence, hash) REFERENCES version (jurisdiction, number, occurrence, hash)
);
CREATE INDEX section_current ON section (jurisdiction) WHERE until IS NULL;
CREATE INDEX section_of_document ON section (document) WHERE until IS NULL;
CREATE INDEX section_by_number ON section (jurisdiction, number);
CREATE INDEX section_until ON section (until) WHERE until IS NOT NULL;
CREATE INDEX section_since ON section (since);

-- Words of the current sections; rowid is section.id.
CREATE VIRTUAL TABLE words USING fts5 (number, catchline, text, content='', contentless_delete=1, tokenize='porter unicode61');

-- An answer that Pincite made. Of one id, one row is current.
CREATE TABLE answer (
  id           TEXT NOT NULL,
  fingerprint  TEXT NOT NULL,
  origin       TEXT NOT NULL,
  question     TEXT NOT NULL,
  jurisdiction TEXT NOT NULL,
  text         TEXT NOT NULL,
  bound        TEXT NOT NULL,
  depends      TEXT NOT NULL,
  run          INTEGER NOT NULL,
  current      INTEGER NOT NULL,
  PRIMARY KEY (id, fingerprint)
);

-- The last audit of an answer: input hashes the answer and the rules, law hashes
-- the sections that it depends on.
CREATE TABLE audit (
  answer  TEXT PRIMARY KEY,
  input   TEXT NOT NULL,
  law     TEXT NOT NULL,
  depends TEXT NOT NULL,
  report  TEXT NOT NULL,
  run     INTEGER NOT NULL
);

-- What a changed section made stale, by run.
CREATE TABLE stale (
  run    INTEGER NOT NULL,
  answer TEXT NOT NULL,
  jurisdiction TEXT NOT NULL,
  number TEXT NOT NULL,
  class  TEXT NOT NULL,
  why    TEXT NOT NULL,
  redone INTEGER NOT NULL,
  PRIMARY KEY (run, answer, number, class)
);

-- The findings of each finished run.
CREATE TABLE finding (
  run      INTEGER NOT NULL,
  id       TEXT NOT NULL,
  answer   TEXT NOT NULL,
  jurisdiction TEXT NOT NULL,
  rule     TEXT NOT NULL,
  severity TEXT NOT NULL,
  message  TEXT NOT NULL,
  waived   INTEGER NOT NULL,
  PRIMARY KEY (run, id, answer)
);
CREATE INDEX finding_by_id ON finding (id);

-- An item of work that failed. dead is set after all attempts.
CREATE TABLE failure (
  stage       TEXT NOT NULL,
  item        TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  attempts    INTEGER NOT NULL,
  reason      TEXT NOT NULL,
  at          TEXT NOT NULL,
  run         INTEGER NOT NULL,
  dead        INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (stage, item)
);

CREATE TABLE waiver (
  finding TEXT PRIMARY KEY,
  owner   TEXT NOT NULL,
  reason  TEXT NOT NULL,
  until   TEXT NOT NULL,
  bound   TEXT NOT NULL,
  at      TEXT NOT NULL
);

CREATE TABLE slot (
  name   TEXT NOT NULL,
  slot   TEXT NOT NULL,
  action TEXT NOT NULL,
  why    TEXT NOT NULL,
  PRIMARY KEY (name, slot)
);

-- The audit's own accuracy, bound to the rule set that was measured.
CREATE TABLE measure (
  rules TEXT PRIMARY KEY,
  body  TEXT NOT NULL,
  at    TEXT NOT NULL
);

-- A judge's verdicts, replayed for the same model, claim and words.
CREATE TABLE judgement (
  identity TEXT NOT NULL,
  claim    TEXT NOT NULL,
  hash     TEXT NOT NULL,
  body     TEXT NOT NULL,
  PRIMARY KEY (identity, claim, hash)
);

-- +goose Down
DROP TABLE judgement;
DROP TABLE measure;
DROP TABLE slot;
DROP TABLE waiver;
DROP TABLE failure;
DROP TABLE finding;
DROP TABLE stale;
DROP TABLE audit;
DROP TABLE answer;
DROP TABLE words;
DROP TABLE section;
DROP TABLE version;
DROP TABLE ref;
DROP TABLE parse;
DROP TABLE document;
DROP TABLE source;
DROP TABLE run;
