-- name: ReadBlob :one
SELECT bytes FROM blob WHERE hash = $1;

-- name: HasBlob :one
SELECT COUNT(*) FROM blob WHERE hash = $1;

-- name: PutBlob :exec
-- PutBlob leaves a blob that is there alone: the same hash is the same bytes.
INSERT INTO blob (hash, bytes) VALUES ($1, $2) ON CONFLICT (hash) DO NOTHING;

-- name: BlobsAfter :many
-- BlobsAfter walks all blobs by hash.
SELECT hash, bytes FROM blob WHERE hash > $1 ORDER BY hash LIMIT sqlc.arg(most);

-- name: CountBlobs :one
SELECT COUNT(*) FROM blob;
