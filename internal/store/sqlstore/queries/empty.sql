-- name: EmptyRevision :exec
-- Restore empties a ledger before it fills it again, in one transaction.
DELETE FROM revision;

-- name: EmptyRef :exec
DELETE FROM ref;

-- name: EmptyTally :exec
DELETE FROM tally;

-- name: EmptyBlob :exec
DELETE FROM blob;

-- name: EmptyReport :exec
DELETE FROM report;

-- name: EmptyReportDetail :exec
DELETE FROM report_detail;

-- name: EmptyReportTally :exec
DELETE FROM report_tally;

-- name: EmptyReportFile :exec
DELETE FROM report_file;

-- name: EmptyReportSet :exec
DELETE FROM report_set;

-- name: EmptyReportPast :exec
DELETE FROM report_past;
