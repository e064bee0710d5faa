// Package gen is the Go that sqlc writes from ../queries: one method a statement, the same text for SQLite and
// PostgreSQL. It is not for editing by hand (`make generate` writes it) and not for use outside sqlstore, which
// alone knows in which transaction and order the statements are right.
package gen
