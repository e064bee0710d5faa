// Package cli is Orrery on the command line: its commands and flags, what they
// print and how they end.
//
// It is not where anything is worked out: each command is one call of a use case in
// internal/app, laid out by internal/report. It opens no database and no port; the
// program that wires it (cmd/orrery) hands it the functions that do.
package cli
