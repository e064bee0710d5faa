-- +goose Up

-- The same tables as in PostgreSQL's migration of this number, which says what each column is. What differs: seq is
-- an INTEGER so that it is SQLite's row number, ref is stored in the order of its key, and full text is FTS5.
PRAGMA application_id = 1330795097; -- "ORRY", by which a ledger is told from other SQLite files

CREATE TABLE revision (
    seq       INTEGER PRIMARY KEY,
    id        TEXT   NOT NULL,
    kind      TEXT   NOT NULL,
    key       TEXT   NOT NULL,
    rev       BIGINT NOT NULL,
    status    TEXT   NOT NULL,
    since_ms  BIGINT NOT NULL,
    until_ms  BIGINT NOT NULL,
    day_first BIGINT NOT NULL,
    day_last  BIGINT NOT NULL,
    item      TEXT   NOT NULL,
    coder     TEXT   NOT NULL,
    evidence  TEXT   NOT NULL,
    body      TEXT   NOT NULL,
    who       TEXT   NOT NULL,
    why       TEXT   NOT NULL,
    prev      TEXT   NOT NULL,
    hash      TEXT   NOT NULL
);
CREATE UNIQUE INDEX revision_key ON revision (kind, key, rev);
CREATE UNIQUE INDEX revision_id ON revision (id, rev);

CREATE TABLE ref (
    code     TEXT   NOT NULL,
    kind     TEXT   NOT NULL,
    day      BIGINT NOT NULL,
    seq      BIGINT NOT NULL,
    role     TEXT   NOT NULL,
    span     BIGINT NOT NULL,
    status   TEXT   NOT NULL,
    since_ms BIGINT NOT NULL,
    until_ms BIGINT NOT NULL,
    PRIMARY KEY (code, kind, day, seq, role)
) WITHOUT ROWID;

CREATE TABLE tally (
    code   TEXT   NOT NULL,
    kind   TEXT   NOT NULL,
    year   TEXT   NOT NULL,
    status TEXT   NOT NULL,
    roles  TEXT   NOT NULL,
    n      BIGINT NOT NULL,
    PRIMARY KEY (code, kind, year, status, roles)
) WITHOUT ROWID;

CREATE TABLE blob (
    hash  TEXT PRIMARY KEY,
    bytes BLOB NOT NULL
);

CREATE TABLE head (
    one   INTEGER PRIMARY KEY,
    seq   BIGINT NOT NULL,
    hash  TEXT   NOT NULL,
    at_ms BIGINT NOT NULL
);
INSERT INTO head (one, seq, hash, at_ms) VALUES (1, 0, '', 0);

-- rowid is the revision's seq. The words come folded and cut by this package, so that both engines and the marks in
-- a snippet agree on what a word is. The tokenizer "ascii" only has to cut at spaces (it takes every other letter of any
-- script as part of a word), and the index keeps no second copy of the text (content=''). What begins with three or four given
-- letters has postings of its own: gathered from those of all such words, it would take a second.
CREATE VIRTUAL TABLE word USING fts5(kind, words, content='', tokenize='ascii', prefix='3 4');
