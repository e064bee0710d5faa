// Package reports holds what machine-coded event data hand out: reports that somebody did something to somebody on a day, in
// PLOVER's words, with the publisher's own identifier, code and actors beside them. It also holds what all readers of such data share:
// their summary, opening packed and tab-separated files, linking duplicates, and counting reports a day.
//
// A report is never an event of the ledger: it is one line of one publisher, often one of many about the same thing, and nobody has
// read it. It becomes evidence for an event only when a person says so. Nothing here fetches or stores, and no data set is known here.
package reports
