-- name: EmptyRevision :exec
-- Restore empties a ledger before it fills it again, in one transaction.
DELETE FROM revision;

-- name: EmptyRef :exec
DELETE FROM ref;

-- name: EmptyTally :exec
DELETE FROM tally;

-- name: EmptyBlob :exec
DELETE FROM blob;
