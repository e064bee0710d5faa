// Package sqlstore keeps a ledger in SQLite (one file, modernc's driver) or in PostgreSQL (pgx): one schema, one query
// text, and a small dialect file each for what the engines do differently: opening, full text, bulk writes, locks.
//
// The ledger is one table of revisions in a hash chain. Beside it stand a reverse index (ref), counters (tally) and full
// text (word), which are derived from the revisions and can be built again from them; and blobs, the snapshots and
// texts of documents.
//
// Apart from the chain stand the reports of event data (report*): a narrow row for tests and a wide one for readers, the words that
// repeat in a dictionary, counters, and a note on each file. Reports are never changed, only added, and taken away a set at a time.
//
// It is not for rules of the domain, which are the ledger's, nor for use cases, which are the app's; nothing above it
// may know that it is SQL. It is the only package that imports database/sql.
package sqlstore
