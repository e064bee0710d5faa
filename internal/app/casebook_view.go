package app

import "encoding/json"

// LoadReport says what a load of a casebook did.
type LoadReport struct {
	Casebook  string         `json:"casebook"`
	Version   string         `json:"version"`
	Written   int            `json:"written" doc:"Revisions written; 0 when the ledger held all of it"`
	Tables    []LoadCount    `json:"tables" doc:"In the order in which they are loaded"`
	Conflicts []LoadConflict `json:"conflicts" doc:"Rows that a person edited since: not overwritten"`
}

// LoadCount counts one kind of record.
type LoadCount struct {
	Kind      string `json:"kind"`
	New       int    `json:"new"`
	Changed   int    `json:"changed"`
	Same      int    `json:"same"`
	Dropped   int    `json:"dropped" doc:"In the ledger from an earlier load, no longer in the folder: superseded"`
	Conflicts int    `json:"conflicts"`
	Shared    int    `json:"shared" doc:"Held by another casebook: left as it stands"`
}

// LoadConflict is a row that a person edited since the casebook wrote it.
type LoadConflict struct {
	Ref      string          `json:"ref"`
	Who      string          `json:"who"`
	At       string          `json:"at"`
	Why      string          `json:"why"`
	Rev      int             `json:"rev"`
	Status   string          `json:"status"`
	Ledger   json.RawMessage `json:"ledger" doc:"What stands in the ledger"`
	Casebook json.RawMessage `json:"casebook" doc:"What the folder says; null: the folder dropped it"`
}

// ExportOptions says what goes into an exported casebook.
type ExportOptions struct {
	// Edits includes accepted records that people made or changed, where the tables
	// have a place for them. False: only what the casebook's own load wrote last.
	Edits bool
}

// ExportReport counts what was exported and says what was left out and why.
type ExportReport struct {
	Casebook string    `json:"casebook"`
	Rows     int       `json:"rows"`
	Left     []LeftOut `json:"left"`
}

// LeftOut is one reason for which records are not in an export.
type LeftOut struct {
	Why  string   `json:"why"`
	N    int      `json:"n"`
	Refs []string `json:"refs" doc:"At most 20"`
}
