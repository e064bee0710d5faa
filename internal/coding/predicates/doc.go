// Package predicates finds the words that report an event: verbs and nouns, as frames that are data files, and who acts on whom in
// them. Every frame has examples, which run as tests.
//
// It does not judge whether the event happened (realis, operators) nor keep words as evidence of words (statements).
package predicates
