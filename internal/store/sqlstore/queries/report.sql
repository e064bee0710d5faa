-- name: SetID :one
SELECT id FROM report_set WHERE name = $1;

-- name: AddSet :one
-- AddSet gives a new set the next number; writers stand in a line, so no two get the same.
INSERT INTO report_set (id, name, linked, changes) SELECT COALESCE(MAX(id), 0) + 1, CAST($1 AS TEXT), 0, 0 FROM report_set RETURNING id;

-- name: Sets :many
SELECT * FROM report_set ORDER BY name;

-- name: OneSet :one
SELECT * FROM report_set WHERE name = $1;

-- name: BumpSet :exec
UPDATE report_set SET changes = changes + 1 WHERE id = $1;

-- name: AddLinked :exec
UPDATE report_set SET linked = linked + sqlc.arg(more) WHERE id = sqlc.arg(id);

-- name: AddReportTally :exec
INSERT INTO report_tally (set_id, type, n) VALUES ($1, $2, $3)
ON CONFLICT (set_id, type) DO UPDATE SET n = report_tally.n + excluded.n;

-- name: ReportTallies :many
SELECT t.type, t.n, CAST(COALESCE(w.word, '') AS TEXT) AS word FROM report_tally t LEFT JOIN report_word w ON w.id = t.type WHERE t.set_id = $1;

-- name: FirstReportDay :one
SELECT day FROM report WHERE set_id = $1 ORDER BY day LIMIT 1;

-- name: LastReportDay :one
SELECT day FROM report WHERE set_id = $1 ORDER BY day DESC LIMIT 1;

-- name: LastReportID :one
SELECT CAST(COALESCE(MAX(id), 0) AS BIGINT) AS id FROM report_detail;

-- name: LastWordID :one
SELECT CAST(COALESCE(MAX(id), 0) AS BIGINT) AS id FROM report_word;

-- name: NarrowWords :many
-- NarrowWords reads the words that rows of report name: a few thousand at most.
SELECT id, word FROM report_word WHERE narrow = 1;

-- name: AllWords :many
SELECT * FROM report_word ORDER BY id;

-- name: PutReportNote :exec
INSERT INTO report_file (set_id, hash, at_ms, added, note, found) VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (set_id, hash) DO UPDATE SET at_ms = excluded.at_ms, added = excluded.added, note = excluded.note, found = excluded.found;

-- name: ReportNotes :many
SELECT * FROM report_file WHERE set_id = $1 ORDER BY at_ms, hash;

-- name: ShortReportNotes :many
-- ShortReportNotes leaves out what readers found.
SELECT set_id, hash, at_ms, added, note FROM report_file WHERE set_id = $1 ORDER BY at_ms, hash;

-- name: LastPast :one
SELECT seq, at_ms, seal FROM report_past ORDER BY seq DESC LIMIT 1;

-- name: LastPastSeq :one
SELECT CAST(COALESCE(MAX(seq), 0) AS BIGINT) AS seq FROM report_past;

-- name: LastPastNote :one
-- LastPastNote is what was said last of a file of a set, under one kind.
SELECT note FROM report_past WHERE name = $1 AND hash = $2 AND kind = $3 ORDER BY seq DESC LIMIT 1;

-- name: AddPast :exec
INSERT INTO report_past (seq, head, at_ms, kind, name, hash, who, note, seal) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9);

-- name: AllPast :many
SELECT * FROM report_past ORDER BY seq;

-- name: PastOf :many
-- PastOf is the history of a set, and that of its files in other sets.
SELECT h.* FROM report_past h WHERE h.name = $1 OR (h.hash <> '' AND h.hash IN (SELECT p.hash FROM report_past p WHERE p.name = $1)) ORDER BY h.seq;

-- name: CountReportNotes :one
SELECT COUNT(*) FROM report_file;

-- name: CountReports :one
SELECT CAST(COALESCE(SUM(n), 0) AS BIGINT) AS n FROM report_tally;

-- name: DropDetails :execrows
DELETE FROM report_detail WHERE id IN (SELECT r.id FROM report r WHERE r.set_id = $1);

-- name: DropReports :execrows
DELETE FROM report WHERE set_id = $1;

-- name: DropReportTally :exec
DELETE FROM report_tally WHERE set_id = $1;

-- name: DropReportNotes :exec
DELETE FROM report_file WHERE set_id = $1;

-- name: DropSet :exec
DELETE FROM report_set WHERE id = $1;
