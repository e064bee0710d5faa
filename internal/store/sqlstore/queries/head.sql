-- name: LockHead :one
-- LockHead reads the end of the chain and keeps every other writer waiting until the transaction ends.
-- An UPDATE locks on both engines; SELECT … FOR UPDATE does not exist on SQLite.
UPDATE head SET seq = seq WHERE one = 1 RETURNING seq, hash, at_ms;

-- name: ReadHead :one
SELECT seq, hash, at_ms FROM head WHERE one = 1;

-- name: MoveHead :exec
UPDATE head SET seq = $1, hash = $2, at_ms = $3 WHERE one = 1;
