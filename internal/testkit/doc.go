// Package testkit is what the tests of several packages share: a throw-away PostgreSQL, a clock that a test sets, a
// random source with a seed, golden files, and the way to the repository root and to the shared folder.
//
// It is not for the program: nothing but tests imports it, which the layer test in internal/arch checks. It is not
// a test framework either: assertions stay with the standard library and go-cmp.
package testkit
