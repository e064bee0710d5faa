// Package dnafile writes statements as a database of Discourse Network Analyzer 3 (.dna, an SQLite file): its tables as version 3.0.7
// has them, one coder, and the statement type "DNA Statement" with person, organization, concept and agreement.
//
// It writes new files only. It does not read .dna files, and it knows nothing of the ledger.
package dnafile
