// Package arch holds the tests about the repository as a whole: which package may import which, that every package
// says what it is for, whose licences the program carries, how large it is, that SQLite has the libc it was made for, and
// what must never be committed.
//
// It is not part of the program and holds no code but tests. Rules that a linter can check are in .golangci.yml.
package arch
