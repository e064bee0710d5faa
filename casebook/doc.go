// Package casebook is the format of a casebook: a folder of CSV tables with
// dated, sourced facts about one region, its rules, and a datapackage.json (Frictionless Data
// Package v1) that describes them. It reads, checks and writes such a folder, and
// turns its rows into the nouns of package ledger and back.
//
// It is not a store and it knows no region: what a region is called, which hubs it
// has and which states it shows are read from the folder. It never repairs a table
// silently: what it reads without a fault it writes back byte for byte.
package casebook
