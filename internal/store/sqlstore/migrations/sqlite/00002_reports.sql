-- +goose Up

-- The same tables as in PostgreSQL's migration of this number, which says what each column is. What differs: report is
-- stored in the order of its key, so that a walk through the days of a set reads the file from front to back.
CREATE TABLE report_word (
    id     INTEGER PRIMARY KEY,
    narrow BIGINT NOT NULL,
    hash   BIGINT NOT NULL,
    word   TEXT   NOT NULL
);
CREATE INDEX report_word_hash ON report_word (narrow, hash);

CREATE TABLE report_set (
    id     INTEGER PRIMARY KEY,
    name   TEXT   NOT NULL UNIQUE,
    linked BIGINT NOT NULL,
    changes BIGINT NOT NULL
);

CREATE TABLE report_tally (
    set_id BIGINT NOT NULL,
    type   BIGINT NOT NULL,
    n      BIGINT NOT NULL,
    PRIMARY KEY (set_id, type)
) WITHOUT ROWID;

CREATE TABLE report (
    set_id   BIGINT NOT NULL,
    day      BIGINT NOT NULL,
    link     BIGINT NOT NULL,
    id       BIGINT NOT NULL,
    hash     BIGINT NOT NULL,
    key      TEXT   NOT NULL,
    doubt    BIGINT NOT NULL,
    source   BIGINT NOT NULL,
    target   BIGINT NOT NULL,
    type     BIGINT NOT NULL,
    mode     BIGINT NOT NULL,
    contexts BIGINT NOT NULL,
    PRIMARY KEY (set_id, day, link, id)
) WITHOUT ROWID;
CREATE INDEX report_hash ON report (hash);
CREATE INDEX report_source ON report (set_id, source, day);
CREATE INDEX report_target ON report (set_id, target, day);
-- What the planner should take for granted: few sets, a day of hundreds, a state of thousands. Nothing is ever analyzed here, and
-- by default it believes that a set has ten reports, so that it reads the whole set for one state.
ANALYZE report;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
    ('report', 'report', '1000000 500000 500 2 1'),
    ('report', 'report_hash', '1000000 1'),
    ('report', 'report_source', '1000000 500000 5000 3'),
    ('report', 'report_target', '1000000 500000 5000 3');

CREATE TABLE report_detail (
    id               INTEGER PRIMARY KEY,
    source_word      BIGINT NOT NULL,
    source_sect_word BIGINT NOT NULL,
    target_word      BIGINT NOT NULL,
    target_sect_word BIGINT NOT NULL,
    code_word        BIGINT NOT NULL,
    label_word       BIGINT NOT NULL,
    place_word       BIGINT NOT NULL,
    place_state_word BIGINT NOT NULL,
    publisher_word   BIGINT NOT NULL,
    mutual           BIGINT NOT NULL,
    intensity        REAL,
    mentions         BIGINT NOT NULL,
    sources          BIGINT NOT NULL,
    articles         BIGINT NOT NULL,
    deaths           BIGINT,
    line             BIGINT NOT NULL,
    body             TEXT   NOT NULL,
    url              TEXT   NOT NULL
);

CREATE TABLE report_file (
    set_id BIGINT NOT NULL,
    hash   TEXT   NOT NULL,
    at_ms  BIGINT NOT NULL,
    added  BIGINT NOT NULL,
    note   TEXT   NOT NULL,
    found  TEXT   NOT NULL,
    PRIMARY KEY (set_id, hash)
) WITHOUT ROWID;

CREATE TABLE report_past (
    seq   INTEGER PRIMARY KEY,
    head  BIGINT NOT NULL,
    at_ms BIGINT NOT NULL,
    kind  TEXT   NOT NULL,
    name  TEXT   NOT NULL,
    hash  TEXT   NOT NULL,
    who   TEXT   NOT NULL,
    note  TEXT   NOT NULL,
    seal  TEXT   NOT NULL
);
CREATE INDEX report_past_name ON report_past (name, hash);
CREATE INDEX report_past_hash ON report_past (hash);
