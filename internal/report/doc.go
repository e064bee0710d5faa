// Package report lays views out for reading and for taking away: tables of plain
// text for a terminal, CSV for a spreadsheet or a program, and the JSON that the
// API gives too.
//
// It counts nothing and asks nothing: every number that it prints stands in the
// view that it is given. It writes to an io.Writer and knows neither the command
// line nor HTTP.
package report
