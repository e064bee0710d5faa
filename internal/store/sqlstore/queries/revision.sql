-- name: CurrentByKey :one
-- CurrentByKey reads the revision of a record that stood at a ledger time.
SELECT * FROM revision WHERE kind = $1 AND key = $2 AND since_ms <= sqlc.arg(at_ms) AND sqlc.arg(at_ms) < until_ms;

-- name: CurrentByID :one
SELECT * FROM revision WHERE id = $1 AND since_ms <= sqlc.arg(at_ms) AND sqlc.arg(at_ms) < until_ms;

-- name: RevisionsOf :many
SELECT * FROM revision WHERE id = $1 ORDER BY rev;

-- name: Stretch :many
-- Stretch reads part of the chain; limits keep memory flat on a ledger of any size.
SELECT * FROM revision WHERE seq > sqlc.arg(after_seq) AND seq <= sqlc.arg(last_seq) ORDER BY seq LIMIT sqlc.arg(most);

-- name: StretchBack :many
SELECT * FROM revision WHERE seq > sqlc.arg(after_seq) AND seq <= sqlc.arg(last_seq) ORDER BY seq DESC LIMIT sqlc.arg(most);

-- name: SinceOf :one
SELECT since_ms FROM revision WHERE seq = $1;

-- name: CloseRevision :exec
UPDATE revision SET until_ms = sqlc.arg(until_ms) WHERE seq = sqlc.arg(seq);

-- name: CloseRef :execrows
UPDATE ref SET until_ms = sqlc.arg(until_ms) WHERE code = $1 AND kind = $2 AND day = $3 AND seq = $4 AND role = $5;

-- name: RefsOf :many
SELECT * FROM ref WHERE code = $1 AND kind = $2 AND day = $3 AND seq = $4;

-- name: CountCurrent :one
SELECT COUNT(*) FROM revision WHERE until_ms = 9223372036854775807;

-- name: QuotesOf :many
-- QuotesOf reads every revision of every quote from a document.
SELECT r.* FROM ref f JOIN revision r ON r.seq = f.seq WHERE f.code = sqlc.arg(document) AND f.kind = 'quote' AND f.role = 'item' ORDER BY r.seq;
