// Package rollcalls reads any table of recorded votes, of a parliament, a court or an assembly of states, into the form that
// model/irt takes. A table is long (one vote a row) or wide (one unit a row, one roll call a column), CSV or tab-separated;
// columns are found by name or named by the caller, and votes are words or numbers whose meaning can be given.
//
// It is not for the files of the United Nations, whose states, symbols and marks internal/dataset/unga knows, and not for
// the ledger: nothing here names an actor. It opens no files and estimates nothing.
package rollcalls
