-- +goose Up

-- Reports of machine-coded event data, by the million: no records, no revisions, no place in the hash chain (docs/decisions/0007).

-- What repeats in reports is stored once and named by number; 0 is the empty text, which has no row. A word is never
-- changed or taken away, so that a process may remember its number; a backup restored into an empty ledger has only those in use. hash finds it, because an index of texts of any length is not to be had.
CREATE TABLE report_word (
    id     BIGINT PRIMARY KEY,
    narrow BIGINT NOT NULL,  -- 1: a state, type, mode or contexts (a JSON array), few of each; 0: a name, place, publisher, code …
    hash   BIGINT NOT NULL,  -- the first 64 bits of the SHA-256 of word
    word   TEXT   NOT NULL
);
CREATE INDEX report_word_hash ON report_word (narrow, hash);

CREATE TABLE report_set (
    id     BIGINT PRIMARY KEY,
    name   TEXT COLLATE "C" NOT NULL UNIQUE,
    linked BIGINT NOT NULL, -- reports whose (day, link) an earlier one of the set has; a counter
    changes BIGINT NOT NULL -- how often reports or notes of it were written; a counter
);

-- Counters of reports by type, kept in the transaction that adds them.
CREATE TABLE report_tally (
    set_id BIGINT NOT NULL,
    type   BIGINT NOT NULL,
    n      BIGINT NOT NULL,
    PRIMARY KEY (set_id, type)
);

-- What a test reads of a report, and nothing else: narrow rows in the order of days.
CREATE TABLE report (
    set_id   BIGINT NOT NULL,
    day      BIGINT NOT NULL,               -- since 1970-01-01
    link     BIGINT NOT NULL,               -- shared by reports of a day that may be about one thing; 0: none
    id       BIGINT NOT NULL,               -- of report_detail, in the order of import
    hash     BIGINT NOT NULL,               -- the first 64 bits of the SHA-256 of key: finds it in an index a third as large
    key      TEXT COLLATE "C" NOT NULL,     -- unique in its set
    doubt    BIGINT NOT NULL,               -- days by which day may be wrong either way
    source   BIGINT NOT NULL,               -- a state's word; target likewise
    target   BIGINT NOT NULL,
    type     BIGINT NOT NULL,               -- words, like mode and contexts
    mode     BIGINT NOT NULL,
    contexts BIGINT NOT NULL,
    PRIMARY KEY (set_id, day, link, id)
);
CREATE INDEX report_hash ON report (hash);
CREATE INDEX report_source ON report (set_id, source, day);
CREATE INDEX report_target ON report (set_id, target, day);

-- The rest of a report, for whoever opens it. Numbers that end in _word are of report_word.
CREATE TABLE report_detail (
    id               BIGINT PRIMARY KEY,
    source_word      BIGINT NOT NULL,
    source_sect_word BIGINT NOT NULL,
    target_word      BIGINT NOT NULL,
    target_sect_word BIGINT NOT NULL,
    code_word        BIGINT NOT NULL,
    label_word       BIGINT NOT NULL,
    place_word       BIGINT NOT NULL,
    place_state_word BIGINT NOT NULL,
    publisher_word   BIGINT NOT NULL,
    mutual           BIGINT NOT NULL,  -- 0 or 1
    intensity        DOUBLE PRECISION, -- NULL: not rated
    mentions         BIGINT NOT NULL,
    sources          BIGINT NOT NULL,
    articles         BIGINT NOT NULL,
    deaths           BIGINT,           -- NULL: not said
    line             BIGINT NOT NULL,
    body             TEXT   NOT NULL,
    url              TEXT   NOT NULL
);

-- Files that were imported to their end.
CREATE TABLE report_file (
    set_id BIGINT NOT NULL,
    hash   TEXT COLLATE "C" NOT NULL,  -- SHA-256 of the file
    at_ms  BIGINT NOT NULL,
    added  BIGINT NOT NULL,            -- reports that it brought
    note   TEXT   NOT NULL,            -- JSON: what is known of the file
    found  TEXT   NOT NULL,            -- JSON: what its reader found, which lists do without; "" for nothing
    PRIMARY KEY (set_id, hash)
);

-- What was ever done with sets, in its order: files offered, what their silence means, sets taken away. Rows are only ever added.
CREATE TABLE report_past (
    seq   BIGINT PRIMARY KEY,          -- 1, 2, 3 …
    head  BIGINT NOT NULL,             -- revisions that the ledger held then
    at_ms BIGINT NOT NULL,             -- by the clock, never before the row before it
    kind  TEXT   NOT NULL,             -- offered, declared, dropped
    name  TEXT COLLATE "C" NOT NULL,   -- of the set
    hash  TEXT COLLATE "C" NOT NULL,   -- of the file; "" with a set that was dropped
    who   TEXT   NOT NULL,
    note  TEXT   NOT NULL,             -- JSON: the rest
    seal  TEXT   NOT NULL              -- SHA-256 of the seal before it and of all this
);
CREATE INDEX report_past_name ON report_past (name, hash);
CREATE INDEX report_past_hash ON report_past (hash);
