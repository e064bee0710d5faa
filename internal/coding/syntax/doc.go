// Package syntax is the shape of a sentence as it is read: tokens, phrases, verb groups and clauses, with their places in the
// document. Each step of internal/coding fills in its part: segment cuts sentences, token cuts tokens, tag gives each its part of
// speech and lemma, chunk finds phrases and clauses.
//
// It holds types only. Offsets are bytes of the document's text, never of the sentence, so that text[Start:End] is always the
// words themselves; indexes (From, To, Head …) are into the slices of the same Sentence, -1 where there is none.
package syntax
