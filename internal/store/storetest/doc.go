// Package storetest proves that an implementation keeps the contract of package store: one suite, run on every engine
// through the interface alone. It also makes ledgers of any size for benchmarks, the same ones for the same seed.
//
// It is not for the program, which does not carry its tests, and it knows no engine: what only an engine can do, such
// as damaging a stored row, its own tests hand in as functions.
package storetest
