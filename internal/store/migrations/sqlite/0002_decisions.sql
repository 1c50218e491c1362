-- +goose Up

-- What a person decided about a finding, one row for each decision, never
-- changed: they measure the rule, also after its finding is gone. A waiver is the
-- decision that holds now.
CREATE TABLE review (
  finding TEXT NOT NULL,
  rule    TEXT NOT NULL,
  verdict TEXT NOT NULL,
  owner   TEXT NOT NULL,
  words   TEXT NOT NULL,
  due     TEXT NOT NULL,
  at      TEXT NOT NULL,
  PRIMARY KEY (finding, verdict, owner, words, due)
);

-- A doubted parse that a person took for sound. It holds for these doubts of
-- this parse alone.
CREATE TABLE acceptance (
  document INTEGER NOT NULL REFERENCES document (id),
  sha256   TEXT NOT NULL,
  doubts   TEXT NOT NULL,
  owner    TEXT NOT NULL,
  words    TEXT NOT NULL,
  at       TEXT NOT NULL,
  PRIMARY KEY (document, sha256, doubts)
);

-- What an audit was told beyond answer and law, by the hash of the body: an audit
-- can be made again with it.
CREATE TABLE circumstance (
  hash TEXT PRIMARY KEY,
  body TEXT NOT NULL
);
ALTER TABLE audit ADD COLUMN circumstance TEXT NOT NULL DEFAULT '';
ALTER TABLE audit ADD COLUMN judged TEXT NOT NULL DEFAULT '';

-- The manifests of the evidence bundles that were written, one for each run.
CREATE TABLE bundle (
  run      INTEGER PRIMARY KEY,
  manifest TEXT NOT NULL,
  at       TEXT NOT NULL
);

-- +goose Down
DROP TABLE bundle;
ALTER TABLE audit DROP COLUMN judged;
ALTER TABLE audit DROP COLUMN circumstance;
DROP TABLE circumstance;
DROP TABLE acceptance;
DROP TABLE review;
