-- +goose Up

-- Every revision of every record, for ever. A row changes once in its life: until_ms, when a later revision of the
-- same record closes it. The hash chain does not cover until_ms, which follows from the later row.
CREATE TABLE revision (
    seq       BIGINT PRIMARY KEY,  -- place in the hash chain: 1, 2, … without gaps
    id        TEXT   NOT NULL,     -- ULID, the same for all revisions of a record
    kind      TEXT   NOT NULL,
    key       TEXT   NOT NULL,     -- natural key, or the id; never changes
    rev       BIGINT NOT NULL,     -- 1, 2, … of this record
    status    TEXT   NOT NULL,
    since_ms  BIGINT NOT NULL,     -- ledger time, Unix milliseconds, inclusive
    until_ms  BIGINT NOT NULL,     -- exclusive; 9223372036854775807: current
    day_first BIGINT NOT NULL,     -- event time: first day since 1970-01-01; 2147483647: undated
    day_last  BIGINT NOT NULL,     -- last day that the event's date can mean
    item      TEXT   NOT NULL,     -- what is answered, or ''
    coder     TEXT   NOT NULL,     -- JSON
    evidence  TEXT   NOT NULL,     -- JSON
    body      TEXT   NOT NULL,     -- JSON; the bytes that the hash covers
    who       TEXT   NOT NULL,
    why       TEXT   NOT NULL,
    prev      TEXT   NOT NULL,     -- hash of revision seq - 1
    hash      TEXT   NOT NULL
);
-- A key names one record and its revisions count up, so two writers cannot both create or both edit it.
CREATE UNIQUE INDEX revision_key ON revision (kind, key, rev);
CREATE UNIQUE INDEX revision_id ON revision (id, rev);

-- The reverse index: what each revision refers to, in the order of event time. It repeats status and validity so that
-- counts and pages are answered from it alone. Each revision also has one row of role '=' with code '=' || status, by
-- which all records of a kind are listed, and one of role 'item' for what it answers. A record whose date spans more
-- than 400 days has each row twice, the second under '~' || code: a search in a range of dates looks back 400 days in
-- the first and finds the few that began earlier in the second.
CREATE TABLE ref (
    code     TEXT   NOT NULL,  -- key of what is referred to
    kind     TEXT   NOT NULL,  -- of the record that refers
    day      BIGINT NOT NULL,  -- its day_first
    seq      BIGINT NOT NULL,  -- its revision
    role     TEXT   NOT NULL,
    span     BIGINT NOT NULL,  -- day_last - day_first
    status   TEXT   NOT NULL,
    since_ms BIGINT NOT NULL,
    until_ms BIGINT NOT NULL,
    PRIMARY KEY (code, kind, day, seq, role)
);

-- Counts of current records, kept in the same transaction as the revisions: by (kind, year, status) under code '=', and
-- under each actor's code by the set of roles in which a record refers to it, so that no record counts twice.
CREATE TABLE tally (
    code   TEXT   NOT NULL,
    kind   TEXT   NOT NULL,
    year   TEXT   NOT NULL,  -- of day_first; '' undated
    status TEXT   NOT NULL,
    roles  TEXT   NOT NULL,  -- sorted, joined by ','; '' under code '='
    n      BIGINT NOT NULL,
    PRIMARY KEY (code, kind, year, status, roles)
);

-- Raw snapshots and extracted texts, by the SHA-256 of their bytes.
CREATE TABLE blob (
    hash  TEXT  PRIMARY KEY,
    bytes BYTEA NOT NULL
);

-- One row: the end of the chain. Every writer updates it first, which puts writers in a line.
CREATE TABLE head (
    one   BIGINT PRIMARY KEY,
    seq   BIGINT NOT NULL,
    hash  TEXT   NOT NULL,
    at_ms BIGINT NOT NULL  -- ledger time of the last revision: it never goes back
);
INSERT INTO head (one, seq, hash, at_ms) VALUES (1, 0, '', 0);

-- Full text. A long document has several parts, because a tsvector holds 16,383 positions.
CREATE TABLE word (
    seq   BIGINT   NOT NULL,
    part  BIGINT   NOT NULL,
    words TSVECTOR NOT NULL,
    PRIMARY KEY (seq, part)
);
CREATE INDEX word_words ON word USING GIN (words);
