// Package wording finds turns of phrase with gaps: "express ~3 support", "not: make ~1 statement". The turns are data files of the
// steps that use them (stances, votes, ties, pairs, claims), one a line, with examples that are the tests of the step:
//
//	CLASS | TURN
//	+ a sentence in which a turn of that class is found
//	- a sentence in which it is not
//
// A turn is a row of words; a/b is either word, [a] may be missing, ~3 passes over up to three tokens that are no stop, comma or
// bracket, ~~9 over up to nine that are no stop. A word matches a token by its form or by its lemma. "not:" before a turn wants its first word denied, "told:" wants it not denied;
// without either the finder says whether it is.
//
// It knows nothing of who does what (parties) nor of what a turn means (the steps).
package wording
