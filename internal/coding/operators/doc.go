// Package operators says what becomes of an event under another word: agreed to, refused to, threatened to, demanded, stopped,
// will, not. The rules are PLOVER's conversions, one table; the words that stand for an operator are a data file.
//
// It does not find the words in a sentence (predicates does) nor decide whether a clause is told as fact (realis does).
package operators
