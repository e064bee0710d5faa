// Package plover writes drafts of events as records of PLOVER 2.0: one event a record, as JSON objects or flat rows, with the names
// that the format has and a few fields of our own.
//
// It codes nothing, and knows no other kind of draft: a stance or a forecast has no place in PLOVER.
package plover
