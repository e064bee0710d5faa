// Package chunk finds the phrases and clauses of a tagged sentence: base noun phrases and verb groups, and which subject,
// objects, by-phrases and prepositional phrases each verb has; how clauses hang together.
//
// It is a shallow reader: finite rules over tags and lemmas, in one pass to the right with a bounded stack, and short lists of words
// in data/. It gives one reading and no probability. It knows no names, no events and no meaning, and it never changes what
// the tagger decided.
package chunk
