// Package app holds Orrery's use cases, one verb a file: what a person can ask of
// a ledger and do to it. Each returns a view: plain data that the command line,
// the API and the screens all show, so that the three can never disagree.
//
// It is not a transport and not a database: it knows neither HTTP nor SQL, takes
// the store as an interface and the clock as an argument.
package app
