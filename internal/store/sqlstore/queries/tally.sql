-- name: AddTally :exec
-- AddTally moves one counter; both engines name the row that is there by the table and the row refused by excluded.
INSERT INTO tally (code, kind, year, status, roles, n) VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (code, kind, year, status, roles) DO UPDATE SET n = tally.n + excluded.n;

-- name: StockNow :many
-- StockNow counts current records from the counters.
SELECT kind, status, CAST(SUM(n) AS BIGINT) AS n FROM tally WHERE code = '=' GROUP BY kind, status HAVING SUM(n) <> 0 ORDER BY kind, status;

-- name: StockAt :many
-- StockAt counts the records that stood at a ledger time.
SELECT kind, status, COUNT(*) AS n FROM revision WHERE since_ms <= sqlc.arg(at_ms) AND sqlc.arg(at_ms) < until_ms
GROUP BY kind, status ORDER BY kind, status;

-- name: AllTallies :many
SELECT * FROM tally WHERE n <> 0 ORDER BY code, kind, year, status, roles;
