// Package ledger holds the nouns of Orrery and the rules that keep them honest:
// who said and did what to whom, where it is written, who coded it, and how the
// record changed since.
//
// A noun (Event, Stance, Vote …) is a plain struct with a Validate method and a
// constructor that normalises and validates. A Record wraps one revision of one
// noun with its evidence, coder, status and its place in the hash chain.
//
// It is not a store and not a model: it imports the standard library only, does
// no I/O, reads no clock and draws no random number of its own.
//
// The terms are the field's: PLOVER for events, the Admiralty scale for sources,
// W3C text-quote selectors for quotes, EDTF for dates.
package ledger
